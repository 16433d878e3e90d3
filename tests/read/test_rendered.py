import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.read.rendered import marks_at, rendered

MARK = "<!--m-->"


def marked(text: str) -> str:
    """The HTML of `text` with a mark in the place of each ¤."""
    parts = text.split("¤")
    bare = "".join(parts)
    places = {f"<!--m{n}-->": sum(map(len, parts[:n])) for n in range(1, len(parts))}
    return rendered(bare, marks_at(bare, places)).replace("m1--", "m--")


@pytest.mark.parametrize("text", ["", "words", "- a\n- b\n", "<p>raw</p>"])
def test_without_marks_it_is_plain_html(text: str) -> None:
    assert MARK not in marked(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("a ¤b\n", f"<p>a b{MARK}</p>\n", id="in-a-paragraph"),
        pytest.param("a\n¤b\n", f"<p>a\nb{MARK}</p>\n", id="on-its-second-line"),
        pytest.param("a\n\n¤\n\nb\n", f"<p>a</p>\n{MARK}<p>b</p>\n", id="between-two"),
        pytest.param("# a ¤\n", f"<h1>a{MARK}</h1>\n", id="in-a-heading"),
        pytest.param("a\n\n¤", f"<p>a</p>\n{MARK}", id="behind-everything"),
        pytest.param("¤\n\n- a\n", f"<ul>\n<li>\n{MARK}a</li>\n</ul>\n", id="before-a-list"),
        pytest.param("¤\n    code\n", f"{MARK}<pre><code>code\n</code></pre>\n", id="before-code"),
        pytest.param("¤---\n", f"{MARK}<hr />\n", id="at-a-rule"),
        pytest.param("<p>a¤</p><p>b</p>", f"<p>a{MARK}</p><p>b</p>", id="in-raw-html"),
        pytest.param("<div>\na¤\r\nb\n</div>", f"<div>\na{MARK}\nb\n</div>", id="on-a-raw-line"),
    ],
)
def test_a_mark_is_where_the_comment_was(text: str, html: str) -> None:
    assert marked(text) == html


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        pytest.param("| a ¤| b |", 0, id="first"),
        pytest.param("| a | b ¤|", 1, id="last"),
        pytest.param("a | b ¤", 1, id="without-outer-bars"),
        pytest.param("| a \\| ¤ | b |", 0, id="escaped-bar"),
        pytest.param("| a | b | ¤", 1, id="behind-the-row"),
    ],
)
def test_a_mark_is_in_its_cell(row: str, cell: int) -> None:
    html = marked(f"| x | y |\n|---|---|\n{row}\n")

    assert [MARK in part for part in html.split("<td>")[1:]].index(True) == cell


def test_two_marks_on_one_raw_line_keep_their_order() -> None:
    assert marked("<p>¤a¤b¤</p>") == f"<p>{MARK}a<!--m2-->b<!--m3--></p>"


@given(st.text("ab \n#>-*`|<p/>[]:¤", max_size=60))
def test_marks_are_all_there_and_nothing_else_changes(text: str) -> None:
    html = marked(text)
    count = text.count("¤")

    assert html.count("<!--m") == count
    plain = rendered(text.replace("¤", ""))
    for n in range(1, count + 1):
        html = html.replace(MARK if n == 1 else f"<!--m{n}-->", "")
    assert html.split() == plain.split()
