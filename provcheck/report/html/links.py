"""Addresses and languages that stand in article or source, fit for an attribute of the page."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from provcheck.report.visible import visible

_UNFIT = re.compile(r"[\s\\<>\"'`^{|}\x00-\x20]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")


@dataclass(frozen=True)
class Link:
    """Words, and the address that they may safely lead to; None where they may not."""

    words: str
    href: str | None


def link(url: str | None, words: str | None = None) -> Link:
    """Return a link to `url`; one that is not plainly http or https is shown and leads nowhere.

    Refused are other schemes, blanks, controls, quotation marks and backslashes, a user name
    before the host, and hidden characters. A host that is not ASCII is shown as sent, xn--….
    """
    if not url:
        return Link(words or "", None)
    shown = words or url
    host = _host(url)
    if host is None:
        return Link(f"{shown} ({url})" if words and words != url else shown, None)
    if not host.isascii():
        shown = f"{shown} ({_ascii(host)})"
    return Link(shown, url)


def _host(url: str) -> str | None:
    if _UNFIT.search(url) or visible(url) != url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return None
    return host


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ascii(host)


def language(code: str | None) -> str | None:
    """Return `code` if it has the form of a BCP 47 language, else None."""
    return code if code and _LANGUAGE.match(code) else None
