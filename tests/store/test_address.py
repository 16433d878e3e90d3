import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.store.address import address_key


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("https://wire.example/a", "https://wire.example/b", id="another page"),
        pytest.param("https://wire.example/a?id=1", "https://wire.example/a?id=2", id="another id"),
        pytest.param("https://wire.example/a", "https://wire.example:8080/a", id="another port"),
        pytest.param(
            "https://wire.example/caf%E9", "https://wire.example/caf%E8", id="a path in Latin-1"
        ),
        pytest.param(
            "https://wire.example/?q=%CF%F0", "https://wire.example/?q=%CC%E0", id="in Cyrillic"
        ),
        pytest.param("https://wire.example/a%2Fb", "https://wire.example/a/b", id="a slash within"),
        pytest.param("https://a:b@wire.example/a", "https://wire.example/a", id="a user name"),
        pytest.param("https://wire.example/A", "https://wire.example/a", id="paths know capitals"),
        pytest.param(
            "https://web.archive.org/web/1/https://a.example/",
            "https://web.archive.org/web/2/https://a.example/",
            id="two copies",
        ),
    ],
)
def test_are_two_pages(one: str, two: str) -> None:
    assert address_key(one) != address_key(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("https://wire.example/a", "http://WIRE.example/a", id="scheme and host"),
        pytest.param("https://wire.example", "https://wire.example/", id="the root"),
        pytest.param("https://wire.example:443/a", "https://wire.example/a", id="default port"),
        pytest.param("https://wire.example/a#top", "https://wire.example/a", id="fragment"),
        pytest.param(
            "https://wire.example/a?utm_source=x&id=1", "https://wire.example/a?id=1", id="tracking"
        ),
        pytest.param("https://wire.example/a?fbclid=1", "https://wire.example/a", id="click ids"),
        pytest.param("https://wire.example/a%20b", "https://wire.example/a b", id="escapes"),
        pytest.param(
            "https://wire.example/%e9?q=%cf", "https://wire.example/%E9?q=%CF", id="as bytes"
        ),
        pytest.param("https://wire.example/a%2fb", "https://wire.example/a%2Fb", id="of a slash"),
        pytest.param("https://wire.example/ä", "https://wire.example/%C3%A4", id="of letters"),
        pytest.param(" https://wire.example/a ", "https://wire.example/a", id="white space"),
        pytest.param("https://wire.example./a", "https://wire.example/a", id="the root's dot"),
    ],
)
def test_are_one_page(one: str, two: str) -> None:
    assert address_key(one) == address_key(two)


@pytest.mark.parametrize(
    "text", ["", "talk.txt", "mailto:a@b.example", "http://[", "https://a..b/"]
)
def test_what_is_no_address_is_its_own_key(text: str) -> None:
    assert address_key(text) == text


@given(st.text(max_size=40).map(lambda tail: f"https://wire.example/{tail}"))
def test_any_address_has_a_key_that_depends_on_it_alone(url: str) -> None:
    assert address_key(url) == address_key(url)


def test_half_a_letter_breaks_nothing() -> None:
    assert address_key("https://wire.example/\ud800?q=\udc80").startswith("wire.example/")


def test_hosts_that_browsers_tell_apart_have_keys_of_their_own() -> None:
    assert address_key("https://faß.example/") != address_key("https://fass.example/")
    assert address_key("https://faß.example/") == address_key("https://xn--fa-hia.example/")
