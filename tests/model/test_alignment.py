import pytest

from provcheck.model.alignment import Alignment, Piece
from provcheck.model.span import Span

PIECE = Piece(claim=Span(start=0, end=3), source=Span(start=5, end=8))


@pytest.mark.parametrize(
    ("pieces", "bits", "strong"),
    [
        pytest.param((), 99.0, False, id="nothing lies along the source"),
        pytest.param((PIECE,), 29.9, False, id="too few bits"),
        pytest.param((PIECE,), 30.0, True, id="enough bits"),
    ],
)
def test_strength(pieces: tuple[Piece, ...], bits: float, strong: bool) -> None:  # noqa: FBT001
    alignment = Alignment(pieces=pieces, bits=bits, needed=30.0, chance=0.0, coverage=1.0)

    assert alignment.strong is strong
