"""The manual page and the table in the documentation are those of the program as it is."""

import shutil
import subprocess
from pathlib import Path

import pytest

from provcheck.cli.main import tree
from provcheck.cli.manual import PAGE, TABLE, commands, page, table, write
from provcheck.config.keys import KEYS, VARIABLES

DOCS = Path(__file__).parents[2] / "docs"
WRITTEN = DOCS / PAGE
ANEW = "run `make man`"


def test_the_page_is_that_of_the_program() -> None:
    assert WRITTEN.read_text() == page(tree()), ANEW


def test_the_table_is_that_of_the_program() -> None:
    found = TABLE.search((DOCS / "configuration.md").read_text())
    assert found
    assert found[0] == table(tree().commands["check"]), ANEW


def test_every_command_and_option_is_on_the_page() -> None:
    text = page(tree()).replace("\\-", "-")
    found = dict(commands(tree()))
    assert {"check", "claims", "config show", "init", "store verify"} <= set(found)
    for path, command in found.items():
        assert f".SS provcheck {path}" in text
        options = [name for each in command.params for name in each.opts if name[0] == "-"]
        assert [name for name in options if f"{name}" not in text] == []


def test_exits_variables_files_and_examples_are_on_the_page() -> None:
    text = page(tree()).replace("\\-", "-")
    for heading in ("EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"):
        assert f".SH {heading}\n" in text
    assert [name for name in VARIABLES if f".B {name}\n" not in text] == []
    assert ".B 130\n" in text
    assert "\nprovcheck config show\n" in text


def test_the_table_has_a_row_for_each_option() -> None:
    lines = table(tree().commands["check"]).splitlines()
    assert len(lines) == len(KEYS) + 2
    assert "| `--offline` | `offline`, `true` or `false` | `PROVCHECK_OFFLINE` |" in lines


def test_it_is_written_into_a_folder(tmp_path: Path) -> None:
    guide = tmp_path / "configuration.md"
    guide.write_text("before\n<!-- options -->\nold\n<!-- end of options -->\nafter\n")
    write(tmp_path)
    assert (tmp_path / PAGE).read_text() == page(tree())
    assert "old" not in guide.read_text()
    assert guide.read_text().startswith("before\n")
    assert guide.read_text().endswith("after\n")


CHECKERS = (
    ("groff", "-man", "-ww", "-z", "-Tutf8"),
    ("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"),
    ("mandoc", "-Tlint", "-Wwarning"),
)


@pytest.mark.parametrize("command", CHECKERS, ids=lambda command: command[0])
def test_the_page_is_sound(command: tuple[str, ...]) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run([*command, str(WRITTEN)], capture_output=True, text=True, check=False)
    said = done.stderr + (done.stdout if command[0] == "mandoc" else "")
    told = [line for line in said.splitlines() if "missing date" not in line]
    assert told == []  # a day would be that of no release
    assert done.returncode == 0 or command[0] == "mandoc"  # which fails for the day alone
