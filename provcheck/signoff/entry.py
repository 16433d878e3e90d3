"""One entry of a sign-off file: which keys it has, and what each may hold."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from provcheck.model.signoff import Method, Signoff, Status
from provcheck.model.verdict import Verdict

LONGEST_INITIALS = 40
_LONGEST_ID = 64
_HASH = re.compile("sha256:[0-9a-f]{64}")
_HALVES = re.compile("[\ud800-\udfff]")
_OPTIONAL = ("evidence", "remarks", "method", "note", "expires")


class EntryError(ValueError):
    """What is wrong with a value, in words that say what to write instead."""


def signoff_of(given: Mapping[str, Any], line: int) -> Signoff:
    """Return the sign-off that the entry at `line` says; raises EntryError naming the key."""
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key not in KEYS:
            raise EntryError(unknown(key, KEYS))
        try:
            values[_FIELDS.get(key, key)] = KEYS[key](value)
        except EntryError as problem:
            message = f"{key}: {problem}"
            raise EntryError(message) from None
    for key in KEYS:
        if key not in given and key not in _OPTIONAL:
            message = f"{key}: it is missing; add it"
            raise EntryError(message)
    return Signoff(**values, line=line)


def entry_of(signoff: Signoff) -> dict[str, Any]:
    """Return the keys of the entry that says `signoff`, in their order, empty ones left out.

    Half characters, which no file can hold, become U+FFFD.
    """
    values = {key: _plain(getattr(signoff, _FIELDS.get(key, key))) for key in KEYS}
    return {key: v for key, v in values.items() if key not in _OPTIONAL or v not in (None, "", [])}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _HALVES.sub("\ufffd", value) if isinstance(value, str) else value


def unknown(key: str, known: Mapping[str, Any]) -> str:
    """Return that there is no such key, and which one may have been meant."""
    near = get_close_matches(key.casefold(), known, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return f"{key if key.isprintable() else ascii(key)}: no such key; {hint}"


def initials(value: object) -> str:
    """Return who signs, without outer blanks: 1 to 40 printable characters, or EntryError."""
    text = _text(value).strip()
    if not text:
        message = "nobody is named; give the editor's initials"
        raise EntryError(message)
    if len(text) > LONGEST_INITIALS or not text.isprintable():
        message = f"at most {LONGEST_INITIALS} printable characters, such as initials, are expected"
        raise EntryError(message)
    return text


def _text(value: object) -> str:
    if not isinstance(value, str):
        message = 'words in quotation marks are expected, as in "words"'
        raise EntryError(message)
    return value


def _id(value: object) -> str:
    text = _text(value)
    if not text or len(text) > _LONGEST_ID or not text.isprintable() or " " in text:
        message = "no id of a claim; copy it from the report, as in q-3f9c2a7b01de"
        raise EntryError(message)
    return text


def _evidence(value: object) -> str:
    text = _text(value)
    if not _HASH.fullmatch(text):
        message = "sha256: and 64 hexadecimal digits are expected; leave it to `provcheck sign`"
        raise EntryError(message)
    return text


def _remarks(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        message = 'a list is expected, as in ["date-conflict"]'
        raise EntryError(message)
    return tuple(_text(each) for each in value)


def _day(value: object) -> date:
    if type(value) is not date:  # a datetime is a date, too
        message = "a day without quotation marks is expected, as in 2025-01-24"
        raise EntryError(message)
    return value


def _one_of(words: type[StrEnum]) -> Callable[[object], StrEnum]:
    def chosen(value: object) -> StrEnum:
        text = _text(value)
        if text in list(words):
            return words(text)
        near = get_close_matches(text.casefold(), list(words), 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(words)}"
        shown = text if text.isprintable() else ascii(text)
        message = f"“{shown}” is none; {hint}"
        raise EntryError(message)

    return chosen


_FIELDS = {"date": "day"}
KEYS: Mapping[str, Callable[[object], Any]] = MappingProxyType(
    {
        "claim": _id,
        "quote": _text,
        "status": _one_of(Status),
        "verdict": _one_of(Verdict),
        "evidence": _evidence,
        "remarks": _remarks,
        "by": initials,
        "date": _day,
        "method": _one_of(Method),
        "note": _text,
        "expires": _day,
    }
)
