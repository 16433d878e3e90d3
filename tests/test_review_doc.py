"""What docs/review.md tells is so: its commands have these options, and the page these keys."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from reporting import a_report

from provcheck.review.page import review_page
from provcheck.rulebook.book import Rulebook

DOC = (Path(__file__).parents[1] / "docs" / "review.md").read_text()
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", DOC, flags=re.DOTALL)
    for line in block.splitlines()
]


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_that_is_told_has_these_options(line: str) -> None:
    program, name, *rest = line.split()
    asked = [sys.executable, "-m", "provcheck.cli.main", name, "--help"]
    usage = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert program == "provcheck"
    assert [word for word in rest if word.startswith("--") and word not in usage] == []


def test_the_keys_of_the_page_are_those_that_are_told(rules: Rulebook) -> None:
    page = review_page((a_report(),), rules, "").body.decode()
    (listed,) = re.findall(r'<dl class="keys">(.*?)</dl>', page, flags=re.DOTALL)
    keys = set(re.findall(r"<kbd>(.*?)</kbd>", listed))
    told = set(re.findall(r"`([^`]+)`", DOC.partition("## Keys")[2].partition("Everything")[0]))
    assert {part for key in told for part in key.split("+")} == keys
