import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.config.toml import MAX_BYTES, bytes_of, is_regular, own_table, parsed, text_of
from provcheck.errors import SettingsError


def read(file: Path) -> dict[str, object]:
    return parsed(file, text_of(file))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'lang = "en"\n', id="plain"),
        pytest.param(b'\xef\xbb\xbflang = "en"\n', id="byte-order-mark"),
        pytest.param(b'# x\r\nlang = "en"\r\n', id="windows-line-ends"),
        pytest.param(b'lang = "en"', id="no-line-end"),
    ],
)
def test_what_is_taken(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "c.toml").write_bytes(data)
    assert read(tmp_path / "c.toml") == {"lang": "en"}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"\xff\xfel\0a\0", r"c.toml:1: not UTF-8; save it", id="utf-16"),
        pytest.param(b'a = 1\nlang = "\xe9"\n', r"c.toml:2: not UTF-8; save it", id="latin-1"),
        pytest.param(b"lang = en\n", r"c.toml:1: not valid TOML: Invalid value; corr", id="words"),
        pytest.param(b"a = 1\na = 2\n", r"c.toml:2: not valid TOML: Cannot overwrite", id="twice"),
        pytest.param(b"a = 1\rb = 2\r", r"not valid TOML", id="old-line-ends"),
        pytest.param(b"a = '\x00'", r"not valid TOML", id="null"),
        pytest.param(b"a = " + b"9" * 5000, r"c.toml: not valid TOML", id="a-huge-number"),
        pytest.param(b"a = " + b"[" * 100_000, r"nested too deeply", id="nested"),
        pytest.param(b"a" + b".a" * 60_000 + b" = 1", r"c.toml:1: more than 200 dots", id="dotted"),
        pytest.param(b"#" * (MAX_BYTES + 1), r"larger than 1048576 bytes", id="large"),
    ],
)
def test_what_is_refused_is_told_with_the_place(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "c.toml").write_bytes(data)
    with pytest.raises(SettingsError, match=told) as refused:
        read(tmp_path / "c.toml")
    assert "\n" not in str(refused.value)


def test_a_whole_file_of_dotted_keys_takes_little_time(tmp_path: Path) -> None:
    lines = "".join(f"{'a.' * 199}b{number} = 1\n" for number in range(2_400))
    (tmp_path / "c.toml").write_text(lines)
    started = time.perf_counter()
    read(tmp_path / "c.toml")
    assert time.perf_counter() - started < 20


def test_a_file_without_permission(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        bytes_of(tmp_path)


def test_only_files_are_regular(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    assert is_regular(tmp_path / "file")
    names = ("pipe", "loop", "none", "n\0ul", ".")
    assert [name for name in names if is_regular(tmp_path / name)] == []


@pytest.mark.parametrize(
    ("whole", "own"),
    [
        ({}, None),
        ({"tool": 3}, None),
        ({"tool": {}}, None),
        ({"tool": {"provcheck": {}}}, {}),
        ({"tool": {"provcheck": 3}}, 3),
    ],
)
def test_the_table_of_a_pyproject(whole: dict[str, object], own: object) -> None:
    assert own_table(whole) == own


@given(st.text(alphabet="ab.[]{}=\"'\n#, 1\\", max_size=60))
def test_any_text_is_toml_or_one_line_of_complaint(text: str) -> None:
    try:
        parsed(Path("c.toml"), text)
    except SettingsError as problem:
        assert "\n" not in str(problem)  # noqa: PT017
