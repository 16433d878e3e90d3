"""Which addresses belong to the open web: a table of our own.

`ipaddress.is_global` and `is_private` answer differently from one Python to the next, and call
loopback inside 6to4, NAT64 and mapped addresses global; here only its parsing and ranges are used.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
NOT_PUBLIC = "is not a public one"  # stands in what is said of every address of another network

# The special-purpose registry of IANA, multicast, and the address at which a cloud (Azure) serves
# its machines although it looks like any other.
CLOSED_V4 = tuple(
    IPv4Network(written)
    for written in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
OPEN_V6 = IPv6Network("2000::/3")  # all that was ever given out for use between networks
CLOSED_V6 = tuple(
    IPv6Network(written)
    for written in (
        "2001::/23",  # protocols of the IETF: Teredo, ORCHID, benchmarks
        "2001:db8::/32",
        "2002::/16",  # 6to4, which may carry any IPv4 address
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)
MAPPED = IPv6Network("::ffff:0:0/96")
NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = frozenset({0x0000_5EFE, 0x0200_5EFE})  # RFC 5214, 6.1: before the IPv4 address within
_LAST_32_BITS = 0xFFFF_FFFF


def read_address(written: str) -> Address | None:
    """Return the address that `written` is, None for anything else and for one with a zone.

    IPv4 inside IPv6 (mapped) is returned as the IPv4 address that it reaches.
    """
    try:
        address = ip_address(written)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return None
        if address in MAPPED:
            return _embedded(address)
    return address


def why_not_public(address: str) -> str | None:
    """Return why `address` is no address of the open web, one plain clause, or None when it is.

    IPv4 inside IPv6 (mapped, NAT64) is judged by the IPv4 address. Whatever is no address, or
    carries a zone, is not public.
    """
    parsed = read_address(address)
    if parsed is None:
        return "its address is not a valid one"
    held = _embedded(parsed) if isinstance(parsed, IPv6Address) and parsed in NAT64 else parsed
    closed = _closed_v4(held) if isinstance(held, IPv4Address) else _closed_v6(held)
    return f"its address {parsed} {NOT_PUBLIC} ({closed})" if closed else None


def _closed_v4(address: IPv4Address) -> str | None:
    return next((str(closed) for closed in CLOSED_V4 if address in closed), None)


def _closed_v6(address: IPv6Address) -> str | None:
    if address not in OPEN_V6:
        return f"outside {OPEN_V6}"
    if int(address) >> 32 & _LAST_32_BITS in _ISATAP and _closed_v4(_embedded(address)):
        return "ISATAP"
    return next((str(closed) for closed in CLOSED_V6 if address in closed), None)


def _embedded(address: IPv6Address) -> IPv4Address:
    return IPv4Address(int(address) & _LAST_32_BITS)
