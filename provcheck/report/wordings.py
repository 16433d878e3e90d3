"""The words of the article and of the source, cut where they differ."""

from collections.abc import Iterable

from provcheck.model.edit import Edit, EditKind
from provcheck.model.evidence import Found
from provcheck.model.finding import Finding
from provcheck.model.span import Span, hull
from provcheck.model.value import Value

NEAR = 240  # code points of source shown between two pieces; more is shown as a gap


class Run(Value):
    """A stretch of words: the same on both sides, or concerned by the edit of number `edit`.

    The number after that of the last edit marks what a cut lost. `gap`: source words that are
    passed over; `text` is then empty.
    """

    text: str
    edit: int | None = None
    gap: bool = False


class Wordings(Value):
    """Both sides of a finding, in the order in which each text has the words.

    `shown`: from the first to the last of the source's words among them.
    """

    article: tuple[Run, ...]
    source: tuple[Run, ...]
    shown: Span

    @property
    def differ(self) -> bool:
        """Tell whether any run is marked."""
        return any(run.edit is not None for run in self.article + self.source)


def differences(finding: Finding) -> tuple[Edit, ...]:
    """Return the edits that an editor should see: all but those of mere typography."""
    edits = finding.alignment.edits if finding.alignment else ()
    return tuple(edit for edit in edits if edit.kind is not EditKind.TYPOGRAPHY)


def passage(finding: Finding) -> Span | None:
    """Return where the claim's words stand in the source that was found, or None."""
    if not isinstance(finding.evidence, Found) or not finding.alignment:
        return None
    pieces = finding.alignment.pieces
    return hull(tuple(piece.source for piece in pieces)) if pieces else None


def page(finding: Finding) -> int | None:
    """Return the page of the source on which the claim's words begin, None where it has none."""
    span = passage(finding)
    if span is None or not isinstance(finding.evidence, Found):
        return None
    return finding.evidence.text.page_at(span.start)


def wordings(finding: Finding, text: str) -> Wordings | None:
    """Return both wordings of `finding`, whose claim stands in `text`; None without a passage."""
    if not isinstance(finding.evidence, Found) or not finding.alignment or not passage(finding):
        return None
    edits = differences(finding)
    lost = (finding.lost,) if finding.lost else ()
    marks = [(span, n) for n, span in enumerate((*(edit.source for edit in edits), *lost))]
    pieces = tuple(piece.source for piece in finding.alignment.pieces)
    spans = (*pieces, *(span for span, _ in marks if len(span)))
    return Wordings(
        article=_cut(text, finding.claim.span, [(e.claim, n) for n, e in enumerate(edits)]),
        source=_parts(finding.evidence.text.text, spans, marks),
        shown=hull(spans),
    )


def _parts(source: str, spans: tuple[Span, ...], marks: list[tuple[Span, int]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for window in windows(spans):
        if runs:
            runs.append(Run(text="", gap=True))
        runs.extend(_cut(source, window, marks))
    return tuple(runs)


def windows(spans: Iterable[Span]) -> list[Span]:
    """Join the spans that overlap or stand near each other, in the order of the text."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if joined and span.start - joined[-1].end <= NEAR:
            joined[-1] = Span(start=joined[-1].start, end=max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _cut(text: str, window: Span, marks: list[tuple[Span, int]]) -> tuple[Run, ...]:
    """Cut the words in `window` at the marked spans; of two that overlap the first one has them.

    Of two that begin together it is the longer one.
    """
    runs: list[Run] = []
    at = window.start
    for span, number in sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end)):
        start, end = _without_blanks(text, max(span.start, at), min(span.end, window.end))
        if start >= end:
            continue
        if at < start:
            runs.append(Run(text=text[at:start]))
        runs.append(Run(text=text[start:end], edit=number))
        at = end
    if at < window.end:
        runs.append(Run(text=text[at : window.end]))
    return tuple(runs)


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without blanks at its ends; one that is all blanks stays as it is."""
    words = text[start:end] if start < end else ""
    if not words.strip():
        return start, end
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
