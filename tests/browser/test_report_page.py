"""The report as readers have it: light, dark, narrow, printed, without script, by keyboard."""

from importlib import resources
from pathlib import Path

import pytest
from hostile import PAYLOADS, TOKEN, a_report_of
from reporting import a_report, altered, verbatim

from provcheck.report.html.page import render
from provcheck.rulebook.book import Rulebook

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WAYS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "narrow-dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "forced-colours": {"forced_colors": "active"},
}


def violations(tab) -> list[str]:
    axe = resources.files("axe_playwright_python") / "axe.min.js"
    tab.evaluate(axe.read_text(encoding="utf-8"))
    found = tab.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize("way", WAYS)
def test_nothing_stands_in_the_way_of_any_reader(opened, way: str) -> None:
    tab = opened(**WAYS[way])
    tab.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert violations(tab) == []


def test_nothing_stands_in_the_way_in_print(opened) -> None:
    tab = opened()
    tab.emulate_media(media="print")
    assert violations(tab) == []


def test_nothing_stands_in_the_way_where_a_server_forbids_styles(opened) -> None:
    tab = opened()
    tab.evaluate("document.querySelector('style').remove()")
    assert violations(tab) == []
    assert "We missing: may open" in tab.locator("#c1 blockquote").last.inner_text()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_has_to_be_scrolled_sideways(opened, width: int) -> None:
    tab = opened(viewport={"width": width, "height": 640})
    tab.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_several_articles_on_one_page_are_clean_too(
    opened, tmp_path: Path, rules: Rulebook
) -> None:
    page = tmp_path / "two.html"
    page.write_text(render((a_report(), a_report(altered(), verbatim())), rules), encoding="utf-8")
    assert violations(opened(page)) == []


def test_all_is_readable_without_script(opened) -> None:
    tab = opened(java_script_enabled=False)
    text = tab.locator("main").inner_text()
    for words in ("We ", "will", "may", "Another number.", "Harbour Council", "The whole article"):
        assert words in text
    assert tab.locator("article.claim:visible").count() == 6
    assert tab.locator("button:visible, select:visible").count() == 0


def test_print_shows_the_records_that_the_screen_folds_away(opened) -> None:
    tab = opened(java_script_enabled=False)
    tab.emulate_media(media="print")
    assert tab.get_by_text("SHA-256 of the bytes").first.is_visible()


def test_the_filter_leaves_claims_of_one_verdict_and_can_be_linked(opened) -> None:
    tab = opened()
    tab.select_option("#filter", "altered")
    assert tab.locator("article.claim:visible").count() == 2
    assert tab.locator("#shown").inner_text() == "2 of 6 claims shown"
    assert tab.url.endswith("#verdict=altered")
    tab.go_back()
    assert tab.locator("article.claim:visible").count() == 6


def test_a_link_to_a_claim_shows_and_focuses_it(opened) -> None:
    for at in ("#c3", "#verdict=altered&claim=c3"):
        tab = opened(at=at)
        assert tab.evaluate("document.activeElement.id") == "c3"


def test_the_keys_walk_from_claim_to_claim(opened) -> None:
    tab = opened()
    walked = []
    for key in "jjk":
        tab.keyboard.press(key)
        walked.append(tab.evaluate("document.activeElement.id"))
    assert walked == ["c1", "c2", "c1"]


def test_the_words_of_the_source_can_be_copied(opened) -> None:
    tab = opened(permissions=["clipboard-read", "clipboard-write"])
    tab.locator("#c1 button").click()
    copied = "navigator.clipboard.readText()"
    assert tab.evaluate(copied) == "We may open the new ferry line in spring"


def test_marks_in_the_article_lead_to_the_claim_and_back(opened) -> None:
    tab = opened()
    tab.locator("#c3-m").click()
    assert tab.evaluate("document.activeElement.id") == "c3"
    tab.locator("#c3 a[href='#c3-m']").click()
    assert tab.url.endswith("#c3-m")


def shape(opened, page: Path, payload: str, rules: Rulebook) -> list[str]:
    page.write_text(render((a_report_of(payload),), rules), encoding="utf-8")
    names = "[...document.querySelectorAll('*')].map((e) => e.tagName + e.getAttributeNames())"
    return opened(page).evaluate(names)


def test_hostile_words_make_no_element(opened, tmp_path: Path, rules: Rulebook) -> None:
    page = tmp_path / "hostile.html"
    plain = shape(opened, page, TOKEN, rules)
    assert [p for p in PAYLOADS if shape(opened, page, p, rules) != plain] == []
