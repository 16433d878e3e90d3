"""How a figure of a claim stands to one of its source."""

from enum import StrEnum
from math import inf

from provcheck.language.figures import Figure, Shape


class Agreement(StrEnum):
    """How a figure of a claim stands to one of its source."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    OPEN = "open"  # neither: the source is vaguer, or nearly the same
    APART = "apart"  # of different things


_ABOUT, _NEARLY, _ROUND, _CONVERTED = 0.12, 0.15, 0.05, 0.04


def agreement(ours: Figure, theirs: Figure) -> Agreement:
    """Return how a claim's figure stands to its source's; what they count is not looked at.

    Units of one measure are converted, with a tolerance; currencies never, and per cent is not
    percentage points: the same number of another one conflicts, another number proves nothing.
    """
    if ours.measures != theirs.measures:
        return _across(ours, theirs)
    if ours.shape == theirs.shape and ours.shape in {Shape.OVER, Shape.UNDER}:
        return _same_side(ours, theirs)
    low, high = _reach(ours, theirs.step)
    their_low, their_high = _reach(theirs, ours.step)
    if ours.factor != theirs.factor:
        low, high = low * (1 - _CONVERTED), high * (1 + _CONVERTED)
    if low <= their_high and their_low <= high:
        vaguer = theirs.shape in {Shape.OVER, Shape.UNDER} and _far(ours, theirs)
        return Agreement.OPEN if vaguer else Agreement.AGREES
    gap = max(low - their_high, their_low - high)
    rounded = ours.shape == Shape.ABOUT or (ours.shape == Shape.EXACT and ours.step > theirs.step)
    return Agreement.OPEN if rounded and gap <= _ROUND * ours.high else Agreement.CONFLICTS


def _across(ours: Figure, theirs: Figure) -> Agreement:
    money = len(ours.measures) and ours.measures[:1].isupper() and theirs.measures[:1].isupper()
    shares = {ours.measures, theirs.measures} == {"share", "points"}
    if not money and not shares:
        return Agreement.APART
    same = abs(ours.low - theirs.low) <= max(ours.step, theirs.step) / 2
    return Agreement.CONFLICTS if same else Agreement.OPEN


def _same_side(ours: Figure, theirs: Figure) -> Agreement:
    """Compare two "more than" or two "fewer than": a claim may say less than its source."""
    if not _far(ours, theirs):
        return Agreement.AGREES
    says_more = ours.low > theirs.low if ours.shape == Shape.OVER else ours.low < theirs.low
    return Agreement.CONFLICTS if says_more else Agreement.AGREES


def _far(ours: Figure, theirs: Figure) -> bool:
    if ours.shape in {Shape.OVER, Shape.UNDER} and ours.shape != theirs.shape:
        return False
    return abs(ours.low - theirs.low) > _ABOUT * max(ours.low, theirs.low)


def _reach(figure: Figure, other_step: float) -> tuple[float, float]:
    """Return the lowest and highest value that the figure, as it is meant, lets pass."""
    half = max(figure.step, other_step) / 2 if figure.step > other_step else figure.step * 1e-6
    match figure.shape:
        case Shape.ABOUT:
            return figure.low * (1 - _ABOUT), figure.high * (1 + _ABOUT)
        case Shape.NEARLY:
            return figure.low * (1 - _NEARLY), figure.high
        case Shape.OVER:
            return figure.low, inf
        case Shape.UNDER:
            return 0.0, figure.high
        case _:
            return figure.low - half, figure.high + half
