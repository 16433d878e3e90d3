"""The figures and days of a statement beside those of the passage that may bear it out."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from provcheck.language.agreement import agreement
from provcheck.language.calendar import Day, Fit, fit
from provcheck.language.figures import Figure
from provcheck.match.folding import folded
from provcheck.match.reading import Reading, Term
from provcheck.model.span import Span
from provcheck.model.value import Value

_Each = TypeVar("_Each", Figure, Day)


class Outcome(StrEnum):
    """How a fact of the claim fares in the passage."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    OPEN = "open"  # the passage has one in its place that neither agrees nor conflicts
    MISSING = "missing"


class Compared(Value):
    """A fact of the claim, and what the passage has in its place (None where it is missing)."""

    outcome: Outcome
    ours: Span
    theirs: Span | None = None
    sure: bool = True  # that both count the same thing


def compared_figures(ours: Reading, theirs: Reading) -> tuple[Compared, ...]:
    """Return how each figure of a claim fares in a passage.

    A figure of the passage stands in its place when it measures the same, or counts the same
    noun, and the words nearest to each stand beside the other. Conflicts are told only where
    exactly one stands there.
    """
    rivals = [f for f in theirs.figures if not _is_agreed(f, ours, theirs)]
    return tuple(_figure(each, ours, theirs, rivals) for each in ours.figures)


def compared_days(ours: Reading, theirs: Reading) -> tuple[Compared, ...]:
    """Return how each day of a claim fares in a passage; a day has its place as a figure has."""
    rivals = [
        day
        for day in theirs.days
        if not _is_of_saying(day, ours, theirs)
        and not any(fit(mine, day, theirs.anchor) == Fit.AGREES for mine in ours.days)
    ]
    return tuple(_day(each, ours, theirs, rivals) for each in ours.days)


def _is_agreed(figure: Figure, ours: Reading, theirs: Reading) -> bool:
    """Tell whether another figure of the claim is the one that this one bears out."""
    return any(_stands(mine, figure, ours, theirs) == Outcome.AGREES for mine in ours.figures)


def _stands(mine: Figure, its: Figure, ours: Reading, theirs: Reading) -> str:
    stands = str(agreement(mine, its))
    if (
        stands == Outcome.CONFLICTS
        and not mine.measures
        and not _same_noun(mine, its, ours, theirs)
    ):
        return "apart"
    return stands


def _same_noun(mine: Figure, its: Figure, ours: Reading, theirs: Reading) -> bool:
    one, two = (r.language.stem(folded(f.noun)) for r, f in ((ours, mine), (theirs, its)))
    return bool(one) and one == two


def _figure(mine: Figure, ours: Reading, theirs: Reading, rivals: list[Figure]) -> Compared:
    stands = {its.span: _stands(mine, its, ours, theirs) for its in theirs.figures}
    agreeing = [its for its in theirs.figures if stands[its.span] == Outcome.AGREES]
    if agreeing:
        its = agreeing[0]
        sure = bool(mine.measures) or _same_noun(mine, its, ours, theirs)
        return Compared(outcome=Outcome.AGREES, ours=mine.span, theirs=its.span, sure=sure)
    near = [its for its in rivals if stands[its.span] != "apart"]
    found = _in_its_place(mine, near, ours, theirs)
    if found is None:
        return Compared(outcome=Outcome.MISSING, ours=mine.whole)
    how = Outcome(stands[found.span])
    return Compared(outcome=how, ours=mine.whole, theirs=found.whole)


def _day(mine: Day, ours: Reading, theirs: Reading, rivals: list[Day]) -> Compared:
    stands = {its.span: str(fit(mine, its, theirs.anchor)) for its in theirs.days}
    agreeing = [span for span, how in stands.items() if how == Outcome.AGREES]
    if agreeing:
        return Compared(outcome=Outcome.AGREES, ours=mine.span, theirs=agreeing[0])
    found = _in_its_place(mine, rivals, ours, theirs)
    if found is None:
        return Compared(outcome=Outcome.MISSING, ours=mine.span)
    return Compared(outcome=Outcome(stands[found.span]), ours=mine.span, theirs=found.span)


def _in_its_place(
    mine: _Each, candidates: list[_Each], ours: Reading, theirs: Reading
) -> _Each | None:
    found = [its for its in candidates if _same_place(_whole(mine), _whole(its), ours, theirs)]
    if len(found) != 1 or len(theirs.within(_whole(found[0]), map(_whole, candidates))) > 1:
        return None  # two rivals in one sentence: either may be meant
    return found[0]


def _is_of_saying(day: Day, ours: Reading, theirs: Reading) -> bool:
    """Tell whether a day follows a word that the claim lacks: she told the Wire on Friday."""
    before = theirs.before(day.span)
    return before is not None and before.stem not in ours.stems


def _whole(fact: Figure | Day) -> Span:
    return fact.whole if isinstance(fact, Figure) else fact.span


def _same_place(mine: Span, its: Span, ours: Reading, theirs: Reading) -> bool:
    around, their_sentence = [*_nearest(mine, ours)], theirs.sentence(its)
    if not around or not all(term.stem in their_sentence for term in around):
        return False
    return any(term.stem in ours.stems for term in _nearest(its, theirs))


_NEAR = 24  # characters behind a fact in which the words are its own


def _nearest(span: Span, reading: Reading) -> Iterator[Term]:
    """Yield the term before a fact and the one close behind it."""
    before, after = reading.before(span), reading.after(span)
    if before is not None:
        yield before
    if after is not None:
        start = reading.tokens.starts[after.at]
        if before is None or start - span.end <= _NEAR:
            yield after
