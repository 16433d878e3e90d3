"""Hosts that may be reached although they are not public: named on the command line alone."""

import re
from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_network

from provcheck.errors import SettingsError
from provcheck.fetch.addresses import Address, read_address
from provcheck.fetch.host import ascii_host, why_not_a_host
from provcheck.model.value import Value

_WRITTEN = re.compile(r"(?P<host>\[[^\[\]]*\]|[^\[\]:/@%\s]+)(?::(?P<port>[0-9]{1,5}))?")
_LAST_PORT = 65535
_REMEDY = 'give a host as in "wiki.newsroom.test", "10.0.0.7:8080", "[::1]:8443" or "10.0.0.0/8"'


class Allowed(Value):
    """One host by name or address, or all addresses of a network; `port` None allows any."""

    host: str | None = None
    network: IPv4Network | IPv6Network | None = None
    port: int | None = None


class Private(Value):
    """What a run may reach beyond the open web. Empty, it allows nothing."""

    allowed: tuple[Allowed, ...] = ()

    def allows(self, host: str, port: int) -> bool:
        """Tell whether `host`, in ASCII as written in the address, may be reached at `port`.

        A network allows the addresses that are written as such, never a name that leads there.
        """
        address = read_address(host.strip("[]"))
        name = _plain(host)
        return any(
            entry.port in {None, port} and (entry.host == name or _within(entry, address))
            for entry in self.allowed
        )


def private(values: Iterable[str]) -> Private:
    """Return what the values of --allow-private allow.

    Raises SettingsError, naming the value and the remedy, for what is neither host nor network.
    """
    return Private(allowed=tuple(map(_allowed, values)))


def _allowed(value: str) -> Allowed:
    written = value.strip()
    if "/" in written:
        return Allowed(network=_network(written))
    if written.count(":") > 1 and not written.startswith("["):
        written = f"[{written}]"
    parts = _WRITTEN.fullmatch(written)
    if parts is None:
        raise _nonsense(value, "is not a host")
    port = int(parts["port"]) if parts["port"] else None
    if port is not None and not 0 < port <= _LAST_PORT:
        raise _nonsense(value, "has no valid port")
    try:
        host = ascii_host(parts["host"])
    except UnicodeError:
        raise _nonsense(value, "is not a host") from None
    if why_not_a_host(host):
        raise _nonsense(value, "is not a host")
    return Allowed(host=_plain(host), port=port)


def _network(written: str) -> IPv4Network | IPv6Network:
    try:
        network = ip_network(written)
    except ValueError:
        raise _nonsense(written, "is not a network") from None
    if network.prefixlen == 0:
        raise _nonsense(written, "would allow every address")
    return network


def _plain(host: str) -> str:
    """Return one spelling for a host: addresses in their shortest form, names without last dot."""
    bare = host.strip("[]")
    address = read_address(bare)
    return str(address) if address else bare.removesuffix(".")


def _within(entry: Allowed, address: Address | None) -> bool:
    return entry.network is not None and address is not None and address in entry.network


def _nonsense(value: str, why: str) -> SettingsError:
    return SettingsError(f"--allow-private {value!r}: it {why}; {_REMEDY}")
