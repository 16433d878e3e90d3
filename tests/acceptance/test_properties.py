"""What holds for any quotation of a speech, whatever its words."""

import pytest
from building import a_article_and_source, a_verdict
from hypothesis import given, settings
from hypothesis import strategies as st

SENTENCES = (
    "We will open the new harbour in May if the council agrees.",
    "The ferry line costs 40 million crowns a year.",
    "Nobody asked the fishermen about the dredging of the sound.",
    "I do not believe that a second bridge is needed here.",
    "Our crews have never refused to sail in the winter.",
    "The copper on the old roof was sold to a dealer.",
    "Every lantern on the quay has been paid for twice.",
)
SPEECH = " ".join(SENTENCES)
WHOLE = st.integers(0, len(SENTENCES) - 1)
MARKS = (("’", "'"), (" – ", " - "), ("“", '"'), ("  ", " "))


@given(WHOLE, st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_whole_sentences_are_verbatim(first: int, count: int) -> None:
    words = " ".join(SENTENCES[first : first + count])

    assert a_verdict(*a_article_and_source(words, SPEECH)) == "verbatim"


@given(WHOLE)
@settings(max_examples=20, deadline=None)
def test_the_look_of_the_text_never_changes_the_verdict(number: int) -> None:
    words = SENTENCES[number].replace(" ", "\u00a0", 1).replace("o", "o\u200d"[:1], 1)

    assert a_verdict(*a_article_and_source(words, SPEECH)) == "verbatim"


@given(st.integers(1, 999).filter(lambda n: n != 40))
@settings(max_examples=40, deadline=None)
def test_a_changed_number_is_never_accepted(number: int) -> None:
    words = SENTENCES[1].replace("40", str(number))

    assert a_verdict(*a_article_and_source(words, SPEECH)) == "altered"


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        pytest.param(SENTENCES[3], SENTENCES[3].replace("do not ", ""), id="do not"),
        pytest.param(SENTENCES[4], SENTENCES[4].replace("never ", ""), id="never"),
        pytest.param(
            SENTENCES[5], SENTENCES[5].replace("was sold", "was not sold"), id="a not put in"
        ),
    ],
)
def test_a_dropped_or_added_negation_is_never_accepted(words: str, changed: str) -> None:
    assert words != changed
    assert a_verdict(*a_article_and_source(changed, SPEECH)) == "altered"


@given(st.permutations(range(len(SENTENCES))))
@settings(max_examples=20, deadline=None)
def test_the_place_in_the_source_does_not_matter(order: list[int]) -> None:
    source = " ".join(SENTENCES[i] for i in order)

    assert a_verdict(*a_article_and_source(SENTENCES[6], source)) == "verbatim"


@given(st.text(alphabet="abc .,…[]()’\n", max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_words_get_a_verdict(words: str) -> None:
    assert a_verdict(*a_article_and_source(words + " and so we sail at dawn", SPEECH))
