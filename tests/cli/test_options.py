import subprocess
import sys
from datetime import date

import pytest

from provcheck.cli.options import FailOn, day, distinct
from provcheck.errors import SettingsError
from provcheck.model.verdict import Level


@pytest.mark.parametrize(
    ("fail_on", "met"),
    [
        (FailOn.NEVER, []),
        (FailOn.ERROR, [Level.ERROR]),
        (FailOn.WARNING, [Level.WARNING, Level.ERROR]),
        (FailOn.NOTE, [Level.NOTE, Level.WARNING, Level.ERROR]),
    ],
)
def test_fail_on(fail_on: FailOn, met: list[Level]) -> None:
    assert [level for level in Level if fail_on.met_by(level)] == met


def test_day() -> None:
    assert day(None) is None
    assert day("2025-01-23") == date(2025, 1, 23)


@pytest.mark.parametrize("text", ["", "23.1.2025", "2025-02-30", "yesterday"])
def test_no_day(text: str) -> None:
    with pytest.raises(SettingsError, match="write it as"):
        day(text)


def test_files_are_taken_once_in_their_order() -> None:
    assert distinct(["b", "a", "b", "-"], None) == ["b", "a", "-"]


def test_a_name_for_standard_input_needs_standard_input() -> None:
    assert distinct(["-"], "x.txt") == ["-"]
    with pytest.raises(SettingsError, match="--stdin-filename"):
        distinct(["a"], "x.txt")
    with pytest.raises(SettingsError, match="is a file of this run as well"):
        distinct(["-", "x.txt"], "x.txt")


def test_the_options_cost_no_heavy_import() -> None:
    heavy = ("pydantic", "jinja2", "yaml", "bs4", "httpx", "numpy", "provcheck.pipeline", "rich")
    code = f"import sys, provcheck.cli.main; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
