"""The report by keyboard alone."""

import pytest

pytestmark = pytest.mark.browser

WIDE = {"viewport": {"width": 1280, "height": 800}}


def focused(tab) -> str:
    return tab.evaluate("document.activeElement.id")


def pressed(tab, keys: str) -> list[str]:
    walked = []
    for key in keys:
        tab.keyboard.press(key)
        walked.append(focused(tab))
    return walked


@pytest.mark.parametrize("key", ["j", "v", "?"])
@pytest.mark.parametrize("field", ["#search", "#verdict", "#ask", "#c1 button"])
def test_fields_and_buttons_have_their_keys_to_themselves(opened, field: str, key: str) -> None:
    tab = opened(at="#view=list")
    tab.locator(field).first.focus()
    tab.keyboard.press(key)
    assert tab.evaluate("document.documentElement.dataset.view") == "list"
    assert not tab.locator("#help").is_visible()
    assert "claim=" not in tab.url


@pytest.mark.parametrize("held", ["Control", "Alt", "Meta"])
def test_keys_of_the_browser_are_left_to_it(opened, held: str) -> None:
    tab = opened(at="#view=list")
    tab.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', "
        f"{{key: 'j', {held.lower().replace('control', 'ctrl')}Key: true, bubbles: true}}))"
    )
    assert focused(tab) == ""


def test_the_keys_walk_from_claim_to_claim(opened) -> None:
    assert pressed(opened(at="#view=list"), "jjk") == ["c1", "c2", "c1"]


def test_beside_the_text_they_walk_from_mark_to_mark(opened) -> None:
    tab = opened(**WIDE)
    assert pressed(tab, "jjk") == ["c1-m", "c2-m", "c1-m"]
    tab.keyboard.press("Enter")
    assert focused(tab) == "c1"
    assert pressed(tab, "j") == ["c2-m"]
    assert tab.locator("#c2").is_visible()


def test_they_stop_at_the_last_claim_and_pass_over_what_is_filtered_out(opened) -> None:
    tab = opened(at="#view=list&verdict=altered")
    assert pressed(tab, "jjj") == ["c1", "c3", "c3"]
    assert pressed(tab, "kk") == ["c1", "c1"]


def test_where_they_led_is_in_the_address(opened) -> None:
    tab = opened(at="#view=list")
    pressed(tab, "jj")
    tab.wait_for_url("**#view=list&claim=c2")


def test_the_view_is_switched_and_the_claim_kept(opened) -> None:
    tab = opened(at="#view=list", **WIDE)
    pressed(tab, "jjj")
    tab.keyboard.press("v")
    assert tab.locator(".text").is_visible()
    assert focused(tab) == "c3"
    tab.keyboard.press("v")
    assert not tab.locator(".text").is_visible()
    assert focused(tab) == "c3"


def test_escape_leaves_the_search_and_then_the_claim(opened) -> None:
    tab = opened(at="#view=article&claim=c3", **WIDE)
    tab.keyboard.press("/")
    assert focused(tab) == "search"
    tab.keyboard.press("Escape")
    assert focused(tab) == ""
    tab.keyboard.press("Escape")
    assert "claim=" not in tab.url
    assert focused(tab) == "c3-m"


def test_the_box_of_keys_gives_the_focus_back(opened) -> None:
    tab = opened(at="#view=list&claim=c2")
    tab.keyboard.press("?")
    assert tab.locator("#help").is_visible()
    tab.keyboard.press("j")
    tab.keyboard.press("Escape")
    assert not tab.locator("#help").is_visible()
    assert focused(tab) == "c2"
    tab.locator("#ask").click()
    tab.locator("#close").click()
    assert focused(tab) == "ask"


def test_keys_can_be_switched_off_and_the_address_says_so(opened) -> None:
    tab = opened(at="#view=list")
    tab.keyboard.press("?")
    tab.locator("#keys").uncheck()
    tab.keyboard.press("Escape")
    tab.wait_for_function("document.activeElement.id === ''")  # the box gives the focus back
    assert pressed(tab, "j") == [""]
    tab.wait_for_url("**#view=list&keys=off")
    again = opened(at="#view=list&keys=off")
    assert pressed(again, "j") == [""]


def test_every_control_is_reached_by_tab_and_shows_it(opened) -> None:
    tab = opened(at="#view=list", **WIDE)
    seen = set()
    for _ in range(25):
        tab.keyboard.press("Tab")
        seen.add(focused(tab))
        style = "getComputedStyle(document.activeElement).outlineStyle"
        assert tab.evaluate(style) in {"solid", "auto"}
    assert {"search", "verdict", "level", "state", "ask"} <= seen
