"""People whom the article leaves without a name: how many there are, and whether one has a name."""

from collections.abc import Iterator

from provcheck.judge.choice import holds
from provcheck.judge.house.look import Look
from provcheck.language.words import normalised
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Found
from provcheck.model.lead import Standing
from provcheck.model.value import Value


class Unnamed(Value):
    """People without a name; `count` None where several are meant and no number is given."""

    written: str
    count: int | None


def plural_sources(look: Look) -> Iterator[str]:
    """Yield a message where the article has more unnamed people than the report that it rests on.

    Reads the number from the words for the speaker on both sides; silent where either gives none.
    """
    ours = _unnamed(look, look.claim)
    theirs = [each for q in _credited(look) if (each := _unnamed(look, q))]
    if ours is None or not theirs or any(_agree(ours, each) for each in theirs):
        return
    yield f"the article has “{ours.written}”, the source “{theirs[0].written}”"


def name_at_hand(look: Look) -> Iterator[str]:
    """Yield a message where the article leaves a speaker unnamed whom the source names."""
    ours = _unnamed(look, look.claim)
    if ours is None or ours.count != 1:
        return
    speakers = [q.speaker.resolved for q in _credited(look) if q.speaker]
    names = [name for name in speakers if name is not None and _is_name(look, name)]
    if names:
        yield f"the article has “{ours.written}”, the source names {names[0]}"


def single_source(look: Look) -> Iterator[str]:
    """Yield a message where unnamed people are known from one report of another outlet alone."""
    ours = _unnamed(look, look.claim)
    if ours is None or look.found is None or not look.found.text.publisher:
        return
    bearing = [
        walk
        for walk in look.walks
        if walk.lead.standing != Standing.NEARBY and holds(look.claim, walk)
    ]
    if len(bearing) == 1 and isinstance(bearing[0].evidence, Found):
        yield f"only {look.found.text.publisher} was seen to report it, of “{ours.written}”"


def _credited(look: Look) -> tuple[Claim, ...]:
    """Return what the source quotes or reports where the words stand."""
    if look.found is None or not look.alignment:
        return ()
    places = [piece.source for piece in look.alignment.pieces]
    return tuple(
        quotation
        for quotation in look.found.text.quotations
        if any(quotation.span.meets(place) for place in places)
    )


def _unnamed(look: Look, claim: Claim) -> Unnamed | None:
    """Return the people without a name to whom `claim` is given, None for everybody else."""
    speaker = claim.speaker
    if speaker is None or claim.kind == ClaimKind.EMBED or _is_name(look, speaker.resolved):
        return None
    words = normalised(speaker.as_written).split()
    one = any(word in look.usage.unnamed for word in words)
    several = any(word in look.usage.unnamed.values() for word in words)
    if one == several:
        return None
    return Unnamed(written=speaker.as_written, count=_count(look, words, one=one))


def _is_name(look: Look, resolved: str | None) -> bool:
    """Tell whether a speaker's resolved name is one; “Sources” at the head of a sentence is not."""
    words = {*look.usage.unnamed, *look.usage.unnamed.values()}
    return resolved is not None and normalised(resolved) not in words


def _count(look: Look, words: list[str], *, one: bool) -> int | None:
    if one:
        return 1
    for word in words:
        figure = look.rules.lexicon.number(word)
        if figure.isdecimal():
            return int(figure)
    return None


def _agree(ours: Unnamed, theirs: Unnamed) -> bool:
    """Tell whether the article has no more people than the source: one may be picked of many."""
    if ours.count is None:
        return theirs.count != 1
    return theirs.count is None or ours.count <= theirs.count
