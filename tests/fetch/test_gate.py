import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.fetch.gate import refused


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://wire.example/a?b=c#d", id="plain"),
        pytest.param("http://wire.example:8080/", id="a port"),
        pytest.param("https://bücher.example/ä", id="other letters"),
        pytest.param("https://wire.example/a:b@c", id="an at sign in the path"),
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
        pytest.param("talk.txt", "without scheme", id="no scheme"),
        pytest.param("https:///x", "no host", id="no host"),
        pytest.param("https://a:b@wire.example/", "user name", id="a password"),
        pytest.param("https://wire.example\\@evil.example/", "read differently", id="a backslash"),
        pytest.param("https://wire.example/a b", "read differently", id="a space"),
        pytest.param("https://wire.example:٨٠/", "port", id="a port in other digits"),
        pytest.param("https://wire.example:99999999/", "", id="no such port"),
        pytest.param("https://wire.example/" + "a" * 9000, "too long", id="too long"),
    ],
)
def test_is_refused(url: str, why: str) -> None:
    told = refused(url)

    assert told is not None
    assert why in told


@given(st.text(max_size=60))
def test_any_text_is_judged(url: str) -> None:
    told = refused(url)

    assert told is None or "\n" not in told
