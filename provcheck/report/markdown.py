"""The findings in Markdown, for the summary of a CI job or the text of a merge request."""

from collections.abc import Iterator
from dataclasses import dataclass

from provcheck.language.words import abridged
from provcheck.model.article import Position
from provcheck.model.evidence import Found, Mode
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.report.dates import day
from provcheck.report.html.links import link
from provcheck.report.markdown_text import linked, literal, plain
from provcheck.report.sums import count, needs_work, sum_of, tally, unchecked
from provcheck.report.wordings import Run, page, wordings
from provcheck.rulebook.book import Rulebook

MOST = 900_000  # bytes: GitHub refuses a summary of 1 MiB, and says so only in a remark
WORDS = 2_000  # characters of a wording that are shown
RUN = 400  # of a stretch of it
BRIEF = 400  # of anything else
CUT = "**Not shown: {} more.** This summary is cut at 900 kB; the HTML report has all.\n"


@dataclass(frozen=True)
class Section:
    """Pieces that may be left out from the end, each with the claim or notice it tells of."""

    opening: str
    items: tuple[str, ...]
    closing: str = "\n"


def render(reports: tuple[Report, ...], rules: Rulebook) -> str:
    """Return the summary; words of articles and sources make no element, link or mention in it.

    What an editor has to act on comes first, the gravest first. What does not fit into 900 kB is
    left out from the end, and the number of what is missing is told.
    """
    told = [(report, finding) for report in reports for finding in report.findings]
    faulty = sorted((t for t in told if needs_work(t[1])), key=lambda t: -t[1].outstanding.rank)
    missed = [t for t in told if unchecked(t[1])]
    settled = [t for t in told if not needs_work(t[1]) and not unchecked(t[1])]
    heading = count(len(settled), "claim")
    sections = (
        Section("", tuple(_faulty(report, finding, rules) for report, finding in faulty), ""),
        Section("### Beside the claims\n\n", tuple(_notices(reports))),
        Section(
            "### Could not be checked\n\n", tuple(_line(r, f, rules, f.message) for r, f in missed)
        ),
        Section(
            f"<details>\n<summary>{heading} with nothing to correct</summary>\n\n",
            tuple(_line(r, f, rules) for r, f in settled),
            "\n</details>\n",
        ),
    )
    head = _head(reports, rules)
    return head + _fitted(sections, MOST - len(head.encode()))


def _head(reports: tuple[Report, ...], rules: Rulebook) -> str:
    lines = [f"## provcheck: {sum_of(reports) if tally(reports) else 'no claims'}"]
    if any(report.interrupted for report in reports):
        lines += ["", "Interrupted before every source was read."]
    if tally(reports):
        lines += ["", "| Verdict | Claims |", "| --- | ---: |"]
    for verdict, number in tally(reports).items():
        rule = rules.verdicts.verdict(verdict)
        lines.append(f"| {plain(rule.sign)} `{verdict}`: {plain(rule.title)} | {number} |")
    return "\n".join(lines) + "\n\n"


def _fitted(sections: tuple[Section, ...], room: int) -> str:
    """Return as much of `sections` as fits into `room` bytes, and what is missing."""
    parts: list[str] = []
    left_out = 0
    room -= 2 * len(CUT)
    for section in sections:
        room -= len((section.opening + section.closing).encode())
        shown = 0
        for item in section.items:
            room -= len(item.encode())
            if room < 0:
                break
            shown += 1
        left_out += len(section.items) - shown
        if shown:
            parts += [section.opening, *section.items[:shown], section.closing]
    if left_out:
        parts.append(CUT.format(left_out))
    return "".join(parts)


def _faulty(report: Report, finding: Finding, rules: Rulebook) -> str:
    sign = plain(rules.verdicts.verdict(finding.verdict).sign_at(finding.level))
    lines = [
        f"### {sign} `{finding.verdict}` in {_place(report, finding)}",
        "",
        f"Said by {_speaker(finding)}: {_brief(finding.message)}",
        "",
        *_wordings(finding, report.article.text),
        *_source(finding),
        *(f"- {each.level}: {_brief(each.message)}" for each in finding.remarks),
        *(f"- {each}" for each in _decided(finding)),
    ]
    return "\n".join(lines) + "\n\n"


def _line(report: Report, finding: Finding, rules: Rulebook, why: str = "") -> str:
    sign = plain(rules.verdicts.verdict(finding.verdict).sign_at(finding.level))
    parts = [f"“{_brief(finding.claim.words)}”", *([_brief(why)] if why else [])]
    told = "; ".join((*parts, *_decided(finding)))
    where = _place(report, finding)
    return f"- {sign} `{finding.verdict}` in {where}: {_speaker(finding)}: {told}\n"


def _notices(reports: tuple[Report, ...]) -> Iterator[str]:
    for notice in (notice for report in reports for notice in report.notices):
        where = _at(notice.path, notice.position)
        yield f"- {notice.level} in {where}: {_brief(notice.message)}\n"


def _place(report: Report, finding: Finding) -> str:
    return _at(report.article.path, report.article.lines.position(finding.claim.span.start))


def _at(path: str, position: Position) -> str:
    """Return the place in words: :100: would be an emoji."""
    return f"{literal(abridged(path, BRIEF))}, line {position.line}, column {position.column}"


def _speaker(finding: Finding) -> str:
    speaker = finding.claim.speaker
    return _brief(speaker.resolved or speaker.as_written) if speaker else "nobody named"


def _brief(text: str) -> str:
    return plain(abridged(text, BRIEF))


def _wordings(finding: Finding, text: str) -> Iterator[str]:
    both = wordings(finding, text)
    if not both:
        yield f"- article: “{plain(abridged(finding.claim.words, WORDS))}”"
        return
    yield f"- article: “{_marked(both.article, 'strong')}”"
    yield f"- source: “{_marked(both.source, 'del')}”"


def _marked(runs: tuple[Run, ...], tag: str) -> str:
    parts: list[str] = []
    room = WORDS
    for run in runs:
        words = abridged(run.text, RUN)
        room -= len(words)
        if room < 0:
            return "".join(parts) + "…"
        shown = " \\[…\\] " if run.gap else plain(words)
        parts.append(shown if run.edit is None else f"<{tag}>{shown}</{tag}>")
    return "".join(parts)


def _source(finding: Finding) -> Iterator[str]:
    found = finding.evidence
    if not isinstance(found, Found):
        return
    text, snapshot = found.text, found.snapshot
    words = abridged(text.title or snapshot.url, BRIEF)
    number = page(finding)
    parts = (
        linked(link(snapshot.url, words)),
        text.publisher and _brief(text.publisher),
        text.published and day(text.published),
        number and f"page {number}",
    )
    yield f"- from: {', '.join(part for part in parts if part)}"
    if finding.speaker_in_source is not None:
        yield f"- said there by: {_brief(finding.speaker_in_source)}"
    taken = f", taken {day(snapshot.fetched_at)}" if snapshot.fetched_at else ""
    if snapshot.mode is Mode.ARCHIVE and snapshot.final_url != snapshot.url:
        yield f"- archived copy: {linked(link(snapshot.final_url))}{taken}"
        taken = ""
    yield f"- sha256: `{snapshot.sha256}`{taken}"


def _decided(finding: Finding) -> Iterator[str]:
    signed = finding.signoff
    if signed:
        stands = "" if finding.holds else ", which no longer holds"
        yield f"signed {signed.status} by {_brief(signed.by)}, {day(signed.day)}{stands}"
    for ignore in finding.ignores:
        yield f"ignored ({plain(ignore.rule)}): {_brief(ignore.reason)}"
    if finding.known:
        yield "in the baseline"
