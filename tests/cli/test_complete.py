"""What the Tab key offers, asked for as bash asks for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from provcheck.cli.complete import claim_formats, files, formats, houses, searches, words
from provcheck.report.formats import FORMATS

PROGRAM = "import sys; sys.argv[0] = 'provcheck'; from provcheck.cli.main import main; main()"


def offered(line: str, cwd: Path, **environment: str) -> list[str]:
    """Return what is offered for the last word of `line`."""
    given = {
        **os.environ,
        "_PROVCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
        **environment,
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=cwd,
        env=given,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


@pytest.mark.parametrize(
    ("line", "among"),
    [
        pytest.param("provcheck --of", ["--offline"], id="an-option-of-check"),
        pytest.param("provcheck --ver", ["--version"], id="an-option-of-the-root"),
        pytest.param("provcheck a.txt --fail-o", ["--fail-on"], id="after-an-article"),
        pytest.param("provcheck a.txt --fail-on wa", ["warning"], id="a-level"),
        pytest.param("provcheck --format ter", ["terminal"], id="a-format"),
        pytest.param("provcheck check -f ht", ["html"], id="a-format-by-its-letter"),
        pytest.param("provcheck claims -f j", ["json"], id="a-format-of-claims"),
        pytest.param("provcheck --house reu", ["reuters"], id="a-house"),
        pytest.param("provcheck --search gdelt-c", ["gdelt-context"], id="a-service"),
        pytest.param("provcheck explain alt", ["altered"], id="a-word"),
        pytest.param("provcheck explain --house gu", ["guardian"], id="a-house-of-explain"),
        pytest.param("provcheck config s", ["show"], id="a-command-below-another"),
        pytest.param("provcheck zz", [], id="nothing"),
    ],
)
def test_what_is_offered(tmp_path: Path, line: str, among: list[str]) -> None:
    assert [each for each in offered(line, tmp_path) if each] == among


def test_commands_and_files_are_offered_together(tmp_path: Path) -> None:
    (tmp_path / "story.txt").touch()
    (tmp_path / "stories").mkdir()
    assert offered("provcheck sto", tmp_path) == ["store", "stories/", "story.txt"]


def test_a_broken_configuration_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "provcheck.toml").write_text("nonsense")
    assert offered("provcheck a.txt --of", tmp_path) == ["--offline"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell_is_shown(tmp_path: Path, shell: str) -> None:
    given = {**os.environ, "_PROVCHECK_COMPLETE": f"source_{shell}"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env=given,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"complete_{shell}" in done.stdout


@pytest.fixture
def program(tmp_path: Path) -> dict[str, str]:
    """The environment of a shell in which `provcheck` is a program."""
    (tmp_path / "provcheck").write_text(f'#!/bin/sh\nexec {sys.executable} -c "{PROGRAM}" "$@"\n')
    (tmp_path / "provcheck").chmod(0o755)
    return {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "HOME": str(tmp_path)}


@pytest.mark.parametrize(
    "loading",
    [
        pytest.param('eval "$(provcheck --show-completion)"', id="shown"),
        pytest.param(
            "provcheck --install-completion >install.log; . .bash_completions/provcheck.sh",
            id="installed",
        ),
    ],
)
def test_bash_takes_the_script(tmp_path: Path, program: dict[str, str], loading: str) -> None:
    script = (
        f"{loading}\nCOMP_WORDS=(provcheck --of); COMP_CWORD=1\n"
        "_provcheck_completion provcheck; echo ${COMPREPLY[@]}\n"
    )
    command = ["bash", "-c", script]
    done = subprocess.run(
        command, cwd=tmp_path, env=program, capture_output=True, text=True, check=True
    )
    assert done.stdout == "--offline\n"


def test_words_with_their_titles() -> None:
    assert [word for word, title in words("misattri") if title] == ["misattributed"]
    assert words("zz") == []


def test_names() -> None:
    assert "default" in houses("")
    assert formats("") == list(FORMATS)
    assert claim_formats("t") == ["terminal"]
    assert searches("a") == ["all"]


@pytest.mark.parametrize(
    ("begin", "found"),
    [
        pytest.param("", ["a.txt", "desk/"], id="all"),
        pytest.param(".", [".hidden"], id="hidden"),
        pytest.param("desk/", ["desk/b.txt"], id="below"),
        pytest.param("./a", ["./a.txt"], id="as-written"),
        pytest.param("none/x", [], id="no-folder"),
    ],
)
def test_files(tmp_path: Path, monkeypatch, begin: str, found: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk").mkdir()
    for name in ("a.txt", ".hidden", "desk/b.txt", "new\nline.txt"):
        (tmp_path / name).touch()
    assert [item.value for item in files(begin)] == found
