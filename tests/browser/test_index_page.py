"""The list of several articles as readers have it."""

from pathlib import Path

import pytest
from axe import WAYS, violations, without_script
from pages import a_full_report, signed
from reporting import a_report, altered, an_article, unavailable, verbatim

from provcheck.report.html.index import Entry, render_index
from provcheck.rulebook.book import Rulebook

pytestmark = pytest.mark.browser


@pytest.fixture
def index_page(tmp_path: Path, rules: Rulebook) -> Path:
    page = tmp_path / "provenance.index.html"
    titles = ("Berths", "Anchors", "Cranes")
    findings = ((verbatim(), signed()), (altered(), unavailable(), verbatim()), (unavailable(),))
    entries = [
        Entry(f"{title}.provenance.html", a_report(*found, article=an_article(title=title)))
        for title, found in zip(titles, findings, strict=True)
    ]
    entries.append(Entry("full.provenance.html", a_full_report()))
    page.write_text(render_index(tuple(entries), rules), encoding="utf-8")
    return page


def articles(tab) -> list[str]:
    return [words.partition(" ")[0] for words in tab.locator("tbody th a").all_inner_texts()]


@pytest.mark.parametrize("way", WAYS)
def test_nothing_stands_in_the_way_of_any_reader(opened, index_page: Path, way: str) -> None:
    tab = opened(index_page, **WAYS[way])
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_stands_in_the_way_without_script(opened, index_page: Path) -> None:
    assert violations(opened(without_script(index_page))) == []


def test_nothing_stands_in_the_way_in_print(opened, index_page: Path) -> None:
    tab = opened(index_page)
    tab.emulate_media(media="print")
    assert violations(tab) == []


def test_without_script_all_is_there_in_the_order_given(opened, index_page: Path) -> None:
    tab = opened(index_page, java_script_enabled=False)
    assert articles(tab) == ["Berths", "Anchors", "Cranes", "Harbour"]
    assert tab.locator("button").count() == 0
    assert "answered 404" in tab.locator("tbody").inner_text()


def test_columns_sort_both_ways(opened, index_page: Path) -> None:
    tab = opened(index_page)
    head = tab.locator("thead th", has_text="Article")
    head.locator("button").click()
    assert articles(tab) == ["Anchors", "Berths", "Cranes", "Harbour"]
    assert head.get_attribute("aria-sort") == "ascending"
    head.locator("button").click()
    assert articles(tab) == ["Harbour", "Cranes", "Berths", "Anchors"]
    tab.locator("thead button", has_text="Gravest").click()
    assert articles(tab)[:2] == ["Harbour", "Anchors"]
    assert head.get_attribute("aria-sort") is None
    assert violations(tab) == []


def test_an_article_leads_to_its_page(opened, index_page: Path) -> None:
    tab = opened(index_page)
    address = tab.locator("tbody th a").first.evaluate("(link) => link.href")
    assert address == (index_page.parent / "Berths.provenance.html").as_uri()
