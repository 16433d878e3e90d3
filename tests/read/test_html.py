from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.article import Article
from provcheck.model.prose import BlockKind
from provcheck.read.html import read_html
from provcheck.read.origin import Origin
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings

PLATFORMS = load_rulebook().platforms
ORIGIN = Origin(path="a.html", sha256="0" * 64, settings=Settings())
PAGE = """<!doctype html><html lang="en-GB"><head>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The pier","author":{"name":"Ada Brandvold"},
"datePublished":"2025-03-14T09:30:00+00:00"}</script>
<link rel="canonical" href="https://wire.example/news/pier">
</head><body><header><nav><a href="/">Home</a></nav></header>
<article><h1>The pier</h1>
<p>😀 Salt &amp; sand: “The pier is <em>closed</em> for good,” <a href="/talks">said</a> Per Olsen.</p>
<blockquote><p>We waited &lt;long&gt; enough.</p></blockquote>
<aside class="related"><p>“Teaser words that belong to another story,” said nobody.</p></aside>
<div class="newsletter-promo"><p>Sign up now.</p></div>
</article><footer><p>All rights reserved.</p></footer></body></html>"""  # noqa: E501


def read(html: str) -> Article:
    return read_html(html.encode(), ORIGIN, PLATFORMS)


@pytest.mark.parametrize(
    "words", ["Home", "Teaser", "Sign up", "All rights", "ld+json", "headline"], ids=lambda w: w
)
def test_what_stands_round_the_article_is_left_out(words: str) -> None:
    assert words not in read(PAGE).text


def test_metadata() -> None:
    article = read(PAGE)

    assert article.title == "The pier"
    assert article.byline == "Ada Brandvold"
    assert article.published == datetime(2025, 3, 14, 9, 30, tzinfo=UTC)
    assert article.lang == "en-GB"


def test_words_links_and_block_quotations() -> None:
    article = read(PAGE)
    kinds = [block.kind for block in article.blocks]

    assert "“The pier is closed for good,” said Per Olsen." in article.text
    assert [(link.span.of(article.text), link.url) for link in article.links] == [
        ("said", "https://wire.example/talks")
    ]
    assert kinds == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE]
    assert article.blocks[2].span.of(article.text) == "We waited <long> enough."


@pytest.mark.parametrize("words", ["The pier is", "said", "Per Olsen", "We waited"])
def test_entities_and_emoji_shift_no_place(words: str) -> None:
    article = read(PAGE)
    place = article.lines.position(article.text.index(words, 10))
    line = PAGE.split("\n")[place.line - 1]

    assert line[place.column - 1 :].startswith(words)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>Only a paragraph of words.</p>", id="no body"),
        pytest.param(
            "<body class='article-footer'><p>Only a paragraph of words.</p>", id="an odd body"
        ),
        pytest.param("<main><p>Only a paragraph of words.</p></main>", id="main"),
        pytest.param(
            "<article><p>Ad.</p></article><div><p>Only a paragraph of words.</p></div>",
            id="a tiny article",
        ),
    ],
)
def test_the_articles_words_are_found_in_any_page(html: str) -> None:
    assert "Only a paragraph of words." in read(html).text


@given(st.text(alphabet="<>/pabdiv=\"' &;!-", max_size=80))
def test_any_page_is_read(html: str) -> None:
    article = read(html)

    assert all(block.span.end <= len(article.text) for block in article.blocks)


def test_the_footer_of_a_quotation_is_part_of_it() -> None:
    credited = "<blockquote><p>The sea is wide.</p><footer>— Berit Olsen</footer></blockquote>"
    html = f"<article><p>One.</p>{credited}<footer>Imprint</footer></article>"

    assert "— Berit Olsen" in read(html).text
    assert "Imprint" not in read(html).text


def test_a_footnote_s_mark_leads_to_what_the_note_points_to() -> None:
    page = """<article><p>“The pier is closed,” said Per Olsen.<sup><a href="#fn1">1</a></sup>
    <a href="#top">Up</a></p></article><footer><ol><li id="fn1">
    <a href="https://wire.example/talks">Talks</a> <a href="#r1">back</a></li></ol></footer>"""
    article = read(page)

    assert [(link.span.of(article.text), link.url) for link in article.links] == [
        ("1", "https://wire.example/talks")
    ]
    assert "Talks" not in article.text
