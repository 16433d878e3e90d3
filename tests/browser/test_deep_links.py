"""Deep links as a browser takes them: it scrolls to the words in a page that is served to it."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from building import a_source, found, span_in

from provcheck.report.html.fragment import deep_link

pytestmark = pytest.mark.browser

FILL = "The council sat until ten, and heard the harbour office - on berths, cranes & fees. "
LONG = " ".join(f"Point {number} was put to the vote and carried." for number in range(40))
LINES = (
    "We may open the line. " + FILL * 200,
    FILL * 20 + "In the end: “We may open the line, if the money comes,” she said.",
    FILL * 20 + LONG,
    FILL * 20 + "港の評議会は十時まで続いた。彼女は言った、線路を開くかもしれない。" + FILL,
    FILL * 300,
)
TEXT = "\n".join(LINES)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    body = "".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in LINES)
    page = f"<!doctype html><meta charset=utf-8><title>Minutes</title>{body}"
    Path(folder / "minutes.html").write_text(page, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/minutes.html"
    server.shutdown()
    server.server_close()


def seen(chromium, url: str) -> str:
    """The paragraph in the middle of the window once the page is open."""
    tab = chromium.new_page(viewport={"width": 800, "height": 400})
    tab.goto(url)
    tab.wait_for_timeout(300)
    middle = "document.elementFromPoint(400, 200).closest('p')"
    at = tab.evaluate(f"[...document.querySelectorAll('p')].indexOf({middle})")
    scrolled = tab.evaluate("scrollY")
    tab.close()
    return "top" if not scrolled else f"line {at}"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        pytest.param(LINES[0][:21], "top", id="first-of-two"),
        pytest.param("We may open the line, if the money comes", "line 1", id="second-of-two"),
        pytest.param(LONG, "line 2", id="long"),
        pytest.param("線路を開くかもしれない", "line 3", id="script-without-blanks"),
    ],
)
def test_a_browser_is_led_to_the_words(chromium, address: str, words: str, place: str) -> None:
    span = span_in(TEXT, words)
    url = deep_link(address, found(a_source(TEXT)), span)
    assert url
    assert seen(chromium, url) == place


def test_without_the_words_a_page_opens_at_its_top(chromium, address: str) -> None:
    assert seen(chromium, address) == "top"
