"""Answers in JSON: what can be read of them, whatever came."""

import json
import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from urllib.parse import urlencode

from provcheck.fetch.search.asked import Problem

LARGEST = 2 << 20  # bytes of an answer; some hundred results are far less
_LONGEST = 400  # characters of what a service says of one page
_MOST_ROWS = 250
# A backslash with what JSON lets follow it, or alone.
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\')
_TAG = re.compile(r"</?[a-z]+>", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_SAID = re.compile(r"[^<>{}\[\]]{1,120}")

Row = Mapping[str, object]


def address(endpoint: str, **parameters: str) -> str:
    """Return the address that puts a query; parameters without a value are left out."""
    return f"{endpoint}?{urlencode({k: v for k, v in parameters.items() if v})}"


def object_in(data: bytes) -> Row | Problem:
    """Return the JSON object that `data` is; anything else is a problem, never an empty answer.

    Backslashes that escape nothing, which services are known to write, stand for themselves.
    """
    if len(data) > LARGEST:
        return Problem(reason="its answer is larger than results may be")
    text = data.decode("utf-8-sig", "replace")
    try:
        found = json.loads(_ESCAPE.sub(_sound, text), strict=False)
    except (ValueError, RecursionError):
        return Problem(reason=f"its answer is no JSON{_told(text)}", again=True)
    if not isinstance(found, dict):
        return Problem(reason="its answer is none that it is known to give", again=True)
    return found


def rows(row: Row, name: str) -> tuple[Row, ...] | None:
    """Return the objects in the list `name`, None where there is no such list."""
    found = row.get(name)
    if not isinstance(found, list):
        return None
    return tuple(each for each in found[:_MOST_ROWS] if isinstance(each, dict))


def inside(row: Row, name: str) -> Row:
    """Return the object `name`, an empty one where there is none."""
    found = row.get(name)
    return found if isinstance(found, dict) else {}


def said(row: Row, name: str) -> str:
    """Return the text `name` on one line, without tags and bounded; "" where there is none."""
    found = row.get(name)
    if not isinstance(found, str):
        return ""
    return tidy(unescape(_TAG.sub("", found[: 4 * _LONGEST])))


def tidy(text: str) -> str:
    """Return `text` on one line, bounded, without halves of letters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(whole.split())[:_LONGEST]


def link(row: Row, name: str) -> str:
    """Return the http address `name`, "" where there is none."""
    found = row.get(name)
    is_link = isinstance(found, str) and found.startswith(("http://", "https://"))
    return str(found).strip() if is_link else ""


def day(text: str) -> date | None:
    """Return the day with which a time in ISO 8601 begins, None where it begins with none."""
    match = _DAY.match(text.strip())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _sound(escape: re.Match[str]) -> str:
    return r"\\" if escape.group() == "\\" else escape.group()


def _told(text: str) -> str:
    """Return what a service says in plain text in place of an answer, if it is a short line."""
    line = text.strip()
    return f": “{line}”" if _SAID.fullmatch(line) and line.isprintable() else ""
