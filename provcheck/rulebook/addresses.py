"""The shape of rules/addresses.yaml: addresses that stand for another one."""

import re
from collections.abc import Iterable
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

from provcheck.model.value import Value

_ANY = "*"
Pattern = Annotated[str, AfterValidator(lambda written: re.compile(written).pattern)]


class Wrapper(Value):
    """Pages that only lead on, to the address in one of their `parameters`, the first one's first.

    `path` is theirs as a whole.
    """

    hosts: tuple[str, ...]
    path: str
    parameters: tuple[str, ...]


class Cache(Value):
    """Copies of pages under somebody else's address; `path` is a pattern that names the `page`.

    The group `secure` matches where the page's own address begins with https.
    """

    hosts: tuple[str, ...]
    path: Pattern


class PathPart(Value):
    """A part of a path, as a pattern, that shows a form of a page, and what stands in its place."""

    pattern: Pattern
    by: str


class NoSource(Value):
    """Pages that hold nobody's words; `path` is a pattern of path and query, hosts none for any."""

    hosts: tuple[str, ...]
    path: Pattern


class Addresses(Value):
    """All of them.

    `tracking` are parameters that tell nothing about a page; `host_labels`, `path_parts` and
    `parameters` (names with their values, "*" for any) show forms of a page on its own site.
    """

    tracking: tuple[str, ...]
    wrappers: tuple[Wrapper, ...]
    caches: tuple[Cache, ...]
    host_labels: tuple[str, ...]
    path_parts: tuple[PathPart, ...]
    parameters: dict[str, tuple[str, ...]]
    no_sources: tuple[NoSource, ...]

    def is_tracking(self, name: str) -> bool:
        """Tell whether a parameter says only who linked to a page."""
        plain = name.casefold()
        return plain.startswith("utm_") or any(plain == each.casefold() for each in self.tracking)

    def is_no_source(self, url: str) -> bool:
        """Tell whether a link leads to nobody's words: to share, to subscribe, to a tag's list.

        A letter box is no source either, nor is what is no web address. Never raises.
        """
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").casefold()
        except ValueError:
            return True
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        known = (each for each in self.no_sources if not each.hosts or served(host, each.hosts))
        return parts.scheme not in {"http", "https"} or any(re.match(n.path, path) for n in known)

    def site(self, url: str) -> str:
        """Return the host of an address without the label of a form, and without www; or ""."""
        try:
            host = (urlsplit(url).hostname or "").removesuffix(".")
        except ValueError:
            return ""
        first, _, rest = host.partition(".")
        return rest if first in {"www", *self.host_labels} and "." in rest else host

    def marks_form(self, name: str, value: str) -> bool:
        """Tell whether a parameter with this value shows a form of a page: print=1."""
        values = self.parameters.get(name, ())
        return _ANY in values or value.casefold() in values


def served(host: str, hosts: Iterable[str]) -> bool:
    """Tell whether `host` is one of `hosts` or below one."""
    return any(host == each or host.endswith(f".{each}") for each in hosts)
