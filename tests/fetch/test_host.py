"""Hosts as a browser reads them: the URL standard of WHATWG and UTS 46."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.fetch.host import ascii_host, why_not_a_host


@pytest.mark.parametrize(
    ("written", "host"),
    [
        pytest.param("Wire.Example", "wire.example", id="capitals"),
        pytest.param("wire.example.", "wire.example.", id="a last dot is kept"),
        pytest.param("my_blog.-x.y-.example", "my_blog.-x.y-.example", id="hyphens, underscore"),
        pytest.param("ab--cd.example", "ab--cd.example", id="two hyphens in third place"),
        pytest.param("Bücher.example", "xn--bcher-kva.example", id="umlaut"),
        pytest.param("faß.example", "xn--fa-hia.example", id="sharp s is itself since 2008"),
        pytest.param("STRAẞE.example", "xn--strae-oqa.example", id="capital sharp s"),
        pytest.param("βόλος.example", "xn--nxasmm1c.example", id="final sigma"),
        pytest.param("例え.example", "xn--r8jz45g.example", id="Japanese"),
        pytest.param("例え。example", "xn--r8jz45g.example", id="ideographic full stop"),
        pytest.param("نامه\u200cای.example", "xn--mgba3gch31f060k.example", id="a joiner in place"),
        pytest.param("♥.example", "xn--g6h.example", id="a heart"),
        pytest.param("xn--i-7iq.example", "xn--i-7iq.example", id="emoji, encoded"),
        pytest.param("0x7f.example", "0x7f.example", id="a number that is not last"),
        pytest.param("192.168.257.example", "192.168.257.example", id="numbers, not last"),
        pytest.param("127.0.0.1", "127.0.0.1", id="plain IPv4"),
        pytest.param("[2606:4700::A]", "[2606:4700::a]", id="IPv6"),
        pytest.param("[::ffff:1.2.3.4]", "[::ffff:1.2.3.4]", id="IPv4 in IPv6"),
        pytest.param("a" * 63 + ".example", "a" * 63 + ".example", id="the longest label"),
    ],
)
def test_is_a_host(written: str, host: str) -> None:
    assert ascii_host(written) == host
    assert why_not_a_host(host) is None


@pytest.mark.parametrize(
    "written",
    [
        *("2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "0x", "0x7f.1", "1.2.3"),
        *("00000177.0.0.1", "1.2.3.4.5", "256.1.1.1", "1.1.1.256", "01.1.1.1", "foo.0x4"),
        *("foo.09", "foo.09.", "foo.0x", "1.1.1.1.", "４.example.４", "127。0。0。01"),
    ],
)
def test_ends_in_a_number(written: str) -> None:
    assert "number" in (why_not_a_host(ascii_host(written)) or "")


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("a..example", id="an empty label"),
        pytest.param(".example", id="a first dot"),
        pytest.param("wire.example..", id="two last dots"),
        pytest.param("1.1.1.1..", id="two dots behind IPv4"),
        pytest.param(".", id="a dot"),
        pytest.param("", id="nothing"),
        pytest.param("a" * 64 + ".example", id="a label too long"),
        pytest.param(".".join(["a" * 50] * 5) + ".example", id="a name too long"),
        *(pytest.param(f"a{sign}b.example", id=f"a {sign}") for sign in "!\"$&'()*+,;<=>^`{|}~%"),
        pytest.param("a／b.example", id="full-width solidus"),
        pytest.param("a＠b.example", id="full-width at sign"),
        pytest.param("a：80.example", id="full-width colon"),
        pytest.param("℀.example", id="a sign that becomes a/c"),
        pytest.param("[::1", id="one bracket"),
        pytest.param("[::1%25eth0]", id="a zone"),
        pytest.param("[::g]", id="not hexadecimal"),
        pytest.param("[1.2.3.4]", id="IPv4 in brackets"),
        pytest.param("[::1.2.3]", id="short IPv4 in IPv6"),
        pytest.param("[::1.2.3.04]", id="octal IPv4 in IPv6"),
        pytest.param("[:::]", id="colons"),
        pytest.param("[v1.x]", id="a future kind"),
    ],
)
def test_is_no_host(written: str) -> None:
    assert why_not_a_host(ascii_host(written))


def encoded(letters: str) -> str:
    return "xn--" + letters.encode("punycode").decode("ascii")


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("xn--localhost-.com", id="plain letters, encoded"),
        pytest.param("xn--.example", id="nothing encoded"),
        pytest.param("xn--a.example", id="broken code"),
        pytest.param("xn--0.example", id="broken code, a digit"),
        pytest.param("xn---bbk.example", id="another spelling of the same letters"),
        pytest.param("xn--1ug.example", id="a joiner alone"),
        pytest.param("xn--zn7c.example", id="a replacement character"),
        pytest.param("xn--a-yoc.example", id="letters and a digit of the other direction"),
        pytest.param("xn--a-ecp.ru.example", id="not normalised"),
        pytest.param("1.xn--4gbrim.example", id="a digit beside right-to-left letters"),
        pytest.param("xn--strbe-psa.xn--" + "a" * 70, id="too long"),
        pytest.param(encoded("xn--\u00e9"), id="encoded twice"),
        pytest.param(encoded("\u0301a"), id="a first letter that joins the one before"),
        pytest.param(encoded("\uff41\u00e9"), id="a letter that stands for another"),
    ],
)
def test_broken_international_names(host: str) -> None:
    assert why_not_a_host(host)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("a\ufffdb.example", id="replacement character"),
        pytest.param("a\u202eb.example", id="an override of direction"),
        pytest.param("\u0378.example", id="no letter yet"),
        pytest.param("ex\udc00ample", id="half a character"),
    ],
)
def test_letters_that_no_host_holds(written: str) -> None:
    with pytest.raises(UnicodeError):
        ascii_host(written)


@given(st.text(max_size=30))
def test_any_text_is_judged(written: str) -> None:
    try:
        host = ascii_host(written)
    except UnicodeError:
        return

    told = why_not_a_host(host)

    assert host.isascii()
    assert told or ascii_host(host) == host
