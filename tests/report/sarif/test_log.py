import json

import pytest
from ci_reports import HIDDEN, everything, remarked
from reporting import a_report, altered, an_article, unsourced, verbatim
from sarif_checking import for_github

from provcheck.report.sarif import log as module
from provcheck.report.sarif.full import FULL
from provcheck.report.sarif.full import render as full
from provcheck.report.sarif.log import RESULTS, log
from provcheck.report.sarif.scanning import SCANNING, render
from provcheck.rulebook.book import Rulebook


def run_of(text: str) -> dict:
    (run,) = json.loads(text)["runs"]
    return run


def test_within_the_limits_nothing_is_left_out(rules: Rulebook) -> None:
    run = run_of(log((everything(),), rules, FULL))

    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert RESULTS == 25_000


def test_what_identifies_a_run(rules: Rulebook) -> None:
    run = run_of(log((a_report(),), rules, SCANNING))

    assert run["automationDetails"] == {"id": "provcheck/"}
    assert run["tool"]["driver"]["semanticVersion"] == "0.1.0"
    assert run["properties"] == {"rules": "cafe00112233", "house": "default"}


def test_files_are_listed_once_with_their_hashes(rules: Rulebook) -> None:
    other = a_report(article=an_article(path="second.txt", sha256="cd" * 32))
    run = run_of(log((a_report(), other, a_report()), rules, SCANNING))

    assert [(a["location"]["uri"], a["hashes"]["sha-256"]) for a in run["artifacts"]] == [
        ("ferry.txt", "ab" * 32),
        ("second.txt", "cd" * 32),
    ]


def test_a_run_that_was_stopped_is_no_success(rules: Rulebook) -> None:
    run = run_of(log((a_report(interrupted=True),), rules, SCANNING))

    assert run["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize("render", [render, full])
def test_rules_are_those_that_fired_sorted(render, rules: Rulebook) -> None:
    run = run_of(render((everything(),), rules))
    listed = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert listed == sorted({result["ruleId"] for result in run["results"]})
    assert all(listed[r["ruleIndex"]] == r["ruleId"] for r in run["results"])


def test_beyond_the_limit_the_mildest_are_left_out_and_that_is_said(
    rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RESULTS", 3)
    report = a_report(unsourced(), remarked(verbatim(), HIDDEN), altered(), unsourced())
    text = log((report,), rules, SCANNING)
    run = run_of(text)

    assert [r["ruleId"] for r in run["results"]] == [
        "hidden-characters",
        "altered",
        "date-conflict",
    ]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("2 results left out")
    assert for_github(text) == []


def test_a_file_that_is_too_large_is_made_smaller(
    rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = log((everything(),), rules, FULL)
    monkeypatch.setattr(module, "BYTES", 4_000)
    run = run_of(log((everything(),), rules, FULL))

    assert 0 < len(run["results"]) < len(run_of(whole)["results"])
    assert {r["level"] for r in run["results"]} == {"error", "warning"}
    assert "left out" in json.dumps(run["invocations"])


def test_a_limit_that_nothing_meets_ends_with_no_results(
    rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BYTES", 1)

    assert run_of(log((everything(),), rules, FULL))["results"] == []
