import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.side import Side, trimmed

WORDS = st.lists(st.sampled_from(["the", "old", "Pier", "not"]), max_size=6)


def of(words: list[str], **known: object) -> Side:
    norms = tuple(word.lower() for word in words)
    return Side(norms=norms, written=tuple(words), **known)


@pytest.mark.parametrize(
    ("side", "capitals"),
    [
        pytest.param(of(["Pier"], opens=True), (False,), id="at a sentence's head"),
        pytest.param(of(["the", "Pier"], opens=True), (False, True), id="behind it"),
        pytest.param(of(["Pier"]), (True,), id="within a sentence"),
        pytest.param(of([]), (), id="no words"),
    ],
)
def test_a_capital_that_its_place_explains_is_none(side: Side, capitals: tuple[bool, ...]) -> None:
    assert side.capitals == capitals


def test_a_part_keeps_the_rest_round_it() -> None:
    whole = of(
        ["the", "old", "Pier"], opens=True, before=("on",), after=("fell",), around=("", ",")
    )
    part = whole.part(1, 2)

    assert (part.norms, part.before, part.after) == (("old",), ("on", "the"), ("pier", "fell"))
    assert not part.opens
    assert part.around == ("", "")
    assert whole.part(1, 3).around == ("", ",")


def test_a_widened_side_takes_what_stands_beside_it() -> None:
    side = of(["5"], before=("in", "all", "$"), after=("m", "more"), around=(" $", "m ")).widened(
        1, 1
    )

    assert side.norms == ("$", "5", "m")
    assert (side.before, side.after) == (("in", "all"), ("more",))


@given(WORDS, WORDS)
def test_trimming_leaves_what_differs(ours: list[str], theirs: list[str]) -> None:
    quote, source = trimmed(of(ours), of(theirs))

    head = len(quote.before)
    assert ours[:head] == theirs[:head]
    assert len(ours) - len(quote.norms) == len(theirs) - len(source.norms)
    if quote.norms and source.norms:
        assert quote.norms[0] != source.norms[0]
        assert quote.norms[-1] != source.norms[-1]
