import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.markup.metadata import Metadata, metadata, moment
from provcheck.markup.tree import parsed_html

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "The pier is closed",
    "author": [{"name": "Ada Brandvold"}, {"name": "Per Olsen"}],
    "publisher": {"name": "Northgate Wire"},
    "datePublished": "2025-03-14T09:30:00+00:00",
    "dateModified": "2025-03-15",
    "articleBody": "The pier\nis closed.",
    "isAccessibleForFree": "False",
    "wordCount": "420",
    "inLanguage": "en-GB",
}


def of(head: str, body: str = "") -> Metadata:
    return metadata(parsed_html(f"<html><head>{head}</head><body>{body}</body></html>"))


def ld(*nodes: object) -> str:
    node = nodes[0] if len(nodes) == 1 else list(nodes)
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("", id="nothing"),
        pytest.param('<script type="application/ld+json">{broken</script>', id="broken JSON"),
        pytest.param('<script type="application/ld+json"></script>', id="empty JSON"),
        pytest.param(ld({"@type": "Organization", "name": "Wire"}), id="another type"),
        pytest.param(ld(7, "x", None), id="no objects"),
        pytest.param('<meta property="og:title" content="  ">', id="an empty tag"),
        pytest.param(
            '<meta name="author" content="https://a.example/ada">', id="an address for a name"
        ),
        pytest.param("<script>" + json.dumps(ARTICLE) + "</script>", id="a script of another kind"),
    ],
)
def test_a_page_that_says_nothing(head: str) -> None:
    said = of(head)

    assert said.title is None
    assert said.byline is None
    assert said.published is None
    assert said.free is None


def test_json_ld_of_an_article() -> None:
    said = of(ld(ARTICLE))

    assert said.title == "The pier is closed"
    assert said.byline == "Ada Brandvold, Per Olsen"
    assert said.publisher == "Northgate Wire"
    assert said.published == datetime(2025, 3, 14, 9, 30, tzinfo=UTC)
    assert said.modified == date(2025, 3, 15)
    assert said.article_body == "The pier is closed."
    assert said.free is False
    assert said.word_count == 420
    assert said.lang == "en-GB"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(ld({"@graph": [{"@type": "WebSite"}, ARTICLE]}), id="a graph"),
        pytest.param(ld({"@type": "WebSite"}, ARTICLE), id="a list"),
        pytest.param(ld({**ARTICLE, "@type": ["Thing", "NewsArticle"]}), id="several types"),
        pytest.param(ld(ARTICLE).replace("is closed", "is\nclosed", 1), id="a raw line end"),
        pytest.param(
            ld(ARTICLE).replace(">{", "><!--\n{").replace("}</", "}\n--></"), id="within a comment"
        ),
    ],
)
def test_json_ld_in_other_wrappings(head: str) -> None:
    assert of(head).title == "The pier is closed"


@pytest.mark.parametrize(
    ("head", "body", "field", "value"),
    [
        ('<meta property="og:title" content="Pier">', "", "title", "Pier"),
        ("<title>Pier</title>", "", "title", "Pier"),
        ("<title>Pier - Wire</title>", "<h1>Pier</h1>", "title", "Pier"),
        ('<meta name="author" content="Ada Brandvold">', "", "byline", "Ada Brandvold"),
        ("", '<a rel="author">Ada Brandvold</a>', "byline", "Ada Brandvold"),
        ("", '<p class="byline">By Ada Brandvold</p>', "byline", "Ada Brandvold"),
        (
            '<meta property="article:published_time" content="2025-03-14">',
            "",
            "published",
            date(2025, 3, 14),
        ),
        ("", '<time datetime="2025-03-14T10:00">today</time>', "published", date(2025, 3, 14)),
        ('<meta property="og:site_name" content="Wire">', "", "publisher", "Wire"),
        (
            '<link rel="canonical" href="https://w.example/a">',
            "",
            "canonical",
            "https://w.example/a",
        ),
        ('<meta property="og:locale" content="de_AT">', "", "lang", "de-AT"),
    ],
)
def test_tags_and_elements(head: str, body: str, field: str, value: object) -> None:
    assert getattr(of(head, body), field) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-03-14", date(2025, 3, 14)),
        ("2025-03-14T09:30:00Z", datetime(2025, 3, 14, 9, 30, tzinfo=UTC)),
        ("2025-03-14T09:30", date(2025, 3, 14)),
        ("2025-03-14 soon", date(2025, 3, 14)),
        ("soon", None),
        (None, None),
        (20250314, None),
    ],
)
def test_moments(text: object, value: object) -> None:
    assert moment(text) == value


def test_half_a_character_is_replaced() -> None:
    said = of(
        '<script type="application/ld+json">{"@type":"Article","headline":"A \\ud800b"}</script>'
    )

    assert said.title == "A \ufffdb"


@given(st.text(max_size=60))
def test_any_json_ld_is_read(text: str) -> None:
    assert of(f'<script type="application/ld+json">{text}</script>').word_count is None
    moment(text)
