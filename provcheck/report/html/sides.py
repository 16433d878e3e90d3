"""The two wordings of a claim as the page shows them, with the words round each."""

from dataclasses import dataclass, replace

from provcheck.model.edit import EditKind
from provcheck.model.evidence import Found
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.span import Span, hull
from provcheck.report.html.links import language
from provcheck.report.wordings import Run, Wordings, differences

CONTEXT = 160  # code points of text shown before and after a wording
MORE = 600  # code points of the source shown on each side when it is unfolded
LONGEST = 1200  # code points of one difference, beyond which its middle is left out
SHOWN = frozenset({EditKind.ELLIPSIS, EditKind.BRACKET})  # the article shows these by signs


@dataclass(frozen=True)
class Part:
    """A stretch of words; `number` is that of the difference it belongs to, from 1.

    `marked`: the article shows by points or brackets that something is other there. `gap`: words
    passed over, `left_out` of them (in code points) where they belong to a difference.
    """

    text: str
    number: int | None = None
    marked: bool = False
    gap: bool = False
    left_out: int = 0


@dataclass(frozen=True)
class Side:
    """One of the two wordings, with the words round it."""

    parts: tuple[Part, ...]
    before: str
    after: str
    lang: str | None


def article_side(finding: Finding, report: Report, both: Wordings | None) -> Side:
    """Return the claim's words with those round them in the blocks that it stands in."""
    text, span = report.article.text, finding.claim.span
    around = hull((span, *(b.span for b in report.article.blocks if b.span.meets(span))))
    runs = both.article if both else (Run(text=span.of(text)),)
    return Side(
        parts=_parts(runs, finding),
        before=_before(text, Span(start=around.start, end=span.start), CONTEXT),
        after=_after(text, Span(start=span.end, end=around.end), CONTEXT),
        lang=language(report.article.lang),
    )


def source_side(finding: Finding, both: Wordings | None) -> Side | None:
    """Return the source's words with those round them; None without a passage."""
    if not both or not isinstance(finding.evidence, Found):
        return None
    text = finding.evidence.text.text
    return Side(
        parts=_parts(both.source, finding),
        before=_before(text, Span(start=0, end=both.shown.start), CONTEXT),
        after=_after(text, Span(start=both.shown.end, end=len(text)), CONTEXT),
        lang=language(finding.evidence.text.lang),
    )


def surroundings(finding: Finding, both: Wordings | None) -> Side | None:
    """Return more of the source round the passage; None where all of it is shown already."""
    if not both or not isinstance(finding.evidence, Found):
        return None
    text, shown = finding.evidence.text.text, both.shown
    if shown.start <= CONTEXT and len(text) - shown.end <= CONTEXT:
        return None
    return Side(
        before=_before(text, Span(start=0, end=shown.start), MORE),
        parts=_folded(Part(shown.of(text))),
        after=_after(text, Span(start=shown.end, end=len(text)), MORE),
        lang=language(finding.evidence.text.lang),
    )


def _parts(runs: tuple[Run, ...], finding: Finding) -> tuple[Part, ...]:
    kinds = [edit.kind for edit in differences(finding)]
    parts: list[Part] = []
    for run in runs:
        marked = run.edit is not None and run.edit < len(kinds) and kinds[run.edit] in SHOWN
        number = None if run.edit is None else run.edit + 1
        parts.extend(_folded(Part(run.text, number, marked, run.gap)))
    return tuple(parts)


def _folded(part: Part) -> tuple[Part, ...]:
    """Return the part, in three where it is too long: its ends, and what is left out between."""
    if len(part.text) <= LONGEST:
        return (part,)
    half = LONGEST // 2
    between = replace(part, text="", gap=True, left_out=len(part.text) - 2 * half)
    return (
        replace(part, text=part.text[:half]),
        between,
        replace(part, text=part.text[-half:]),
    )


def _before(text: str, span: Span, most: int) -> str:
    words = span.of(text)
    if len(words) <= most:
        return words
    return "…" + (words[-most:].partition(" ")[2] or words[-most:])


def _after(text: str, span: Span, most: int) -> str:
    words = span.of(text)
    if len(words) <= most:
        return words
    return (words[:most].rpartition(" ")[0] or words[:most]) + "…"
