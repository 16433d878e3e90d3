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


def outputs(article: Path, folder: Path) -> dict[str, str]:
    """What one run on a seed wrote, by format, and the summary for people as `summary`."""
    place = article.relative_to(ROOT)
    folder.mkdir()
    wanted = [f"--format={form}={folder / file}" for form, file in FORMS.items()]
    given = ["--sources", str(place.parent / "sources"), "--offline", "--no-report"]
    run = CliRunner().invoke(app, ["check", str(place), *given, *wanted])
    assert run.exit_code in {0, 1}, run.output
    found = {form: (folder / file).read_text(encoding="utf-8") for form, file in FORMS.items()}
    return {**found, "summary": run.stdout}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The outputs of all seeds, by seed and format."""
    folder = tmp_path_factory.mktemp("seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return {seed.parent.name: outputs(seed, folder / seed.parent.name) for seed in SEEDS}


def verdicts(written: dict[str, str]) -> list[str]:
    """The verdict of each claim, from the summary for people."""
    lines = [line for line in written["summary"].splitlines() if line.startswith("seeds/")]
    return [line.split(":", 3)[3].split()[1] for line in lines]


@pytest.mark.parametrize("seed", [seed.parent.name for seed in SEEDS])
def test_all_formats_tell_of_the_same_findings(
    seed: str, written: dict[str, dict[str, str]]
) -> None:
    outputs = written[seed]
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


def test_github_and_the_validator_take_the_sarif(
    written: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    logs = [outputs[form] for outputs in written.values() for form in ("sarif", "sarif-full")]

    assert [fault for outputs in written.values() for fault in for_github(outputs["sarif"])] == []
    needs_the_tool()
    assert [fault for log in logs for fault in against_the_schema(log)] == []
    assert by_the_validator(tmp_path, *logs) == []


def test_the_seed_of_the_readme(written: dict[str, dict[str, str]]) -> None:
    outputs = written["harbour-talks"]
    (run,) = json.loads(outputs["sarif"])["runs"]
    where = [r["locations"][0]["physicalLocation"] for r in run["results"]]

    assert [(r["ruleId"], r["level"]) for r in run["results"]] == [
        ("altered", "error"),
        ("altered", "warning"),
    ]
    assert {w["artifactLocation"]["uri"] for w in where} == {"seeds/harbour-talks/article.txt"}
    assert [w["region"]["startLine"] for w in where] == [12, 17]
    assert outputs["github"].startswith("::error file=seeds/harbour-talks/article.txt,line=12,")
