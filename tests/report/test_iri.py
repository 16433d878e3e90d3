import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hostile import payloads
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.report.iri import copy_of, iri, urn

# The characters that RFC 3986 allows, and whole percent codes.
VALID = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+\Z")
BASE = "https://desk.example/folder/findings.json"


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/x?a=1&b=%C3%BC#part",
        "http://[2001:db8::1]:8080/",
        "https://a.example/a_(b);c=d,e",
        "articles/ferry.txt",
        "ferry.txt",
    ],
)
def test_what_is_valid_is_left_as_it_is(address: str) -> None:
    assert iri(address) == address


@pytest.mark.parametrize(
    ("address", "named"),
    [
        pytest.param("https://a.example/ü x", "https://a.example/%C3%BC%20x", id="letters, blanks"),
        pytest.param("https://a.example/100%", "https://a.example/100%25", id="stray percent"),
        pytest.param("https://a.example/[x]#a#b", "https://a.example/%5Bx%5D#a%23b", id="brackets"),
        pytest.param("//host.example/a.txt", "/host.example/a.txt", id="a path is no host"),
        pytest.param("javascript:alert(1)", "javascript%3Aalert%281%29", id="nor a scheme"),
        pytest.param("C:\\a.txt", "C%3A%5Ca.txt", id="nor is a drive"),
        pytest.param("50%.txt", "50%25.txt", id="percent in a path"),
        pytest.param("", ".", id="nothing"),
        pytest.param("a\udcff", "a%ED%B3%BF", id="a byte that is no letter"),
    ],
)
def test_what_no_address_may_hold_is_encoded(address: str, named: str) -> None:
    assert iri(address) == named


@pytest.mark.parametrize("payload", payloads(), ids=repr)
@pytest.mark.parametrize("before", ["", "https://a.example/"])
def test_hostile_addresses_are_valid_and_lead_nowhere_else(before: str, payload: str) -> None:
    named = iri(before + payload)
    assert VALID.match(named)
    where = urlsplit(urljoin(BASE, named))
    assert where.scheme in {"http", "https"}
    if before:
        assert where.hostname == "a.example"


@settings(deadline=None)  # other work on the machine is no fault
@given(st.text(st.characters()))
def test_any_path_is_a_valid_reference(path: str) -> None:
    assert VALID.match(iri(path))
    assert VALID.match(iri(f"https://a.example/{path}"))


@settings(deadline=None)  # other work on the machine is no fault
@given(st.text(min_size=1).filter(lambda path: "%" not in path and not path.startswith("/")))
def test_a_path_is_read_back(path: str) -> None:
    if not path.lower().startswith(("http://", "https://")):
        assert unquote(iri(path)) == path


def test_a_copy_is_named_by_its_hash_as_in_rfc_6920() -> None:
    # The example of section 8.1: "Hello World!"
    known = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"
    assert copy_of(known) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"


def test_names_depend_on_their_parts_alone() -> None:
    assert urn("a", "b") == urn("a", "b") == "urn:uuid:988952df-7baa-50c7-8c2c-e5ae945d59de"
    assert len({urn("a", "b"), urn("ab"), urn("a", "b", ""), urn("b", "a"), urn("\ud800")}) == 5
