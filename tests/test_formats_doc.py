"""Every format has its section in docs/formats.md, and every command in there is run."""

import csv
import re
import shutil
from pathlib import Path

import pytest
from test_readme import exchanges, run

from provcheck.report.csv import HEADER
from provcheck.report.formats import FORMATS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "formats.md").read_text()
SECTIONS = dict(
    re.findall(r"^## `([\w-]+)`\n(.*?)(?=^## `|\Z)", PAGE, flags=re.DOTALL | re.MULTILINE)
)
BLOCKS = [
    pytest.param(name, block, id=name)
    for name, section in SECTIONS.items()
    for block in re.findall(r"```console\n(.*?)```", section, flags=re.DOTALL)
    if name in FORMATS
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the seeds in it, as a reader of the page has it."""
    signed = shutil.ignore_patterns("*.provcheck.toml")  # what a reader of the README signed
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds", ignore=signed)
    return tmp_path


def test_every_format_has_its_section() -> None:
    assert [name for name in FORMATS if name not in SECTIONS] == []


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_every_section_shows_how_to_ask_for_its_format(name: str) -> None:
    (block,) = re.findall(r"```console\n(.*?)```", SECTIONS[name], flags=re.DOTALL)
    assert name == "terminal" or re.search(rf" --format {name}[= ]", block)


@pytest.mark.parametrize(("name", "block"), BLOCKS)
def test_console_blocks_show_the_real_output(name: str, block: str, desk: Path) -> None:
    (exchange,) = exchanges(block)
    command, shown = exchange
    answer = run(command, desk)
    assert answer.stdout.replace("\r\n", "\n").rstrip() == shown.rstrip(), (name, answer.stderr)


def test_every_link_within_the_page_leads_somewhere() -> None:
    assert set(re.findall(r"\]\(#([\w-]+)\)", PAGE)) <= set(SECTIONS)


def test_the_table_of_columns_names_them_all_in_their_order() -> None:
    rows = re.findall(r"^\| ([a-z_, 0-9]+) \|", SECTIONS["csv"], flags=re.MULTILINE)
    assert [name for row in rows if row != "columns" for name in row.split(", ")] == list(HEADER)


def test_programs_read_the_table_as_the_page_says(desk: Path) -> None:
    command = re.search(r"^\$ (provcheck .*? --format csv)", SECTIONS["csv"], flags=re.MULTILINE)
    run(f"{command.group(1)}=claims.csv", desk)
    with (desk / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [tuple(row) for row in rows] == [HEADER] * 12
