"""What stands in an answer in JSON of any shape: a value of the wanted kind, or none."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from provcheck.markup.metadata import moment

_HALF = re.compile("[\ud800-\udfff]")  # of a character
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_LONGEST = 200  # code points of a name


def parsed(data: bytes) -> object:
    """Return the value that `data` is JSON of, None for anything else."""
    try:
        value: object = json.loads(data, strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def at(value: object, *path: str) -> object:
    """Return what stands in objects within objects under the names of `path`, None for nothing."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def words_at(value: object, *path: str) -> str:
    """Return the string at `path`, "" where none is; halves of characters are made visible."""
    found = at(value, *path)
    return _HALF.sub("\ufffd", found) if isinstance(found, str) else ""


def name_at(value: object, *path: str) -> str | None:
    """Return the string at `path` as a name of one line, None where there is none."""
    return line_of(words_at(value, *path))


def items_at(value: object, *path: str) -> Sequence[object]:
    """Return the list at `path`, an empty one where there is none."""
    found = at(value, *path)
    return found if isinstance(found, list) else ()


def moment_at(value: object, *path: str) -> datetime | None:
    """Return the moment with its zone that stands at `path` in ISO 8601, or None."""
    found = moment(at(value, *path))
    return found if isinstance(found, datetime) else None


def line_of(words: str) -> str | None:
    """Return words as a name of one line, at most 200 code points, None for blanks."""
    return " ".join(words.replace("\0", "").split())[:_LONGEST].strip() or None


def lang_of(said: str) -> str | None:
    """Return a tag of a language as such, None for what is none."""
    return said if _TAG.fullmatch(said) else None
