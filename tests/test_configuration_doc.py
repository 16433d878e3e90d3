"""Every command of docs/configuration.md is run, its output compared, its example read."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from provcheck.config.file import read_configuration
from provcheck.config.keys import VARIABLES

GUIDE = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text()
BLOCKS = re.findall(r"```(console|toml)\n(.*?)```", GUIDE, flags=re.DOTALL)
CONSOLE = [block for kind, block in BLOCKS if kind == "console"]
TOML = [block for kind, block in BLOCKS if kind == "toml"]
SHIM = f'provcheck() {{ "{sys.executable}" -m provcheck.cli.main "$@"; }}\n'


@pytest.mark.parametrize("block", CONSOLE)
def test_commands_show_the_real_output(block: str, tmp_path: Path) -> None:
    command, shown = block.removeprefix("$ ").split("\n", 1)
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        ["bash", "-c", SHIM + command],  # noqa: S607
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == shown, done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize("block", TOML)
def test_examples_are_taken(block: str, tmp_path: Path) -> None:
    (tmp_path / "provcheck.toml").write_text(block)
    found = read_configuration(tmp_path / "provcheck.toml", ("reuters",), named=False)
    assert found.values["fail-on"] == "warning"


def test_something_is_shown() -> None:
    assert CONSOLE
    assert TOML
