import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.hosts import named_after


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://halden-radio.blogs.example/a", id="a guest of another's host"),
        pytest.param("https://halden-radio-fans.example/a", id="a longer name"),
        pytest.param("https://radio.example/a", id="a part of the name"),
        pytest.param("https://example/a", id="no label at all"),
        pytest.param("halden-radio.example", id="no address"),
    ],
)
def test_another_host(url: str) -> None:
    assert not named_after(url, "Halden Radio")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.halden-radio.example/a", "Halden Radio"),
        ("https://haldenradio.co.example/a", "The Halden Radio"),
        ("https://Halden-Radio.example:8443/", "halden radio"),
    ],
)
def test_its_own_host(url: str, name: str) -> None:
    assert named_after(url, name)


def test_a_short_name_is_a_chance() -> None:
    assert not named_after("https://time.example/a", "Time")


@given(st.text(), st.text())
def test_anything_may_be_asked(url: str, name: str) -> None:
    assert named_after(url, name) in {True, False}
