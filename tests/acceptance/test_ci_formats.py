"""The seeds through the command line into every format that CI systems read."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from commands_of_github import commands
from sarif_checking import against_the_schema, by_the_validator, for_github, needs_the_tool
from typer.testing import CliRunner

from provcheck.cli.main import app

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*/article.*"))
FORMS = {
    "sarif": "open.sarif",
    "sarif-full": "all.sarif",
    "junit": "junit.xml",
    "github": "log.txt",
    "gitlab": "codequality.json",
}


@pytest.fixture
def outputs(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """What one run on the seed wrote, by format; its expected verdicts as `expected`."""
    monkeypatch.chdir(ROOT)
    article: Path = request.param.relative_to(ROOT)
    wanted = [f"--format={form}={tmp_path / file}" for form, file in FORMS.items()]
    given = ["--sources", str(article.parent / "sources"), "--offline", "--no-report"]
    run = CliRunner().invoke(app, ["check", str(article), *given, *wanted])
    assert run.exit_code in {0, 1}, run.output
    found = {form: (tmp_path / file).read_text(encoding="utf-8") for form, file in FORMS.items()}
    return {**found, "summary": run.stdout}


def verdicts(outputs: dict[str, str]) -> list[str]:
    """The verdict of each claim, from the summary for people."""
    lines = [line for line in outputs["summary"].splitlines() if line.startswith("seeds/")]
    return [line.split(":", 3)[3].split()[1] for line in lines]


@pytest.mark.parametrize("outputs", SEEDS, indirect=True, ids=lambda p: p.parent.name)
def test_all_formats_tell_of_the_same_findings(outputs: dict[str, str]) -> None:
    told = verdicts(outputs)
    faults = [v for v in told if v not in {"verbatim", "edited", "supported"}]
    (run,) = json.loads(outputs["sarif"])["runs"]
    (full,) = json.loads(outputs["sarif-full"])["runs"]
    cases = list(ET.fromstring(outputs["junit"]).iter("testcase"))  # noqa: S314
    of_claims = [r["ruleId"] for r in full["results"] if r["ruleId"] == r["properties"]["verdict"]]

    assert told
    assert of_claims == told
    assert len(cases) == len(told)
    verdicts_open = [r["ruleId"] for r in run["results"] if r["ruleId"] in set(told)]
    assert verdicts_open == faults
    assert len(json.loads(outputs["gitlab"])) == len(run["results"])
    failing = [c for c in cases if c.find("failure") is not None]
    skipped = [c for c in cases if c.find("skipped") is not None]
    assert len(failing) + len(skipped) >= len(faults)
    errors = [c for c in commands(outputs["github"]) if c.name == "error"]
    assert len(errors) == len(
        {r["properties"]["claim"] for r in run["results"] if r["level"] == "error"}
    )


@pytest.mark.parametrize("outputs", SEEDS, indirect=True, ids=lambda p: p.parent.name)
def test_github_and_the_validator_take_the_sarif(outputs: dict[str, str], tmp_path: Path) -> None:
    assert for_github(outputs["sarif"]) == []
    needs_the_tool()
    for form in ("sarif", "sarif-full"):
        assert against_the_schema(outputs[form]) == []
        assert by_the_validator(outputs[form], tmp_path) == []


@pytest.mark.parametrize("outputs", SEEDS[:1], indirect=True, ids=lambda p: p.parent.name)
def test_the_seed_of_the_readme(outputs: dict[str, str]) -> None:
    (run,) = json.loads(outputs["sarif"])["runs"]
    where = [r["locations"][0]["physicalLocation"] for r in run["results"]]

    assert [(r["ruleId"], r["level"]) for r in run["results"]] == [
        ("altered", "error"),
        ("altered", "warning"),
    ]
    assert {w["artifactLocation"]["uri"] for w in where} == {"seeds/harbour-talks/article.txt"}
    assert [w["region"]["startLine"] for w in where] == [12, 17]
    assert outputs["github"].startswith("::error file=seeds/harbour-talks/article.txt,line=12,")
