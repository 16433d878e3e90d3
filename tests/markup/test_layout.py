import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.markup.layout import Layout, is_hidden, laid_out
from provcheck.markup.tree import parsed_html
from provcheck.model.prose import BlockKind
from provcheck.rulebook.book import load_rulebook

PLATFORMS = load_rulebook().platforms


def laid(html: str, base: str | None = "https://wire.example/news/a") -> Layout:
    return laid_out(parsed_html(html), base, PLATFORMS)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p hidden>secret</p>", id="the hidden attribute"),
        pytest.param("<p style='display: none'>secret</p>", id="display none"),
        pytest.param("<p aria-hidden=true>secret</p>", id="hidden from readers"),
        pytest.param("<script>secret</script><style>secret</style>", id="scripts and styles"),
        pytest.param("<template>secret</template><noscript>secret</noscript>", id="templates"),
        pytest.param("<!-- secret -->", id="a comment"),
        pytest.param("<select><option>secret</select>", id="controls"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_a_reader_does_not_see(html: str) -> None:
    assert laid(html).text == ""


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>words</p><p>https://x.com/tor/status/20</p>", id="as words"),
        pytest.param(
            "<p>words</p><figure><a href='/a'>https://x.com/tor/status/20</a></figure>", id="a link"
        ),
    ],
)
def test_a_post_s_address_alone_is_a_post(html: str) -> None:
    page = laid(html)
    (embed,) = page.embeds

    assert page.text == "words\nhttps://x.com/tor/status/20"
    assert embed.span.of(page.text) == embed.url == "https://x.com/tor/status/20"
    assert [block.kind for block in page.blocks] == [BlockKind.PARAGRAPH, BlockKind.EMBED]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>one</p><p>two</p>", "one\ntwo", id="paragraphs"),
        pytest.param("<p>a  <b>b</b>\n c</p>", "a b c", id="white space collapses"),
        pytest.param("<p>a<b>b</b></p>", "ab", id="no space where there is none"),
        pytest.param("<p>one <br>two</p>", "one\ntwo", id="a line break"),
        pytest.param(
            "<div>one<div>two</div>three</div>", "one\ntwo\nthree", id="text between blocks"
        ),
        pytest.param("<p>4 &lt; 5 &amp; “x”</p>", "4 < 5 & “x”", id="entities"),
    ],
)
def test_what_a_reader_sees(html: str, text: str) -> None:
    assert laid(html).text == text


def test_kinds_of_blocks() -> None:
    found = laid(
        "<h2>a</h2><p>b</p><blockquote><p>c</p></blockquote><ul><li>d</ul><figcaption>e</figcaption>"
    )

    assert [block.kind for block in found.blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.BLOCK_QUOTE,
        BlockKind.LIST_ITEM,
        BlockKind.CAPTION,
    ]


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/b", "https://wire.example/b"),
        ("c", "https://wire.example/news/c"),
        ("https://other.example/x", "https://other.example/x"),
        (" /b\n ", "https://wire.example/b"),
    ],
)
def test_links_are_absolute(href: str, url: str) -> None:
    found = laid(f"<p>see <a href='{href}'>her speech</a> now</p>")

    assert [(link.span.of(found.text), link.url) for link in found.links] == [("her speech", url)]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "", "http://["])
def test_other_links_are_left_out(href: str) -> None:
    assert laid(f"<p><a href='{href}'>x</a></p>").links == ()


def test_an_embedded_post_is_a_block_of_its_own() -> None:
    found = laid(
        "<p>Before.</p><blockquote class='twitter-tweet'><p>Grain is rolling</p>"
        "— Halvik Port (@halvikport) <a href='https://twitter.com/halvikport/status/1'>March 12, 2025</a>"  # noqa: E501
        "</blockquote><p>After.</p>"
    )
    (embed,) = found.embeds

    assert [block.kind for block in found.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.EMBED,
        BlockKind.PARAGRAPH,
    ]
    assert embed.words.of(found.text) == "Grain is rolling"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 20_000 + "x", id="deep nesting"),
        pytest.param("<p>" + "a<br>" * 20_000, id="line breaks"),
        pytest.param("<p>" + "<b>x</b> " * 20_000, id="inline tags"),
        pytest.param("<p>" + "<a href=/x>y</a> " * 10_000, id="links"),
    ],
)
def test_hostile_pages_do_not_hang(html: str) -> None:
    tree = parsed_html(html)
    started = time.perf_counter()

    laid_out(tree, None, PLATFORMS)

    assert time.perf_counter() - started < 15


TAGS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<br>", "<a href=/x>", "</a>", "<li>", "a", " ", "\n", "é"]
)


@given(st.lists(TAGS, max_size=40).map("".join))
def test_blocks_and_links_lie_within_the_text(html: str) -> None:
    found = laid(html)

    assert all(block.span.end <= len(found.text) and len(block.span) for block in found.blocks)
    assert all(
        a.span.end < b.span.start for a, b in zip(found.blocks, found.blocks[1:], strict=False)
    )
    assert all(link.span.end <= len(found.text) for link in found.links)


def test_hidden_elements_are_known_by_themselves() -> None:
    assert is_hidden(parsed_html("<p hidden>x</p>").p)
    assert not is_hidden(parsed_html("<p>x</p>").p)


@pytest.mark.parametrize(
    ("html", "at"),
    [
        pytest.param("<p>one</p><p>two <!--c--></p>", 4, id="in the block that is open"),
        pytest.param("<p>one</p><p><!--c-->two</p>", 4, id="at its head"),
        pytest.param("<p>one</p><!--c--><p>two</p>", 4, id="before the next one"),
        pytest.param("<p>one</p><p> <b><!--c--></b> </p><p>two</p>", 4, id="in an empty one"),
        pytest.param("<p>one</p><!--c-->", 4, id="behind everything"),
        pytest.param(
            "<p>one</p><blockquote class='twitter-tweet'><p>t<!--c--></p>&mdash; Ada (@ada) "
            "<a href='https://twitter.com/ada/status/20'>March 14, 2025</a></blockquote>",
            4,
            id="in a post",
        ),
    ],
)
def test_comments_tell_where_their_block_begins(html: str, at: int) -> None:
    assert laid(html).comments == (("c", at),)


def test_comments_in_what_is_not_seen_are_left_out() -> None:
    assert laid("<p hidden><!--c--></p><template><!--c--></template><p>one</p>").comments == ()
