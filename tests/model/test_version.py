import tomllib
from pathlib import Path

from provcheck.model.version import VERSION

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_package_is_built_under_the_version_that_the_program_tells() -> None:
    assert tomllib.loads(PROJECT.read_text())["project"]["version"] == VERSION
