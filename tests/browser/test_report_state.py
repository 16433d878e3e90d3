"""What a reader chooses in the report: views, filters, search, claims; all in the address."""

from pathlib import Path

import pytest
from hostile import a_report_of
from reporting import a_report

from provcheck.report.formats import FORMATS
from provcheck.rulebook.book import Rulebook

pytestmark = pytest.mark.browser

WIDE = {"viewport": {"width": 1280, "height": 800}}
NARROW = {"viewport": {"width": 360, "height": 740}}
LIST = "#view=list"


def shown(tab) -> list[str]:
    return [claim.get_attribute("id") for claim in tab.locator("article.claim:visible").all()]


def focused(tab) -> str:
    return tab.evaluate("document.activeElement.id")


def test_at_first_the_article_stands_beside_the_gravest_open_claim(opened) -> None:
    tab = opened(**WIDE)
    assert tab.locator(".text").is_visible()
    assert shown(tab) == ["c1"]
    assert focused(tab) == ""
    assert "#" not in tab.url


def test_on_a_narrow_screen_no_card_stands_in_the_text_unasked(opened) -> None:
    assert shown(opened(**NARROW)) == []


@pytest.mark.parametrize(
    ("chosen", "fitting"),
    [
        pytest.param({"verdict": "altered"}, ["c1", "c3"], id="verdict"),
        pytest.param({"level": "note"}, ["c5"], id="level"),
        pytest.param({"state": "open"}, ["c1", "c3", "c5", "c6"], id="state"),
        pytest.param({"verdict": "altered", "level": "warning"}, [], id="two-that-meet-nowhere"),
        pytest.param({"state": "open", "verdict": "unavailable"}, ["c6"], id="two"),
    ],
)
def test_a_filter_leaves_what_fits_and_can_be_linked(opened, chosen: dict, fitting: list) -> None:
    tab = opened(at=LIST)
    for name, value in chosen.items():
        tab.select_option(f"#{name}", value)
    assert shown(tab) == fitting
    assert tab.locator("#shown").inner_text() == f"{len(fitting)} of 6 claims shown"
    assert tab.locator(".none").is_visible() == (not fitting)
    again = opened(at=tab.url.partition("#")[2] and "#" + tab.url.partition("#")[2])
    assert shown(again) == fitting
    tab.locator("#clear").click()
    assert len(shown(tab)) == 6
    assert tab.locator("#shown").inner_text() == ""


def test_back_leads_to_what_was_shown_before(opened) -> None:
    tab = opened(at=LIST)
    tab.select_option("#verdict", "altered")
    tab.locator("#c3 .self").click()
    assert focused(tab) == "c3"
    tab.go_back()
    assert shown(tab) == ["c1", "c3"]
    assert "claim=" not in tab.url
    tab.go_back()
    assert len(shown(tab)) == 6
    tab.go_forward()
    assert tab.locator("#verdict").input_value() == "altered"


def test_a_count_filters_and_lifts_its_filter_again(opened) -> None:
    tab = opened(at=LIST)
    link = tab.locator(".counts a", has_text="altered")
    link.click()
    assert shown(tab) == ["c1", "c3"]
    assert link.get_attribute("aria-current") == "true"
    link.click()
    assert len(shown(tab)) == 6
    assert link.get_attribute("aria-current") is None


@pytest.mark.parametrize(
    ("words", "fitting"),
    [
        pytest.param("dredging", ["c6"], id="of-the-article"),
        pytest.param("nearly all", ["c3", "c4"], id="of-the-source"),
        pytest.param("WE WILL OPEN", ["c1"], id="across-a-mark"),
        pytest.param("port authority", ["c6"], id="speaker"),
        pytest.param("strand radio", ["c3", "c4"], id="publisher"),
        pytest.param("spring fares", [], id="every-word-counts"),
        pytest.param("missing:", [], id="not-what-is-only-read-aloud"),
        pytest.param("copy as citation", [], id="not-the-buttons"),
    ],
)
def test_search(opened, words: str, fitting: list[str]) -> None:
    tab = opened(at=LIST)
    tab.keyboard.press("/")
    tab.keyboard.type(words)
    assert shown(tab) == fitting
    assert tab.locator("#shown").inner_text() == f"{len(fitting)} of 6 claims shown"
    tab.wait_for_url(lambda url: "q=" in url)
    assert shown(opened(at="#" + tab.url.partition("#")[2])) == fitting


def test_marks_that_do_not_fit_lose_their_colour_and_stay(opened) -> None:
    tab = opened(at="#verdict=verbatim", **WIDE)
    assert tab.locator("mark.off").count() == 5
    assert tab.locator("mark:visible").count() == 6


@pytest.mark.parametrize("at", ["#c3", "#verdict=altered&claim=c3", "#verdict=verbatim&claim=c3"])
@pytest.mark.parametrize("view", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_link_to_a_claim_shows_and_focuses_it(opened, at: str, view: dict) -> None:
    tab = opened(at=at, **view)
    assert focused(tab) == "c3"
    assert tab.locator("#c3").is_visible()


def test_a_link_to_a_place_that_is_no_claim_changes_nothing(opened) -> None:
    tab = opened(at="#view=list&verdict=altered")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#main")
    assert shown(tab) == ["c1", "c3"]


def test_a_mark_shows_its_claim_beside_the_text(opened) -> None:
    tab = opened(**WIDE)
    tab.locator("#c3-m").click()
    assert shown(tab) == ["c3"]
    assert focused(tab) == "c3"
    card, text = tab.locator("#c3").bounding_box(), tab.locator(".whole").bounding_box()
    assert card["x"] > text["x"] + text["width"]
    tab.locator("#c3 a[href='#c3-m']").click()
    assert focused(tab) == "c3-m"
    assert "claim=c3" in tab.url


def test_the_marked_words_themselves_can_be_pressed(opened) -> None:
    tab = opened(**WIDE)
    tab.locator("mark", has_text="dredging").click()
    assert shown(tab) == ["c6"]


def test_a_mark_on_a_narrow_screen_shows_its_claim_below_the_paragraph(opened) -> None:
    tab = opened(**NARROW)
    tab.locator("#c3-m").click()
    assert shown(tab) == ["c3"]
    after = "document.getElementById('c3-m').closest('.block').nextElementSibling.id"
    assert tab.evaluate(after) == "c3"
    tab.locator("#c1-m").click()
    assert shown(tab) == ["c1"]
    tab.locator(".tabs a", has_text="claims").click()
    assert shown(tab) == [f"c{number}" for number in range(1, 7)]


def test_the_tabs_say_which_view_is_shown(opened) -> None:
    tab = opened(**WIDE)
    claims = tab.locator(".tabs a", has_text="The claims")
    claims.click()
    assert claims.get_attribute("aria-current") == "true"
    assert not tab.locator(".text").is_visible()
    assert len(shown(tab)) == 6
    tab.go_back()
    assert tab.locator(".text").is_visible()


def test_people_and_states_of_a_full_page(opened, full_page: Path) -> None:
    tab = opened(full_page, "#view=list&state=settled")
    assert shown(tab) == ["a1-c15", "a1-c20", "a1-c21"]
    tab.select_option("#state", "open")
    assert "a1-c19" in shown(tab)
    assert "a1-c1" not in shown(tab)


def test_copies(opened) -> None:
    tab = opened(at="#view=list", permissions=["clipboard-read", "clipboard-write"])
    for button, words in (
        ("Copy the source's words", "We may open the new ferry line in spring"),
        ("Copy as citation", "Ines Falk: “We may open the new ferry line in spring”. “Minutes”, "),
        ("Copy sign-off command", "provcheck sign q-ferry ferry.txt --by INITIALS --note 'REA"),
    ):
        tab.locator("#c1 button", has_text=button).click()
        tab.wait_for_selector(f"#c1 button.copied:has-text({button!r})")
        assert tab.locator("#shown").inner_text() == "Copied"
        assert tab.evaluate("navigator.clipboard.readText()").startswith(words)


def test_where_the_clipboard_is_refused_the_older_way_stands_in(opened) -> None:
    tab = opened(at="#view=list", permissions=["clipboard-read", "clipboard-write"])
    refuse = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
    tab.evaluate(f"() => {{ {refuse}; }}")
    button = tab.locator("#c1 button", has_text="Copy the source's words")
    button.click()
    tab.wait_for_selector("#c1 button.copied")
    assert tab.locator("#shown").inner_text() == "Copied"
    assert tab.evaluate("navigator.clipboard.readText()").startswith("We may open")
    assert tab.locator("textarea").count() == 0


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("istanbul", id="small-letters-for-turkish-capitals"),
        pytest.param("DALIP", id="capitals-for-an-i-without-a-dot"),
        pytest.param("strasse", id="ss-for-ß"),
        pytest.param("muller", id="a-letter-without-its-marks"),
        pytest.param("λογοσ", id="another-sigma"),
        pytest.param("a.b*c [x](y) \\", id="signs-mean-nothing"),
        pytest.param("offen", id="across-a-soft-hyphen"),
    ],
)
def test_search_finds_words_however_they_are_written(
    opened, tmp_path: Path, rules: Rulebook, words: str
) -> None:
    page = tmp_path / "words.html"
    written = "İSTANBUL dalıp Straße Müller λόγος a.b*c [x](y) \\ of\u00adfen"
    page.write_text(FORMATS["html"]((a_report_of(written),), rules), encoding="utf-8")
    tab = opened(page, at=LIST)
    tab.locator("#search").fill(words)
    assert len(shown(tab)) == 6


def test_back_from_the_search_box_shows_in_it_what_is_searched_for(opened) -> None:
    tab = opened(at="#view=list&q=dredging")
    tab.locator("#clear").click()
    assert len(shown(tab)) == 6
    tab.go_back()
    assert shown(tab) == ["c6"]
    assert tab.locator("#search").input_value() == "dredging"


def test_blanks_can_be_typed_in_the_search_box(opened) -> None:
    tab = opened(at=LIST)
    tab.locator("#search").press_sequentially("nearly  all ")
    assert tab.locator("#search").input_value() == "nearly  all "
    assert shown(tab) == ["c3", "c4"]


def test_an_article_without_claims_has_no_filter_to_blame(
    opened, tmp_path: Path, rules: Rulebook
) -> None:
    page = tmp_path / "none.html"
    report = a_report().model_copy(update={"findings": ()})
    page.write_text(FORMATS["html"]((report,), rules), encoding="utf-8")
    assert not opened(page, at=LIST).locator(".none").is_visible()


def test_the_focus_stays_in_a_card_that_a_turned_screen_moves(opened) -> None:
    tab = opened(at="#claim=c3", **NARROW)
    for size in (WIDE, NARROW):
        tab.locator("#c3 summary").first.focus()
        tab.set_viewport_size(size["viewport"])
        tab.wait_for_function("document.activeElement.matches('#c3 summary')")


def test_the_focus_stays_in_a_card_that_is_printed(opened) -> None:
    tab = opened(at="#claim=c3", **NARROW)
    tab.locator("#c3 summary").first.focus()
    tab.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
    assert tab.evaluate("document.activeElement.matches('#c3 summary')")


def test_what_is_printed_tells_nothing_of_a_filter(opened) -> None:
    tab = opened(at="#q=zzzz", **WIDE)
    assert tab.locator(".none").is_visible()
    tab.emulate_media(media="print")
    assert not tab.locator(".none").is_visible()
    assert len(shown(tab)) == 6
    drawn = "getComputedStyle(document.querySelector('mark')).borderBottomStyle"
    assert tab.evaluate(drawn) == "solid"
