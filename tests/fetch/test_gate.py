"""Two tables each for the two gates: first what may be asked, then what may not."""

from ipaddress import IPv6Address

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provcheck.fetch.gate import host_and_port, refused, unreachable
from provcheck.fetch.private import Private, private

NOTHING = Private()


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://wire.example/a?b=c#d", id="plain"),
        pytest.param("HTTPS://WIRE.example/", id="capitals"),
        pytest.param("https://wire.example", id="no path"),
        pytest.param("https://wire.example?x=1", id="a query alone"),
        pytest.param("https://wire.example:/", id="an empty port"),
        pytest.param("https://wire.example:0443/", id="a port with a zero before"),
        pytest.param("http://wire.example:8080/", id="a port"),
        pytest.param("https://wire.example./", id="a last dot"),
        pytest.param("https://bücher.example/ä", id="other letters"),
        pytest.param("https://faß.example/", id="sharp s"),
        pytest.param("https://xn--i-7iq.example/", id="emoji, encoded"),
        pytest.param("https://例え。example/", id="a full stop of another script"),
        pytest.param("https://my_blog.-a.b-.example/", id="underscore and hyphens"),
        pytest.param("https://wire.example/a:b@c", id="an at sign in the path"),
        pytest.param("https://wire.example/?u=a:b@10.0.0.1", id="a user name in the query"),
        pytest.param("https://wire.example/%zz%", id="a broken escape in the path"),
        pytest.param("https://wire.example/http://127.0.0.1/", id="an address in the path"),
        pytest.param('https://wire.example/"|<>', id="signs that are sent encoded"),
        pytest.param("http://intranet/page", id="a short name"),
        pytest.param("http://10.0.0.1/", id="an address that is not public"),
        pytest.param("http://[::1]:8080/", id="IPv6"),
    ],
)
def test_may_be_asked(url: str) -> None:
    assert refused(url) is None


@pytest.mark.parametrize(
    ("url", "why"),
    [
        pytest.param("ftp://wire.example/", "kind ftp", id="another scheme"),
        pytest.param("file:///etc/passwd", "kind file", id="a file"),
        pytest.param("javascript:alert(1)", "kind javascript", id="a script"),
        pytest.param("http+unix://%2Fvar%2Frun/x", "kind http+unix", id="a socket"),
        pytest.param("wire.example:80/", "kind wire.example", id="a host that looks like a scheme"),
        pytest.param("talk.txt", "without scheme", id="no scheme"),
        pytest.param("//wire.example/", "without scheme", id="relative"),
        pytest.param("https:///x", "no host", id="no host"),
        pytest.param("https:wire.example", "no host", id="no slashes"),
        pytest.param("https:/wire.example", "no host", id="one slash"),
        pytest.param("https://:443/", "not a valid", id="a port alone"),
        pytest.param("https://a:b@wire.example/", "user name", id="a password"),
        pytest.param("https://@wire.example/", "user name", id="an empty user name"),
        pytest.param("https://wire.example%2eevil.example/", "differently", id="an escape in host"),
        pytest.param("https://wire.example\\@evil.example/", "read differently", id="a backslash"),
        pytest.param("https://wire.example/a b", "read differently", id="a space"),
        pytest.param(" https://wire.example/", "read differently", id="a first space"),
        pytest.param("https://wi\tre.example/", "read differently", id="a tab"),
        pytest.param("https://wire.example\x7f/", "read differently", id="a control"),
        pytest.param("https://wire.example:٨٠/", "port", id="a port in other digits"),
        pytest.param("https://wire.example:0/", "port", id="port zero"),
        pytest.param("https://wire.example:65536/", "port", id="one too many"),
        pytest.param("https://wire.example:99999999/", "port", id="no such port"),
        pytest.param("https://wire.example:80:80/", "port", id="two ports"),
        pytest.param("https://wire.example:-80/", "port", id="less than none"),
        pytest.param("https://wire.example:0x50/", "port", id="hexadecimal"),
        pytest.param("https://[::1]80/", "not a valid", id="no colon before the port"),
        pytest.param("https://::1/", "not a valid", id="IPv6 without brackets"),
        pytest.param("https://[[::1]]/", "not a valid", id="brackets in brackets"),
        pytest.param("https://[fe80::1%25eth0]/", "differently", id="a zone"),
        pytest.param("https://[fe80::1%eth0]/", "differently", id="a zone, not encoded"),
        pytest.param("https://0x7f.1/", "number", id="hexadecimal"),
        pytest.param("https://1.1/", "number", id="a short address"),
        pytest.param("https://a..example/", "not a valid", id="an empty label"),
        pytest.param("https://a.example../", "not a valid", id="two last dots"),
        pytest.param("https://" + "a" * 64 + ".example/", "not a valid", id="a long label"),
        pytest.param("https://xn--localhost-.example/", "international", id="a broken label"),
        pytest.param("https://wire.example/" + "a" * 9000, "too long", id="too long"),
        pytest.param("https://wire.example/" + "ж" * 3000, "too long", id="too long when sent"),
        pytest.param("https://wire.example/\ud800", "not a valid", id="half a character"),
    ],
)
def test_is_refused(url: str, why: str) -> None:
    told = refused(url)

    assert told is not None
    assert why in told


# What a browser makes of it, by the URL standard and UTS 46; None where it fails.
BROWSERS = (
    ("http://EXAMPLE.example/", "example.example"),
    ("http://ab--cd.example/", "ab--cd.example"),
    ("http://-x.example/", "-x.example"),
    ("http://ＧＯ.example/", "go.example"),
    ("http://localho\ufb06/", "localhost"),
    ("http://lo\u3388host/", "localhost"),
    ("http://lo\u00adcalhost/", "localhost"),
    ("http://lo\u200bcalhost/", "localhost"),
    ("http://lo\u200dcalhost/", None),
    ("http://０Ｘｃ０．０２５０．０１/", "192.168.0.1"),
    ("http://１２７.0.0.1/", "127.0.0.1"),
    ("http://127。0。0。1/", "127.0.0.1"),
    ("http://1。1。1。1/", "1.1.1.1"),
    ("http://\u0661\u0662\u0667.0.0.1/", None),
    ("http://0x7f.1/", "127.0.0.1"),
    ("http://2130706433/", "127.0.0.1"),
    ("http://127.1/", "127.0.0.1"),
    ("http://0.0.0.1./", "0.0.0.1"),
    ("http://1/", "0.0.0.1"),
    ("http://1.1.1.1./", "1.1.1.1"),
    ("http://256.256.256.256/", None),
    ("http://0xffffffff1/", None),
    ("http://foo.2.3/", None),
    ("http://foo.09./", None),
    ("http://a%2eb.example/", "a.b.example"),
    ("http://%65xample.example/", "example.example"),
    ("http://a%00b.example/", None),
    ("http://127.0.0.1\\@wire.example/", "127.0.0.1"),
    ("http:\\\\wire.example/", "wire.example"),
    ("http:wire.example/", "wire.example"),
    ("http:////wire.example/", "wire.example"),
    ("http://wi\nre.example/", "wire.example"),
    ("http://user@wire.example/", "wire.example"),
    ("http://wire.example:0080/", "wire.example"),
    ("http://example.ΑΣ/", "example.xn--mxa0b"),
    ("http://ας.example/", "xn--mxa8a.example"),
    ("http://\u1e9e.example/", "xn--zca.example"),
    ("http://\u0130.example/", "xn--i-9bb.example"),
    ("http://\u00e9.e\u0301.example/", "xn--9ca.xn--9ca.example"),
    ("http://e\u0301.example/", "xn--9ca.example"),
    ("http://\u2665.example/", "xn--g6h.example"),
    ("http://\u2260.example/", "xn--1ch.example"),
    ("http://a\u2027b.example/", "xn--ab-m1t.example"),
    ("http://a\u2025b.example/", None),
    ("http://a\u00a0b.example/", None),
    ("http://\u05d0a.example/", None),
    ("http://1\u0627.example/", None),
    ("http://xn--a.example/", None),
    ("http://xn--fa-hia.example/", "xn--fa-hia.example"),
    ("http://XN--FA-HIA.example/", "xn--fa-hia.example"),
    ("http://[::FFFF:1.2.3.4]/", "::ffff:102:304"),
    ("http://[1:0:0:0:0:0:0:1]/", "1::1"),
    ("http://[::1.2.3]/", None),
    ("http://[::127.0.0.1.]/", None),
    ("http://[0:1:2:3:4:5:6:7:8]/", None),
    ("http://[1::1::1]/", None),
    ("http://[:1]/", None),
    ("http://a<b.example/", None),
    ("http://a^b.example/", None),
    ("http://a!b.example/", "a!b.example"),
)
# These a browser opens, and we say that we do not: spellings that no honest link has.
STRICTER = {
    "http://ＧＯ.example/", "http://localho\ufb06/", "http://lo\u3388host/",
    "http://lo\u00adcalhost/", "http://lo\u200bcalhost/", "http://０Ｘｃ０．０２５０．０１/",
    "http://１２７.0.0.1/", "http://0x7f.1/", "http://2130706433/", "http://127.1/", "http://1/",
    "http://0.0.0.1./", "http://1.1.1.1./", "http://a%2eb.example/", "http://%65xample.example/",
    "http://127.0.0.1\\@wire.example/", "http:\\\\wire.example/", "http:wire.example/",
    "http:////wire.example/", "http://wi\nre.example/", "http://user@wire.example/",
    "http://example.ΑΣ/", "http://\u00e9.e\u0301.example/", "http://e\u0301.example/",
    "http://\u2665.example/", "http://\u2260.example/", "http://a\u2027b.example/",
    "http://a!b.example/",
}  # fmt: skip


@pytest.mark.parametrize(("url", "host"), BROWSERS, ids=lambda v: str(v).encode().decode("latin1"))
def test_the_host_is_that_of_a_browser(url: str, host: str | None) -> None:
    if url in STRICTER or host is None:
        assert refused(url) is not None
    else:
        assert refused(url) is None
        reached, _ = host_and_port(httpx.URL(url))
        assert _short(reached) == host


def _short(host: str) -> str:
    """IPv6 in the form that browsers show."""
    if ":" not in host:
        return host
    packed = IPv6Address(host)
    mapped = packed.ipv4_mapped
    return f"::ffff:{int(mapped) >> 16:x}:{int(mapped) & 0xFFFF:x}" if mapped else str(packed)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://wire.example/", id="a name"),
        pytest.param("https://localhost.example/", id="a name that begins like a local one"),
        pytest.param("https://local.wire.example/", id="a label that is a local name"),
        pytest.param("https://mylocal.example/", id="a longer label"),
        pytest.param("https://internal-affairs.example/", id="a word"),
        pytest.param("https://wire.example:80/", id="https at 80"),
        pytest.param("http://wire.example:443/", id="http at 443"),
        pytest.param("https://1.1.1.1/", id="a public address"),
        pytest.param("https://[2606:4700:4700::1111]:443/", id="a public IPv6 address"),
        pytest.param("https://wire.example./", id="a last dot"),
    ],
)
def test_is_on_the_open_web(url: str) -> None:
    assert unreachable(url, NOTHING) is None


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://wire.example:8443/", "port 8443 is not asked, only 80 and 443"),
        ("http://wire.example:22/", "port 22 is not asked, only 80 and 443"),
        ("http://10.0.0.1/", "its address 10.0.0.1 is not a public one (10.0.0.0/8)"),
        ("http://[::1]/", "its address ::1 is not a public one (outside 2000::/3)"),
        ("http://[::ffff:7f00:1]/", "its address 127.0.0.1 is not a public one (127.0.0.0/8)"),
        ("http://127。0。0。1/", "its address 127.0.0.1 is not a public one (127.0.0.0/8)"),
        ("http://localhost/", "localhost is a local name"),
        ("http://LOCALHOST./", "localhost is a local name"),
        ("http://intranet/", "intranet is a local name"),
        ("http://com/", "com is a local name"),
        ("http://a.localhost/", "a.localhost is a local name"),
        ("http://printer.local./", "printer.local is a local name"),
        ("http://localhost.localdomain/", "localhost.localdomain is a local name"),
        ("http://metadata.google.internal/", "metadata.google.internal is a local name"),
        ("http://home.arpa/", "home.arpa is a local name"),
        ("http://router.home.arpa/", "router.home.arpa is a local name"),
        ("http://kubernetes.default.svc/", "kubernetes.default.svc is a local name"),
        *((f"http://a.{name}/", f"a.{name} is a local name")
          for name in ("intranet", "lan", "home", "corp", "private", "onion", "test", "invalid")),
        ("ftp://wire.example/", "addresses of the kind ftp: are not read"),
        ("https://a:b@wire.example/", "the address holds a user name or password"),
    ],
)  # fmt: skip
def test_is_not_on_the_open_web(url: str, why: str) -> None:
    assert unreachable(url, NOTHING) == why


ALLOWED = private(["wiki", "10.0.0.7:8080", "[::1]", "127.0.0.0/8"])


@pytest.mark.parametrize(
    "url",
    ["http://wiki/", "https://wiki:8443/", "http://10.0.0.7:8080/", "http://[0::1]:99/",
     "http://127.3.2.1:5000/"],
)  # fmt: skip
def test_a_host_that_was_allowed_may_be_asked(url: str) -> None:
    assert unreachable(url, ALLOWED) is None


@pytest.mark.parametrize(
    "url",
    ["http://10.0.0.7/", "http://10.0.0.8:8080/", "http://wikis/", "http://a:b@wiki/",
     "ftp://wiki/", "http://wiki:0/", "http://wiki:99999/", "http://[::2]/", "http://0x7f.1/",
     "http://wire.example:8080/", "http://169.254.169.254/"],
)  # fmt: skip
def test_nothing_else_is_loosened(url: str) -> None:
    assert unreachable(url, ALLOWED)


@pytest.mark.parametrize(
    ("url", "reached"),
    [
        ("https://Wire.example./", ("wire.example", 443)),
        ("http://wire.example", ("wire.example", 80)),
        ("HTTP://wire.example:80/", ("wire.example", 80)),
        ("http://[::1]:8080/", ("::1", 8080)),
    ],
)
def test_host_and_port(url: str, reached: tuple[str, int]) -> None:
    assert host_and_port(httpx.URL(url)) == reached


HOSTS = st.text(alphabet="aZ09.-_xn[]:@%/\\ é例。ｏ①ﬆ\u00ad\u200d\u0661ßΣא", max_size=24)


@given(st.one_of(st.text(max_size=60), HOSTS.map("http://{}/".format)))
@example("http://0\u0345ⅰ/")
def test_any_text_is_judged_and_what_passes_passes_again(url: str) -> None:
    told = unreachable(url, NOTHING)

    assert told is None or "\n" not in told
    if refused(url) is None:
        again = str(httpx.URL(url))
        assert refused(again) is None
        assert unreachable(again, NOTHING) == told
        assert host_and_port(httpx.URL(again)) == host_and_port(httpx.URL(url))
