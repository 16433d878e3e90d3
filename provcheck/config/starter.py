"""The configuration file that `provcheck init` writes: every key, commented out."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from provcheck.config.keys import Key

_HEAD = """\
# Configuration of provcheck for this folder and those below it.
# Take the # off the lines that you change. What stands there is the default, or an example.
# Paths count from this folder and stay in it. `provcheck config show` tells what holds.
"""


class Entry(NamedTuple):
    """A key with what the program says of its option, and the default that it has there."""

    key: Key
    meaning: str
    default: object


def starter(entries: Iterable[Entry]) -> str:
    """Return the text of a configuration file in which each of `entries` is commented out."""
    return _HEAD + "".join(f"\n{_entry(entry)}" for entry in entries)


def _entry(entry: Entry) -> str:
    key = entry.key
    is_default = entry.default is not None
    lines = [entry.meaning]
    if key.words:
        lines.append(f"One of {', '.join(key.words)}.")
    if not is_default:
        lines.append(f"Default: {key.unset}; for example:")
    value = entry.default if is_default else key.example
    return "".join(f"# {line}\n" for line in lines) + f"#{key.name} = {_toml(value)}\n"


def _toml(value: object) -> str:
    """Return `value` in TOML, which writes these as JSON does."""
    return json.dumps(value, ensure_ascii=False)
