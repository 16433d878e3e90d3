"""The elements by which a page tells of itself, collected in one walk through its tree."""

import re

from bs4 import BeautifulSoup, Tag

_NAMED = frozenset({"html", "title", "h1", "script"})
_BYLINE = re.compile(r"^(?:byline|author)$")
_ATTRIBUTES = ("property", "name", "itemprop")


class Landmarks:
    """A page's meta tags, links, headings, scripts, times and byline, in the page's order.

    A page may have a hundred thousand elements, and a search for each name would walk all of them.
    """

    def __init__(self, soup: BeautifulSoup) -> None:
        self._metas: dict[tuple[str, str], Tag] = {}
        self._links: dict[str, Tag] = {}
        self.named: dict[str, list[Tag]] = {name: [] for name in _NAMED}
        self.heads: list[Tag] = []
        self.with_id: dict[str, list[Tag]] = {}
        self.time: Tag | None = None
        self.author: Tag | None = None
        self.byline: Tag | None = None
        for element in soup.descendants:
            if isinstance(element, Tag):
                self._take(element)

    def meta(self, *names: str) -> str | None:
        """Return what the first meta tag of the first of `names` says, or None."""
        for name in names:
            for attribute in _ATTRIBUTES:
                tag = self._metas.get((attribute, name))
                content = tag.get("content") if tag else None
                if isinstance(content, str) and content.strip():
                    return " ".join(content.split())
        return None

    def link(self, relation: str) -> str | None:
        """Return the address of the first link element of that relation, or None."""
        tag = self._links.get(relation)
        address = tag.get("href") if tag else None
        return address.strip() or None if isinstance(address, str) else None

    def first(self, name: str) -> Tag | None:
        """Return the first html, title, h1 or script element, or None."""
        return next(iter(self.named[name]), None)

    def _take(self, element: Tag) -> None:
        name = element.name
        if name in _NAMED:
            self.named[name].append(element)
            if name in {"title", "h1"}:
                self.heads.append(element)
        if element.attrs:
            self._attributes(element)

    def _attributes(self, element: Tag) -> None:
        relations = _several(element.get("rel"))
        if element.name == "meta":
            for attribute in _ATTRIBUTES:
                self._metas.setdefault((attribute, str(element.get(attribute))), element)
        elif element.name == "time" and self.time is None and element.has_attr("datetime"):
            self.time = element
        elif element.name == "link":
            for relation in relations:
                self._links.setdefault(relation, element)
        if self.author is None and "author" in relations:
            self.author = element
        if self.byline is None and any(map(_BYLINE.match, _several(element.get("class")))):
            self.byline = element
        identity = element.get("id")
        if isinstance(identity, str):
            self.with_id.setdefault(identity, []).append(element)


def _several(value: object) -> list[str]:
    """Return the values of an attribute, which a parser gives as one text or as a list."""
    if isinstance(value, str):
        return [value]
    return [str(each) for each in value] if isinstance(value, list) else []
