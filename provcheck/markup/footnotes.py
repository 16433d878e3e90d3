"""Footnotes of a page: a mark that leads to a note becomes a link to what the note points to."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from provcheck.markup.note_marks import is_mark

_MOST = 1_000  # marks that are followed
_LONGEST = 3_000  # characters of a note in which an address is looked for
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_WITHIN = frozenset({"a", "sup", "span", "b", "strong", "em", "i", "p", "cite"})


def point_marks(soup: BeautifulSoup) -> None:
    """Point every footnote's mark in `soup`, in place, to the first address that its note gives.

    A note is the element that the mark's fragment names, or the list item or paragraph round a
    bare anchor. Marks whose notes give no address are left as they are.
    """
    marks = [link for link in soup.select('a[href^="#"]', limit=_MOST) if _is_mark(link)]
    if not marks:
        return
    named = {str(tag.get("id") or tag.get("name")): tag for tag in _anchors(soup)}
    found = {str(link["href"]): _address(named, str(link["href"])) for link in marks}
    for link in marks:
        address = found[str(link["href"])]
        if address is not None:
            link["href"] = address


def _is_mark(link: Tag) -> bool:
    # In the markup a mark may stand in an element of its own, with white space before it.
    return is_mark(link.get_text(), "x")


def _anchors(soup: BeautifulSoup) -> Iterator[Tag]:
    """Yield the elements that fragments name, the first of each name last."""
    yield from reversed([*soup.select("[id]"), *soup.select("a[name]")])


def _address(named: dict[str, Tag], fragment: str) -> str | None:
    note = named.get(unquote(fragment[1:]))
    for _ in range(3):  # an anchor within its note: <li><a id="fn1">1</a> …
        if note is None:
            return None
        for link in note.select("a[href]", limit=20):
            address = str(link["href"]).strip()
            if address and not address.startswith(("#", "mailto:", "javascript:")):
                return address
        written = _ADDRESS.search(note.get_text()[:_LONGEST])
        if written is not None:
            return written.group().rstrip(".,;")
        note = note.parent if note.name in _WITHIN else None
    return None
