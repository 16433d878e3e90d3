"""What docs/signoff.md shows is what happens, in the order in which it is told."""

import re
from pathlib import Path

import pytest
from signing import DAY
from test_readme import exchanges, run

from provcheck.cli.sign import MethodChoice, StatusChoice

DOC = (Path(__file__).parents[1] / "docs" / "signoff.md").read_text()
CONSOLE = re.findall(r"```console\n(.*?)```", DOC, flags=re.DOTALL)
MARCH_14 = "1741910400"


def test_the_console_blocks_show_the_real_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MARCH_14)
    shown = [exchange for block in CONSOLE for exchange in exchanges(block)]
    assert shown
    for command, output in shown:
        file = tmp_path / command.removeprefix("cat ")
        if command.startswith("cat ") and not file.exists():
            file.parent.mkdir(exist_ok=True)
            file.write_text(output.rstrip() + "\n")
        answer = run(command, tmp_path)
        assert answer.stdout.rstrip() == output.rstrip(), answer.stderr


def test_the_day_shown_is_that_of_the_other_tests() -> None:
    assert f"date = {DAY}" in DOC


@pytest.mark.parametrize("choice", [*StatusChoice, *MethodChoice])
def test_every_choice_is_told(choice: str) -> None:
    assert f"`{choice}`" in DOC
