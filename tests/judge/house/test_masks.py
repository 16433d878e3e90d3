import time

import pytest
from building import a_case, a_claim, a_source, an_edit, span_in
from hypothesis import given
from hypothesis import strategies as st

from provcheck.judge.house.masks import masks, obscene
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import Rulebook, load_rulebook

RULES = load_rulebook()
ENGLISH = RULES.usage.of("en")


def masked(rules: Rulebook, printed: str, said: str) -> bool:
    """Whether `printed`, between two words, masks what was `said`."""
    text, source = f"oh {printed} no", f"oh {said} no"
    case = a_case(rules, text, a_claim(text, text), a_source(source), ("oh", "oh"))
    place = span_in(text, printed or "oh")
    edit = an_edit(EditKind.SUBSTITUTION, place, span_in(source, said))
    return masks(case, edit, ENGLISH)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        pytest.param("f---", "fish", id="no obscenity behind it"),
        pytest.param("s***t", "shit", id="more stars than letters hidden"),
        pytest.param("b***", "shit", id="another first letter"),
        pytest.param("s**p", "shit", id="another last letter"),
        pytest.param("darn", "shit", id="another word"),
        pytest.param("[thing]", "shit", id="another word in brackets"),
        pytest.param("s**t", "shit happens", id="a word left out beside it"),
        pytest.param("---", "shit", id="no letter shown"),
        pytest.param("sh-1", "shit", id="a figure among the letters"),
    ],
)
def test_what_masks_nothing(rules: Rulebook, printed: str, said: str) -> None:
    assert not masked(rules, printed, said)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        pytest.param("f---", "fuck", id="dashes"),
        pytest.param("f—", "fuck", id="one long dash"),
        pytest.param("s**t", "shit", id="stars within"),
        pytest.param("f***ing", "fucking", id="an ending shown"),
        pytest.param("F*****G", "fucking", id="capitals"),
        pytest.param("sh*t", "shit", id="one star"),
        pytest.param("f---ing s**t", "fucking shit", id="two words"),
        pytest.param("[expletive]", "fucking", id="a word in brackets"),
        pytest.param("(expletive deleted)", "fucking", id="two words in parentheses"),
        pytest.param("[expletive]", "fucking shit", id="one word in brackets for two"),
    ],
)
def test_what_masks_an_obscenity(rules: Rulebook, printed: str, said: str) -> None:
    assert masked(rules, printed, said)


def test_the_marks_beside_an_edit_are_part_of_the_mask(rules: Rulebook) -> None:
    text, source = "oh f--- no", "oh fuck no"
    case = a_case(rules, text, a_claim(text, text), a_source(source), ("oh", "oh"))
    edit = an_edit(EditKind.SUBSTITUTION, span_in(text, "f"), span_in(source, "fuck"))

    assert masks(case, edit, ENGLISH)


@pytest.mark.parametrize("word", ["fucking", "bullshit", "motherfucker"])
def test_obscene(word: str) -> None:
    assert obscene(word, ENGLISH)


@pytest.mark.parametrize("word", ["shiitake", "scunthorpe", "assess", "cockle", "hell", "class"])
def test_words_that_only_look_obscene(word: str) -> None:
    assert not obscene(word, ENGLISH)


@given(st.text(alphabet="fuck*-—.1 [é", min_size=1, max_size=60))
def test_any_letters_and_marks_are_read(printed: str) -> None:
    assert masked(RULES, printed, "fuck") in {True, False}


@pytest.mark.parametrize("printed", ["f" + "-" * 20_000 + "1", "f-" * 20_000, "f" + "-f" * 9_000])
def test_long_runs_of_marks_take_no_time(rules: Rulebook, printed: str) -> None:
    began = time.perf_counter()
    masked(rules, printed, "fuck" + "f" * 2_000)

    assert time.perf_counter() - began < 2
