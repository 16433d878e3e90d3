import json
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.files import FILLER, a_page, an_article, body, own_words, read, words_at

from provcheck.model.evidence import Completeness
from provcheck.model.prose import BlockKind
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.sources.body import Body
from provcheck.sources.page import read_page, read_page_and_why

RULES = load_rulebook()
BANNER = '<div id="onetrust-banner-sdk"><p>We use cookies to make this site better.</p></div>'
NAVIGATION = '<nav><a href="https://w.example/s">Subscribe to read</a></nav>'
QUOTE = "“We will not sign,” said Mara Theron."


def page(inside: str, head: str = "", **known: object) -> tuple[SourceText, Completeness]:
    return read(RULES, a_page(inside, head), "a.html", **known)


def json_ld(**fields: object) -> str:
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


@pytest.mark.parametrize(
    ("inside", "head"),
    [
        pytest.param(an_article(QUOTE), "", id="an-article"),
        pytest.param(BANNER + an_article(QUOTE), "", id="a-cookie-banner"),
        pytest.param(NAVIGATION + an_article(QUOTE), "", id="subscribe-in-navigation"),
        pytest.param(f"<p>{QUOTE}</p>", "", id="one-sentence"),
        pytest.param(an_article(QUOTE), json_ld(isAccessibleForFree=True), id="free"),
        pytest.param(an_article(QUOTE) + "<script>var x=1</script>", "", id="scripts"),
        pytest.param(
            "<p>Teaser.</p>",
            json_ld(isAccessibleForFree=True, articleBody=f"{FILLER}\n{QUOTE}"),
            id="whole-in-json-ld",
        ),
    ],
)
def test_is_whole_and_has_the_quotation(inside: str, head: str) -> None:
    text, completeness = page(inside, head)
    assert completeness == Completeness.WHOLE
    assert QUOTE in own_words(text)


@pytest.mark.parametrize(
    ("inside", "head", "completeness"),
    [
        pytest.param(
            an_article(fill=1), json_ld(isAccessibleForFree="False"), Completeness.GATED, id="gated"
        ),
        pytest.param(
            an_article("Subscribe to read the rest of this story.", fill=1),
            "",
            Completeness.GATED,
            id="gate-below-the-teaser",
        ),
        pytest.param(an_article(fill=1), json_ld(wordCount=900), Completeness.TRUNCATED, id="cut"),
        pytest.param(
            '<div id="root"></div><noscript>Please enable JavaScript.</noscript><script></script>',
            "",
            Completeness.SCRIPT_ONLY,
            id="script-only",
        ),
        pytest.param(
            "<h1>Page not found</h1><p>Try the search.</p>", "", Completeness.STUB, id="gone"
        ),
        pytest.param("", "", Completeness.STUB, id="empty"),
    ],
)
def test_is_not_whole(inside: str, head: str, completeness: Completeness) -> None:
    assert page(inside, head)[1] == completeness


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(f"<nav>{QUOTE}</nav>", id="navigation"),
        pytest.param(f'<div class="teaser"><p>{QUOTE}</p></div>', id="teaser"),
        pytest.param(f"<h2>Related stories</h2><p>{QUOTE}</p>", id="below-related"),
        pytest.param(f'<section id="comments"><p>{QUOTE}</p></section>', id="comments"),
        pytest.param(f"<footer><p>{QUOTE}</p></footer>", id="footer"),
        pytest.param(f'<p style="display:none">{QUOTE}</p>', id="hidden-style"),
        pytest.param(f"<p hidden>{QUOTE}</p>", id="hidden"),
        pytest.param(f"<template><p>{QUOTE}</p></template>", id="template"),
        pytest.param(f'<p><a href="https://w.example/x">{QUOTE}</a></p>', id="a-link-to-elsewhere"),
    ],
)
def test_stands_only_beside(beside: str) -> None:
    text, _ = page(an_article() + beside)
    assert QUOTE not in own_words(text)
    assert QUOTE in text.text
    assert any(QUOTE in span.of(text.text) for span in text.aside)


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(f"<div><p>{QUOTE}</p></div>", id="outside-the-article"),
        pytest.param(f"<table><tr><td>{QUOTE}</td></tr></table>", id="a-table"),
        pytest.param(f"<details><summary>More</summary><p>{QUOTE}</p></details>", id="folded"),
        pytest.param(f"<blockquote><p>{QUOTE}</p></blockquote>", id="a-quotation"),
        pytest.param(f"<ul><li>{QUOTE}</li></ul>", id="a-list"),
        pytest.param(f"<figure><figcaption>{QUOTE}</figcaption></figure>", id="a-caption"),
    ],
)
def test_no_visible_paragraph_is_lost(inside: str) -> None:
    assert QUOTE in own_words(page(an_article() + inside)[0])


def test_structure_and_links_are_kept() -> None:
    text, _ = page(
        "<article><h1>Bridge</h1>"
        f'<p>{FILLER} She <a href="/minutes">said so</a> then.</p>'
        "<blockquote><p>We will wait.</p></blockquote></article>",
        url="https://lund.example/news/1",
    )
    kinds = {words: block.kind for words, block in zip(words_at(text), text.blocks, strict=True)}
    assert kinds["Bridge"] == BlockKind.HEADING
    assert kinds["We will wait."] == BlockKind.BLOCK_QUOTE
    assert [(link.span.of(text.text), link.url) for link in text.links] == [
        ("said so", "https://lund.example/minutes")
    ]


def test_embedded_posts_are_embeds() -> None:
    post = (
        '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">The bridge is closed.</p>'
        '&mdash; City of Lund (@lundcity) <a href="https://twitter.com/lundcity/status/1881854287672246272">'
        "January 22, 2025</a></blockquote>"
    )
    text, _ = page(an_article() + post)
    (embed,) = text.embeds
    assert embed.words.of(text.text) == "The bridge is closed."
    assert embed.handle == "lundcity"


def test_metadata_comes_from_the_page() -> None:
    head = json_ld(
        headline="Bridge stays closed",
        datePublished="2025-05-03T09:10:00+02:00",
        author={"@type": "Person", "name": "Jan Olt"},
        publisher={"@type": "Organization", "name": "Example Wire"},
    )
    text, _ = page(an_article(), head)
    assert (text.byline, text.publisher) == ("Jan Olt", "Example Wire")
    assert text.published_on == date(2025, 5, 3)
    assert text.own_voice is None


def test_a_statement_is_its_publishers_voice() -> None:
    head = '<meta property="og:site_name" content="City of Lund">'
    text, _ = page(an_article(), head, url="https://lund.example/press-releases/bridge")
    assert text.own_voice == "City of Lund"


def test_a_date_is_never_a_guess() -> None:
    assert page(an_article())[0].published is None


def test_the_date_of_the_address_is_evidence() -> None:
    text, _ = page(an_article(), url="https://w.example/2025/05/03/bridge")
    assert text.published_on == date(2025, 5, 3)


def test_the_reason_is_at_hand(rules: Rulebook) -> None:
    data = a_page(an_article(fill=1), json_ld(isAccessibleForFree=False))
    _, reading = read_page_and_why(body(data, "a.html"), rules)
    assert "not free" in reading.why


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 100_000 + QUOTE, id="deep-nesting"),
        pytest.param('<div class="promo">' * 50_000 + QUOTE, id="deep-nesting-of-teasers"),
        pytest.param("<!--" * 1_250_000, id="comments-that-never-end"),
        pytest.param("<![CDATA[" * 500_000, id="cdata"),
        pytest.param("<a b='" * 500_000, id="attributes-that-never-end"),
        pytest.param("<table>" + "<tr><td>x" * 500_000, id="a-huge-table"),
        pytest.param("<p>word word</p>" * 45_000, id="many-paragraphs"),
    ],
)
def test_hostile_pages_are_read_in_bounded_time(html: str) -> None:
    begun = time.process_time()
    read_page(body(html, "a.html"), RULES)
    assert time.process_time() - begun < 20  # seconds of a slow machine; unbounded ones take hours


@pytest.mark.parametrize(
    ("inside", "completeness"),
    [
        pytest.param("<p>" + "A line.<br>" * 19_990, Completeness.WHOLE, id="many-elements"),
        pytest.param("<b>The <i>words</i></b> " * 9_990, Completeness.WHOLE, id="with-ends"),
        pytest.param("<p>" + "A line.<br>" * 20_000, Completeness.TRUNCATED, id="too-many"),
        pytest.param("Words.</p>" * 50_000, Completeness.TRUNCATED, id="too-many-ends"),
    ],
)
def test_what_is_cut_is_said(inside: str, completeness: Completeness) -> None:
    assert page(inside)[1] == completeness


@given(st.text(st.sampled_from("<>/=\"' apdivhncoe&;!-é"), max_size=300))
def test_any_markup_gives_valid_spans(inside: str) -> None:
    text, _ = read_page(body(inside, "a.html", url="https://w.example/"), RULES)
    for pointer in (*text.blocks, *text.links, *text.embeds):
        assert pointer.span.end <= len(text.text)
    assert all(words.strip() for words in words_at(text))


@pytest.mark.parametrize(
    ("link", "canonical"),
    [
        pytest.param("", None, id="nothing said"),
        pytest.param("javascript:alert(1)", None, id="no web address"),
        pytest.param("http://[", None, id="no address"),
        pytest.param("/talks", "https://wire.example/talks", id="relative"),
        pytest.param("https://other.example/a", "https://other.example/a", id="elsewhere"),
    ],
)
def test_a_page_tells_its_own_address(link: str, canonical: str | None, rules: Rulebook) -> None:
    html = f"<link rel=canonical href='{link}'><p>The council met at nine in the old hall."
    body = Body(
        data=html.encode(), media_type="text/html", url="https://wire.example/x?y", name="x"
    )

    assert read_page(body, rules)[0].canonical == canonical
