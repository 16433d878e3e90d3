"""What docs/ci.md tells to run is run, and what it tells to write into a repository is valid."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from acting import ACTION, importing
from repositories import committed, git
from test_readme import run

from provcheck.cli.exits import Exit
from provcheck.read.article import READERS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "ci.md").read_text()
BLOCKS = re.findall(r"```(sh|yaml)\n(.*?)```", PAGE, flags=re.DOTALL)
COMMANDS = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines()]
FILES = [block for kind, block in BLOCKS if kind == "yaml"]
WORKFLOWS = [block for block in FILES if "\njobs:" in block]
(HOOKS,) = (block for block in FILES if block.startswith("repos:"))
(PIPELINE,) = (block for block in FILES if block.startswith("include:"))
BIN = Path(sys.executable).parent
SAID = "We will not close the north pier for the winter, and the cranes go first."
ARTICLE = f"“{SAID[:-1]},” Ada Brandvold said in a speech.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository as the page has it: articles in `news`, sources in `sources`."""
    desk = tmp_path / "desk"
    desk.mkdir()
    git(desk, "init", "-q")
    monkeypatch.setenv("PYTHONPATH", importing())
    return committed(
        desk, {"news/pier.md": ARTICLE, "sources/speech.txt": f"Ada Brandvold’s speech\n\n{SAID}\n"}
    )


@pytest.mark.parametrize("command", [line for line in COMMANDS if "--baseline" not in line])
def test_commands_run(command: str, desk: Path) -> None:
    done = run(command, desk)
    assert done.returncode == 0, done.stderr
    assert "1 verbatim" in done.stdout or "1 article" in done.stdout or "no article" in done.stderr


def test_a_baseline_leaves_what_is_known_alone_and_shows_what_is_new(desk: Path) -> None:
    altered = ARTICLE.replace(" not ", " ")
    committed(desk, {"news/pier.md": altered})
    write, check = (line for line in COMMANDS if "baseline" in line)
    assert run(check.partition(" --baseline")[0], desk).returncode == 1
    assert run(write, desk).returncode == 0
    assert run(check, desk).returncode == 0
    committed(desk, {"news/pier.md": altered + altered.replace(", and the", ". And no")})
    assert run(check, desk).returncode == 1


def valid(text: str, folder: Path, *command: str) -> None:
    (folder / "checked.yaml").write_text(text)
    program, *options = command
    done = subprocess.run(
        [BIN / program, *options, folder / "checked.yaml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_workflows_are_valid(workflow: str, tmp_path: Path) -> None:
    valid(workflow, tmp_path, "check-jsonschema", "--builtin-schema", "vendor.github-workflows")


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_workflows_give_the_action_inputs_that_it_has_and_no_token(workflow: str) -> None:
    ((_, job),) = yaml.safe_load(workflow)["jobs"].items()
    for step in job["steps"]:
        if step.get("uses", "").startswith("OWNER/"):
            assert step["with"].keys() <= ACTION["inputs"].keys()
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
            assert ("changed-since" in workflow) is (step["with"].get("fetch-depth") == 0)
        assert "${{" not in step.get("run", "")


def test_the_workflow_without_the_action_runs(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (steps,) = [
        [step["run"] for step in job["steps"] if "run" in step]
        for job in (yaml.safe_load(text)["jobs"]["quotations"] for text in WORKFLOWS)
        if len([step for step in job["steps"] if "run" in step]) > 1
    ]
    install, check, summary = steps
    assert install.startswith("python -I -m pip install ")
    assert run(f"{check} --offline", desk).returncode == 0
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "told")
    assert run(summary, desk).returncode == 0
    assert "pier.md" in (desk / "told").read_text()


def test_the_hooks_are_valid_and_have_the_arguments_of_the_manifest(tmp_path: Path) -> None:
    valid(HOOKS, tmp_path, "pre-commit", "validate-config")
    (manifest,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    (hook,) = yaml.safe_load(HOOKS)["repos"][0]["hooks"]
    assert hook["id"] == manifest["id"]
    assert set(manifest["args"]) <= set(hook["args"])
    assert hook["args"][-1] == manifest["args"][-1] == "--"


@pytest.mark.parametrize("text", [PIPELINE, (ROOT / "ci" / "gitlab.yml").read_text()])
def test_the_pipeline_is_valid(text: str, tmp_path: Path) -> None:
    valid(text, tmp_path, "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci")


@pytest.mark.parametrize("base", ["", "main"])
@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_the_pipeline_runs(desk: Path, base: str, shell: str) -> None:
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())["provcheck"]
    assert job.keys() >= yaml.safe_load(PIPELINE)["provcheck"].keys()
    (command,) = job["script"]
    (desk / "provcheck.toml").write_text('sources = ["sources"]\noffline = true\n')
    (desk / "run.sh").write_text(f"ARTICLES=news\nCI_MERGE_REQUEST_DIFF_BASE_SHA={base}\n{command}")
    committed(desk, {"news/pier.md": ARTICLE.replace(" not ", " ")})
    done = run(f"{shell} run.sh", desk)
    assert done.returncode == (0 if base else 1), done.stderr
    (report,) = job["artifacts"]["paths"]
    for path in (report, *job["artifacts"]["reports"].values()):
        assert (desk / path).read_text()


def test_the_tables_tell_all_there_is() -> None:
    assert [suffix for suffix in READERS if f"`{suffix}`" not in PAGE] == []
    assert [code for code in Exit if f"\n| {code.value} | " not in PAGE] == []
    assert [
        name for name in (*ACTION["inputs"], *ACTION["outputs"]) if f"`{name}`" not in PAGE
    ] == []
