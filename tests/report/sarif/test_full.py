import json
from pathlib import Path

import pytest
from ci_reports import OPEN, SETTLED, YOUNGER, everything, known, remarked, signed, stale
from hostile import TOKEN, a_report_of, payloads
from reporting import a_report, altered, an_article, by_mode, unsourced, verbatim
from sarif_checking import against_the_schema, by_the_validator, needs_the_tool

from provcheck.model.evidence import Mode
from provcheck.model.finding import Finding
from provcheck.model.signoff import Status
from provcheck.report.sarif.full import render
from provcheck.rulebook.book import Rulebook


def first(finding: Finding, rules: Rulebook) -> dict:
    return json.loads(render((a_report(finding),), rules))["runs"][0]["results"][0]


@pytest.mark.parametrize("name", sorted({**SETTLED, **OPEN}))
def test_every_verdict_and_remark_is_there(name: str, rules: Rulebook) -> None:
    finding = {**SETTLED, **OPEN}[name]
    log = json.loads(render((a_report(finding),), rules))

    assert [result["ruleId"] for result in log["runs"][0]["results"]] == [
        finding.verdict,
        *(remark.rule for remark in finding.remarks),
    ]


def test_a_verified_claim_is_a_pass(rules: Rulebook) -> None:
    result = first(verbatim(), rules)

    assert (result["kind"], result["level"]) == ("pass", "none")
    assert result["suppressions"] == []


@pytest.mark.parametrize(
    ("name", "kind", "status"),
    [
        ("accepted", "external", "accepted"),
        ("known", "external", "accepted"),
        ("ignored", "inSource", "accepted"),
        ("rejected", "external", "rejected"),
        ("corrected", "external", "rejected"),
        ("under-review", "external", "underReview"),
        ("stale", "external", "underReview"),
    ],
)
def test_decisions_are_suppressions(name: str, kind: str, status: str, rules: Rulebook) -> None:
    (suppression,) = first({**SETTLED, **OPEN}[name], rules)["suppressions"]

    assert (suppression["kind"], suppression["status"]) == (kind, status)
    assert suppression["justification"].endswith(".")


def test_who_and_why_is_the_justification(rules: Rulebook) -> None:
    (suppression,) = first(signed(altered()), rules)["suppressions"]

    assert suppression["justification"] == (
        "Accepted by Tove Mand on 15 March 2025, checked with a recording: heard on the tape."
    )


def test_a_comment_is_pointed_to(rules: Rulebook) -> None:
    (suppression,) = first(SETTLED["ignored"], rules)["suppressions"]
    where = suppression["location"]["physicalLocation"]

    assert where["artifactLocation"]["uri"] == "ferry.txt"
    assert (where["region"]["startLine"], where["region"]["startColumn"]) == (2, 80)


def test_a_remark_that_the_editor_did_not_see_is_not_suppressed(rules: Rulebook) -> None:
    finding = remarked(signed(verbatim(), remarks=()), YOUNGER)
    log = json.loads(render((a_report(finding),), rules))
    verdict, remark = log["runs"][0]["results"]

    assert verdict["suppressions"]
    assert remark["suppressions"] == []


def test_the_baseline_says_what_is_new(rules: Rulebook) -> None:
    log = json.loads(render((a_report(known(altered()), unsourced()),), rules))
    states = [result["baselineState"] for result in log["runs"][0]["results"]]

    assert states == ["unchanged", "unchanged", "new"]


def test_the_source_is_the_related_location(rules: Rulebook) -> None:
    result = first(altered(), rules)

    assert "The source, [Minutes](1), has it." in result["message"]["text"]
    assert result["relatedLocations"] == [
        {
            "id": 1,
            "message": {"text": "Minutes. It has: “We may open the new ferry line in spring”."},
            "physicalLocation": {"artifactLocation": {"uri": "https://council.example/minutes"}},
        }
    ]


def test_a_file_given_by_hand_has_no_address_to_point_to(rules: Rulebook) -> None:
    given = by_mode(Mode.LOCAL)
    snapshot = given.snapshot.model_copy(update={"url": "minutes.txt", "final_url": "minutes.txt"})
    evidence = given.model_copy(update={"snapshot": snapshot})
    (related,) = first(altered().model_copy(update={"evidence": evidence}), rules)[
        "relatedLocations"
    ]

    assert "physicalLocation" not in related
    assert "It has: “" in related["message"]["text"]


def test_a_page_under_check_keeps_its_address(rules: Rulebook) -> None:
    article = an_article(path="https://wire.example/ferry?a=b")
    log = json.loads(render((a_report(article=article),), rules))

    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == "https://wire.example/ferry?a=b"


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_change_no_structure(payload: str, rules: Rulebook) -> None:
    log, plain = (render((a_report_of(each),), rules) for each in (payload, TOKEN))

    assert log.count("\n") == plain.count("\n")
    assert "##[" not in log
    json.loads(log)


def test_schema_and_validator_have_nothing_to_say(tmp_path: Path, rules: Rulebook) -> None:
    needs_the_tool()
    signed_too = signed(altered(), Status.UNDER_REVIEW), stale(altered())
    log = render((everything(), a_report(*signed_too), a_report_of("{0} [a](1)")), rules)

    assert against_the_schema(log) == []
    assert by_the_validator(tmp_path, log) == []
