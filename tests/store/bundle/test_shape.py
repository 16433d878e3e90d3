import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.store.bundle.shape import Card, Head, Stretch, left_out


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param([1, 2, 3], [], id="all"),
        pytest.param([], [(1, 3)], id="none"),
        pytest.param([2], [(1, 1), (3, 3)], id="around"),
        pytest.param([1, 3], [(2, 2)], id="between"),
        pytest.param([3], [(1, 2)], id="before"),
    ],
)
def test_what_is_left_out_is_told_in_stretches(
    numbers: list[int], expected: list[tuple[int, int]]
) -> None:
    assert [(s.first, s.last) for s in left_out(numbers, 3)] == expected


@given(st.sets(st.integers(1, 40)))
def test_what_is_there_and_what_is_left_out_are_all(numbers: set[int]) -> None:
    gone = [n for s in left_out(sorted(numbers), 40) for n in range(s.first, s.last + 1)]

    assert sorted([*numbers, *gone]) == list(range(1, 41))


def test_a_card_comes_back_from_its_json() -> None:
    card = Card(head=Head(seq=3, link="a"), records=2, left_out=(Stretch(first=1, last=1),))

    assert Card.model_validate_json(card.model_dump_json()) == card
