import csv
import re
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from building import found
from hostile import TOKEN, a_report_of, payloads
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting import (
    MINUTES,
    a_report,
    a_source,
    all_findings,
    altered,
    on_pages,
    several_edits,
    unavailable,
    verbatim,
)

from provcheck.model.article import Position
from provcheck.model.evidence import Mode
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.signoff import Ignore, Method, Signoff, Status
from provcheck.model.verdict import Verdict
from provcheck.report.csv import BYTE_ORDER_MARK, HEADER, LONGEST, render
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
OBEYED = tuple("=+-@\t\r＝＋－＠﹦﹢﹣﹫")
# What makes spreadsheets start programs or fetch addresses.
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example";"x")',
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\u00a0=1+1",
    '";=1+1;"',
    "x;=1+1",
    "x; -1+1",
    "x,=1+1",
    "x\n=1+1",
    "x\r\n@y",
    "＝1+1",
    "\u00ad=1+1",
    "﹦1+1",
    "x;﹢1",
)


def rows(*reports: Report, delimiter: str = ",") -> list[list[str]]:
    text = render(reports, RULES).removeprefix(BYTE_ORDER_MARK)
    return list(
        csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=delimiter == ",")
    )


def row(finding: Finding, **known: object) -> dict[str, str]:
    header, cells = rows(a_report(finding, **known))
    return dict(zip(header, cells, strict=True))


def signed(finding: Finding, **known: object) -> Finding:
    decision = Signoff(
        claim=finding.claim.id,
        quote=finding.claim.words,
        status=Status.ACCEPTED,
        verdict=finding.verdict,
        by="Runa Stein",
        day=date(2025, 3, 15),
        **known,
    )
    return finding.model_copy(update={"signoff": decision})


def test_without_claims_only_the_header() -> None:
    report = a_report().model_copy(update={"findings": ()})
    assert rows() == rows(report) == [list(HEADER)]


@pytest.mark.parametrize("payload", [*payloads(), *FORMULAS], ids=repr)
def test_hostile_words_make_no_row_no_cell_and_no_formula(payload: str) -> None:
    report = a_report_of(payload)
    text = render((report,), RULES)

    assert [len(line) for line in rows(report)] == [len(HEADER)] * 7
    assert len(text.removeprefix(BYTE_ORDER_MARK).splitlines()) == 7
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert_no_formula(report)


@settings(deadline=None)  # other work on the machine is no fault
@given(st.text())
def test_any_words_make_the_same_rows(words: str) -> None:
    report = a_report_of(words)
    plain = a_report_of(TOKEN)

    assert [len(cells) for cells in rows(report)] == [len(cells) for cells in rows(plain)]
    assert_no_formula(report)


@settings(deadline=None)  # other work on the machine is no fault
@given(st.text(alphabet="=+-@;,\"' \t\r\na１＝"))
def test_no_words_make_a_formula(words: str) -> None:
    assert_no_formula(a_report_of(words))


def assert_no_formula(report: Report) -> None:
    """Hold that no cell begins one, where cells are parted at commas and where at semicolons."""
    for delimiter in ",;":
        for cells in rows(report, delimiter=delimiter):
            assert [
                cell for cell in cells if cell.lstrip().lstrip("\xad").lstrip().startswith(OBEYED)
            ] == []


def test_the_file_is_rfc_4180_and_opens_in_a_spreadsheet_as_utf_8() -> None:
    text = render((a_report(),), RULES)
    assert text.startswith("\ufeffpath,line,column,claim,")
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == 7


def test_no_column_is_named_twice() -> None:
    assert len(set(HEADER)) == len(HEADER)


def test_one_row_for_each_claim_in_the_order_of_the_article() -> None:
    _, *cells = rows(a_report(), a_report(verbatim()))
    at = HEADER.index("claim")
    assert [line[at] for line in cells] == [f.claim.id for f in (*all_findings(), verbatim())]


def test_what_is_said_of_a_claim() -> None:
    cells = row(altered())
    assert {name: cells[name] for name in HEADER[:15]} == {
        "path": "ferry.txt",
        "line": "2",
        "column": "35",
        "claim": "q-ferry",
        "kind": "quote",
        "speaker": "Ines Falk",
        "speaker_as_written": "Ines Falk",
        "speaker_in_source": "",
        "via": "",
        "said_on": "2025-03-11",
        "verdict": "altered",
        "level": "error",
        "outstanding": "error",
        "message": "The source has “may” where the article has “will”.",
        "remarks": "warning (date-conflict): The minutes are of 13 March.",
    }


def test_both_wordings_and_what_differs() -> None:
    cells = row(several_edits())
    assert cells["article_words"] == "fares stay at 4.30 crowns for all riders"
    assert cells["source_words"] == "Fares stay at 4.80 crowns for nearly all riders"
    assert cells["edits"] == "number: “4.80” → “4.30”; qualifier: “nearly ” → “”"


def test_the_source() -> None:
    cells = row(on_pages(altered(), 0, 5))
    assert {name: cells[name] for name in HEADER[18:29]} == {
        "page": "2",
        "url": "https://council.example/minutes",
        "archived_url": "",
        "title": "Minutes",
        "publisher": "Harbour Council",
        "published": "2025-03-13T09:30:00+00:00",
        "fetched": "",
        "sha256": "0" * 64,
        "completeness": "whole",
        "mode": "replay",
        "reason": "",
    }


def test_an_archived_copy_has_its_address_and_its_moment() -> None:
    copy = found(a_source(MINUTES), url="https://council.example/minutes", mode=Mode.ARCHIVE)
    where = "https://archive.example/2025/https://council.example/minutes"
    taken = datetime(2025, 3, 14, 8, tzinfo=UTC)
    snapshot = copy.snapshot.model_copy(update={"final_url": where, "fetched_at": taken})
    cells = row(
        altered().model_copy(update={"evidence": copy.model_copy(update={"snapshot": snapshot})})
    )
    assert (cells["url"], cells["archived_url"]) == ("https://council.example/minutes", where)
    assert cells["fetched"] == "2025-03-14T08:00:00+00:00"


def test_why_nothing_was_compared() -> None:
    cells = row(unavailable())
    assert cells["reason"] == "https://port.example/plan answered 404"
    assert cells["url"] == cells["sha256"] == cells["source_words"] == cells["edits"] == ""


def test_what_people_decided() -> None:
    open_ = row(altered())
    assert [open_[name] for name in HEADER[29:]] == [""] * 7
    decided = signed(altered(), method=Method.PHONE, note="She said “will” on the phone.")
    ignore = Ignore(rule="date-conflict", reason="a typo", position=Position(line=1, column=1))
    cells = row(decided.model_copy(update={"ignores": (ignore,), "known": True}))
    assert cells["outstanding"] == "ok"
    assert [cells[name] for name in HEADER[29:]] == [
        "accepted",
        "Runa Stein",
        "2025-03-15",
        "phone",
        "She said “will” on the phone.",
        "date-conflict: a typo",
        "yes",
    ]


def test_a_break_in_a_cell_is_shown() -> None:
    assert row(altered().model_copy(update={"message": "one\r\ntwo"}))["message"] == "one ¶ two"


def test_a_longer_cell_than_a_spreadsheet_takes_is_cut() -> None:
    cells = row(altered().model_copy(update={"message": "word " * LONGEST}))
    assert len(cells["message"]) <= LONGEST
    assert cells["message"].endswith("word…")


def test_every_verdict_has_a_row() -> None:
    findings = tuple(verbatim().model_copy(update={"verdict": verdict}) for verdict in Verdict)
    _, *cells = rows(a_report(*findings))
    assert [line[HEADER.index("verdict")] for line in cells] == list(Verdict)
