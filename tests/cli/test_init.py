import tomllib
from pathlib import Path

import pytest

from provcheck.cli.exits import Exit
from provcheck.cli.init import IGNORED, add_lines
from provcheck.config.file import read_configuration
from provcheck.config.keys import IN_FILES

REPORTS = b"*.provenance.html\nprovenance.index.html\n"
CRLF = REPORTS.replace(b"\n", b"\r\n")


def uncommented(text: str) -> str:
    lines = text.splitlines()
    return "\n".join(line.removeprefix("#") for line in lines if not line.startswith("# "))


def test_the_file_changes_nothing(invoke, folder: Path) -> None:
    before = invoke("config", "show").stdout.split("\n", 1)[1]
    done = invoke("init")
    assert done.exit_code == Exit.OK
    assert "hint: take the # off" in done.stdout
    assert invoke("config", "show").stdout.split("\n", 1)[1] == before
    assert [each.name for each in folder.iterdir()] == ["provcheck.toml"]


def test_every_key_is_in_it_with_its_default(invoke, folder: Path) -> None:
    invoke("init")
    text = uncommented((folder / "provcheck.toml").read_text())
    (folder / "provcheck.toml").write_text(text)
    assert set(tomllib.loads(text)) == {key.name for key in IN_FILES}
    found = read_configuration(folder / "provcheck.toml", ("default",), named=False)
    assert found.values["fail-on"] == "error"
    assert found.values["max-age"] == 7


@pytest.mark.parametrize("name", ["provcheck.toml", ".provcheck.toml", "pyproject.toml"])
def test_nothing_is_overwritten(invoke, folder: Path, name: str) -> None:
    (folder / name).write_text("[tool.provcheck]\n")
    done = invoke("init", "--gitignore")
    assert done.exit_code == Exit.USAGE
    assert done.stderr == (
        f"provcheck: {name}: there already, and is not overwritten; edit it, or remove it first\n"
    )
    assert [each.name for each in folder.iterdir()] == [name]


def test_a_link_is_not_written_through(invoke, folder: Path) -> None:
    (folder / "provcheck.toml").symlink_to("elsewhere.toml")
    assert invoke("init").exit_code == Exit.USAGE
    assert not (folder / "elsewhere.toml").exists()


def test_a_pyproject_of_something_else_is_no_hindrance(invoke, folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[project]\n")
    assert invoke("init").exit_code == Exit.OK


def test_git_ignores_only_when_asked(invoke, folder: Path) -> None:
    done = invoke("init", "--gitignore")
    assert (
        ".gitignore: added .provcheck/, *.provenance.html, provenance.index.html\n" in done.stdout
    )
    assert (folder / ".gitignore").read_text() == "\n".join([*IGNORED, ""])


def test_gitignore_as_a_link_is_refused_before_anything_is_written(invoke, folder: Path) -> None:
    (folder / ".gitignore").symlink_to("../elsewhere")
    done = invoke("init", "--gitignore")
    assert done.exit_code == Exit.USAGE
    assert ".gitignore: no plain file; add the lines" in done.stderr
    assert not (folder / "provcheck.toml").exists()


@pytest.mark.parametrize(
    ("before", "after", "added"),
    [
        pytest.param("\n".join([*IGNORED, ""]).encode(), b"", [], id="there-already"),
        pytest.param(b" .provcheck/ \n", REPORTS, [*IGNORED[1:]], id="one-of-them"),
        pytest.param(b"x", b"\n.provcheck/\n" + REPORTS, [*IGNORED], id="no-line-end"),
        pytest.param(b"\xff\r\n", b".provcheck/\r\n" + CRLF, [*IGNORED], id="crlf"),
    ],
)
def test_lines_are_added_to_what_is_there(
    tmp_path: Path, before: bytes, after: bytes, added: list[str]
) -> None:
    (tmp_path / ".gitignore").write_bytes(before)
    assert add_lines(tmp_path / ".gitignore") == added
    assert (tmp_path / ".gitignore").read_bytes() == before + after
