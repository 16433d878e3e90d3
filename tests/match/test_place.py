import pytest
from building import a_claim, a_source
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.evidence import weights
from provcheck.match.parts import parts
from provcheck.match.place import Words, placed
from provcheck.match.tokens import tokens
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.rulebook.book import load_rulebook

LINKS = load_rulebook().platforms.opaque
SCALE = weights(load_rulebook().frequencies, "en")
LINE = "the copper was sold to a dealer"


def where(words: str, source: SourceText, **known: object) -> list[int]:
    """The offset in the source of each part's first word, -1 where it was not found."""
    claim = a_claim(words, words, **known)
    theirs = tokens(source.text)
    found = placed(claim, parts(claim, theirs, LINKS), source, SCALE)
    return [theirs.starts[part.first] if part.pairs else -1 for part in found]


def test_absent_parts_have_no_place() -> None:
    assert where("nobody sang of lanterns", a_source("Cheese is cheap.")) == [-1]


def test_the_first_place_is_taken_where_nothing_tells_them_apart() -> None:
    assert where(LINE, a_source(f"Once {LINE}.\nTwice {LINE}.")) == [5]


def test_the_sources_own_text_comes_before_what_stands_beside_it() -> None:
    text = f"Teaser: {LINE}.\nIn full: {LINE}, she said."
    source = a_source(text).model_copy(update={"aside": (Span(start=0, end=text.index("\n")),)})

    assert where(LINE, source) == [text.rindex(LINE)]


@pytest.mark.parametrize("speaker", ["Ada Brandvold", "Brandvold"])
def test_the_speakers_own_words_come_before_anothers(speaker: str) -> None:
    text = f"OLSEN: So {LINE}.\nBRANDVOLD: Yes, {LINE}."
    turns = (("Per Olsen", f"So {LINE}."), ("Ada Brandvold", f"Yes, {LINE}."))

    assert where(LINE, a_source(text, turns=turns), speaker=speaker) == [text.rindex(LINE)]


def test_parts_keep_their_order_where_they_can() -> None:
    text = f"The end. So {LINE} in May. The end."

    assert where(f"{LINE} … The end.", a_source(text)) == [text.index(LINE), text.rindex("The end")]


def test_the_place_with_the_same_capitals_is_taken() -> None:
    assert where("the Port", a_source("The port and the Port.")) == [13]


def test_the_place_that_keeps_the_order_is_taken() -> None:
    text = f"They say {LINE}. Nobody sang in May. So {LINE}."

    assert where(f"Nobody sang … {LINE}", a_source(text)) == [
        text.index("Nobody"),
        text.rindex(LINE),
    ]


@pytest.mark.parametrize("tail", ["again", "The end"])
def test_common_words_are_taken_next_to_the_passage(tail: str) -> None:
    text = f"{f'{tail}. So it goes. ' * 200}Then {LINE} in May. Now {tail}. {f'{tail}. ' * 9}"
    line = text.index(LINE)

    assert where(f"{LINE} … {tail}", a_source(text)) == [line, text.index(tail, line)]


def test_a_part_that_stands_only_before_is_placed_there() -> None:
    text = f"Nobody sang. So {LINE} in May."

    assert where(f"{LINE} … Nobody sang", a_source(text)) == [text.index(LINE), 0]


def test_words_of_a_part() -> None:
    words = "the copper … was sold"
    claim = a_claim(words, words)
    first, second = parts(claim, tokens("nothing"), LINKS)

    assert Words(words).of(first) == (0, 2)
    assert Words(words).of(second) == (2, 4)


@given(
    st.lists(
        st.sampled_from(["copper", "…", "sold", "pier", "[x]", "the", "of", "(y)"]), max_size=20
    )
)
def test_any_quotation_is_placed_within_the_source(words: list[str]) -> None:
    text = " ".join(words) or "x"
    source = a_source("the copper of the pier was sold and the pier of copper sold")

    assert all(-1 <= at < len(source.text) for at in where(text, source))
