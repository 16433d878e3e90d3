import pytest
from discoursing import a_discourse, the_saying, words
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.passage import Passage
from provcheck.extract.place import Place, places
from provcheck.extract.quotes import quotes
from provcheck.model.claim import ClaimKind
from provcheck.model.span import Span
from provcheck.syntax.phrases import Phrase


def all_places(text: str, lang: str = "en") -> list[Place]:
    """The places of a text's last quotation."""
    discourse = a_discourse(text, lang)
    return list(places(list(quotes(discourse))[-1], discourse))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut.”", id="a stop, and nothing behind"),
        pytest.param("“The pier is shut” stood on the gate.", id="no mark at all"),
        pytest.param("She said “the pier is shut”; he did not.", id="a semicolon"),
        pytest.param("She said “the pier is shut” (again).", id="brackets"),
        pytest.param("She said that ‘the pier is shut’.", id="British marks, a stop"),
    ],
)
def test_does_not_end_open(text: str) -> None:
    assert not all_places(text)[-1].ends_open


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut,” she said.", id="a comma within"),
        pytest.param("“The pier is shut”, she said.", id="a comma outside"),
        pytest.param("“Is the pier closed for good?” she asked.", id="a question"),
        pytest.param("“Close the pier for good!” she cried.", id="a cry"),
        pytest.param("“The pier is closed for —” she began.", id="broken off by a dash"),
        pytest.param("“The pier is closed for…” she began.", id="dots"),
        pytest.param("“The pier is shut” – she said so.", id="a dash behind"),
        pytest.param("“He told me, ‘It is shut,’” she said.", id="marks within marks"),
        pytest.param("'The pier is shut,' she said.", id="straight single marks"),
    ],
)
def test_ends_open(text: str) -> None:
    assert all_places(text)[0].ends_open


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        pytest.param("“The pier is shut.”", False, id="nothing goes on behind"),
        pytest.param("“The pier is shut” stood there.", False, id="no mark"),
        pytest.param("“The pier is shut,” she said.", False, id="a comma"),
        pytest.param("“The pier is shut.” Ada said.", True, id="a stop, then a cue"),
        pytest.param("“Is the pier closed for good?” she asked.", True, id="a question"),
        pytest.param("“Close the pier for good!” she cried.", True, id="a cry"),
    ],
)
def test_ends_a_sentence_that_goes_on(text: str, ends: bool) -> None:  # noqa: FBT001
    assert all_places(text)[0].ends_sentence is ends


@pytest.mark.parametrize(
    ("text", "lang", "parts"),
    [
        pytest.param("“The pier is closed,” she said.", "en", ["“The pier is closed,”"], id="one"),
        pytest.param(
            "“The pier is closed,” she said. “For good and all.”",
            "en",
            ["“The pier is closed,”", "“For good and all.”"],
            id="two, the cue between",
        ),
        pytest.param(
            "He said “no” twice. “The pier,” she said, “is closed.”",
            "en",
            ["“The pier,”", "“is closed.”"],
            id="not another quotation",
        ),
        pytest.param(
            "“He told me, ‘It is shut,’” she said.",
            "en",
            ["“He told me, ‘It is shut,’”"],
            id="nothing within it",
        ),
        pytest.param(
            "„Der Hafen“, sagte sie, „bleibt im Winter zu.“",
            "de",
            ["„Der Hafen“", "„bleibt im Winter zu.“"],
            id="German",
        ),
    ],
)
def test_every_part_has_its_place(text: str, lang: str, parts: list[str]) -> None:
    assert [place.tokens[place.at].text for place in all_places(text, lang)] == parts


def test_attributes_words_to_a_phrase_as_written() -> None:
    text = "Ada Brandvold put  it this way: “The pier is shut.” It was."
    place = all_places(text)[0]
    found = place.attributed(Phrase(0, 2), "put  it")

    assert found.speaker.of(text) == "Ada Brandvold"
    assert found.cue == "put it"
    assert found.clause.of(text) == text.removesuffix(" It was.")


def test_attributes_words_to_the_subject_of_a_saying() -> None:
    text = "“The pier is shut,” Per Olsen, a warden, said on Monday."
    place = all_places(text)[0]
    saying = the_saying(text, "said")
    assert saying is not None
    found = place.said(saying)

    assert found is not None
    assert (found.speaker.of(text), found.cue) == ("Per Olsen", "said")


def test_a_saying_without_subject_attributes_nothing() -> None:
    text = "It was reportedly “closed for good now”, Ada Brandvold said."
    saying = the_saying(text, "reportedly")
    assert saying is not None

    assert all_places(text)[0].said(saying) is None


@settings(max_examples=100)
@given(st.text('“”‘’" ,.Aa\n', max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_places_lie_in_the_passage(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    stretch = Span(start=start, end=end)
    passage = Passage(kind=ClaimKind.QUOTE, span=stretch, outer=stretch, segments=(stretch,))
    found = list(places(passage, a_discourse(text)))
    starts = [place.tokens[place.at].start for place in found]

    assert starts == sorted(starts)
    assert all(start <= each < end for each in starts)
    assert all(words(place.sentence, place.at, place.at + 1) for place in found)
