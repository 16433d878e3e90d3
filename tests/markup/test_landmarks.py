import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.markup.landmarks import Landmarks
from provcheck.markup.tree import parsed_html


def of(inside: str) -> Landmarks:
    return Landmarks(parsed_html(f"<html><body>{inside}</body></html>"))


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("", id="nothing"),
        pytest.param('<meta property="og:title" content="  ">', id="an empty tag"),
        pytest.param('<meta property="og:title">', id="a tag without content"),
        pytest.param('<p property="og:title" content="Pier">', id="another element"),
        pytest.param('<meta property="og:titles" content="Pier">', id="another name"),
    ],
)
def test_a_page_without_the_tag(inside: str) -> None:
    assert of(inside).meta("og:title") is None


@pytest.mark.parametrize("attribute", ["property", "name", "itemprop"])
def test_a_tag_is_named_by_any_of_three_attributes(attribute: str) -> None:
    assert of(f'<meta {attribute}="date" content=" 5\nMay ">').meta("x", "date") == "5 May"


def test_the_first_tag_of_a_name_speaks() -> None:
    page = of('<meta name="date" content="1"><meta name="date" content="2">')

    assert page.meta("date") == "1"


def test_links_headings_and_byline() -> None:
    page = of(
        '<link rel="alternate canonical" href=" /a "><h1>Pier</h1><h1>Quay</h1>'
        '<a rel="nofollow author">Ada</a><p class="small byline">By Per</p><p class="bylines">x</p>'
        '<time>now</time><time datetime="2025-05-03">then</time><div id="root"></div>'
    )

    assert page.link("canonical") == "/a"
    assert page.link("next") is None
    assert [head.get_text() for head in page.heads] == ["Pier", "Quay"]
    assert page.author is not None
    assert page.author.get_text() == "Ada"
    assert page.byline is not None
    assert page.byline.get_text() == "By Per"
    assert page.time is not None
    assert page.time.get_text() == "then"
    assert len(page.with_id["root"]) == 1


@given(st.text(st.sampled_from("<>/=\"' metalinkhpropyid&;!-é"), max_size=200))
def test_any_markup_is_walked(inside: str) -> None:
    assert of(inside).first("html") is not None
