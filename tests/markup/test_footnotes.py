import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.markup.footnotes import point_marks
from provcheck.markup.tree import parsed_html

TALKS = "https://wire.example/talks"
MARK = '<p>It is shut.<sup><a href="#fn1">1</a></sup></p>'


def target(html: str) -> str | None:
    soup = parsed_html(html)
    point_marks(soup)
    link = soup.select_one("a")
    return str(link["href"]) if link is not None else None


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(MARK, id="no note"),
        pytest.param(f'{MARK}<li id="fn1">Her own notes.</li>', id="no address in it"),
        pytest.param(f'{MARK}<li id="fn2"><a href="{TALKS}">x</a></li>', id="another note"),
        pytest.param(f'{MARK}<li id="fn1"><a href="#r1">back</a></li>', id="only the way back"),
        pytest.param(
            f'{MARK}<li id="fn1"><a href="mailto:a@b.example">x</a></li>', id="a letter box"
        ),
        pytest.param(
            f'{MARK}<li id="fn1"><a href="JavaScript:back()">x</a></li>', id="a script, no page"
        ),
        pytest.param(
            f'{MARK}<h2 id="fn1">Notes</h2><p><a href="{TALKS}">x</a></p>', id="a heading’s place"
        ),
        pytest.param(
            f'<p><a href="#fn1">See below</a></p><p id="fn1"><a href="{TALKS}">x</a></p>',
            id="words that lead down the page",
        ),
    ],
)
def test_leads_nowhere_else(html: str) -> None:
    assert target(html) == "#fn1"


@pytest.mark.parametrize(
    "note",
    [
        pytest.param(f'<li id="fn1">Halden Wire, <a href="{TALKS}">talks</a></li>', id="a link"),
        pytest.param(f'<li id="fn1">Halden Wire, {TALKS}.</li>', id="an address as words"),
        pytest.param(
            f'<li id="fn1"><a href="#r1">^</a> <a href="{TALKS}">talks</a></li>',
            id="way back first",
        ),
        pytest.param(
            f'<li id="fn1"><a href="TEL:1">x</a> <a href="{TALKS}">talks</a></li>',
            id="what is no page first",
        ),
        pytest.param(
            f'<p><a name="fn1">1</a> Halden Wire, <a href="{TALKS}">talks</a></p>', id="an anchor"
        ),
        pytest.param(
            f'<p><sup id="fn1">1</sup> <a href="{TALKS}">talks</a></p>', id="the note’s own mark"
        ),
    ],
)
def test_leads_to_what_the_note_points_to(note: str) -> None:
    assert target(MARK + note) == TALKS


def test_a_note_of_the_same_name_further_down_is_another() -> None:
    notes = f'<li id="fn1"><a href="{TALKS}">a</a></li><li id="fn1"><a href="/b">b</a></li>'

    assert target(MARK + notes) == TALKS


def test_an_address_within_the_site_is_left_to_be_made_whole() -> None:
    assert target(f'{MARK}<li id="fn1"><a href="/talks">talks</a></li>') == "/talks"


def test_every_mark_of_one_note_leads_there() -> None:
    soup = parsed_html(f'{MARK}{MARK}<li id="fn1">{TALKS}</li>')
    point_marks(soup)

    assert [str(link["href"]) for link in soup.select("a")] == [TALKS, TALKS]


PARTS = (
    '<p> </p> <a> </a> href="#fn1" id="fn1" <li <sup> 1 [1] https://a.example <a href="#fn1">1</a>'
)


@given(st.lists(st.sampled_from(PARTS.split()), max_size=20).map(" ".join))
def test_any_page_is_taken(html: str) -> None:
    point_marks(parsed_html(f"<p>{html}"))
