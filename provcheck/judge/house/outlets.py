"""Words that were seen only in another outlet, which the article does not credit."""

from collections.abc import Iterator

from provcheck.judge.house.look import Look
from provcheck.judge.speakers import Voice, voice_at
from provcheck.language.words import normalised
from provcheck.model.citation import CitationKind
from provcheck.model.claim import ClaimKind
from provcheck.model.evidence import Found
from provcheck.model.lead import Standing

_CREDITS = {CitationKind.LINK, CitationKind.POST, CitationKind.OUTLET, CitationKind.DOCUMENT}


def other_outlet(look: Look) -> Iterator[str]:
    """Yield a message for a quotation seen only in a report of another outlet, not credited.

    Silent when the outlet is the house's own or named anywhere, when the article links or names
    any source for the words, and when the source is the speaker's own text, a transcript, or
    says nothing of its publisher.
    """
    source = _uncredited(look)
    if source is None or source.text.turns or source.text.own_voice:
        return
    voice = _voice(look, source)
    if voice is not None and voice.quotation is not None:
        outlet = source.text.publisher
        yield f"the words were seen only in {outlet}, which the article does not name"


def broadcast(look: Look) -> Iterator[str]:
    """Yield a message for words from a broadcaster's transcript that is credited nowhere."""
    source = _uncredited(look)
    if source is None or not source.text.turns or not _broadcasts(look, source):
        return
    yield f"said in a programme of {source.text.publisher}, which the article does not name"


def _uncredited(look: Look) -> Found | None:
    """Return the source of the words where the article credits nobody for them."""
    found = look.found
    if found is None or look.claim.kind == ClaimKind.PARAPHRASE or not found.text.publisher:
        return None
    credited = look.claim.via or any(cite.kind in _CREDITS for cite in look.claim.cites)
    own = normalised(found.text.publisher) in map(normalised, look.rules.house.publishes_as)
    if credited or own or look.names(found.text.publisher):
        return None
    stood = [
        walk.lead.standing
        for walk in look.walks
        if isinstance(walk.evidence, Found) and walk.evidence.snapshot == found.snapshot
    ]
    return found if stood and all(each == Standing.NEARBY for each in stood) else None


def _voice(look: Look, source: Found) -> Voice | None:
    pieces = look.alignment.pieces if look.alignment else ()
    return voice_at(source.text, pieces[0].source) if pieces else None


def _broadcasts(look: Look, source: Found) -> bool:
    publisher = source.text.publisher or ""
    for agency in look.rules.agencies.agencies:
        if publisher in agency.names:
            return agency.kind == "broadcaster"
    return any(word in look.usage.broadcasters for word in normalised(publisher).split())
