"""Looks things up in JSON that a service sent, of whatever shape it is."""

import json
import re
from collections.abc import Mapping
from typing import TypeVar

_LARGEST = 1 << 20  # bytes
_BROKEN = re.compile("[\0\ud800-\udfff]")  # half a character, which JSON may hold alone; NUL
Kind = TypeVar("Kind")


def object_in(data: bytes) -> Mapping[str, object] | None:
    """Return the JSON object that `data` is, None for any other bytes and for more than 1 MiB."""
    if len(data) > _LARGEST:
        return None
    try:
        value = json.loads(data, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def at(value: object, *path: str) -> object:
    """Return what stands at `path` in `value`, None where nothing does."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def text_at(value: object, *path: str) -> str:
    """Return the text at `path`, "" where none stands there; what is no character as U+FFFD."""
    found = at(value, *path)
    return _BROKEN.sub("\ufffd", found) if isinstance(found, str) else ""


def line_at(value: object, *path: str) -> str:
    """Return the text at `path` on one line, as a name is written; 200 characters at the most."""
    return " ".join(text_at(value, *path)[:1000].split())[:200]


def listed(value: object, kind: type[Kind]) -> tuple[Kind, ...]:
    """Return the first 200 items of a list that are of a kind, none where `value` is no list."""
    items = value[:200] if isinstance(value, list) else ()
    return tuple(item for item in items if isinstance(item, kind) and not isinstance(item, bool))


def error_in(said: Mapping[str, object]) -> str:
    """Return the error that an answer tells of, as `error` or the first of `errors`, else ""."""
    first = listed(said.get("errors"), dict)[:1]
    return line_at(said, "error") or "".join(line_at(each, "message") for each in first)
