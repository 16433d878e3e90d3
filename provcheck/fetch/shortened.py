"""Short links that answer browsers with a page: where that page would take its reader."""

import json
import re
from collections.abc import Iterator
from html import unescape

from provcheck.fetch.answer import Answer

_HEAD = 1 << 14  # bytes of a page that only leads on
_LONGEST = 4_000  # characters of an address
_REFRESH = re.compile(
    r"<meta\b[^>]{0,200}?http-equiv\s*=\s*[\"']?refresh\b[^>]{0,200}?content\s*=\s*"
    r"(?:\"\s*\d*\s*;\s*url\s*=([^\"]+)\"|'\s*\d*\s*;\s*url\s*=([^']+)')",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title>([^<]+)</title>", re.IGNORECASE)
_REPLACE = re.compile(r"location\.replace\(\s*(\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')\s*\)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def leads_to(answer: Answer) -> str | None:
    """Return the address that a short link's page leads to, None where it leads nowhere.

    By its meta refresh, else its title, else its script [indieweb/indiewebify-me#47,
    psf/requests#5742]; only absolute web addresses count. To be asked of the answers of
    link shorteners alone: any other page may name another one in its title.
    """
    if not answer.is_page or not answer.body:
        return None
    head = answer.body[:_HEAD].decode("utf-8", "replace")
    found = (each.strip().strip("'\"") for each in _named(head))
    return next((url for url in found if len(url) <= _LONGEST and _ADDRESS.fullmatch(url)), None)


def _named(head: str) -> Iterator[str]:
    for refresh in _REFRESH.finditer(head):
        yield unescape(refresh[1] or refresh[2])
    for title in _TITLE.finditer(head):
        yield unescape(title[1])
    for call in _REPLACE.finditer(head):
        yield _unquoted(call[1])


def _unquoted(literal: str) -> str:
    """Return what a string literal of a script stands for, "" for one that is none in JSON."""
    inner = literal[1:-1].replace("\\'", "'") if literal[0] == "'" else literal[1:-1]
    try:
        value = json.loads(f'"{inner}"')
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""
