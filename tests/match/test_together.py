import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.together import onward, together
from provcheck.match.tokens import Tokens

TWICE = "the line costs 14 million a year so they said and the line costs 40 million a year"


def drawn(ours: str, theirs: str, *pairs: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    return together(pairs, Tokens(ours), Tokens(theirs))


@pytest.mark.parametrize(
    "pairs",
    [
        pytest.param((), id="nothing"),
        pytest.param(((0, 0), (1, 1), (2, 2)), id="one stretch"),
        pytest.param(((0, 0), (1, 1), (2, 2), (4, 4), (5, 5)), id="a word between"),
        pytest.param(((0, 0), (1, 1), (2, 2), (4, 9)), id="words that stand only there"),
    ],
)
def test_stays(pairs: tuple[tuple[int, int], ...]) -> None:
    assert drawn("the line costs 45 said a", TWICE, *pairs) == pairs


def test_a_phrase_of_the_other_copy_is_drawn_to_the_longest_stretch() -> None:
    ours = "the line costs 45 million a year"
    astray = ((0, 0), (1, 1), (2, 2), (4, 15), (5, 16), (6, 17))

    assert drawn(ours, TWICE, *astray) == ((0, 0), (1, 1), (2, 2), (4, 4), (5, 5), (6, 6))


def test_a_head_is_drawn_to_the_longest_stretch() -> None:
    ours = "line costs 45 million a year"
    astray = ((0, 1), (1, 2), (3, 15), (4, 16), (5, 17))

    assert drawn(ours, TWICE, *astray)[:2] == ((0, 12), (1, 13))


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=12), st.data())
def test_words_stay_the_same_words_in_order(words: list[str], data: st.DataObject) -> None:
    theirs = words * 3
    places = sorted(data.draw(st.sets(st.integers(0, len(theirs) - 1), max_size=len(words))))
    pairs = tuple((words.index(theirs[at]), at) for at in places if words.index(theirs[at]) >= 0)
    rising = tuple(p for i, p in enumerate(pairs) if all(q[0] < p[0] for q in pairs[:i]))
    found = drawn(" ".join(words), " ".join(theirs), *rising)

    assert [ours for ours, _ in found] == [ours for ours, _ in rising]
    assert all(words[ours] == theirs[at] for ours, at in found)


@pytest.mark.parametrize(
    ("ours", "pairs"),
    [
        pytest.param("a year so", ((0, 5), (1, 6), (2, 7)), id="nothing left"),
        pytest.param("he ran a year so", ((2, 5), (3, 6), (4, 7)), id="other words"),
        pytest.param("the x a year so", ((2, 5), (3, 6), (4, 7)), id="one word beyond"),
    ],
)
def test_goes_no_further(ours: str, pairs: tuple[tuple[int, int], ...]) -> None:
    words = Tokens(ours)

    assert onward(pairs, (0, len(words)), words, Tokens(TWICE)) == pairs


def test_goes_on_beyond_a_change_at_either_end() -> None:
    words = Tokens("the line is 15 million a year as they said")
    found = onward(((4, 4), (5, 5), (6, 6)), (0, len(words)), words, Tokens(TWICE))

    assert found == ((0, 0), (1, 1), (4, 4), (5, 5), (6, 6), (8, 8), (9, 9))
