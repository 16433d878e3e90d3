import pytest
from sources.files import FILLER, a_page

from provcheck.markup.tree import parsed_html
from provcheck.rulebook.pages import page_rules
from provcheck.sources.asides import part
from provcheck.sources.main_text import MainText

RULES = page_rules()


def parted(inside: str, main: str = "") -> tuple[list[str], list[str], str]:
    soup = parsed_html(a_page(inside))
    result = part(soup, MainText(main), RULES)
    return [e.get_text(" ", strip=True) for e in result.beside], result.hidden, soup.get_text()


@pytest.mark.parametrize(
    ("inside", "main"),
    [
        pytest.param("<p>Words</p>", "", id="a-paragraph"),
        pytest.param("<blockquote>No.<footer>Words</footer></blockquote>", "", id="who-is-quoted"),
        pytest.param('<div class="has-sidebar"><h1>Words</h1></div>', "", id="holds-the-heading"),
        pytest.param(f"<aside>Words {FILLER}</aside>", FILLER, id="main-text-in-an-aside"),
        pytest.param('<p class="uncommented">Words</p>', "", id="a-part-of-a-token"),
        pytest.param('<p style="display:block">Words</p>', "", id="shown"),
        pytest.param('<p hidden="until-found">Words</p>', "", id="found-by-search"),
        pytest.param(
            f'<div style="display:none">Words {FILLER}</div>', FILLER, id="hidden-until-run"
        ),
    ],
)
def test_stays(inside: str, main: str) -> None:
    beside, hidden, rest = parted(inside, main)
    assert (beside, hidden) == ([], [])
    assert "Words" in rest


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<nav>Words</nav>", id="navigation"),
        pytest.param("<footer>Words</footer>", id="footer"),
        pytest.param("<aside>Words</aside>", id="aside"),
        pytest.param('<div id="comments">Words</div>', id="comments"),
        pytest.param('<article class="wp-comment">Words</article>', id="a-comment"),
        pytest.param('<div class="relatedStories">Words</div>', id="camel-case"),
        pytest.param('<div class="c-teaser__body">Words</div>', id="teaser"),
    ],
)
def test_is_set_beside(inside: str) -> None:
    beside, hidden, rest = parted(inside)
    assert (beside, hidden) == (["Words"], [])
    assert "Words" not in rest


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param('<p style="color:red; display : none">Words</p>', id="display"),
        pytest.param('<p style="visibility:hidden">Words</p>', id="visibility"),
        pytest.param("<p hidden>Words</p>", id="attribute"),
        pytest.param("<template><p>Words</p></template>", id="template"),
        pytest.param("<noscript>Words</noscript>", id="noscript"),
    ],
)
def test_is_hidden(inside: str) -> None:
    beside, hidden, rest = parted(inside)
    assert (beside, hidden) == ([], ["Words"])
    assert "Words" not in rest


def test_comments_within_a_wrapper_are_found() -> None:
    beside, _, rest = parted(
        '<div class="with-comments"><h1>Title</h1><ul class="comments">No</ul></div>'
    )
    assert beside == ["No"]
    assert "Title" in rest


def test_nesting_of_candidates_is_bounded() -> None:
    depth = 3000
    inside = '<div class="promo">' * depth + "<h1>Words</h1>" + FILLER * 50 + "</div>" * depth
    _, _, rest = parted(inside)
    assert "Words" in rest
