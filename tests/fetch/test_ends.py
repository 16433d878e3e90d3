import pytest

from provcheck.fetch.ends import is_end, read_otherwise
from provcheck.rulebook.book import Rulebook

COPY = "https://web.archive.org/web/20250123120000/https://a.example/x"
POST = "https://x.com/ada/status/1878"


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        pytest.param("https://t.co/1", "https://a.example/x", id="a page"),
        pytest.param("https://t.co/1", "http://[::1", id="no address"),
        pytest.param(COPY.replace("0123120000", ""), COPY, id="from one copy to another"),
    ],
)
def test_a_redirect_is_followed(rules: Rulebook, asked: str, target: str) -> None:
    assert not is_end(asked, target, rules.platforms)


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        pytest.param("https://t.co/1", POST, id="to a post"),
        pytest.param("https://t.co/1", COPY, id="to a copy"),
        pytest.param("https://web.archive.org/web/https://a.example/x", COPY, id="by a TimeGate"),
        pytest.param("https://t.co/1", "https://archive.ph/abc", id="to an archive for people"),
        pytest.param(COPY, POST, id="out of an archive"),
    ],
)
def test_a_redirect_is_not_followed(rules: Rulebook, asked: str, target: str) -> None:
    assert is_end(asked, target, rules.platforms)
    assert read_otherwise(target, rules.platforms)
