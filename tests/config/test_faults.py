from pathlib import Path

import pytest

from provcheck.config.faults import ConfigFile
from provcheck.errors import SettingsError


@pytest.mark.parametrize(
    ("name", "text", "key", "place"),
    [
        pytest.param("provcheck.toml", "", "lang", "", id="not-there"),
        pytest.param("provcheck.toml", "house = 'lang = 1'\n", "lang", "", id="in-a-value"),
        pytest.param("provcheck.toml", "languid = 1\n", "lang", "", id="a-longer-key"),
        pytest.param("provcheck.toml", "\nlang = 1\n", "lang", ":2", id="bare"),
        pytest.param("provcheck.toml", '\n\n  "lang"= 1', "lang", ":3", id="quoted"),
        pytest.param("provcheck.toml", "a = 1\n[lang.x]\n", "lang", ":2", id="a-table"),
        pytest.param("provcheck.toml", "lang.x = 1", "lang", ":1", id="dotted"),
        pytest.param(
            "pyproject.toml", "lang = 2\n[tool.provcheck]\nlang = 1\n", "lang", ":3", id="pyproject"
        ),
    ],
)
def test_the_line_of_a_key(name: str, text: str, key: str, place: str) -> None:
    error = ConfigFile(Path(name), text).wrong(key, "why; remedy")
    assert isinstance(error, SettingsError)
    assert str(error) == f"{name}{place}: {key}: why; remedy"


def test_a_long_key_is_cut() -> None:
    assert str(ConfigFile(Path("x"), "").wrong("k" * 1000, "why")) == f"x: {'k' * 60}…: why"


def test_many_blank_lines_take_no_time() -> None:
    assert "x: a: b" in str(ConfigFile(Path("x"), "\n" * 1_000_000).wrong("a", "b"))
    assert str(ConfigFile(Path("pyproject.toml"), "\n" * 1_000_000).wrong("a", "b"))
