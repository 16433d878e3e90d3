"""Which addresses may be asked at all: http and https, as a browser would read them."""

import re

import httpx

_ODD = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
_PORT = re.compile(r"^[a-z][a-z0-9+.-]*://[^/?#]*?:(?P<port>[^/?#:\]@]*)(?:[/?#]|$)", re.IGNORECASE)
_LONGEST = 8192  # characters of an address


def refused(url: str) -> str | None:
    """Return why `url` may not be asked, one plain clause, or None when it may."""
    if len(url) > _LONGEST:
        return "the address is too long"
    if _ODD.search(url):
        return "the address holds characters that browsers and programs read differently"
    try:
        parsed = httpx.URL(url)
        host = parsed.raw_host
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return "the address is not a valid one"
    return _policy(url, parsed, host)


def _policy(url: str, parsed: httpx.URL, host: bytes) -> str | None:
    port = _PORT.match(url)
    if port and not re.fullmatch(r"[0-9]{0,5}", port.group("port"), re.ASCII):
        return "the address has no valid port"
    if parsed.scheme not in {"http", "https"}:
        return f"addresses of the kind {parsed.scheme or 'without scheme'}: are not read"
    if not host:
        return "the address names no host"
    return "the address holds a user name or password" if parsed.userinfo else None
