"""The pre-commit hook: its manifest, its command, and pre-commit itself, asking no index."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from acting import NO_INDEX, PACKAGES, importing
from repositories import ENVIRONMENT, git

ROOT = Path(__file__).parents[1]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
(HOOK,) = yaml.safe_load(MANIFEST.read_text())
PRE_COMMIT = Path(sys.executable).parent / "pre-commit"
SPEECH = "Speech by Ada Brandvold\n\nWe will not close the north pier for the winter.\n"
FALSE = "“We will close the north pier for the winter,” Ada Brandvold said in a speech.\n"


def test_the_manifest_is_valid() -> None:
    done = subprocess.run([PRE_COMMIT, "validate-manifest", MANIFEST], check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["plain.md", "--offline.md", "-", "ü b.md"])
def test_no_name_of_a_file_is_taken_for_an_option(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FALSE)
    (tmp_path / "speech.txt").write_text(SPEECH)
    *options, last = HOOK["args"]
    command = [*HOOK["entry"].split()[1:], *options, "--sources", "speech.txt", last, name]
    done = subprocess.run(
        [sys.executable, "-m", "provcheck.cli.main", *command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": importing()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    # A file named - is taken for standard input, which is empty: red, whatever is in it.
    assert done.returncode == (2 if name == "-" else 1), done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["speech.txt", name])


@pytest.mark.slow
def test_pre_commit_installs_it_and_runs_it_on_what_is_staged(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "rain.md").write_text("It rained on the quay all day.\n")
    (tmp_path / "table.csv").write_text("a,b\n")
    git(tmp_path, "add", "-A")
    apart = {"PYTHONPATH": importing(PACKAGES), "PRE_COMMIT_HOME": str(tmp_path / ".git" / "home")}
    done = subprocess.run(
        [PRE_COMMIT, "try-repo", ROOT, "provcheck", "--all-files", "--verbose"],
        cwd=tmp_path,
        env={**os.environ, **ENVIRONMENT, **NO_INDEX, **apart},
        capture_output=True,
        text=True,
        check=False,
    )
    told = done.stdout + done.stderr
    assert done.returncode == 0, told
    assert "provcheck: rain.md: no claims found; nothing was checked" in told
    assert "table.csv" not in told
