"""The key of an address: two spellings that reach one page have one key."""

from urllib.parse import parse_qsl, quote, unquote, urlsplit

import idna

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


def address_key(url: str) -> str:
    """Return the key of `url`: scheme and host folded, tracking and fragment left out.

    http and https are one page; a host that is not ASCII is its A-labels, by the IDNA of 2008.
    Never raises; what is no address is its own key.
    """
    try:
        parts = urlsplit(url.strip())
        host = _ascii(parts.hostname or "").rstrip(".")
        port = parts.port
    except (ValueError, UnicodeError):
        return url.strip()
    if parts.scheme.casefold() not in {"http", "https"} or not host:
        return url.strip()
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not (name.casefold().startswith("utm_") or name.casefold() in _TRACKING)
    ]
    query = "&".join(f"{quote(n, safe='')}={quote(v, safe='')}" for n, v in kept)
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._") or "/"
    shown = "" if port in {None, 80, 443} else f":{port}"
    return f"{host}{shown}{path}" + (f"?{query}" if query else "")


def _ascii(host: str) -> str:
    if ".." in host:
        raise UnicodeError(host)
    return host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
