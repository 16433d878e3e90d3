import pytest
from sources.files import a_page

from provcheck.markup.metadata import metadata
from provcheck.markup.tree import parsed_html
from provcheck.sources.clues import clues
from provcheck.sources.completeness import Seen


def clues_of(inside: str, head: str = "") -> Seen:
    soup = parsed_html(a_page(inside, head))
    return clues(soup, metadata(soup), "https://lund.example/x")


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param('<div id="root"></div>', id="no-script"),
        pytest.param('<div id="root"><p>Words.</p></div><script></script>', id="filled"),
        pytest.param('<div id="map"></div><script></script>', id="another-element"),
    ],
)
def test_mounts_nothing(inside: str) -> None:
    assert not clues_of(inside).mounts


@pytest.mark.parametrize("name", ["root", "app", "__next"])
def test_mounts(name: str) -> None:
    assert clues_of(f'<div id="{name}"> </div><script src="/a.js"></script>').mounts


def test_title_headings_and_tier() -> None:
    seen = clues_of(
        "<h1>Bridge <b>closed</b></h1>",
        '<title>Bridge | Wire</title><meta property="article:content_tier" content="Locked">',
    )
    assert seen.heads == ("Bridge | Wire", "Bridge closed")
    assert seen.tier == "locked"


def test_a_bare_page_says_nothing() -> None:
    seen = clues_of("<p>Words.</p>")
    assert (seen.heads, seen.tier, seen.free, seen.counted) == ((), "", None, None)
