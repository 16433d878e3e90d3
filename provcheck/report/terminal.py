"""The summary for a terminal or a log: one line a claim, wordings below it where they differ."""

from collections.abc import Callable

from provcheck.language.words import abridged
from provcheck.model.claim import Claim
from provcheck.model.evidence import Found, Mode, Unavailable
from provcheck.model.finding import Finding
from provcheck.model.notice import Notice
from provcheck.model.query import Query
from provcheck.model.report import Report
from provcheck.model.verdict import Level
from provcheck.report.dates import day
from provcheck.report.decided import decided
from provcheck.report.sums import count, needs_work, settled, tally, unchecked
from provcheck.report.visible import harmless, one_line, shortened
from provcheck.report.wordings import Run, page, wordings
from provcheck.rulebook.book import Rulebook

FIRST_WORDS = 44  # characters of the claim on its line
MARKED = 160  # characters of one difference, beyond which its middle is left out
SIGN = "`provcheck sign` keeps what an editor decides"
GIVE = (
    "hint: give copies of what could not be read with `--sources FOLDER`;"
    " a sources.json in it says of which addresses"
)
KEPT = 48  # characters of unchanged words kept on each side of a difference

Paint = Callable[[str, str], str]
_ANSI = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[33m",
    "note": "\x1b[36m",
    "ok": "\x1b[32m",
    "article": "\x1b[32m",
    "source": "\x1b[31m",
    "faint": "\x1b[2m",
}


def render(reports: tuple[Report, ...], rules: Rulebook) -> str:
    """Return the summary without colour; the number of its lines never depends on quoted text."""
    return _render(reports, rules, lambda _role, text: text)


def coloured(reports: tuple[Report, ...], rules: Rulebook) -> str:
    """Return the same text as `render` with ANSI colours, which add nothing but emphasis."""
    return _render(reports, rules, lambda role, text: f"{_ANSI[role]}{text}\x1b[0m")


def _render(reports: tuple[Report, ...], rules: Rulebook, paint: Paint) -> str:
    lines = [line for report in reports for line in _article(report, rules, paint)]
    if lines:
        lines.append("")
    lines += [_total(reports), *_warned(reports), *_asked(reports), *_hint(reports)]
    # Once more over whole lines: words beside a mark of ours can make a command with it, ##[-.
    return "".join(f"{harmless(line)}\n" for line in lines)


def _article(report: Report, rules: Rulebook, paint: Paint) -> list[str]:
    places = [place(report, finding.claim) for finding in report.findings]
    width = max((len(where) for where in places), default=0)
    words = max((len(finding.verdict) for finding in report.findings), default=0)
    lines: list[str] = []
    for where, finding in zip(places, report.findings, strict=True):
        sign = one_line(rules.verdicts.verdict(finding.verdict).sign_at(finding.level))
        verdict = paint(finding.level, f"{sign} {finding.verdict:<{words}}")
        told = f"{spoken(finding.claim)}  {one_line(finding.message)}"
        lines.append(f"{harmless(where):<{width}} {verdict}  {told}")
        below = [*_below(finding, report, paint), *decided(finding)]
        lines.extend(f"    {line}" for line in below)
    return [*lines, *(_notice(notice, paint) for notice in report.notices)]


def _notice(notice: Notice, paint: Paint) -> str:
    where = f"{one_line(notice.path)}:{notice.position.line}:{notice.position.column}:"
    rule = paint(notice.level, f"! {one_line(notice.rule)}")
    return f"{harmless(where)} {rule}  {one_line(notice.message)}"


def place(report: Report, claim: Claim) -> str:
    """Return `path:line:column:` of a claim, in the file as it lies on disk."""
    position = report.article.lines.position(claim.span.start)
    return f"{one_line(report.article.path)}:{position.line}:{position.column}:"


def spoken(claim: Claim) -> str:
    """Return who is said to have said it and the first words, on one line."""
    speaker = (
        claim.speaker.resolved or claim.speaker.as_written if claim.speaker else "nobody named"
    )
    return f"{one_line(speaker)}: “{shortened(one_line(claim.words), FIRST_WORDS)}”"


def _below(finding: Finding, report: Report, paint: Paint) -> list[str]:
    lines: list[str] = []
    both = wordings(finding, report.article.text)
    if both and both.differ:
        lines.append(f"article  {_side(both.article, '{+', '+}', lambda t: paint('article', t))}")
        lines.append(f"source   {_side(both.source, '[-', '-]', lambda t: paint('source', t))}")
    if isinstance(finding.evidence, Found) and finding.level.rank >= Level.WARNING.rank:
        lines.append(f"from     {_origin(finding.evidence, page(finding))}")
    lines.extend(
        f"remark   {paint(remark.level, remark.level)}: {one_line(remark.message)}"
        for remark in finding.remarks
    )
    return lines


def _side(runs: tuple[Run, ...], opening: str, closing: str, paint: Callable[[str], str]) -> str:
    parts: list[str] = []
    for number, run in enumerate(runs):
        if run.gap:
            parts.append(" […] ")
        elif run.edit is not None:
            parts.append(paint(f"{opening}{abridged(one_line(run.text), MARKED)}{closing}"))
        else:
            parts.append(_unchanged(run.text, number == 0, number == len(runs) - 1))
    return "".join(parts).strip()


def _unchanged(text: str, first: bool, last: bool) -> str:  # noqa: FBT001
    """Return the words between two differences, the middle of long ones left out."""
    flat = one_line(text)
    if first and last:
        return shortened(flat, 2 * KEPT)
    head = "" if first else flat[:KEPT]
    tail = "" if last else flat[-KEPT:]
    return flat if len(flat) <= len(head + tail) + 3 or len(flat) <= KEPT else f"{head}…{tail}"


def _origin(found: Found, number: int | None) -> str:
    text, snapshot = found.text, found.snapshot
    parts = (
        text.publisher,
        text.title_in_marks,
        text.published and day(text.published),
        number and f"page {number}",
    )
    named = ", ".join(one_line(part) for part in parts if part)
    address = one_line(text.post.url if text.post else snapshot.final_url or snapshot.url)
    if snapshot.mode is Mode.ARCHIVE and snapshot.final_url != snapshot.url:
        address = f"{one_line(snapshot.url)}  archived at {address}"
    return f"{named}  {address}" if named else address


def _total(reports: tuple[Report, ...]) -> str:
    findings = [finding for report in reports for finding in report.findings]
    verdicts = ", ".join(f"{number} {verdict}" for verdict, number in tally(reports).items())
    within = f" in {count(len(reports), 'article')}" if len(reports) > 1 else ""
    total = f"{count(len(findings), 'claim')}{within}" + (f": {verdicts}" if verdicts else "")
    missed = sum(unchecked(finding) for finding in findings)
    total = f"{total}; {missed} could not be checked" if missed else total
    done = sum(settled(finding) for finding in findings)
    total = f"{total}; {done} settled" if done else total
    stopped = any(report.interrupted for report in reports)
    return f"{total}; interrupted before every source was read" if stopped else total


def _warned(reports: tuple[Report, ...]) -> list[str]:
    """Return a line for each copy that an editor should not take for the page of today."""
    reads = {(read.url or read.name, read.warned) for r in reports for read in r.sources}
    return [
        f"note: {one_line(name)}: {one_line(warned)}"
        for name, warned in sorted(reads, key=str)
        if warned
    ]


def _asked(reports: tuple[Report, ...]) -> list[str]:
    """Return a line for each query to a search service, with all the words that were sent."""
    return [
        f"search: {one_line(query.provider)} ({one_line(query.host)}): {_sent(query)}"
        f"{one_line(query.outcome)}"
        for query in dict.fromkeys(query for report in reports for query in report.queries)
    ]


def _sent(query: Query) -> str:
    return f"sent “{one_line(query.sent)}”; " if query.sent else ""


def _hint(reports: tuple[Report, ...]) -> list[str]:
    if any(report.interrupted for report in reports):
        return ["hint: run the same command again to go on; what was fetched is kept"]
    findings = [finding for report in reports for finding in report.findings]
    worst = max(
        (f for f in findings if needs_work(f)), key=lambda f: f.outstanding.rank, default=None
    )
    if worst:
        graver = (r.rule for r in worst.remarks if r.level is worst.outstanding)
        word = worst.verdict if worst.outstanding is worst.level else next(graver)
        return [
            f"hint: `provcheck explain {one_line(word)}` says what it means and what to do; {SIGN}"
        ]
    findings = [finding for finding in findings if finding.outstanding is not Level.OK]
    if any(isinstance(finding.evidence, Unavailable) for finding in findings):
        return [GIVE]
    if any(unchecked(finding) for finding in findings):
        return [
            "hint: `--sources FOLDER` gives a transcript, recording or document to check against"
        ]
    return []
