"""The key of an address: two spellings that reach one page have one key."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import idna

from provcheck.store.dated import dated, wanted_at

# Parameters that tell a server who linked to it and nothing about the page.
_TRACKING = frozenset(
    {
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "mc_cid",
        "mc_eid",
        "igshid",
        "ref_src",
        "ref_url",
        "cmpid",
    }
)
_SLASH = re.compile("(%2f)", re.IGNORECASE)  # within a segment of a path; no border of one
# Bytes that are no UTF-8 stand for letters of other encodings, and must not all become one.
_BYTES = "surrogateescape"


def address_key(url: str) -> str:
    """Return the key of `url`: scheme and host folded, tracking and fragment left out.

    http and https are one page; a host that is not ASCII is its A-labels, by the IDNA of 2008. The
    one fragment that counts is a moment for a TimeGate (store/dated.py).
    Never raises; what is no address is its own key.
    """
    url = url.encode("utf-8", "backslashreplace").decode("utf-8")  # halves of letters are none
    try:
        parts = urlsplit(url.strip())
        host = _ascii(parts.hostname or "").rstrip(".")
        port = parts.port
    except (ValueError, UnicodeError):
        return url.strip()
    # What is never asked, for its user name, must not stand for what is.
    if parts.scheme.casefold() not in {"http", "https"} or not host or "@" in parts.netloc:
        return url.strip()
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True, errors=_BYTES)
        if not (name.casefold().startswith("utm_") or name.casefold() in _TRACKING)
    ]
    query = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in kept)
    path = "".join(map(_respelled, _SLASH.split(parts.path))) or "/"
    shown = "" if port in {None, 80, 443} else f":{port}"
    key = f"{host}{shown}{path}" + (f"?{query}" if query else "")
    moment = wanted_at(url.strip())
    return dated(key, moment) if moment else key


def _respelled(part: str) -> str:
    """Return a part of a path with only those letters escaped that must be."""
    if _SLASH.fullmatch(part):
        return part.upper()
    return _quoted(unquote(part, errors=_BYTES), safe="/:@!$&'()*+,;=~-._")


def _quoted(text: str, safe: str = "") -> str:
    return quote(text, safe=safe, errors=_BYTES)


def _ascii(host: str) -> str:
    if ".." in host:
        raise UnicodeError(host)
    return host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
