"""The findings as a table for a spreadsheet: RFC 4180 in UTF-8, one row a claim.

The header is fixed; a column may be added at its end within a version of the program:

- path, line, column: where the claim stands in the article's file, both from 1;
- claim, kind, speaker, speaker_as_written, speaker_in_source, via, said_on: who is said to have
  said it, and whom the source gives the words to;
- verdict, level, outstanding, message, remarks: what is said of it; `outstanding` is the level
  that counts for the exit code, after sign-offs, ignore comments and the baseline;
- article_words, source_words, edits, page: both wordings, what differs, and the page of the source;
- url, archived_url, title, publisher, published, fetched, sha256, completeness, mode: the source;
- reason: why nothing was compared;
- status, signed_by, signed_on, method, note, ignored, known: what people decided of it.

Days and times are ISO 8601; an empty cell is something that nobody knows or that does not apply.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO

from provcheck.language.words import abridged
from provcheck.model.claim import Claim
from provcheck.model.evidence import Found, Mode
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.report.visible import one_line, shortened
from provcheck.report.wordings import differences, page, wordings
from provcheck.rulebook.book import Rulebook

HEADER = (
    *("path", "line", "column"),
    *("claim", "kind", "speaker", "speaker_as_written", "speaker_in_source", "via", "said_on"),
    *("verdict", "level", "outstanding", "message", "remarks"),
    *("article_words", "source_words", "edits", "page"),
    *("url", "archived_url", "title", "publisher", "published", "fetched"),
    *("sha256", "completeness", "mode", "reason"),
    *("status", "signed_by", "signed_on", "method", "note", "ignored", "known"),
)
LONGEST = 16_000  # characters of a cell: Excel takes 32,767 UTF-16 units and breaks up longer ones
MARKED = 160  # characters of one difference, beyond which its middle is left out
# Excel takes a file without it for one in the encoding of the country.
BYTE_ORDER_MARK = "\ufeff"
# What a spreadsheet takes for a formula, also where it parts cells at semicolons.
_FORMULA = re.compile(r"(^|;)(?=[\s\"\xad]*[=+\-@\t\r＝＋－＠﹦﹢﹣﹫])")

Cells = Mapping[str, object]


def render(reports: tuple[Report, ...], _rules: Rulebook) -> str:
    """Return the table; no text makes a row or a cell more, and none is taken for a formula.

    Breaks within a cell are shown as ¶ and hidden characters by their codes; an apostrophe stands
    before what would begin a formula.
    """
    text = StringIO()
    table = csv.DictWriter(text, HEADER, lineterminator="\r\n")
    table.writeheader()
    table.writerows(
        {name: _cell(value) for name, value in _row(finding, report).items()}
        for report in reports
        for finding in report.findings
    )
    return BYTE_ORDER_MARK + text.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else one_line(str(value))
    return _FORMULA.sub(r"\1'", shortened(text, LONGEST))


def _row(finding: Finding, report: Report) -> Cells:
    position = report.article.lines.position(finding.claim.span.start)
    return {
        "path": report.article.path,
        "line": position.line,
        "column": position.column,
        **_claim(finding.claim),
        **_judged(finding),
        **_words(finding, report.article.text),
        **_source(finding),
        **_decided(finding),
    }


def _claim(claim: Claim) -> Cells:
    speaker = claim.speaker
    return {
        "claim": claim.id,
        "kind": claim.kind,
        "speaker": speaker and (speaker.resolved or speaker.as_written),
        "speaker_as_written": speaker and speaker.as_written,
        "via": claim.via,
        "said_on": claim.said_on,
    }


def _judged(finding: Finding) -> Cells:
    return {
        "verdict": finding.verdict,
        "level": finding.level,
        "outstanding": finding.outstanding,
        "message": finding.message,
        "remarks": _listed(f"{r.level} ({r.rule}): {r.message}" for r in finding.remarks),
        "speaker_in_source": finding.speaker_in_source,
    }


def _words(finding: Finding, text: str) -> Cells:
    both = wordings(finding, text)
    return {
        "article_words": finding.claim.words,
        "source_words": both and "".join(" […] " if r.gap else r.text for r in both.source),
        "edits": _edits(finding, text),
        "page": page(finding),
    }


def _edits(finding: Finding, text: str) -> str:
    if not isinstance(finding.evidence, Found):
        return ""
    source = finding.evidence.text.text
    return _listed(
        f"{edit.kind}: “{_brief(edit.source.of(source))}” → “{_brief(edit.claim.of(text))}”"
        for edit in differences(finding)
    )


def _brief(words: str) -> str:
    return abridged(one_line(words), MARKED)


def _source(finding: Finding) -> Cells:
    found = finding.evidence
    if not isinstance(found, Found):
        return {"reason": found.reason}
    text, snapshot = found.text, found.snapshot
    return {
        "url": snapshot.url,
        "archived_url": snapshot.final_url if snapshot.mode is Mode.ARCHIVE else None,
        "title": text.title,
        "publisher": text.publisher,
        "published": text.published and text.published.isoformat(),
        "fetched": snapshot.fetched_at and snapshot.fetched_at.isoformat(),
        "sha256": snapshot.sha256,
        "completeness": found.completeness,
        "mode": snapshot.mode,
    }


def _decided(finding: Finding) -> Cells:
    signed = finding.signoff
    cells: Cells = {
        "ignored": _listed(f"{each.rule}: {each.reason}" for each in finding.ignores),
        "known": "yes" if finding.known else None,
    }
    if not signed:
        return cells
    return {
        **cells,
        "status": signed.status,
        "signed_by": signed.by,
        "signed_on": signed.day,
        "method": signed.method,
        "note": signed.note,
    }


def _listed(parts: Iterable[str]) -> str:
    return "; ".join(parts)
