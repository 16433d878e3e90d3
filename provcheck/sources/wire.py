"""Which news agency a page credits for its text: by dateline, byline, end or metadata."""

import re
from collections.abc import Iterable, Iterator

from provcheck.model.prose import BlockKind
from provcheck.model.source_text import SourceText
from provcheck.rulebook.agencies import Agencies, Agency, AgencyKind

_HEAD = 5  # paragraphs at the head among which a byline or dateline stands
_END = 2  # paragraphs at the end among which a credit stands
_LINE = 120  # characters of a line that only credits
_PLACE = 80  # characters of a dateline before its tag
_DASH = r"(?:-{1,2}|–|—)"
# HALDEN, Jan 23 (Reuters) - ; МОСКВА, 23 января. /ТАСС/. ; Madrid, 23 ene (EFE).-
_TAGGED = re.compile(
    rf"(?P<place>[^()/\n]{{0,{_PLACE}}}?)[\s.,–—-]{{0,5}}"
    rf"(?P<tag>\([^()\n]{{1,40}}\)|/[^/\n]{{1,30}}/)\s?(?:\.?\s?{_DASH}|[.:])"
)
_END_TAG = re.compile(
    rf"[.!?…][\"'”’»“]?\s{{0,3}}(?:{_DASH}\s?(?P<dashed>[^\n()/–—.]{{2,40}})"
    r"|(?P<tag>\([^()\n]{1,40}\)|/[^/\n]{1,30}/))\.?$"
)
_YEAR = r"(?:\s*\d{4}(?:\s*[-–]\s*\d{4})?)?"
_PARTS = re.compile(r"\s*[,;|/()·]\s*|\s[–—-]\s")


def credited(text: SourceText, origins: Iterable[str], agencies: Agencies) -> str | None:
    """Return the id of the one agency that a source credits for its text, or None.

    `origins` are organisations that its metadata names as where the text comes from. Beside them
    an agency is credited by the tag of a dateline, "HALDEN, Jan 23 (Reuters) -", a byline, "By
    Reuters", or what stands at the end: "- AFP", "© AFP", "(dpa)", or the signature that only its
    stories have. Not by being quoted ("told Reuters"), for a photograph or a part ("with AFP").
    The first of these signs holds; where it names two agencies, nobody is credited.
    """
    own = _paragraphs(text)
    signs = (
        _called(origins, agencies),
        (agency for each in own for agency in _dateline(each, agencies)),
        _bylines(text, own, agencies),
        (agency for each in own[-_END:] for agency in _end(each, text.text, agencies)),
    )
    for sign in signs:
        found = {agency.id for agency in sign}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _paragraphs(text: SourceText) -> list[str]:
    return [
        block.span.of(text.text).strip()
        for block in text.blocks
        if block.kind == BlockKind.PARAGRAPH
        and not any(aside.holds(block.span) for aside in text.aside)
    ]


def _dateline(paragraph: str, agencies: Agencies) -> Iterator[Agency]:
    """Yield whose tag the dateline that opens a paragraph carries."""
    match = _TAGGED.match(paragraph)
    if match is not None and _is_dateline(match["place"], agencies):
        yield from _tagged(match["tag"], agencies)
    bare = re.match(
        rf"(?P<place>.{{0,{_PLACE}}}?)(?P<tag>{agencies.bare_tags})\s?[.:–—-]", paragraph
    )
    if bare is not None and _is_dateline(bare["place"], agencies):
        yield agencies.by_tag[bare["tag"]]


def _is_dateline(place: str, agencies: Agencies) -> bool:
    """Tell whether words may be a place and a day: capitals, figures and months beside them."""
    words = re.findall(r"[^\W_]+", place)
    figures = {i for i, word in enumerate(words) if word[0].isdigit()}
    return all(
        not word[0].islower()
        or i in figures
        or bool({i - 1, i + 1} & figures)
        or word in agencies.credits.particles
        for i, word in enumerate(words)
    )


def _tagged(tag: str, agencies: Agencies) -> Iterator[Agency]:
    """Yield whose tag it is: (Reuters), /TASS/; (dpa/lnw) is dpa's, (AFP, dpa) both theirs."""
    opens, closes = tag[0], tag[-1]
    for part in re.split(r"\s*[/,]\s*", tag[1:-1]):
        agency = agencies.by_tag.get(f"{opens}{part}{closes}")
        if agency is not None:
            yield agency


def _bylines(text: SourceText, own: list[str], agencies: Agencies) -> Iterator[Agency]:
    yield from _byline(text.byline or "", agencies)
    words = "|".join(map(re.escape, agencies.credits.bylines))
    for line in own[:_HEAD]:
        by = re.match(rf"(?:{words})\s+", line, re.IGNORECASE)
        if by is not None and len(line) <= _LINE and line[-1:] not in ".!?:":
            yield from _byline(line, agencies)


def _byline(line: str, agencies: Agencies) -> Iterator[Agency]:
    """Yield the agencies that are a part of a byline by themselves: By Ada Lind, Reuters."""
    if len(line) > _LINE:
        return
    words = "|".join(map(re.escape, agencies.credits.bylines))
    named = re.sub(rf"^(?:{words})\s+", "", line, flags=re.IGNORECASE)
    staff = "|".join(map(re.escape, agencies.credits.staff))
    parts = (re.sub(rf"\s+(?:{staff})$", "", p, flags=re.IGNORECASE) for p in _PARTS.split(named))
    yield from _called(parts, agencies)


def _end(paragraph: str, whole: str, agencies: Agencies) -> Iterator[Agency]:
    """Yield whom a paragraph at the end credits: on a line of its own, or behind its last stop."""
    tag = _END_TAG.search(paragraph)
    if tag is not None and tag["tag"]:
        yield from _tagged(tag["tag"], agencies)
    if tag is not None and tag["dashed"]:
        yield from _called([tag["dashed"].strip()], agencies)
    yield from _line(paragraph, agencies)
    for agency in agencies.agencies:
        signed = agency.signature and re.match(rf"\W?{agency.signature}", paragraph)
        # Others sign in this manner too; the page must also say whose story it is.
        if signed and any(re.search(rf"\b{re.escape(n)}\b", whole) for n in agency.names):
            yield agency


def _line(line: str, agencies: Agencies) -> Iterator[Agency]:
    """Yield whom a line of its own credits: - AFP; (dpa); Quelle: dpa; © 2025 Reuters."""
    if len(line) > _LINE and not line.startswith(agencies.credits.rights):
        return
    rights = "|".join(map(re.escape, sorted(agencies.credits.rights, key=len, reverse=True)))
    sources = "|".join(map(re.escape, agencies.credits.sources))
    bare = re.sub(
        rf"^(?:(?:{rights}){_YEAR}\s*(?:by\s+)?|(?:{sources})\s*:\s*|{_DASH}\s*)", "", line
    )
    if re.fullmatch(r"\([^()]+\)|/[^/]+/", bare):
        yield from _tagged(bare, agencies)
    elif bare != line:
        named = re.split(r"\s*[.(]\s*|\s+\d{4}$", bare, maxsplit=1)[0]
        yield from _called(named.split("/"), agencies)


def _called(names: Iterable[str], agencies: Agencies) -> Iterator[Agency]:
    """Yield the news agencies among `names`; papers and broadcasters syndicate nothing here."""
    for name in names:
        agency = agencies.named(name)
        if agency is not None and agency.kind == AgencyKind.AGENCY:
            yield agency
