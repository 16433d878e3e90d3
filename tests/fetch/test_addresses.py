"""Every range at its first and last address, and one step beyond either end."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest

from provcheck.fetch.addresses import CLOSED_V4, CLOSED_V6, read_address, why_not_public

OPEN, CLOSED, NONE = "open", "closed", "none"
# first, last, what lies before, what lies behind; typed from the registries, not from the code
V4 = (
    ("0.0.0.0", "0.255.255.255", NONE, OPEN),  # noqa: S104 (nothing is bound)
    ("10.0.0.0", "10.255.255.255", OPEN, OPEN),
    ("100.64.0.0", "100.127.255.255", OPEN, OPEN),
    ("127.0.0.0", "127.255.255.255", OPEN, OPEN),
    ("168.63.129.16", "168.63.129.16", OPEN, OPEN),
    ("169.254.0.0", "169.254.255.255", OPEN, OPEN),
    ("172.16.0.0", "172.31.255.255", OPEN, OPEN),
    ("192.0.0.0", "192.0.0.255", OPEN, OPEN),
    ("192.0.2.0", "192.0.2.255", OPEN, OPEN),
    ("192.88.99.0", "192.88.99.255", OPEN, OPEN),
    ("192.168.0.0", "192.168.255.255", OPEN, OPEN),
    ("198.18.0.0", "198.19.255.255", OPEN, OPEN),
    ("198.51.100.0", "198.51.100.255", OPEN, OPEN),
    ("203.0.113.0", "203.0.113.255", OPEN, OPEN),
    ("224.0.0.0", "239.255.255.255", OPEN, CLOSED),
    ("240.0.0.0", "255.255.255.255", CLOSED, NONE),
)
V6 = (
    ("::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", NONE, OPEN),
    ("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", OPEN, OPEN),
    ("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", OPEN, OPEN),
    ("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", OPEN, OPEN),
    ("2620:4f:8000::", "2620:4f:8000:ffff:ffff:ffff:ffff:ffff", OPEN, OPEN),
    ("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", OPEN, OPEN),
    ("4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", OPEN, NONE),
)


def edges(ranges: tuple[tuple[str, str, str, str], ...]) -> list[tuple[str, str]]:
    found = []
    for first, last, before, behind in ranges:
        found += [(first, CLOSED), (last, CLOSED)]
        if before != NONE:
            found.append((str(ip_address(first) - 1), before))
        if behind != NONE:
            found.append((str(ip_address(last) + 1), behind))
    return list(dict.fromkeys(found))


def inside(prefix: int, v4: str) -> str:
    return str(IPv6Address(prefix | int(IPv4Address(v4))))


MAPPED = [(inside(0xFFFF << 32, v4), how) for v4, how in edges(V4)]
NAT64 = [(inside(0x64FF9B << 96, v4), how) for v4, how in edges(V4)]
EDGES = [*edges(V4), *edges(V6), *MAPPED, *NAT64]


@pytest.mark.parametrize(
    "address", [address for address, how in EDGES if how == OPEN], ids=lambda address: address
)
def test_beside_a_range_is_public(address: str) -> None:
    assert why_not_public(address) is None


@pytest.mark.parametrize(
    "address", [address for address, how in EDGES if how == CLOSED], ids=lambda address: address
)
def test_the_ends_of_a_range_are_not_public(address: str) -> None:
    assert why_not_public(address)


def test_the_table_here_and_there_is_the_same_and_long_enough() -> None:
    assert [(str(n[0]), str(n[-1])) for n in CLOSED_V4] == [row[:2] for row in V4]
    assert [(str(n[0]), str(n[-1])) for n in CLOSED_V6] == [row[:2] for row in V6[1:-1]]
    assert len(EDGES) >= 130


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("10.0.0.1", "10.0.0.1 is not a public one (10.0.0.0/8)"),
        ("::ffff:10.0.0.1", "10.0.0.1 is not a public one (10.0.0.0/8)"),
        ("64:ff9b::a9fe:a9fe", "64:ff9b::a9fe:a9fe is not a public one (169.254.0.0/16)"),
        ("fe80::1", "fe80::1 is not a public one (outside 2000::/3)"),
        ("2002:7f00:1::", "2002:7f00:1:: is not a public one (2002::/16)"),
    ],
)
def test_the_range_is_told(address: str, told: str) -> None:
    assert why_not_public(address) == f"its address {told}"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("fe80::1%eth0", id="a zone"),
        pytest.param("2606:4700:4700::1111%eth0", id="a zone on a public address"),
        pytest.param("::127.0.0.1", id="compatible"),
        pytest.param("::ffff:0:7f00:1", id="translated"),
        pytest.param("64:ff9b:1:a00:0:100::", id="NAT64 of one's own"),
        pytest.param("2001:0:4136:e378::", id="Teredo"),
        pytest.param("fd00:ec2::254", id="metadata of a cloud, by IPv6"),
        pytest.param("100.100.100.200", id="metadata of a cloud, in the range of carriers"),
        pytest.param("192.0.0.192", id="metadata of a cloud, in a range of the IETF"),
        pytest.param("fec0::1", id="site local"),
    ],
)
def test_known_ways_round_are_closed(address: str) -> None:
    assert why_not_public(address)


@pytest.mark.parametrize(
    "written",
    ["", "wire.example", "127.1", "0x7f000001", "2130706433", "010.0.0.1", "1.2.3.4.5", "1.1.1.1 "],
)
def test_what_is_no_address_is_not_public(written: str) -> None:
    assert read_address(written) is None
    assert why_not_public(written) == "its address is not a valid one"


def test_a_mapped_address_is_the_one_it_reaches() -> None:
    assert read_address("::ffff:93.184.216.34") == IPv4Address("93.184.216.34")
    assert why_not_public("::ffff:93.184.216.34") is None


@pytest.mark.parametrize("prefix", ["2606:4700:1:1:0:5efe", "2606:4700:1:1:200:5efe"])
def test_isatap_is_judged_by_what_it_carries(prefix: str) -> None:
    assert why_not_public(f"{prefix}:127.0.0.1") is not None
    assert why_not_public(f"{prefix}:169.254.169.254") is not None
    assert why_not_public(f"{prefix}:93.184.216.34") is None
