"""The report as readers have it: light, dark, narrow, printed, without script or style."""

from pathlib import Path

import pytest
from axe import WAYS, unfold, violations, without_script
from hostile import PAYLOADS, TOKEN, a_report_of
from reporting import a_report, altered, verbatim

from provcheck.report.html.page import render
from provcheck.rulebook.book import Rulebook

pytestmark = pytest.mark.browser

VIEWS = ("#view=article", "#view=list")


@pytest.mark.parametrize("at", VIEWS)
@pytest.mark.parametrize("way", WAYS)
def test_nothing_stands_in_the_way_of_any_reader(
    opened, full_page: Path, way: str, at: str
) -> None:
    tab = opened(full_page, at, **WAYS[way])
    unfold(tab)
    assert violations(tab) == []


def test_nothing_stands_in_the_way_of_whoever_chose_a_claim(opened, full_page: Path) -> None:
    for way in ("light", "narrow"):
        tab = opened(full_page, "#view=article&claim=a1-c15", **WAYS[way])
        assert tab.locator("#a1-c15").is_visible()
        assert violations(tab) == []


def test_nothing_stands_in_the_way_in_the_box_of_keys(opened, full_page: Path) -> None:
    for way in ("light", "dark", "narrow"):
        tab = opened(full_page, **WAYS[way])
        tab.locator("#ask").click()
        assert violations(tab) == []


def test_nothing_stands_in_the_way_in_print(opened, full_page: Path) -> None:
    tab = opened(full_page)
    tab.emulate_media(media="print")
    assert violations(tab) == []


def test_nothing_stands_in_the_way_where_a_server_forbids_styles(opened, report_page: Path) -> None:
    tab = opened(without_script(report_page))
    tab.evaluate("document.querySelector('style').remove()")
    # How large the browser's own links are is not for the page to say.
    assert [fault for fault in violations(tab) if not fault.startswith("target-size")] == []
    assert "We missing: may open" in tab.locator("#c1 blockquote").last.inner_text()


@pytest.mark.parametrize("at", VIEWS)
@pytest.mark.parametrize("width", [320, 768, 1024, 1280])
def test_nothing_has_to_be_scrolled_sideways(opened, full_page: Path, width: int, at: str) -> None:
    tab = opened(full_page, f"{at}&claim=a1-c22", viewport={"width": width, "height": 640})
    unfold(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_all_is_readable_without_script(opened) -> None:
    tab = opened(java_script_enabled=False)
    text = tab.locator("main").inner_text()
    for words in ("We ", "will", "may", "Another number.", "Harbour Council", "The article"):
        assert words in text
    assert tab.locator("article.claim:visible").count() == 6
    assert tab.locator(".text:visible").count() == 1
    assert tab.locator("button:visible, select:visible, input:visible").count() == 0


def test_without_script_a_count_leads_to_the_first_claim_of_its_verdict(opened) -> None:
    tab = opened(java_script_enabled=False)
    tab.locator(".counts a", has_text="verbatim").click()
    assert tab.url.endswith("#c2")


def test_print_shows_every_claim_and_record_whatever_the_screen_shows(opened) -> None:
    for at in ("", "#view=article&claim=c3", "#view=list&verdict=altered"):
        tab = opened(at=at)
        tab.emulate_media(media="print")
        assert tab.locator("article.claim:visible").count() == 6
        assert tab.get_by_text("SHA-256 of the bytes").first.is_visible()
        assert tab.locator(".bar:visible, button:visible").count() == 0
        address = "getComputedStyle(document.querySelector('#c1 .facts a'), '::after').content"
        assert "https://council.example/minutes" in tab.evaluate(address)


def test_a_page_goes_into_a_pdf_and_comes_back_as_it_was(opened) -> None:
    tab = opened(at="#view=article&claim=c3", viewport={"width": 360, "height": 640})
    assert tab.pdf(format="A4").startswith(b"%PDF")
    assert tab.locator("details[open]").count() == 0
    assert tab.locator(".whole #c3").is_visible()


def shape(opened, page: Path, payload: str, rules: Rulebook) -> list[str]:
    page.write_text(render((a_report_of(payload),), rules), encoding="utf-8")
    names = "[...document.querySelectorAll('*')].map((e) => e.tagName + e.getAttributeNames())"
    return opened(page).evaluate(names)


def test_hostile_words_make_no_element(opened, tmp_path: Path, rules: Rulebook) -> None:
    page = tmp_path / "hostile.html"
    plain = shape(opened, page, TOKEN, rules)
    assert [p for p in PAYLOADS if shape(opened, page, p, rules) != plain] == []


def test_hostile_words_in_the_address_are_only_searched_for(opened) -> None:
    tab = opened(at="#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&view=%22%3E&claim=constructor")
    assert tab.locator("img").count() == 0
    assert tab.locator("#shown").inner_text() == "0 of 6 claims shown"


def test_one_article_of_two_has_its_own_marks(opened, tmp_path: Path, rules: Rulebook) -> None:
    page = tmp_path / "two.html"
    page.write_text(render((a_report(), a_report(altered(), verbatim())), rules), encoding="utf-8")
    tab = opened(page, "#view=article", viewport={"width": 1280, "height": 900})
    assert tab.locator("article.claim:visible").count() == 2
    tab.locator("#a2-c2-m").click()
    assert tab.locator("#a2-c2").is_visible()
    assert tab.locator("#a1-c1").is_visible()
