"""Words that were seen only in another outlet, which the article does not credit."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from provcheck.judge.house.look import Look
from provcheck.judge.speakers import voice_at
from provcheck.judge.voice import Voice
from provcheck.language.words import normalised
from provcheck.model.citation import CitationKind
from provcheck.model.claim import ClaimKind
from provcheck.model.evidence import Found, Mode
from provcheck.model.lead import Standing
from provcheck.model.verdict import Verdict

_OTHERWISE = {Verdict.MISATTRIBUTED, Verdict.WRONG_SOURCE}  # what to do is told by the verdict
_CREDITS = {CitationKind.LINK, CitationKind.POST, CitationKind.OUTLET, CitationKind.DOCUMENT}


def other_outlet(look: Look) -> Iterator[str]:
    """Yield a message for a quotation seen only in a report of another outlet, not credited.

    Silent when the outlet is the house's own, or named or linked anywhere; when the article
    gives any source for the words; and when the source is no outlet's, the speaker's own text or
    a transcript.
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
    """Return the source of the words where it is an outlet's and the article credits nobody."""
    found = look.found
    if found is None or look.claim.kind == ClaimKind.PARAPHRASE or not found.text.publisher:
        return None
    cited = look.claim.via or any(cite.kind in _CREDITS for cite in look.claim.cites)
    if cited or look.finding.verdict in _OTHERWISE or _credited(look, found):
        return None
    stood = [
        walk.lead.standing
        for walk in look.walks
        if isinstance(walk.evidence, Found) and walk.evidence.snapshot == found.snapshot
    ]
    return found if stood and all(each == Standing.NEARBY for each in stood) else None


def _credited(look: Look, found: Found) -> bool:
    """Tell whether the publisher is no outlet, the house's own, or named or linked anywhere."""
    publisher = found.text.publisher or ""
    if not look.rules.agencies.is_outlet(publisher):
        return True
    known = look.rules.agencies.named(publisher)
    names = known.names if known else (publisher,)
    own = {normalised(title) for title in look.rules.house.publishes_as}
    if any(normalised(name) in own or look.names(name) for name in names):
        return True
    hosts = {_host(link.url) for link in look.article.links}
    where = found.snapshot
    page = where.url if where.mode is Mode.ARCHIVE else where.final_url
    return _host(page) in hosts - {""}


def _voice(look: Look, source: Found) -> Voice | None:
    pieces = look.alignment.pieces if look.alignment else ()
    return voice_at(source.text, pieces[0].source) if pieces else None


def _broadcasts(look: Look, source: Found) -> bool:
    publisher = source.text.publisher or ""
    known = look.rules.agencies.named(publisher)
    if known is not None:
        return known.kind == "broadcaster"
    return any(word in look.usage.broadcasters for word in normalised(publisher).split())


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # a bracket out of place in an article's link
        return ""
