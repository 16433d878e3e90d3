"""Footnotes of a page: a mark that leads to a note becomes a link to what the note points to."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from provcheck.markup.note_marks import is_mark

_MOST = 1_000  # marks that are followed
_ELEMENTS = 200  # of a note, in which an address is looked for
_LONGEST = 3_000  # characters of it
_STRINGS = 10  # of a mark
_OUTWARD = 3  # elements round an anchor
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_NO_PAGE = re.compile(r"#|(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)  # mailto:, the way back
_WITHIN = frozenset({"a", "sup", "span", "b", "strong", "em", "i", "p", "cite"})


def point_marks(soup: BeautifulSoup) -> None:
    """Point every footnote's mark in `soup`, in place, to the first address that its note gives.

    A note is the element that the mark's fragment names, or the list item or paragraph round a
    bare anchor. Marks whose notes give no address are left as they are.
    """
    links = islice(filter(_is_mark, soup.find_all("a", href=True)), _MOST)
    marks = [(link, unquote(str(link["href"])[1:])) for link in links]
    wanted = {name for _, name in marks}
    notes = _notes(soup, wanted) if wanted else {}
    found = {name: _address(note) for name, note in notes.items()}
    for link, name in marks:
        address = found.get(name)
        if address is not None:
            link["href"] = address


def _is_mark(link: Tag) -> bool:
    # In the markup a mark may stand in an element of its own, with white space before it.
    words = "".join(islice(link.strings, _STRINGS))
    return str(link["href"]).startswith("#") and is_mark(words, "x")


def _notes(soup: BeautifulSoup, wanted: set[str]) -> dict[str, Tag]:
    """Return the elements that the fragments `wanted` name, the first of each name."""
    notes: dict[str, Tag] = {}
    for tag in soup.find_all(name=True):
        for name in (tag.get("id"), tag.get("name")):
            if isinstance(name, str) and name in wanted:
                notes.setdefault(name, tag)
    return notes


def _address(note: Tag) -> str | None:
    """Return the first address in a note, or in the element round an anchor: <li><a id="fn1">."""
    for _ in range(_OUTWARD):
        address = next(_addresses(note), None)
        if address is not None or note.name not in _WITHIN or note.parent is None:
            return address
        note = note.parent
    return None


def _addresses(note: Tag) -> Iterator[str]:
    """Yield what a note links, then the addresses that it gives as words."""
    inside = list(islice(note.descendants, _ELEMENTS))
    for each in inside:
        address = str(each.get("href") or "").strip() if isinstance(each, Tag) else ""
        if address and not _NO_PAGE.match(address):
            yield address
    words = "".join(str(each) for each in inside if isinstance(each, NavigableString))
    for written in _ADDRESS.finditer(words[:_LONGEST]):
        yield written.group().rstrip(".,;")
