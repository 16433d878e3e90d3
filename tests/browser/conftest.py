"""A page of the report in Chromium, which has no way out to the network."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest
from pages import a_full_report
from reporting import a_report, altered, verbatim

from provcheck.report.formats import FORMATS
from provcheck.rulebook.book import Rulebook

Open = Callable[..., object]
REFUSED = "Failed to load resource"
NO_WAY_OUT = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    """The browser; without one the tests are skipped, except in CI, where they fail."""
    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415
    except ImportError:
        _without("the extra `browser` is not installed")
    if not program:
        _without("there is no Chromium on this machine")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=[NO_WAY_OUT])
        yield browser
        browser.close()


def _without(why: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{why}, and CI must run the browser tests")
    pytest.skip(why)


@pytest.fixture(scope="session")
def report_page(tmp_path_factory: pytest.TempPathFactory, rules: Rulebook) -> Path:
    page = tmp_path_factory.mktemp("page") / "ferry.provenance.html"
    page.write_text(FORMATS["html"]((a_report(),), rules), encoding="utf-8")
    return page


@pytest.fixture(scope="session")
def full_page(tmp_path_factory: pytest.TempPathFactory, rules: Rulebook) -> Path:
    """Every verdict, every decision, notices, and a second article."""
    page = tmp_path_factory.mktemp("page") / "full.provenance.html"
    reports = (a_full_report(), a_report(altered(), verbatim()))
    page.write_text(FORMATS["html"](reports, rules), encoding="utf-8")
    return page


@pytest.fixture
def entered(chromium) -> Iterator[Open]:
    """Opens the address of a review, and fails the test when its page asks elsewhere or complains.

    With `refusals` the browser may tell of answers that refuse.
    """
    contexts, faults = [], []

    def enter(address: str, *, refusals: bool = False, **options: object) -> object:
        context = chromium.new_context(**options)
        contexts.append(context)
        tab = context.new_page()
        tab.on(
            "console",
            lambda message: (
                None if refusals and REFUSED in message.text else faults.append(message.text)
            ),
        )
        tab.on("pageerror", lambda problem: faults.append(str(problem)))
        own = address.partition("?")[0]
        tab.on(
            "request",
            lambda asked: None if asked.url.startswith(own) else faults.append(asked.url),
        )
        tab.goto(address)
        tab.wait_for_selector("#main")
        return tab

    yield enter
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def opened(chromium, report_page: Path) -> Iterator[Open]:
    """Opens the report, or another page, and fails the test when it asks or complains."""
    contexts, faults = [], []

    def open_(page: Path = report_page, at: str = "", **options: object) -> object:
        context = chromium.new_context(offline=True, **options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: faults.append(message.text))
        tab.on("pageerror", lambda problem: faults.append(str(problem)))
        tab.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        address = page.as_uri()
        tab.on(
            "request",
            lambda asked: (
                faults.append(asked.url) if asked.url.partition("#")[0] != address else None
            ),
        )
        tab.goto(address + at)
        return tab

    yield open_
    for context in contexts:
        context.close()
    assert faults == []
