import time

import pytest
from searching import ASKED, GOOD, PAGE, WORDS, provider_of, told

from provcheck.fetch.search.asked import Problem
from provcheck.rulebook.book import Rulebook

OURS = provider_of("site")


def test_an_outlet_without_a_page_is_not_asked(rules: Rulebook) -> None:
    assert OURS.query(ASKED.model_copy(update={"page": ""}), rules) is None


def test_a_query_is_to_the_outlet(rules: Rulebook) -> None:
    sent = OURS.query(ASKED, rules)
    assert sent
    assert sent.url == (
        "https://strand.example/search?q=The+harbour+dredging+begins+at+once%2C+"
        "and+nobody+asked+the+crews"
    )
    assert sent.words == WORDS


def page(*links: str) -> bytes:
    return f"<html><body>{''.join(links)}<a href='/x/choir'>Choir</a></body></html>".encode()


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("<a href='https://other.example/a'>Dredging</a>", id="another host"),
        pytest.param("<a href='/search?q=dredging&page=2'>Dredging 2</a>", id="the page itself"),
        pytest.param("<a href='/'>Dredging</a>", id="the front page"),
        pytest.param("<a href='javascript:dredging()'>Dredging</a>", id="a script"),
        pytest.param("<a href='http://['>Dredging</a>", id="no address"),
        pytest.param("<a>Dredging</a>", id="no link"),
        pytest.param("<a href='/x/pier'>The pier</a>", id="other words"),
        pytest.param("<p>A<a href='/x/a'>B</a></p>dredging", id="words behind it"),
        pytest.param("<a href='/x/a'>B<script>dredging</script></a>", id="words of a script"),
        pytest.param(
            "<div>dredging <a href='/a/1'>A</a><a href='/a/2'>B</a><a href='/a/3'>C</a></div>",
            id="words about no link alone",
        ),
        pytest.param(f"<div>dredging <a href='/a/1'>A</a>{'x ' * 400}</div>", id="a page of words"),
    ],
)
def test_is_no_result(rules: Rulebook, link: str) -> None:
    assert told(OURS, page(link), rules) == ()


@pytest.mark.parametrize(
    ("link", "url"),
    [
        pytest.param("<a href='/2025/a'>Dredging</a>", "/2025/a", id="its words"),
        pytest.param("<a href='/2025/a#top'>Dredging</a>", "/2025/a", id="without its fragment"),
        pytest.param(
            "<li><a href='/2025/a'><img></a><p>On the dredging</p></li>", "/2025/a", id="its teaser"
        ),
    ],
)
def test_is_a_result(rules: Rulebook, link: str, url: str) -> None:
    (result,) = told(OURS, page(link), rules)
    assert result.url == f"https://strand.example{url}"


def test_the_right_one_of_a_page(rules: Rulebook) -> None:
    (data,) = GOOD[OURS.id].values()
    (result,) = told(OURS, data, rules)
    assert (result.url, result.title) == (PAGE, "Dredging to begin")
    assert result.excerpt == "Dredging to begin Nobody asked."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<html><body><div id=root></div></body></html>", id="shown by script"),
        pytest.param(b"<a href='/x'>y</a>" + b" " * (3 << 20), id="too large"),
    ],
)
def test_a_page_without_links_is_a_problem(rules: Rulebook, data: bytes) -> None:
    assert isinstance(told(OURS, data, rules), Problem)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<div>" * 300_000, id="deep"),
        pytest.param(b"<div>" * 50_000 + b"<a href='/a/b'>c</a>" * 20_000, id="links far inside"),
        pytest.param(b"<a href='/a/b'>dredging" * 80_000, id="links within links"),
        pytest.param(b"<p>x<b>y" * 200_000 + b"<a href='/a/b'>c</a>" * 1_000, id="open tags"),
    ],
)
def test_a_hostile_page_ends_in_time(rules: Rulebook, data: bytes) -> None:
    began = time.monotonic()
    told(OURS, data, rules)
    assert time.monotonic() - began < 8
