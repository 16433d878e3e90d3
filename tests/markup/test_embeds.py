from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.markup.embeds import bare_embed, day, embed_of
from provcheck.markup.tree import parsed_html
from provcheck.model.prose import Embed
from provcheck.rulebook.book import load_rulebook

PLATFORMS = load_rulebook().platforms
POST = "https://twitter.com/halvikport/status/1900000000000000001"
TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Grain is rolling<br>over the pass '
    '<a href="https://t.co/AbC">https://t.co/AbC</a> <a href="https://t.co/Xy">pic.twitter.com/Xy9</a></p>'
    f'&mdash; Halvik Port (@halvikport) <a href="{POST}?ref_src=x">March 12, 2025</a></blockquote>'
)


def embedded(html: str) -> tuple[str, Embed] | None:
    soup = parsed_html(html)
    return embed_of(soup.body.find(True), PLATFORMS)  # noqa: FBT003


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<blockquote><p>words</p></blockquote>", id="a plain quotation"),
        pytest.param("<p class='twitter-tweet'>words</p>", id="another element"),
        pytest.param("<blockquote class='tweets'>words</blockquote>", id="another class"),
        pytest.param("<iframe src='https://maps.example/'></iframe>", id="another frame"),
    ],
)
def test_is_no_post(html: str) -> None:
    assert embedded(html) is None


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f'<a class="twitter-timeline" href="{POST}">Posts</a>', id="a timeline"),
        pytest.param(
            '<iframe src="https://platform.twitter.com/embed/Timeline.html?id=20"></iframe>',
            id="a timeline's frame",
        ),
        pytest.param('<iframe id="data-tweet-id"></iframe>', id="a frame without the attribute"),
    ],
)
def test_timelines_are_no_posts(html: str) -> None:
    assert embedded(html) is None


ID = "1900000000000000001"
BARE = f"https://x.com/i/status/{ID}"


@pytest.mark.parametrize(
    ("html", "url"),
    [
        pytest.param(f'<amp-twitter data-tweetid="{ID}"></amp-twitter>', BARE, id="amp"),
        pytest.param(
            f'<twitter-widget data-tweet-id="{ID}"></twitter-widget>', BARE, id="rendered"
        ),
        pytest.param(f'<iframe data-tweet-id="{ID}"></iframe>', BARE, id="a rendered frame"),
        pytest.param(
            f'<iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=true&amp;id={ID}">'
            "</iframe>",
            BARE,
            id="a frame",
        ),
        pytest.param(
            f'<blockquote class="twitter-tweet" cite="{POST}"></blockquote>', POST, id="cite"
        ),
        pytest.param(
            f'<blockquote class="twitter-tweet"><a href="{POST}">{POST}</a></blockquote>',
            POST,
            id="a link alone",
        ),
        pytest.param(
            f'<blockquote class="twitter-tweet"><a href="{POST}"></a></blockquote>',
            POST,
            id="a link without words",
        ),
    ],
)
def test_posts_known_by_address_alone(html: str, url: str) -> None:
    found = embedded(html)
    assert found is not None

    assert (found[1].url, found[1].platform, len(found[1].words)) == (url, "X", 0)


SIGNED = f'Halvik Port (@halvikport) <a href="{POST}">March 12, 2025</a>'


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(f"<p>Grain is rolling</p>&mdash; {SIGNED}", id="as X gives it"),
        pytest.param(f"<p>Grain is rolling</p>– {SIGNED}", id="an en dash"),
        pytest.param(f"<p>Grain is rolling</p>-- {SIGNED}", id="hyphens"),
        pytest.param(f"<p>Grain is rolling</p>- {SIGNED}", id="a hyphen"),
        pytest.param(f"<p>Grain is rolling</p><p>— {SIGNED}</p>", id="the line a paragraph"),
        pytest.param(f"Grain is rolling<br>— {SIGNED}", id="no paragraph"),
        pytest.param(f"Grain is rolling — {SIGNED}", id="all on one line"),
        pytest.param(
            f"Grain is rolling<br>— {SIGNED}<script>var a = 1;</script><!-- b -->", id="a script"
        ),
        pytest.param(
            f"<blockquote placeholder><p>Grain is rolling</p>— {SIGNED}</blockquote>",
            id="within another",
        ),
    ],
)
@pytest.mark.parametrize("element", ["blockquote class='twitter-tweet'", "amp-twitter"])
def test_words_and_author_line_are_parted(inside: str, element: str) -> None:
    found = embedded(f"<{element}>{inside}</{element.split(maxsplit=1)[0]}>")
    assert found is not None
    text, post = found

    assert post.words.of(text) == "Grain is rolling"
    assert (post.author, post.handle, post.url) == ("Halvik Port", "halvikport", POST)
    assert post.posted == date(2025, 3, 12)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Grain is rolling",
        f"See {POST}",
        f"{POST} again",
        "https://x.com/halvikport",
        "https://wire.example/grain",
        "https://[x.com/a/status/20",
        f"{POST}?{'a' * 500}",
    ],
)
def test_no_post_stands_alone_on_the_line(line: str) -> None:
    assert bare_embed(line, PLATFORMS) is None


def test_an_address_alone_on_a_line_is_a_post_without_words() -> None:
    post = bare_embed(f"{POST}?s=20", PLATFORMS)

    assert post is not None
    assert (post.url, post.handle, post.platform) == (f"{POST}?s=20", "halvikport", "X")
    assert len(post.words) == 0


def test_a_post_with_its_author_line() -> None:
    found = embedded(TWEET)
    assert found is not None
    text, post = found

    assert (
        post.words.of(text)
        == "Grain is rolling\nover the pass https://t.co/AbC pic.twitter.com/Xy9"
    )
    assert (post.author, post.handle, post.posted) == (
        "Halvik Port",
        "halvikport",
        date(2025, 3, 12),
    )
    assert post.author_span is not None
    assert post.author_span.of(text) == "Halvik Port"
    assert post.url is not None
    assert post.url.startswith(POST)
    assert "https://t.co/AbC" in post.links
    assert post.media == ("pic.twitter.com/Xy9",)
    assert post.platform == "X"


@pytest.mark.parametrize(
    ("html", "platform", "url"),
    [
        pytest.param(
            "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/p/Ab1/'></blockquote>",
            "Instagram",
            "https://www.instagram.com/p/Ab1/",
            id="an attribute carries the address",
        ),
        pytest.param(
            "<iframe src='https://www.youtube.com/embed/AbCdEf12345'></iframe>",
            "YouTube",
            "https://www.youtube.com/embed/AbCdEf12345",
            id="a player",
        ),
        pytest.param("<div class='fb-post'></div>", "Facebook", None, id="no address at all"),
    ],
)
def test_posts_without_words(html: str, platform: str, url: str | None) -> None:
    found = embedded(html)
    assert found is not None

    assert (found[1].platform, found[1].url) == (platform, url)
    assert len(found[1].words) == 0
    assert found[0]


INSTAGRAM = (
    "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/p/Ab1/'>"
    "<div><a href='https://www.instagram.com/p/Ab1/'><div>View this post on Instagram</div></a>"
    "{}<p>A post shared by Tor Lind (@tor) on <time datetime='2025-01-22T10:00:00+00:00'>x</time>"
    "</p></div></blockquote>"
)
TIKTOK = (
    "<blockquote class='tiktok-embed' cite='https://www.tiktok.com/@tor/video/7000000000000000001'>"
    "<section><a href='https://www.tiktok.com/@tor'>@tor</a> {} <a>♬ original sound - Tor</a>"
    "</section></blockquote>"
)


@pytest.mark.parametrize(
    ("html", "words", "author", "url"),
    [
        pytest.param(
            "<blockquote class='bluesky-embed' "
            "data-bluesky-uri='at://did:plc:abc/app.bsky.feed.post/3kx'><p>Shut.<br><br><a "
            "href='https://bsky.app/'>[image or embed]</a></p>&mdash; Tor Lind "
            "(<a>@tor.example</a>) <a>January 22, 2025 at 4:05 PM</a></blockquote>",
            "Shut.", "Tor Lind", "https://bsky.app/profile/did:plc:abc/post/3kx",
            id="Bluesky, by the account's identifier",
        ),
        pytest.param(
            INSTAGRAM.format("<p>Shut.</p>"), "Shut.", "Tor Lind",
            "https://www.instagram.com/p/Ab1/", id="Instagram with its caption",
        ),
        pytest.param(
            INSTAGRAM.format(""), "", "Tor Lind",
            "https://www.instagram.com/p/Ab1/", id="Instagram without",
        ),
        pytest.param(
            "<blockquote class='text-post-media' data-text-post-permalink="
            "'https://www.threads.net/@tor/post/Ab1'><div>Post by @tor</div>"
            "<div>View on Threads</div></blockquote>",
            "", None, "https://www.threads.net/@tor/post/Ab1", id="Threads, a frame",
        ),
        pytest.param(
            TIKTOK.format("<p>Shut. <a>#pier</a></p>"), "Shut. #pier", None,
            "https://www.tiktok.com/@tor/video/7000000000000000001", id="TikTok",
        ),
        pytest.param(
            TIKTOK.format("Shut. <a>#pier</a>"), "Shut. #pier", None,
            "https://www.tiktok.com/@tor/video/7000000000000000001", id="TikTok of late",
        ),
        pytest.param(
            "<blockquote class='reddit-embed-bq'><a href="
            "'https://www.reddit.com/r/piers/comments/w2n556/shut/'>Shut</a><br> by<a>u/tor</a> "
            "in<a>piers</a></blockquote>",
            "Shut", None, "https://www.reddit.com/r/piers/comments/w2n556/shut/", id="Reddit",
        ),
        pytest.param(
            "<blockquote class='mastodon-embed' data-embed-url="
            "'https://kai.example/@tor/114100000000000001/embed'>"
            "<div>Post by @tor@kai.example</div><div>View on Mastodon</div></blockquote>",
            "", None, "https://kai.example/@tor/114100000000000001/embed", id="Mastodon, any host",
        ),
    ],
)  # fmt: skip
def test_words_and_what_embeds_show_round_them(
    html: str, words: str, author: str | None, url: str
) -> None:
    found = embedded(html)
    assert found is not None
    text, post = found

    assert (post.words.of(text), post.author, post.url) == (words, author, url)
    if post.author_span is not None:
        assert post.author_span.of(text) == author


def test_a_script_may_stand_for_a_post() -> None:
    page = parsed_html("<p>See</p><script async data-telegram-post='harbour/17'></script>")
    found = embed_of(page.find("script"), PLATFORMS)

    assert found is not None
    assert (found[1].platform, found[1].url) == ("Telegram", "https://t.me/harbour/17")


def test_an_attribute_that_names_no_post_leaves_the_address_to_the_others() -> None:
    html = "<blockquote class='bluesky-embed' data-bluesky-uri='at://x'><p>Shut.</p></blockquote>"
    found = embedded(html)
    assert found is not None
    assert found[1].url is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("March 12", id="no year"),
        pytest.param("March 2025", id="no day"),
        pytest.param("03/12/2025", id="March or December"),
        pytest.param("", id="nothing"),
        pytest.param(
            "12 March 2025 was a good day for all of us in the north of the island", id="a sentence"
        ),
    ],
)
def test_no_day(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "March 12, 2025",
        "12 March 2025",
        "4:05 PM - Mar 12, 2025",
        "12 mars 2025",
        "12 марта 2025 г.",
        "12. März 2025",
        "2025年3月12日",
    ],
)
def test_days(text: str) -> None:
    assert day(text) == date(2025, 3, 12)


def test_a_moment_in_the_markup_comes_first() -> None:
    moment = '<time datetime="2025-03-11T23:50:00Z">12 mars 2025</time>'
    found = embedded(f"<blockquote class='twitter-tweet'><p>Grain</p>{moment}</blockquote>")

    assert found is not None
    assert found[1].posted == date(2025, 3, 11)


@given(st.text(st.sampled_from("<>/=\"' abpimg—-(@)&;:.1234"), max_size=80))
def test_any_markup_is_an_embed_within_its_text(markup: str) -> None:
    for element in ("blockquote class='twitter-tweet'", "amp-twitter data-tweetid='1'"):
        found = embedded(f"<{element}>{markup}<p>—{markup}")
        assert found is not None
        text, embed = found
        assert embed.words.end <= len(text) == embed.span.end
        assert embed.author_span is None or embed.author_span.of(text) == embed.author
