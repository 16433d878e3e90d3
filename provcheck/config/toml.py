"""Reads a TOML file that somebody else may have written to do harm."""

import os
import re
import stat
import tomllib
from pathlib import Path
from typing import Any

from provcheck.errors import SettingsError

MAX_BYTES = 1 << 20
MAX_DOTS = 200  # in one line; tomllib takes minutes over a key of 60,000 parts
_AT = re.compile(r" \(at line (\d+), column \d+\)$")
_OUT = "correct it, name another file with --config, or use --no-config"


def is_regular(file: Path) -> bool:
    """Tell whether `file` is a file: no folder, no pipe, which may never end."""
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except (OSError, ValueError):
        return False


def bytes_of(file: Path) -> bytes:
    """Return the bytes of `file`; raises SettingsError when it is unreadable or over 1 MiB."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as problem:
        raise _unfit(file, f"cannot be read ({problem.strerror})") from None
    if len(data) > MAX_BYTES:
        raise _unfit(file, f"larger than {MAX_BYTES} bytes; configuration files are small")
    return data


def text_of(file: Path) -> str:
    """Return the text of `file`, UTF-8 with or without a mark of byte order.

    Raises SettingsError for anything else.
    """
    data = bytes_of(file)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        message = f"{file}:{line}: not UTF-8; save it in that encoding"
        raise SettingsError(message) from None


def parsed(file: Path, text: str) -> dict[str, Any]:
    """Return the TOML in `text`, which stands in `file`; raises SettingsError where it is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MAX_DOTS:
            raise _unfit(file, f"more than {MAX_DOTS} dots in one line", number)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _unfit(file, "nested too deeply") from None
    except ValueError as problem:  # TOMLDecodeError, and numbers too long for Python
        told = str(problem)
        place = _AT.search(told)
        why = f"not valid TOML: {_AT.sub('', told)}"
        raise _unfit(file, why, int(place[1]) if place else None) from None


def own_table(whole: dict[str, Any]) -> object | None:
    """Return what a pyproject.toml has as tool.provcheck, None where it has nothing."""
    tool = whole.get("tool")
    return tool.get("provcheck") if isinstance(tool, dict) else None


def _unfit(file: Path, why: str, line: int | None = None) -> SettingsError:
    place = f"{file}:{line}" if line else os.fspath(file)
    return SettingsError(f"{place}: {why}; {_OUT}")
