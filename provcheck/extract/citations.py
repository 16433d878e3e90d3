"""What a text names as the source of a passage: links, outlets, documents, occasions."""

import re
from collections.abc import Iterator

from provcheck.extract.anaphora import Story
from provcheck.extract.credits import credit_of, is_own, links_ahead, links_behind
from provcheck.extract.others import others_words
from provcheck.extract.passage import Passage
from provcheck.extract.phrases import NAME
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Mention
from provcheck.model.prose import Link
from provcheck.model.span import Span

_OWNER = re.compile(r"(?<=\w)[’']s?(?=\s|$)")  # Halden Radio’s Per Olsen
_NAMES = 100  # characters before a speaker in which the outlet stands that quotes him
_LEAD = 2_000  # characters before "the agency" in which its paragraph names one


def via_of(frame: Span, speaker: Mention | None, story: Story) -> tuple[str, Span] | None:
    """Return the outlet or document through which words came, and where `frame` names it.

    Behind a carrying phrase (told, interview with, according to), before a verb whose object the
    speaker is (the Herald quoted her), or the speaker itself when it is an outlet or a document.
    "told this newspaper" names none.
    """
    words = frame.of(story.prose.text)
    cues = story.cues
    if cues.reports_itself is not None and cues.reports_itself.search(words):
        return None
    for match in cues.carries.finditer(words) if cues.carries is not None else ():
        found = _outlet(match, frame, story)
        if found:
            return found
    if speaker is None or not speaker.resolved:
        return None
    if is_carrier(speaker.resolved, story):
        return speaker.resolved, speaker.span
    quoting = _quoting(speaker.span, story)
    if quoting is not None:
        return quoting
    document = story.carriers.document(speaker.span.start, speaker.as_written)
    return (document, speaker.span) if document else None


def _quoting(speaker: Span, story: Story) -> tuple[str, Span] | None:
    """Return the outlet that quotes a speaker: the Herald quoted | Per Olsen as saying."""
    start = max(story.discourse.block_round(speaker).start, speaker.start - _NAMES)
    named, _, verb = story.prose.text[start : speaker.start].rstrip().rpartition(" ")
    if "cue" not in story.cues.classes.get(verb.casefold(), ()):
        return None
    ends = (match for match in NAME.finditer(named) if match.end() == len(named))
    found = (_named(match.group(), start + match.start(), story) for match in ends)
    return next(filter(None, found), None)


def heard_by(frame: Span, speaker: Span, story: Story) -> tuple[str, Span] | None:
    """Return the outlet that a speaker told something, named behind him: sagte Olsen der Presse."""
    behind = Span(start=max(speaker.end, frame.start), end=max(speaker.end, frame.end))
    heard = story.cues.heard
    match = heard.match(behind.of(story.prose.text)) if heard is not None else None
    return _outlet(match, behind, story) if match else None


def citations(
    passage: Passage, frames: tuple[Span, ...], story: Story, speaker: Mention | None = None
) -> Iterator[Citation]:
    """Yield what `frames`, the sentences that carry a passage, name as its source.

    Links that stand in a frame or in the passage itself, in a footnote's mark or a credit right
    behind it, or, where there are none, in the sentence before that leads up to it; an embedded
    post's own address; and the occasion: a speech, a statement, an interview. Outlets and documents
    come from `via_of`. Links to share or to subscribe, and to lists of a site, cite nothing, nor do
    links where the sentence quotes another than `speaker`.
    """
    if passage.embed is not None:
        embed = passage.embed
        name = (
            f"{embed.author} (@{embed.handle})"
            if embed.handle
            else (embed.author or embed.platform)
        )
        yield Citation(
            kind=CitationKind.POST,
            name=name,
            url=embed.url,
            span=embed.author_span,
            media=embed.media,
        )
        return
    others = others_words(passage, speaker.span, frames, story) if speaker else ()
    within = _links(passage, frames, story)
    links = [link for link in within if not any(other.meets(link.span) for other in others)]
    links += links_behind(passage, frames, story)
    for link in dict.fromkeys(links) or links_ahead(passage, speaker, story):
        if not story.rules.addresses.is_no_source(link.url):
            words = link.span.of(story.prose.text)
            yield Citation(kind=CitationKind.LINK, name=words, url=link.url, span=link.span)
    for frame in frames:
        yield from _events(frame, story)


def is_carrier(name: str, story: Story) -> bool:
    """Tell whether a resolved name is an outlet's or a document's."""
    if story.rules.agencies.is_outlet(name):
        return True
    last = name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""
    return last in story.cues.documents and name[:1].islower()


def _links(passage: Passage, frames: tuple[Span, ...], story: Story) -> Iterator[Link]:
    """Yield the links in the passage itself and in the frames, each once, in order."""
    places = dict.fromkeys((passage.outer, *frames))
    links = dict.fromkeys(link for place in places for link in story.discourse.links_in(place))
    for link in sorted(links, key=lambda each: each.span.start):
        frame = next((frame for frame in frames if frame.meets(link.span)), None)
        if passage.outer.meets(link.span) or (frame and is_own(link, passage, frame, story)):
            yield link


def credited(passage: Passage, frames: tuple[Span, ...], story: Story) -> tuple[str, Span] | None:
    """Return the outlet that a credit behind a passage names, and where: (via Halden Wire)."""
    credit = credit_of(passage, frames, story)
    return _named(credit.of(story.prose.text), credit.start, story) if credit else None


def _events(frame: Span, story: Story) -> Iterator[Citation]:
    words = frame.of(story.prose.text)
    match = story.cues.occasion.search(words) if story.cues.occasion is not None else None
    if match:
        at = Span(start=frame.start + match.start("event"), end=frame.start + match.end("event"))
        yield Citation(kind=CitationKind.EVENT, name=match["event"].casefold(), span=at)


def _outlet(match: re.Match[str], frame: Span, story: Story) -> tuple[str, Span] | None:
    """Return the outlet that a carrying phrase stands before, named or taken up, and where."""
    start = frame.start + match.start("who")
    noun = match["who"].split()[0].rstrip(",.;:”“»'")
    named = _named(match["who"], start, story)
    if named is not None or noun.casefold() not in story.cues.outlets:
        return named
    beside = match["who"][len(noun) :].lstrip()
    if beside[:1].isupper():  # the broadcaster Radio Meridian
        return _named(beside, frame.start + match.end("who") - len(beside), story)
    block = story.discourse.block_round(frame)
    lead = Span(start=max(block.start, start - _LEAD), end=start)
    taken_up = _last_named(lead, story) or story.carriers.before(start, noun.casefold())
    return (taken_up, Span(start=start, end=start + len(noun))) if taken_up else None


def _named(words: str, start: int, story: Story) -> tuple[str, Span] | None:
    """Return the outlet or platform whose name opens `words`, which begin at `start`."""
    name = NAME.match(words)
    said = _OWNER.split(name.group(), maxsplit=1)[0] if name else ""
    while said.rpartition(" ")[2].casefold() in story.cues.times:  # told the Wire Friday
        said = said.rpartition(" ")[0]
    while said:
        outlet = story.carriers.outlet(said) or story.rules.platforms.named(said)
        if outlet is not None:
            return outlet, Span(start=start, end=start + len(said))
        said = said.rpartition(" ")[0]
    return None


def _last_named(lead: Span, story: Story) -> str | None:
    """Return the outlet that a paragraph named last before it speaks of "the agency"."""
    carries, last = story.cues.carries, None
    for match in carries.finditer(lead.of(story.prose.text)) if carries is not None else ():
        last = _named(match["who"], lead.start + match.start("who"), story) or last
    return last[0] if last else None


def cites_carrier(via: tuple[str, Span], story: Story) -> Citation:
    """Return the citation of an outlet or a document named as carrier."""
    name, span = via
    outlet = story.rules.agencies.is_outlet(name)
    kind = CitationKind.OUTLET if outlet else CitationKind.DOCUMENT
    return Citation(kind=kind, name=name, span=span)
