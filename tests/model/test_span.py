import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from provcheck.model.span import Span, hull

SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(
    lambda pair: Span(start=min(pair), end=max(pair))
)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_refuses_what_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValidationError):
        Span(start=start, end=end)


def test_points_to_words() -> None:
    assert Span(start=2, end=5).of("a ship") == "shi"
    assert len(Span(start=2, end=5)) == 3


def test_an_empty_span_is_a_place() -> None:
    assert Span(start=4, end=4)
    assert not Span(start=4, end=4).meets(Span(start=0, end=9))


@given(SPANS, SPANS)
def test_hull_holds_both(one: Span, two: Span) -> None:
    whole = hull((one, two))

    assert whole.holds(one)
    assert whole.holds(two)
    assert one.meets(two) == two.meets(one)
