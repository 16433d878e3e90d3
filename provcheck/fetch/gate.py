"""Which addresses may be asked: by their shape at all, and by their place on the open web."""

import re

import httpx

from provcheck.fetch.addresses import read_address, why_not_public
from provcheck.fetch.host import ascii_host, why_not_a_host
from provcheck.fetch.private import Private

_ODD = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
_START = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):(?://(?P<authority>[^/?#]*))?", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?P<host>\[[^\[\]]*\]|[^\[\]:]+)(?::(?P<port>.*))?")
_PORT = re.compile(r"[0-9]{0,5}")  # never \d, which takes digits of every script
_LAST_PORT = 65535
_LONGEST = 8192  # characters of an address, in the form that is sent
_DEFAULT_PORTS = {"http": 80, "https": 443}
_OPEN_PORTS = frozenset(_DEFAULT_PORTS.values())

# Names that never lead to the open web: set aside by RFC 2606, 6761, 6762 (with its appendix G),
# 7686, 8375, 9476, or by habit. `example` is left to the resolver: it exists nowhere.
_LOCAL = (
    "localhost",
    "local",
    "internal",
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
    "localdomain",
    "home.arpa",
    "svc",
    "onion",
    "alt",
    "test",
    "invalid",
)


def refused(url: str) -> str | None:
    """Return why `url` may not be asked, one plain clause, or None when it may.

    Judges the shape alone, so it holds for addresses answered from given sources too: http or
    https, no user name, and a host that browsers read just as we do. Never raises.
    """
    if len(url) > _LONGEST:
        return "the address is too long"
    if _ODD.search(url):
        return "the address holds characters that browsers and programs read differently"
    start = _START.match(url)
    if start is None:
        return "addresses without scheme are not read"
    if start["scheme"].lower() not in _DEFAULT_PORTS:
        return f"addresses of the kind {start['scheme'][:20].lower()}: are not read"
    return _authority_refused(start["authority"] or "") or _read_differently(url)


def unreachable(url: str, private: Private) -> str | None:
    """Return why `url` may not be asked over the network, one plain clause, or None when it may.

    Beside what `refused` says: ports 80 and 443 alone, no local names, no address that is not
    public; `private` lifts these three for the hosts that it allows. Never raises. What a name
    resolves to is judged when it is dialled.
    """
    why = refused(url)
    if why:
        return why
    host, port = host_and_port(httpx.URL(url))
    if private.allows(host, port):
        return None
    if port not in _OPEN_PORTS:
        return f"port {port} is not asked, only 80 and 443"
    if read_address(host):
        return why_not_public(host)
    local = "." not in host or any(f".{host}".endswith(f".{name}") for name in _LOCAL)
    return f"{host} is a local name" if local else None


def host_and_port(url: httpx.URL) -> tuple[str, int]:
    """Return the host that a gated address leads to, and the port.

    The host is in lower-case ASCII, without brackets and without the dot that may end a name.
    """
    host = url.raw_host.decode("ascii").removesuffix(".")
    return host, url.port or _DEFAULT_PORTS.get(url.scheme, 0)


def _authority_refused(authority: str) -> str | None:
    if "@" in authority:
        return "the address holds a user name or password"
    if "%" in authority:
        return "the address has a host that browsers and programs read differently"
    parts = _AUTHORITY.fullmatch(authority)
    if parts is None:
        return "the address is not a valid one" if authority else "the address names no host"
    port = parts["port"] or ""
    if not _PORT.fullmatch(port) or (port and not 0 < int(port) <= _LAST_PORT):
        return "the address has no valid port"
    try:
        return why_not_a_host(ascii_host(parts["host"]))
    except UnicodeError:
        return "its host is not a valid international name"


def _read_differently(url: str) -> str | None:
    """Return why the library that sends reads `url` otherwise than a browser does, or None."""
    try:
        sent = httpx.URL(url)
        host = sent.raw_host.decode("ascii")
    except (httpx.InvalidURL, ValueError):
        return "the address is not a valid one"
    start = _START.match(url)
    parts = _AUTHORITY.fullmatch(start["authority"] or "") if start else None
    if parts is None or ascii_host(parts["host"]).strip("[]") != host.lower():
        return "the address has a host that browsers and programs read differently"
    return "the address is too long" if len(str(sent)) > _LONGEST else None
