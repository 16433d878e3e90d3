"""Every command that the README shows is run, and every output that it shows is the real one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"```(console|sh|python)\n(.*?)```", README, flags=re.DOTALL)
CONSOLE = [block for kind, block in BLOCKS if kind == "console"]
SHELL = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines() if line]
PYTHON = [block for kind, block in BLOCKS if kind == "python"]
INSTALLS = ("make ", ". ")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the seeds in it, as a reader of the README has it."""
    signed = shutil.ignore_patterns("*.provcheck.toml")  # what a reader of the README signed
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds", ignore=signed)
    return tmp_path


def run(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command],  # noqa: S607
        cwd=cwd,
        env={**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def exchanges(block: str) -> list[tuple[str, str]]:
    """Return (command, output) pairs of a console block."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(p.split("\n", 1)[0], p.split("\n", 1)[1]) for p in parts]


@pytest.mark.parametrize("block", CONSOLE)
def test_console_blocks_show_the_real_output(block: str, desk: Path) -> None:
    for command, shown in exchanges(block):
        if command.startswith("cat "):
            (desk / command.removeprefix("cat ")).write_text(shown)
        answer = run(command, desk)
        assert answer.stdout.rstrip() == shown.rstrip(), answer.stderr


@pytest.mark.parametrize("line", [s for s in SHELL if not s.startswith(INSTALLS)])
def test_shell_commands_run(line: str, desk: Path) -> None:
    answer = run(line, desk)

    assert answer.returncode in {0, 1}, answer.stderr
    assert answer.stdout
    assert "internal error" not in answer.stderr


@pytest.mark.parametrize("line", [s for s in SHELL if s.startswith("make ")])
def test_make_targets_exist(line: str) -> None:
    target = line.split()[1]

    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)


def test_the_demo_is_a_check_of_a_seed(desk: Path) -> None:
    makefile = (ROOT / "Makefile").read_text()
    seed = re.search(r"^SEED := (\S+)$", makefile, flags=re.MULTILINE)
    recipe = re.search(r"^\t@\$\(BIN\)/(provcheck .*)$", makefile, flags=re.MULTILINE)
    assert seed
    assert recipe

    answer = run(recipe.group(1).replace("$(SEED)", seed.group(1)), desk)

    assert answer.returncode == 0, answer.stderr
    assert list(desk.glob("*.provenance.html"))


@pytest.mark.parametrize("block", PYTHON)
def test_python_examples_run(block: str, desk: Path) -> None:
    command = [sys.executable, "-c", block]
    answer = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)

    assert answer.returncode == 0, answer.stderr
    assert answer.stdout


def test_something_is_shown() -> None:
    assert CONSOLE
    assert SHELL
    assert PYTHON
