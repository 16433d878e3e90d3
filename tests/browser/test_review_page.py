"""A review as an editor does it: by keyboard, in light, dark and narrow, with what may go wrong."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe import WAYS, unfold, violations
from hostile import PAYLOADS, TOKEN
from pages import signed
from reporting import altered, unavailable, unsourced, verbatim
from reviewing import ALTERED, Running, Started, a_session, an_article_of, running
from signing import a_signoff

from provcheck.model.finding import Finding
from provcheck.model.signoff import Status
from provcheck.signoff.book import read_signoffs
from provcheck.signoff.write import sign

pytestmark = pytest.mark.browser
SEED = Path(__file__).parents[2] / "seeds" / "harbour-talks"
SOURCES = ("--sources", "sources", "--offline", "--no-store")
Begin = Callable[..., Running]
FOCUS = "document.activeElement.id || document.activeElement.name || document.activeElement.tagName"


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Starts a review of one article with these findings; default: all kinds."""
    with ExitStack() as open_:

        def begin_(*findings: Finding, by: str = "ab") -> Running:
            session = a_session(an_article_of(tmp_path, *findings), by=by)
            return open_.enter_context(running(session))

        yield begin_


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ferry.provcheck.toml"


def said(tab, words: str) -> None:
    tab.wait_for_function(
        "(words) => document.getElementById('said').innerText.includes(words)", arg=words
    )


def faulted(tab, claim: str, words: str) -> None:
    told = "([at, words]) => document.querySelector(at + ' .fault').innerText.includes(words)"
    tab.wait_for_function(told, arg=[f"#{claim}", words])


def focused(tab, name: str) -> None:
    tab.wait_for_function(f"(name) => ({FOCUS}) === name", arg=name)


def press(tab, *keys: str) -> None:
    for key in keys:
        tab.keyboard.press(key)


def test_an_editor_signs_three_claims_by_keyboard_and_the_check_is_settled(
    entered, tmp_path: Path
) -> None:
    shutil.copytree(SEED, tmp_path, dirs_exist_ok=True)
    assert checked(tmp_path)[0] == 1
    review = Started(tmp_path, ("article.txt", *SOURCES, "--no-browser"))
    tab = entered(str(review.client.base_url).rstrip("/") + review.token)

    tab.locator("#by").focus()
    tab.keyboard.type("tm")
    press(tab, "Tab", "Enter")  # Done: nothing is lost, nothing asked
    said(tab, "The review has ended")
    assert review.ended()[0] == 1

    review = Started(tmp_path, ("article.txt", *SOURCES, "--no-browser", "--by", "tm"))
    tab = entered(str(review.client.base_url).rstrip("/") + review.token)
    assert tab.locator("#open").inner_text() == "2 of 12 claims are open"
    press(tab, "n")
    focused(tab, "c9")
    press(tab, "a")
    focused(tab, "c9-note")
    tab.keyboard.type("The tables of the wire service were wrong; asked there.")
    press(tab, "Tab", "ArrowDown", "Control+Enter")  # the first of the methods
    focused(tab, "c12")
    press(tab, "a")
    tab.keyboard.type("He read it so in the recording.")
    press(tab, "Control+Enter")
    said(tab, "Claim 12 is signed: accepted by tm.")
    assert tab.locator("#open").inner_text() == "0 of 12 claims are open"
    press(tab, "k", "a", "Escape", "s")  # a verdict that is ok, and needs no note
    said(tab, "Claim 11 is signed: accepted by tm.")
    while tab.evaluate(FOCUS) != "done":
        press(tab, "Shift+Tab")
    press(tab, "Enter")
    said(tab, "The review has ended")
    code, told, _ = review.ended()
    review.close()

    assert code == 0
    assert told.count("    signed   tm, ") == 3
    found = {s.claim: s for s in read_signoffs(tmp_path / "article.provcheck.toml")}
    assert len(found) == 3
    assert {(s.status, s.by) for s in found.values()} == {(Status.ACCEPTED, "tm")}
    assert sorted(str(s.method) for s in found.values()) == ["None", "None", "primary"]
    code, told = checked(tmp_path)
    assert (code, told.count("    signed   tm, ")) == (0, 3)


def checked(folder: Path) -> tuple[int, str]:
    """The exit code of a check, and what it shows."""
    program = [sys.executable, "-m", "provcheck.cli.main", "article.txt", *SOURCES, "--no-report"]
    done = subprocess.run(program, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


@pytest.mark.parametrize("way", [w for w in WAYS if "java_script_enabled" not in WAYS[w]])
@pytest.mark.parametrize("view", ["article", "list"])
def test_nothing_stands_in_the_way_of_any_editor(
    entered, begin: Begin, way: str, view: str
) -> None:
    review = begin(signed(), unavailable(), verbatim(), unsourced())
    tab = entered(review.server.access.opening, **WAYS[way])
    if view == "list":
        press(tab, "v")
    press(tab, "j", "s")
    unfold(tab)
    assert violations(tab) == []
    width = tab.evaluate("document.documentElement.scrollWidth")
    assert width <= tab.viewport_size["width"]


def test_all_can_be_read_without_script(entered, begin: Begin) -> None:
    tab = entered(begin().server.access.opening, java_script_enabled=False)
    assert "Signing needs script" in tab.locator("body").inner_text()
    assert tab.locator("article.claim:visible").count() == 6
    assert tab.locator("button:visible, select:visible, textarea:visible").count() == 0


def test_the_address_is_spent_and_the_page_can_be_loaded_again(entered, begin: Begin) -> None:
    review = begin()
    tab = entered(review.server.access.opening)
    assert tab.url == f"{review.origin}/"
    tab.reload()
    assert tab.locator("article.claim").count() == 6
    other = tab.context.browser.new_context().new_page()
    assert other.goto(review.server.access.opening).status == 403
    assert other.goto(review.origin).status == 403
    other.context.close()


def test_the_page_follows_each_decision_and_takes_it_back(
    entered, begin: Begin, file: Path
) -> None:
    tab = entered(begin(altered(), unavailable()).server.access.opening)
    press(tab, "n", "r")
    tab.keyboard.type("She did not say it.")
    press(tab, "Control+Enter")
    said(tab, "Claim 1 is signed: rejected by ab.")
    focused(tab, "c2")
    card = tab.locator("#c1")
    press(tab, "k", "Enter")
    assert "rejected by ab, 14 March 2025: She did not say it." in card.inner_text()
    assert "rejected" in tab.locator("#c1-m").inner_text()
    assert "rejected" in tab.locator(".sum").inner_text()
    assert tab.locator("#open").inner_text() == "1 of 2 claims is open"
    card.get_by_role("button", name="Remove the sign-off").click()
    said(tab, "The sign-off of claim 1 is removed.")
    assert "rejected by ab" not in card.inner_text()
    assert not file.exists()
    assert tab.locator("#open").inner_text() == "2 of 2 claims are open"


def test_what_is_missing_is_said_where_it_is_missing(entered, begin: Begin, file: Path) -> None:
    tab = entered(begin(altered(), by="").server.access.opening)
    press(tab, "n")
    focused(tab, "c1")
    assert not tab.locator("#c1-note").is_visible()  # room for the source's words
    press(tab, "s")
    faulted(tab, "c1", "Choose a decision first.")
    press(tab, "Escape", "u", "Control+Enter")
    faulted(tab, "c1", "Say in the note why you decide so.")
    focused(tab, "c1-note")
    tab.keyboard.type("Asked her office.")
    press(tab, "Control+Enter")
    faulted(tab, "c1", "Give your initials")
    focused(tab, "by")
    assert not file.exists()
    tab.keyboard.type("ab")
    press(tab, "Enter")
    said(tab, "Claim 1 is signed: under-review by ab.")


def test_what_the_server_refuses_is_an_alert_and_loses_nothing(
    entered, begin: Begin, file: Path, tmp_path: Path
) -> None:
    tab = entered(begin(altered()).server.access.opening, refusals=True)
    press(tab, "n", "a")
    tab.keyboard.type("heard it")
    file.write_text("<<<<<<< HEAD\n")
    press(tab, "Control+Enter")
    faulted(tab, "c1", "a merge conflict stands here")
    file.unlink()
    (tmp_path / "ferry.txt").write_text("Another text.")
    press(tab, "Control+Enter")
    faulted(tab, "c1", "the article changed since it was read; start the review again")
    assert tab.get_by_role("alert").filter(has_text="the article changed").count() == 1
    assert tab.locator("#c1-note").input_value() == "heard it"
    assert not file.exists()


def test_a_program_that_is_gone_is_told_of(entered, begin: Begin) -> None:
    review = begin(altered())
    tab = entered(review.server.access.opening, refusals=True)
    review.server.shutdown()
    review.thread.join(10)
    press(tab, "n", "a")
    tab.keyboard.type("heard it")
    press(tab, "Control+Enter")
    faulted(tab, "c1", "The program does not answer any more")


def test_typing_is_no_command_and_survives_what_others_sign(
    entered, begin: Begin, file: Path
) -> None:
    tab = entered(begin(altered(), unavailable(), unsourced()).server.access.opening)
    press(tab, "j", "j", "c")
    tab.keyboard.type("nasrujk?/v")
    press(tab, "Escape")
    quote = unavailable().claim.words
    known = {"quote": quote, "verdict": "unavailable", "evidence": None, "note": "by phone"}
    sign(file, a_signoff("q-dredge", **known))
    press(tab, "k", "a")
    tab.keyboard.type("heard it")
    press(tab, "Control+Enter")
    said(tab, "Claim 1 is signed")
    assert tab.locator("#c2-note").input_value() == "nasrujk?/v"
    assert "by phone" in tab.locator("#c2 .decision").text_content()
    assert tab.locator("#open").inner_text() == "1 of 3 claims is open"
    assert [s.claim for s in read_signoffs(file)] == ["q-dredge", "q-ferry"]


def test_keys_can_be_switched_off_and_are_told(entered, begin: Begin) -> None:
    tab = entered(begin(altered()).server.access.opening)
    press(tab, "?")
    assert "accept, correct, reject, under review" in tab.locator("#help").inner_text()
    tab.locator("#keys").uncheck()
    press(tab, "Escape", "n", "a")
    assert tab.locator("input[type=radio]:checked").count() == 0


def test_words_that_are_not_signed_are_not_thrown_away_at_once(entered, begin: Begin) -> None:
    tab = entered(begin(altered(), unavailable()).server.access.opening)
    press(tab, "n", "a")
    tab.keyboard.type("heard it")
    tab.locator("#done").click()
    said(tab, "Claim 1 has words that are not signed. Press Done again to end all the same.")
    tab.locator("#done").click()
    said(tab, "The review has ended")
    assert tab.locator("form.sign :is(input, select, textarea, button):enabled").count() == 0


def test_the_next_open_claim_is_sought_within_the_filter(entered, begin: Begin) -> None:
    tab = entered(begin().server.access.opening)
    tab.select_option("#verdict", "unavailable")
    press(tab, "Escape")
    tab.locator("#next").click()
    focused(tab, "c6")


def test_forty_claims_are_signed_without_waiting(entered, begin: Begin, file: Path) -> None:
    many = [
        f.model_copy(update={"claim": f.claim.model_copy(update={"id": f"q-{number}-{f.level}"})})
        for number in range(20)
        for f in (altered(), verbatim())
    ]
    tab = entered(begin(*many).server.access.opening)
    assert tab.locator("#open").inner_text() == "20 of 40 claims are open"
    press(tab, "n")
    for left in range(20, 17, -1):
        press(tab, "a")
        tab.keyboard.type("heard it")
        press(tab, "Control+Enter")
        tab.wait_for_function(
            "(left) => document.getElementById('open').innerText.startsWith(left + ' of')",
            arg=left - 1,
        )
        tab.wait_for_function("document.activeElement.matches('article.claim')")
    assert len(read_signoffs(file)) == 3


def test_hostile_words_stay_words_when_the_page_is_renewed(entered, begin: Begin) -> None:
    tab = entered(begin(altered()).server.access.opening)
    names = "[...document.querySelectorAll('#c1 *, .sum *')].map((e) => e.tagName).sort().join()"
    seen = set()
    for payload in (TOKEN, *PAYLOADS[:12]):
        press(tab, "Escape", "a")
        tab.locator("#c1-note").fill(payload)
        press(tab, "Control+Enter")
        tab.wait_for_function(
            "(words) => document.querySelector('#c1 .decision q')?.textContent === words",
            arg=payload,
        )
        seen.add(tab.evaluate(names))
        assert tab.locator("#c1-note").input_value() == payload
    assert len(seen) == 1


ATTACK = """async ([to, body]) => {
    const json = {"Content-Type": "application/json"};
    const ways = [
        {}, {mode: "no-cors"}, {credentials: "include"}, {method: "POST", mode: "no-cors", body},
        {method: "POST", credentials: "include", headers: json, body},
    ];
    const told = [];
    for (const way of ways) told.push(await fetch(to, way).then((r) => r.type, () => "refused"));
    return told;
}"""
FRAME = """(to) => {
    const frame = document.createElement("iframe");
    frame.src = to;
    document.body.append(frame);
    return new Promise((done) => { frame.onload = () => {
        try { done(frame.contentDocument.body.innerText); } catch { done("kept apart"); }
    }; });
}"""


def test_another_page_can_neither_read_nor_sign(entered, begin: Begin, file: Path) -> None:
    """The other page is on this machine too, so that the browser sends it the same cookies."""
    review, other = begin(altered()), begin(unavailable())
    page = entered(review.server.access.opening).context.new_page()
    bare = {"body": "<p>x", "content_type": "text/html"}
    page.route("**/attack", lambda route: route.fulfill(**bare))
    page.goto(f"{other.origin}/attack")
    for path in ("/", "/sign"):
        told = page.evaluate(ATTACK, [review.origin + path, json.dumps(ALTERED)])
        assert set(told) <= {"refused", "opaque"}
    assert page.evaluate(FRAME, review.origin) == "kept apart"
    assert not file.exists()
