"""Three judges of a SARIF log: the schema, its makers' validator, and GitHub's list of demands."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

TOOL = Path(__file__).parents[1] / ".node/node_modules/@microsoft/sarif-multitool-linux"
# The rule that asks every address in a log for an answer is off: tests stay on this machine.
SETTINGS = """<?xml version="1.0" encoding="utf-8"?>
<Properties>
  <Properties Key="SARIF2006.UrisShouldBeReachable.Options">
    <Property Key="RuleEnabled" Value="Disabled" />
  </Properties>
</Properties>
"""
EXPECTED = ("WRN999.RuleExplicitlyDisabled", "SARIF2005")  # the latter wants the project's address
LEVELS = {"error", "warning", "note"}
TEXT = 1024
LINK = re.compile(r"(?<!\\)\[(?:\\.|[^\]\\])*\]\((\d+)\)")


def needs_the_tool() -> None:
    """Skip the test where npm has not brought the tool; in CI that is a failure."""
    if TOOL.exists():
        return
    if os.environ.get("CI"):
        pytest.fail(".ci/run installs the SARIF validator into .node/; it is not there")
    pytest.skip("the SARIF validator is not in .node/; .ci/run says how to install it")


@lru_cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((TOOL / "sarif-2.1.0.json").read_text("utf-8-sig")))


def against_the_schema(log: str) -> list[str]:
    """Return what the schema of SARIF 2.1.0 finds wrong."""
    return [f"{e.json_path}: {e.message}" for e in _schema().iter_errors(json.loads(log))]


def by_the_validator(folder: Path, *logs: str) -> list[str]:
    """Return what the validator says of logs, its rules for GitHub included."""
    settings = folder / "settings.xml"
    files = [folder / f"log-{number}.sarif" for number, _ in enumerate(logs)]
    for file, log in zip(files, logs, strict=True):
        file.write_text(log, encoding="utf-8")
    settings.write_text(SETTINGS, encoding="utf-8")
    run = subprocess.run(
        [TOOL / "Sarif.Multitool", "validate", "-c", settings, "--rule-kind", "Sarif;Ghas", *files],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    assert f"Done. {len(logs)} files scanned" in run.stdout, run.stdout
    assert "Analysis completed successfully" in run.stdout, run.stdout
    told = [line for line in run.stdout.splitlines() if re.search(r"(error|warning|note) \w", line)]
    return [line for line in told if not any(each in line for each in EXPECTED)]


def for_github(log: str) -> list[str]:
    """Return what GitHub code scanning would refuse, or show otherwise than it is meant."""
    whole = json.loads(log)
    return [*_of_the_log(whole), *(fault for run in whole["runs"] for fault in _of_a_run(run))]


def _of_the_log(whole: dict[str, Any]) -> Iterator[str]:
    if not str(whole.get("$schema", "")).startswith("https://"):
        yield "no $schema"
    if whole.get("version") != "2.1.0":
        yield "another version"
    if not 1 <= len(whole["runs"]) <= 20:
        yield "runs"
    for uri in _uris(whole):
        if re.match(r"(?!file:///)[A-Za-z][A-Za-z0-9+.-]*:|\./|.*[\s\\<>\"]|\Z", uri):
            yield f"uri {uri!r}"


def _uris(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "uri":
                yield inner
            else:
                yield from _uris(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _uris(inner)


def _of_a_run(run: dict[str, Any]) -> Iterator[str]:
    driver, results = run["tool"]["driver"], run["results"]
    rules = driver["rules"]
    if not driver["name"] or not (driver.get("semanticVersion") or driver.get("version")):
        yield "no name or version"
    if len(rules) > 25_000 or len(results) > 25_000:
        yield "too many rules or results"
    if [rule["id"] for rule in rules] != sorted({result["ruleId"] for result in results}):
        yield "rules are not those that fired, sorted"
    for rule in rules:
        yield from (f"rule {rule['id']}: {fault}" for fault in _of_a_rule(rule))
    for number, result in enumerate(results):
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"result {number}: ruleIndex"
        yield from (f"result {number}: {fault}" for fault in _of_a_result(result))


def _of_a_rule(rule: dict[str, Any]) -> Iterator[str]:
    for name in ("shortDescription", "fullDescription"):
        if not 1 <= len(rule[name]["text"]) <= TEXT:
            yield name
    if not rule["help"]["text"] or not rule["help"].get("markdown"):
        yield "help"
    if not 1 <= len(rule["name"]) <= 255:
        yield "name"
    if rule["defaultConfiguration"]["level"] not in LEVELS:
        yield "level"
    told = rule["properties"]
    if not 1 <= len(told["tags"]) <= 20:
        yield "tags"
    if told["precision"] not in {"very-high", "high", "medium", "low"}:
        yield "precision"
    if told["problem.severity"] not in {"error", "warning", "recommendation"}:
        yield "severity"


def _of_a_result(result: dict[str, Any]) -> Iterator[str]:
    if not result["message"]["text"].strip():
        yield "no message"
    if result["level"] not in LEVELS:
        yield "level"
    if result.get("kind", "fail") != "fail" or result.get("suppressions"):
        yield "would be shown as an alert all the same"
    if not 1 <= len(result["locations"]) <= 10:
        yield "locations"
    prints = result["partialFingerprints"]
    if not prints or "primaryLocationLineHash" in prints or not all(prints.values()):
        yield "fingerprints"
    related = result.get("relatedLocations", [])
    for location in (*result["locations"], *related):
        yield from _of_a_region(location["physicalLocation"]["region"])
    ids = [location["id"] for location in related]
    linked = [int(number) for number in LINK.findall(result["message"]["text"])]
    if len(set(ids)) != len(ids) or set(linked) != set(ids):
        yield f"links {linked} to related locations {ids}"


def _of_a_region(region: dict[str, int]) -> Iterator[str]:
    names = ("startLine", "startColumn", "endLine", "endColumn")
    first, last = (
        (region.get(names[0], 0), region.get(names[1], 0)),
        (
            region.get(names[2], 0),
            region.get(names[3], 0),
        ),
    )
    if min(*first, *last) < 1 or first >= last:
        yield f"region {region}"
