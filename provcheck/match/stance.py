"""Whether two texts deny, leave open or assert the same things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from provcheck.match.folding import folded
from provcheck.match.reading import Reading, Term
from provcheck.model.edit import EditKind
from provcheck.model.span import Span

_REACH = 7  # words from a cue to what it governs
_LIMIT = 9  # words round a denial in which a limit bears on it
_PREFIXED = 4  # letters of a word that a prefix makes its opposite
_LONGEST = 4  # words of a cue
_LEADS = {"to", "that", "having"}  # words between a refusal and the verb that it denies
_MOSTLY = 0.6  # share of a claim's terms that one clause must have to deny it
_GOVERN = {"refusals", "rejections", "pondering"}  # cues that must lead to a statement
_BREAK = re.compile(r"[.!?;:,–—…]")


class Certainty(IntEnum):
    """How sure a text makes what it says; `STATED` has no cue at all."""

    POSSIBLE = 0
    COULD = 1
    INTENDED = 2
    STATED = 3
    CERTAIN = 4


@dataclass
class Stand:
    """How one term stands: denied or not, how certain, and with what duty."""

    term: Term
    denied: bool = False
    rejected: bool = False  # denied in somebody's mouth only
    certainty: Certainty = Certainty.STATED
    duty: str = ""
    limits: frozenset[str] = frozenset()
    cues: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class Clash:
    """A difference in stance, with the words of both sides; `kind` None where it stays open."""

    kind: EditKind | None
    ours: Span
    theirs: Span


def stands(reading: Reading) -> tuple[Stand, ...]:
    """Return how each term of a text stands, by the cues before it in its clause."""
    by_at = {term.at: Stand(term) for term in reading.terms}
    for first, last, kind in _cues(reading):
        if kind == "denials" and reading.language.stance.clause:
            _deny_clause(reading, by_at, (first, last))
            continue
        target = _target(reading, by_at, (first, last), kind)
        partial = reading.language.partial & {*reading.tokens.norms[last : _at(target, last)]}
        if kind == "denials" and partial:
            continue  # not do much to, not very: a matter of degree
        if target is not None and _governs(reading, (first, last), target.term, kind):
            span = reading.tokens.span(first, last)
            _apply(target, kind, span, _stand_of_cue(by_at, first, last))
    for stand in by_at.values():
        near = reading.tokens.norms[max(stand.term.at - _LIMIT, 0) : stand.term.at + _LIMIT]
        stand.limits = reading.language.limits & {*near}
    return tuple(by_at.values())


def _at(target: Stand | None, otherwise: int) -> int:
    return target.term.at if target is not None else otherwise


def _deny_clause(reading: Reading, by_at: dict[int, Stand], cue: tuple[int, int]) -> None:
    """Deny all terms of a cue's clause; a second cue in it (ne … pas) is one denial with it."""
    joints, norms = {*reading.language.stance.joints}, reading.tokens.norms
    first = last = cue[0]
    while first > 0 and not _broken(reading, first) and norms[first - 1] not in joints:
        first -= 1
    while (
        last + 1 < len(norms) and not _broken(reading, last + 1) and norms[last + 1] not in joints
    ):
        last += 1
    for at in range(first, last + 1):
        if at in by_at:
            by_at[at].denied = True


def _apply(target: Stand, kind: str, cue: Span, itself: Stand | None) -> None:
    denied_itself = itself is not None and itself.denied
    target.cues.append(cue)
    match kind:
        case "denials" | "refusals" | "rejections":
            target.denied = target.denied ^ (not denied_itself)
            target.rejected = kind == "rejections"
        case "must" | "should":
            target.duty = kind
        case "possible" | "pondering":
            target.certainty = Certainty.POSSIBLE
        case "could" | "intended" | "certain":
            target.certainty = min(Certainty[kind.upper()], target.certainty, key=_weakest)


def _weakest(certainty: Certainty) -> int:
    """Order by what a cue says: none at all gives way to any other."""
    return Certainty.CERTAIN + 1 if certainty == Certainty.STATED else certainty


def _stand_of_cue(by_at: dict[int, Stand], first: int, last: int) -> Stand | None:
    return next((by_at[at] for at in range(first, last) if at in by_at), None)


def _cues(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, word behind, class) of each cue, the longest phrase at each place."""
    cues = reading.language.cues
    norms, at = reading.tokens.norms, 0
    while at < len(norms):
        for size in range(_LONGEST, 0, -1):
            kind = cues.get(" ".join(norms[at : at + size])) if at + size <= len(norms) else None
            if kind is not None and not _is_no_cue(reading, at, at + size, kind):
                yield at, at + size, kind
                at += size - 1
                break
        at += 1


def _is_no_cue(reading: Reading, first: int, last: int, kind: str) -> bool:
    """Tell whether a cue denies nothing here (not only), or is a day or part of a figure."""
    span = reading.tokens.span(first, last)
    if any(day.span.meets(span) for day in reading.days):
        return True
    following = reading.tokens.norms[last : last + 1]
    return kind == "denials" and bool(following) and following[0] in reading.language.partial


def _target(
    reading: Reading, by_at: dict[int, Stand], cue: tuple[int, int], kind: str
) -> Stand | None:
    first, last = cue
    norms, stance = reading.tokens.norms, reading.language.stance
    if norms[first] in stance.objects and first - 1 in by_at:
        return by_at[first - 1]  # found nothing
    joints = {*stance.joints}
    for at in range(last, min(last + _REACH, len(norms))):
        if norms[at] in joints or _broken(reading, at):
            return None
        if at in by_at and not (kind != "certain" and norms[at] in stance.transparent):
            return by_at[at]
    return None


def _governs(reading: Reading, cue: tuple[int, int], target: Term, kind: str) -> bool:
    """Tell whether a cue leads to a statement: denied taking it, not denied the offer."""
    gerund, norms = reading.language.stance.gerund, reading.tokens.norms
    if not gerund or kind not in _GOVERN or norms[cue[1] - 1] in _LEADS:
        return True
    return target.norm.endswith(gerund) or bool(_LEADS & {*norms[cue[1] : target.at]})


def _broken(reading: Reading, at: int) -> bool:
    between = reading.text[reading.tokens.ends[at - 1] : reading.tokens.starts[at]]
    return bool(_BREAK.search(between))


def clashes(ours: Reading, theirs: Reading) -> tuple[Clash, ...]:
    """Return where a claim and a passage stand otherwise to what both speak of.

    A term counts when all its places on one side stand alike. Where both deny something, the two
    denials may be one, and nothing is told.
    """
    mine, its = _by_stem(stands(ours)), _by_stem(stands(theirs))
    found = [
        clash
        for stem in mine
        if stem in its
        for clash in (_compared(ours, mine[stem], theirs, its[stem]),)
        if clash is not None
    ]
    denials = [clash for clash in found if clash[0] != EditKind.MODALITY]
    if ours.language.stance.clause:  # told once, and of a clause that says most of the same
        told = denials[:1] if len(denials) >= _MOSTLY * len(mine) else []
        found = [clash for clash in found if clash not in denials or clash in told]
    ours_too, theirs_too = (any(s.denied for each in m.values() for s in each) for m in (mine, its))
    if ours_too and theirs_too:  # each denies something: it may be the same in other words
        found = [clash for clash in found if clash not in denials]
    opposite = _opposites(ours, mine, theirs, its) if not denials else []
    return (*opposite, *(Clash(kind, one, two) for kind, _, one, two in found))


_Found = tuple[EditKind | None, bool, Span, Span]


def _by_stem(found: tuple[Stand, ...]) -> dict[str, list[Stand]]:
    grouped: dict[str, list[Stand]] = {}
    for stand in found:
        grouped.setdefault(stand.term.stem, []).append(stand)
    return grouped


def _compared(ours: Reading, mine: list[Stand], theirs: Reading, its: list[Stand]) -> _Found | None:
    denied, their_denied = {s.denied for s in mine}, {s.denied for s in its}
    one, two = _shown(ours, mine[0]), _shown(theirs, its[0])
    if len(denied) > 1 or len(their_denied) > 1:
        return None
    if denied != their_denied:
        # "not until" and "after" may be one; that somebody denies it does not deny it.
        unlike = {s.limits for s in mine} != {s.limits for s in its}
        left_open = unlike or any(s.rejected for s in mine)
        return None if left_open else EditKind.NEGATION, mine[0].denied, one, two
    if True in denied or any(s.limits for s in its):
        return None
    kind = _stronger(mine, its)
    return (kind, False, one, two) if kind else None


def _shown(reading: Reading, stand: Stand) -> Span:
    """Return the words of a term with the cues that bear on it."""
    here = reading.tokens.span(stand.term.at, stand.term.at + 1)
    starts = [cue.start for cue in stand.cues if cue.start < here.start]
    ends = [cue.end for cue in stand.cues]
    return Span(start=min([here.start, *starts]), end=max([here.end, *ends]))


def _stronger(mine: list[Stand], its: list[Stand]) -> EditKind | None:
    """Return MODALITY where a claim is surer than its source, or makes a duty of advice."""
    ours, theirs = max(s.certainty for s in mine), max(s.certainty for s in its)
    surer = (theirs == Certainty.POSSIBLE and ours >= Certainty.STATED) or (
        theirs == Certainty.COULD and ours == Certainty.CERTAIN
    )
    duties = {s.duty for s in mine}, {s.duty for s in its}
    return EditKind.MODALITY if surer or duties == ({"must"}, {"should"}) else None


def weaker(ours: Reading, theirs: Reading) -> bool:
    """Tell whether a claim leaves open what its passage says for certain."""
    its = _by_stem(stands(theirs))
    return any(
        stand.certainty <= Certainty.COULD
        and all(other.certainty >= Certainty.STATED for other in its[stand.term.stem])
        for stand in stands(ours)
        if stand.term.stem in its
    )


def _opposites(
    ours: Reading, mine: dict[str, list[Stand]], theirs: Reading, its: dict[str, list[Stand]]
) -> list[Clash]:
    """Return words of which the passage has the opposite, and not the word itself."""
    found = []
    for stem, stand in mine.items():
        for other, its_stand in its.items():
            if stem in its or other in mine or not _opposed(ours, stand[0].term, its_stand[0].term):
                continue
            if stand[0].denied == its_stand[0].denied:
                one, two = _shown(ours, stand[0]), _shown(theirs, its_stand[0])
                found.append(Clash(EditKind.NEGATION, one, two))
    return found if len(found) == 1 else []


def _opposed(reading: Reading, one: Term, two: Term) -> bool:
    language = reading.language
    short, long = sorted((one.norm, two.norm), key=len)
    prefixed = any(long == prefix + short for prefix in language.stance.prefixes)
    if prefixed and len(short) >= _PREFIXED:
        return True
    stems = {one.stem, two.stem}
    return any(
        {language.stem(folded(a)), language.stem(folded(b))} == stems
        for a, b in language.stance.opposites
    )
