import gzip
import time

import pytest
from searching import ASKED, GOOD, MAPS, OUTLET, PAGE, a_sitemap, provider_of, told

from provcheck.fetch.search.asked import Further, Problem
from provcheck.rulebook.book import Rulebook

OURS = provider_of("sitemap")
NEWS = f"https://{OUTLET}/news.xml"


def test_without_an_outlet_there_is_nothing_to_ask(rules: Rulebook) -> None:
    assert OURS.query(ASKED.model_copy(update={"hosts": ()}), rules) is None


def test_a_query_sends_no_words(rules: Rulebook) -> None:
    sent = OURS.query(ASKED, rules)
    assert sent
    assert (sent.url, sent.words) == (f"https://{OUTLET}/robots.txt", "")


@pytest.mark.parametrize(
    ("robots", "urls"),
    [
        pytest.param(f"Sitemap: {NEWS}", (NEWS,), id="one"),
        pytest.param(
            f"sitemap: https://{OUTLET}/all.xml\r\nSitemap: {NEWS}\r\n", (NEWS,), id="that of news"
        ),
        pytest.param(
            "\n".join(f"Sitemap: https://{OUTLET}/{n}.xml" for n in "abcde"),
            tuple(f"https://{OUTLET}/{n}.xml" for n in "abc"),
            id="the first three",
        ),
    ],
)
def test_sitemaps_are_those_that_robots_txt_names(
    rules: Rulebook, robots: str, urls: tuple[str, ...]
) -> None:
    assert told(OURS, robots.encode(), rules) == Further(urls=urls)


@pytest.mark.parametrize("robots", [b"", b"User-agent: *", b"Sitemap: file:///etc/passwd", b"\xff"])
def test_none_named_is_a_problem(rules: Rulebook, robots: bytes) -> None:
    assert isinstance(told(OURS, robots, rules), Problem)


def an_index(*names: str) -> bytes:
    rows = "".join(f"<sitemap><loc> https://{OUTLET}/{n} </loc></sitemap>" for n in names)
    return f'<sitemapindex xmlns="{MAPS}">{rows}</sitemapindex>'.encode()


def test_an_index_leads_one_level_deep(rules: Rulebook) -> None:
    index = an_index("sport.xml", "news-1.xml.gz")

    assert told(OURS, index, rules, depth=1) == Further(urls=(f"https://{OUTLET}/news-1.xml.gz",))
    assert told(OURS, index, rules, depth=2) == ()


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_pages_are_chosen_by_title_and_day(rules: Rulebook, pack) -> None:
    data = pack(
        a_sitemap(
            ("https://strand.example/old", "2025-03-01", "Dredging begins"),
            ("https://other.example/a", "2025-03-12", "Dredging begins"),
            ("https://strand.example/choir", "2025-03-12", "The choir sings"),
            (PAGE, "2025-03-12", "Dredging begins"),
        )
    )
    (result,) = told(OURS, data, rules, depth=1)
    assert (result.url, result.title, result.publisher) == (PAGE, "Dredging begins", "Strand")


def test_where_there_is_no_title_the_address_has_its_words(rules: Rulebook) -> None:
    page = f"https://{OUTLET}/2025/harbour-dredging-begins"
    entry = f"<url><loc>{page}</loc><lastmod>2025-03-12</lastmod></url>"
    data = f'<urlset xmlns="{MAPS}">{entry}</urlset>'.encode()
    (result,) = told(OURS, data, rules, depth=1)
    assert (result.url, result.title) == (page, "harbour dredging begins")


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
URLSET = f'<urlset xmlns="{MAPS}"><url><loc>&e11;</loc></url></urlset>'


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<html><p>Gone</html>", id="a page"),
        pytest.param(GOOD["sitemap"]["/news.xml"][:-9], id="cut off"),
        pytest.param(b"<rss version='2.0'/>", id="another format"),
        pytest.param(b"<urlset/>", id="of no namespace"),
        pytest.param(f'<!DOCTYPE a [<!ENTITY e0 "x">{BOMB}]>{URLSET}'.encode(), id="entities"),
        pytest.param(
            f'<!DOCTYPE a [<!ENTITY e11 SYSTEM "file:///etc/hostname">]>{URLSET}'.encode(),
            id="a file",
        ),
        pytest.param(
            f'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">{URLSET}'.encode(), id="a declaration"
        ),
        pytest.param(gzip.compress(b"<x>" + b"a" * (64 << 20)), id="a bomb"),
        pytest.param(gzip.compress(b"<urlset/>")[:-6], id="packed and cut off"),
        pytest.param(b"<a>" * 400_000, id="deep"),
        pytest.param(b'<?xml version="1.0" encoding="zz"?><a/>', id="an unknown encoding"),
    ],
)
def test_what_is_no_sitemap_is_a_problem_in_time(rules: Rulebook, data: bytes) -> None:
    began = time.monotonic()
    assert isinstance(told(OURS, data, rules, depth=1), Problem)
    assert time.monotonic() - began < 3
