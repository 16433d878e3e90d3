"""A report for tests of what is shown: one invented article, a claim for nearly every verdict."""

from datetime import UTC, date, datetime

from building import a_claim, a_source, an_alignment, an_edit, found, span_in

from provcheck.model.alignment import Alignment
from provcheck.model.article import Article, LineMap
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import ClaimKind
from provcheck.model.edit import EditKind
from provcheck.model.evidence import Evidence, Found, Mode, Unavailable, Unsourced
from provcheck.model.finding import Finding, Remark, Step
from provcheck.model.interval import Interval
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.model.prose import Block, BlockKind
from provcheck.model.report import Report, SourceRead
from provcheck.model.span import Span
from provcheck.model.verdict import Level, Verdict

TITLE = "Harbour council votes on the ferry"
PARAGRAPHS = (
    TITLE,
    "Mayor Ines Falk said on Tuesday: “We will open the new ferry line in spring.”",
    "“The quay was never safe,” she added. “Nobody asked the crews.”",
    "The operator promised that “fares stay at 4.30 crowns for all riders”.",
    "Fares would not rise before 2027, the operator told Strand Radio.",
    "A dock worker said: “I have not been paid since the strike.”",
    "The port authority wrote that “dredging begins at once”.",
)
TEXT = "\n".join(PARAGRAPHS)
MINUTES = (
    "Minutes of the council.\nThe chair was asked about the ferry. Ines Falk: We may open the new "
    "ferry line in spring, if the money comes. The quay was never safe. Nobody asked the crews. "
    "The meeting closed at ten."
)
RADIO = "Strand Radio.\nFares stay at 4.80 crowns for nearly all riders, the operator said."
STAMP = datetime(2025, 3, 13, 9, 30, tzinfo=UTC)


def an_article(text: str = TEXT, **known: object) -> Article:
    """An article of one block a line; the first line is its heading."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = BlockKind.PARAGRAPH if number else BlockKind.HEADING
        if line:
            blocks.append(Block(kind=kind, span=Span(start=at, end=at + len(line))))
        at += len(line) + 1
    starts = (0, *(i + 1 for i, c in enumerate(text) if c == "\n"))
    fields = {
        "path": "ferry.txt",
        "sha256": "ab" * 32,
        "title": TITLE,
        "byline": "Ole Brandt",
        "published": date(2025, 3, 14),
        "blocks": tuple(blocks),
        "lines": LineMap(line_starts=starts),
    }
    return Article(text=text, **{**fields, **known})


def a_found(text: str, **known: object) -> Found:
    """A source with title, publisher and day, as `found` builds it."""
    url = known.pop("url", "https://council.example/minutes")
    fields = {"title": "Minutes", "publisher": "Harbour Council", "published": STAMP, **known}
    return found(a_source(text, **fields), url=url)


def on_pages(finding: Finding, *starts: int) -> Finding:
    """The finding with its source in pages that begin at these offsets."""
    source = finding.evidence
    text = source.text.model_copy(update={"pages": starts})
    return finding.model_copy(update={"evidence": source.model_copy(update={"text": text})})


def a_step(evidence: Evidence, target: str, **known: object) -> Step:
    """One step of a trail to `target`, ended as `evidence` says."""
    lead = Lead(
        kind=LeadKind.URL,
        target=target,
        standing=known.pop("standing", Standing.CITED),
        reason=known.pop("why", "the sentence links it"),
    )
    snapshot = evidence.snapshot if isinstance(evidence, Found) else None
    return Step(
        lead=lead,
        status=evidence.status,
        detail=known.pop("detail", "read whole"),
        url=snapshot.final_url if snapshot else None,
        sha256=snapshot.sha256 if snapshot else None,
        mode=snapshot.mode if snapshot else None,
        **known,
    )


def a_finding(words: str, verdict: Verdict, text: str = TEXT, **known: object) -> Finding:
    """A finding on `words` of `text`; evidence, alignment, speaker and the rest as given."""
    about = {key: known.pop(key) for key in CLAIM_FIELDS if key in known}
    fields = {
        "level": Level.OK,
        "message": "The words stand in the source.",
        "confidence": 0.97,
        "evidence": Unsourced(reason="the article names no source"),
        **known,
    }
    claim = a_claim(text, words, **about)
    return Finding(claim=claim, verdict=verdict, **fields)


CLAIM_FIELDS = ("id", "kind", "speaker", "via", "cue", "said_on", "cites", "segments", "fragment")


def an_edit_of(kind: EditKind, sides: tuple[str, str], words: tuple[str, str], note: str):
    """An edit between the two texts `sides` at the two wordings `words`; "" stands at the end."""
    article, source = (span_in(text, said) for text, said in zip(sides, words, strict=True))
    return an_edit(kind, article, source, note)


def verbatim() -> Finding:
    words = "The quay was never safe,” she added. “Nobody asked the crews."
    source = a_found(MINUTES)
    halves = ("The quay was never safe", "Nobody asked the crews")
    pairs = (halves[:1] * 2, (*halves[1:] * 2, "attribution"))
    return a_finding(
        words,
        Verdict.VERBATIM,
        id="q-quay",
        speaker="Ines Falk",
        cue="added",
        segments=tuple(span_in(TEXT, half) for half in halves),
        evidence=source,
        alignment=an_alignment(
            TEXT, MINUTES, *pairs, exact=True, before="in spring. ", after=" The meeting"
        ),
        trail=(a_step(source, "https://council.example/minutes", matched=True),),
        primary=True,
    )


def altered() -> Finding:
    words = "We will open the new ferry line in spring."
    source = a_found(MINUTES)
    edit = an_edit_of(EditKind.MODALITY, (TEXT, MINUTES), ("will", "may"), "“may” became “will”.")
    pair = ("We will open the new ferry line in spring", "We may open the new ferry line in spring")
    return a_finding(
        words,
        Verdict.ALTERED,
        id="q-ferry",
        speaker="Ines Falk",
        cue="said",
        said_on=Interval(first=date(2025, 3, 11), last=date(2025, 3, 11)),
        cites=(
            Citation(
                kind=CitationKind.DOCUMENT, name="minutes", url="https://council.example/minutes"
            ),
        ),
        level=Level.ERROR,
        message="The source has “may” where the article has “will”.",
        evidence=source,
        alignment=_aligned(
            TEXT, MINUTES, pair, edit, before="Ines Falk: ", after=", if the money comes."
        ),
        trail=(a_step(source, "https://council.example/minutes", matched=True),),
        remarks=(
            Remark(
                rule="date-conflict", level=Level.WARNING, message="The minutes are of 13 March."
            ),
        ),
        primary=False,
    )


def _aligned(
    article: str, source: str, pair: tuple[str, str], *edits, **known: object
) -> Alignment:
    fields = {"bits": 41.5, "needed": 27.2, "chance": 3.1e-6, "coverage": 0.89}
    return an_alignment(article, source, pair, **{**fields, **known}, edits=edits)


def several_edits() -> Finding:
    """Two differences; the second has no words on the article's side."""
    words = "fares stay at 4.30 crowns for all riders"
    source = a_found(
        RADIO, url="https://strand.example/fares?a=1&b=2", title=None, publisher="Strand Radio"
    )
    nearly = span_in(RADIO, "nearly ")
    gap = span_in(TEXT, "all riders").start
    edits = (
        an_edit_of(EditKind.NUMBER, (TEXT, RADIO), ("4.30", "4.80"), "Another number."),
        an_edit(EditKind.QUALIFIER, Span(start=gap, end=gap), nearly, "A limit was lost."),
    )
    pair = (words, "Fares stay at 4.80 crowns for nearly all riders")
    return a_finding(
        words,
        Verdict.ALTERED,
        id="q-fares",
        speaker="the operator",
        level=Level.ERROR,
        message="The source has another number.",
        evidence=source,
        alignment=_aligned(TEXT, RADIO, pair, *edits),
        trail=(a_step(source, "https://strand.example/fares", matched=True),),
    )


def cut_short() -> Finding:
    """The words stop before what limits them; the source's wording of them is taken as the same."""
    words = "We will open the new ferry line in spring."
    pair = ("We will open the new ferry line in spring", "We may open the new ferry line in spring")
    return a_finding(
        words,
        Verdict.TRUNCATED,
        id="q-cut",
        speaker="Ines Falk",
        level=Level.WARNING,
        message="The quotation leaves out what limits it.",
        evidence=a_found(MINUTES),
        alignment=_aligned(TEXT, MINUTES, pair),
        lost=span_in(MINUTES, "if the money comes"),
    )


def supported() -> Finding:
    words = "Fares would not rise before 2027"
    source = a_found(RADIO, url="https://strand.example/fares")
    return a_finding(
        words,
        Verdict.SUPPORTED,
        id="p-fares",
        kind=ClaimKind.PARAPHRASE,
        speaker="the operator",
        via="Strand Radio",
        evidence=source,
        alignment=_aligned(TEXT, RADIO, (words, "Fares stay at 4.80 crowns")),
    )


def unsourced() -> Finding:
    return a_finding(
        "I have not been paid since the strike.",
        Verdict.UNSOURCED,
        id="q-paid",
        level=Level.NOTE,
        message="No source is named.",
        evidence=Unsourced(reason="the article gives only “a dock worker”"),
    )


def unavailable() -> Finding:
    lost = Unavailable(reason="https://port.example/plan answered 404")
    return a_finding(
        "dredging begins at once",
        Verdict.UNAVAILABLE,
        id="q-dredge",
        speaker="port authority",
        level=Level.WARNING,
        message="The source could not be read: https://port.example/plan answered 404.",
        evidence=lost,
        trail=(a_step(lost, "https://port.example/plan", detail="answered 404"),),
    )


def all_findings() -> tuple[Finding, ...]:
    return (altered(), verbatim(), several_edits(), supported(), unsourced(), unavailable())


def a_report(*findings: Finding, **known: object) -> Report:
    """A report on the article above; without findings, all of them."""
    fields = {
        "article": an_article(),
        "findings": findings or all_findings(),
        "sources": (
            SourceRead(
                name="minutes.html",
                url="https://council.example/minutes",
                status="found",
                detail="read whole",
                sha256="0" * 64,
            ),
            SourceRead(
                name="plan", url="https://port.example/plan", status="unavailable", detail="404"
            ),
        ),
        "tool": "0.1.0",
        "rules": "cafe00112233",
        "house": "default",
        "settings": (("offline", "yes"),),
    }
    return Report(**{**fields, **known})


def by_mode(mode: Mode) -> Found:
    """A source got in `mode`."""
    return found(a_source(MINUTES), mode=mode)
