import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.errors import SettingsError
from provcheck.fetch.private import Private, private


@pytest.mark.parametrize(
    ("value", "host", "port"),
    [
        pytest.param("wiki", "wiki", 80, id="a short name"),
        pytest.param("wiki.newsroom.test", "wiki.newsroom.test", 8443, id="any port"),
        pytest.param("Wiki.Newsroom.test.", "wiki.newsroom.test", 80, id="another spelling"),
        pytest.param("bücher.test", "xn--bcher-kva.test", 80, id="other letters"),
        pytest.param("wiki:8080", "wiki", 8080, id="a port"),
        pytest.param("10.0.0.7", "10.0.0.7", 80, id="an address"),
        pytest.param("10.0.0.7:8080", "10.0.0.7", 8080, id="an address and a port"),
        pytest.param("[::1]:8443", "::1", 8443, id="IPv6 and a port"),
        pytest.param("::1", "::1", 80, id="IPv6 without brackets"),
        pytest.param("[0:0::1]", "[::1]", 80, id="another spelling of IPv6"),
        pytest.param("127.0.0.0/8", "127.255.0.1", 1, id="a network"),
        pytest.param("10.0.0.0/8", "::ffff:10.1.2.3", 80, id="the same address inside IPv6"),
        pytest.param("fd00::/8", "fd12::1", 80, id="a network of IPv6"),
        pytest.param(" wiki ", "wiki", 80, id="spaces around"),
    ],
)
def test_is_allowed(value: str, host: str, port: int) -> None:
    assert private([value]).allows(host, port)


@pytest.mark.parametrize(
    ("value", "host", "port"),
    [
        pytest.param("wiki:8080", "wiki", 80, id="another port"),
        pytest.param("wiki", "wiki2", 80, id="a longer name"),
        pytest.param("wiki", "my.wiki", 80, id="a name below"),
        pytest.param("newsroom.test", "wiki.newsroom.test", 80, id="a name in it"),
        pytest.param("10.0.0.7", "10.0.0.70", 80, id="another address"),
        pytest.param("127.0.0.0/8", "128.0.0.1", 80, id="outside the network"),
        pytest.param("127.0.0.0/8", "localhost", 80, id="a name, whatever it leads to"),
        pytest.param("::1", "127.0.0.1", 80, id="the same machine by another address"),
    ],
)
def test_is_not_allowed(value: str, host: str, port: int) -> None:
    assert not private([value]).allows(host, port)


def test_nothing_is_allowed_by_default_and_several_add_up() -> None:
    assert not Private().allows("wiki", 80)
    both = private(["wiki:80", "10.0.0.7"])
    assert both.allows("wiki", 80)
    assert both.allows("10.0.0.7", 9)


@pytest.mark.parametrize(
    "value",
    ["", " ", "http://wiki/", "wiki/", "*.newsroom.test", "a b", "wiki:", "wiki:0", "wiki:65536",
     "wiki:x", "user@wiki", "[::1", "[::1]x", "10.0.0.1/8", "0.0.0.0/0", "::/0", "1.2.3", "0x7f.1",
     "fe80::1%eth0", "a..b", "xn--a", "1:2:3", "10.0.0.0/33", "wiki:٨٠", "a\ud800b", ":80"],
)  # fmt: skip
def test_nonsense_is_told_with_the_remedy(value: str) -> None:
    with pytest.raises(SettingsError, match=r"--allow-private.*give a host as in") as problem:
        private([value])

    assert "\n" not in str(problem.value)


@given(st.text(alphabet="aé.:/[]0123456789%@-_ x", max_size=20))
def test_any_value_is_taken_or_told(value: str) -> None:
    try:
        allowed = private([value])
    except SettingsError:
        return

    assert len(allowed.allowed) == 1
