import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from ci_reports import OPEN, SETTLED, YOUNGER, a_notice, everything, remarked, signed
from hostile import TOKEN, a_report_of, payloads
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import JUnitXml
from lxml import etree
from reporting import a_report, altered, an_article, cut_short, unavailable, unsourced, verbatim

from provcheck.model.finding import Finding
from provcheck.model.verdict import Level
from provcheck.report.junit import render
from provcheck.rulebook.book import Rulebook

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("junit.xsd")))
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe]")


def parsed(text: str) -> ET.Element:
    """The output, after the schema and another parser have taken it."""
    SCHEMA.assertValid(etree.fromstring(text.encode()))
    JUnitXml.fromstring(text.encode())
    return ET.fromstring(text)  # noqa: S314  (our own output)


def the_case(finding: Finding, rules: Rulebook) -> ET.Element:
    (case,) = parsed(render((a_report(finding),), rules)).iter("testcase")
    return case


def outcome(case: ET.Element) -> str:
    ends = [name for name in ("failure", "error", "skipped") if case.find(name) is not None]
    return ends[0] if ends else "passed"


@pytest.mark.parametrize("name", ["verbatim", "supported"])
def test_a_verified_claim_passes_and_has_nothing_to_say(name: str, rules: Rulebook) -> None:
    assert len(the_case(SETTLED[name], rules)) == 0


def test_a_mere_note_beside_a_verified_claim_passes(rules: Rulebook) -> None:
    case = the_case(remarked(verbatim(), YOUNGER), rules)

    assert outcome(case) == "passed"
    assert "note: source-later: The source is younger." in (case.findtext("system-out") or "")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (
            "accepted",
            "accepted by Tove Mand on 15 March 2025, checked with a recording: heard on the tape",
        ),
        ("ignored", "ignored by a comment in the article: agreed with the desk"),
        ("known", "known: the baseline holds it"),
    ],
)
def test_what_is_settled_is_skipped_with_who_and_why(name: str, why: str, rules: Rulebook) -> None:
    case = the_case(SETTLED[name], rules)
    what = "altered: The source has “may” where the article has “will”."

    assert outcome(case) == "skipped"
    assert case.find("skipped").get("message") == f"{what} {why}"


@pytest.mark.parametrize("finding", [unavailable(), unsourced()], ids=["unread", "unsourced"])
def test_what_could_not_be_checked_neither_fails_nor_passes(
    finding: Finding, rules: Rulebook
) -> None:
    case = the_case(finding, rules)

    assert outcome(case) == "skipped"
    assert case.find("skipped").get("message") == f"{finding.verdict}: {finding.message}"


def test_an_unread_source_does_not_fail_whatever_the_house_says(rules: Rulebook) -> None:
    grave = unavailable().model_copy(update={"level": Level.ERROR})

    assert outcome(the_case(grave, rules)) == "skipped"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("altered", "altered"),
        ("rejected", "altered"),
        ("corrected", "altered"),
        ("under-review", "altered"),
        ("stale", "altered"),
        ("remark-on-words-that-match", "hidden-characters"),
        ("remark-came-later", "date-conflict"),
        ("verdict-ignored-remark-not", "date-conflict"),
    ],
)
def test_what_is_open_and_a_warning_or_graver_fails(name: str, kind: str, rules: Rulebook) -> None:
    case = the_case(OPEN[name], rules)

    assert outcome(case) == "failure"
    assert case.find("failure").get("type") == kind


def test_a_failure_tells_the_place_and_all_that_was_found(rules: Rulebook) -> None:
    failure = the_case(altered(), rules).find("failure")

    assert failure.get("message") == "The source has “may” where the article has “will”."
    assert failure.text == (
        "ferry.txt:2:35: Ines Falk: “We will open the new ferry line in spring.”\n"
        "error: altered: The source has “may” where the article has “will”.\n"
        "warning: date-conflict: The minutes are of 13 March."
    )


def test_an_unread_source_beside_a_fault_still_fails(rules: Rulebook) -> None:
    finding = remarked(unavailable(), *OPEN["remark-on-words-that-match"].remarks)

    assert outcome(the_case(finding, rules)) == "failure"


def test_a_case_is_named_by_its_claim_and_placed_in_its_file(rules: Rulebook) -> None:
    case = the_case(altered(), rules)

    assert case.attrib == {
        "name": "q-ferry We will open the new ferry line in spring.",
        "classname": "ferry.txt",
        "file": "ferry.txt",
        "line": "2",
        "time": "0",
    }


def test_equal_claims_have_names_of_their_own(rules: Rulebook) -> None:
    root = parsed(render((a_report(altered(), altered()),), rules))
    names = [case.get("name") for case in root.iter("testcase")]

    assert names == [names[0], f"{names[0]} (2)"]


def test_a_notice_is_a_case_in_its_own_file(rules: Rulebook) -> None:
    mild = a_notice(rule="baseline-absent", level=Level.NOTE, message="q-old is gone.")
    root = parsed(render((a_report(verbatim(), notices=(a_notice(), mild)),), rules))
    _, grave, gone = root.iter("testcase")

    assert outcome(grave) == "failure"
    assert (grave.get("file"), grave.get("line")) == ("ferry.provcheck.toml", "7")
    assert grave.get("name").startswith("orphan-signoff q-gone signs a claim")
    assert outcome(gone) == "skipped"


def test_a_run_that_was_stopped_is_an_error(rules: Rulebook) -> None:
    root = parsed(render((a_report(verbatim(), interrupted=True),), rules))

    assert [outcome(case) for case in root.iter("testcase")] == ["passed", "error"]
    assert root.get("errors") == "1"


def test_totals_are_right_per_article_and_in_all(rules: Rulebook) -> None:
    other = a_report(cut_short(), article=an_article(path="second.txt"), file="news/second.txt")
    root = parsed(render((everything(), other), rules))
    first, second = root.iter("testsuite")

    assert second.attrib["name"] == "news/second.txt"
    for suite in (root, first, second):
        cases = [outcome(case) for case in suite.iter("testcase")]
        told = {total: int(suite.get(total)) for total in ("failures", "errors", "skipped")}
        assert int(suite.get("tests")) == len(cases)
        assert told == {
            "failures": cases.count("failure"),
            "errors": cases.count("error"),
            "skipped": cases.count("skipped"),
        }
    assert int(root.get("failures")) == int(first.get("failures")) + 1


def test_nothing_checked_is_an_empty_file_of_suites(rules: Rulebook) -> None:
    assert len(parsed(render((), rules))) == 0


def test_an_editors_note_is_shown_with_what_it_hides(rules: Rulebook) -> None:
    finding = signed(altered(), note="line\x00one\n::error::two")
    message = the_case(finding, rules).find("skipped").get("message")

    assert message.endswith("line⟦U+0000⟧one ¶ ::error::two")


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_stay_words(payload: str, rules: Rulebook) -> None:
    text = render((a_report_of(payload),), rules)
    root, plain = parsed(text), parsed(render((a_report_of(TOKEN),), rules))

    assert not CONTROL.search(text)
    assert "##[" not in text
    assert [(e.tag, sorted(e.attrib)) for e in root.iter()] == [
        (e.tag, sorted(e.attrib)) for e in plain.iter()
    ]


@settings(max_examples=50, deadline=None)
@given(payload=st.text(st.characters(exclude_categories=[]), min_size=1, max_size=20))
def test_any_words_give_xml_that_can_be_read(payload: str, rules: Rulebook) -> None:
    parsed(render((a_report_of(payload),), rules))
