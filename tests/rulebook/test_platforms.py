import re

import pytest
from pydantic import ValidationError

from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.rulebook.platforms import EmbedShape, Platform


def a_platform(*embeds: str) -> Platform:
    return Platform(
        id="x",
        name="X",
        hosts=("x.example",),
        embeds=embeds,
        post_path="/post/(?P<id>[0-9]+)",
        canonical="https://x.example/post/{id}",
    )


@pytest.mark.parametrize("css", ["div > p", "*", "", "div.a.b", "div[x=y]", ".only-class"])
def test_other_selectors_are_refused(css: str) -> None:
    with pytest.raises(ValidationError, match="no simple selector"):
        a_platform(css)


@pytest.mark.parametrize(
    ("css", "shape"),
    [
        ("amp-post", EmbedShape(element="amp-post")),
        ("iframe[data-post]", EmbedShape(element="iframe", attribute="data-post")),
        ("blockquote.post", EmbedShape(element="blockquote", css_class="post")),
        (
            "iframe[src*='x.example/e']",
            EmbedShape(element="iframe", attribute="src", holds="x.example/e"),
        ),
    ],
)
def test_simple_selectors_are_taken_apart(css: str, shape: EmbedShape) -> None:
    assert a_platform(css).shapes == (shape,)


@pytest.mark.parametrize(
    ("attribute", "value", "post_id"),
    [
        ("data-tweetid", "20", "20"),
        ("data-tweetid", "20a", None),
        ("data-tweetid", "", None),
        ("src", "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20", "20"),
        ("src", "https://platform.twitter.com/embed/Tweet.html?width=20", None),
    ],
)
def test_an_id_alone_names_a_post(attribute: str, value: str, post_id: str | None) -> None:
    post = PLATFORMS.with_id("x").named(attribute, value)
    assert (post.url if post else None) == (post_id and f"https://x.com/i/status/{post_id}")


def test_only_elements_of_a_shape_hold_posts(rules: Rulebook) -> None:
    assert {"blockquote", "iframe"} <= rules.platforms.elements
    assert "p" not in rules.platforms.elements


def test_shipped_platforms_are_whole(rules: Rulebook) -> None:
    known = rules.platforms.platforms

    assert len({platform.id for platform in known}) == len(known)
    assert all(re.compile(platform.post_path) and platform.hosts for platform in known)


PLATFORMS = load_rulebook().platforms


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://x.com/harbourboard", id="a profile"),
        pytest.param("https://netflix.com/a/status/1", id="a host that ends like one of theirs"),
        pytest.param("ftp://x.com/a/status/1", id="no web address"),
        pytest.param("https://blog.example/@tor/how-piers-close", id="a blog's post is no status"),
        pytest.param("https://[x.com/a/status/1", id="no address at all"),
        pytest.param("https://www.youtube.com/@harbourboard/videos", id="a channel"),
        pytest.param("https://www.tiktok.com/@harbour", id="a profile on TikTok"),
        pytest.param("https://www.reddit.com/r/piers/", id="a place on Reddit"),
        pytest.param(f"https://t.me/harbour/{'9' * 5000}", id="a number beyond all posts"),
    ],
)
def test_no_post(url: str) -> None:
    assert PLATFORMS.post_at(url) is None


@pytest.mark.parametrize(
    ("url", "platform", "handle", "canonical"),
    [
        pytest.param(
            "https://mobile.twitter.com/tor/statuses/20?s=20", "x", "tor",
            "https://x.com/tor/status/20", id="an old host, an old path",
        ),
        pytest.param(
            "https://x.com/i/web/status/20/photo/1", "x", None,
            "https://x.com/i/status/20", id="nobody's",
        ),
        pytest.param(
            "https://bsky.app/profile/tor.example/post/3kabc", "bluesky", "tor.example",
            "https://bsky.app/profile/tor.example/post/3kabc", id="a domain as handle",
        ),
        pytest.param(
            "https://social.example/@tor/113000000000000001", "mastodon", "tor",
            "https://social.example/@tor/113000000000000001", id="a server of its own",
        ),
        pytest.param(
            "https://youtu.be/aaaaaaaaaaa?t=10", "youtube", None,
            "https://www.youtube.com/watch?v=aaaaaaaaaaa", id="a short link",
        ),
        pytest.param(
            "https://social.example/users/tor/statuses/113000000000000001", "mastodon", "tor",
            "https://social.example/@tor/113000000000000001", id="by its identifier",
        ),
        pytest.param(
            "https://www.tiktok.com/@tor/video/7000000000000000001?lang=en", "tiktok", "tor",
            "https://www.tiktok.com/@tor/video/7000000000000000001", id="a film",
        ),
        pytest.param(
            "https://old.reddit.com/r/piers/comments/w2n556/the_pier/", "reddit", None,
            "https://www.reddit.com/comments/w2n556/", id="a post by its number",
        ),
        pytest.param(
            "https://www.reddit.com/r/piers/comments/w2n556/the_pier/ih9abc/?context=3", "reddit",
            None, "https://www.reddit.com/comments/w2n556/the_pier/ih9abc/", id="a comment",
        ),
        pytest.param(
            "https://t.me/s/harbour/17", "telegram", "harbour",
            "https://t.me/harbour/17", id="a channel's preview",
        ),
    ],
)  # fmt: skip
def test_a_post(url: str, platform: str, handle: str | None, canonical: str) -> None:
    post = PLATFORMS.post_at(url)

    assert post is not None
    assert (post.platform, post.handle, post.url) == (platform, handle, canonical)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grain https://port.example/a", []),
        ("mypic.x.com/Xy9", []),
        ("https://not-t.co/Ab", []),
        ("a https://t.co/Ab1 b pic.twitter.com/Xy9", ["https://t.co/Ab1", "pic.twitter.com/Xy9"]),
    ],
)
def test_addresses_that_tell_a_reader_nothing(text: str, found: list[str]) -> None:
    assert PLATFORMS.opaque.findall(text) == found


@pytest.mark.parametrize(
    ("url", "short"),
    [
        ("https://x.com/tor/status/20", False),
        ("https://not-t.co/AbC", False),
        ("https://[t.co/AbC", False),
        ("", False),
        ("https://t.co/AbC", True),
        ("http://T.CO/AbC", True),
    ],
)
def test_short_links(url: str, *, short: bool) -> None:
    assert PLATFORMS.is_short(url) is short


@pytest.mark.parametrize(
    ("code", "address"),
    [
        ("pic.twitter.com/Xy9", "https://t.co/Xy9"),
        ("pic.x.com/Xy9", "https://t.co/Xy9"),
        ("pic.x.com/../evil", None),
        ("pic.example/Xy9", None),
        ("pic.x.com", None),
        ("", None),
    ],
)
def test_pictures(code: str, address: str | None) -> None:
    assert PLATFORMS.picture(code) == address


@pytest.mark.parametrize(
    ("url", "for_programs"),
    [
        ("https://social.example/@tor/113000000000000001", False),
        ("https://wire.example/api/talks", False),
        ("https://social.example/api/v1/statuses/113000000000000001", True),
        ("https://t.me/harbour/17?embed=1&single", True),
        ("https://cdn.syndication.twimg.com/tweet-result?id=20&token=a&lang=en", True),
        ("https://social.example/api/v1/statuses/1" + "0" * 9000, True),
    ],
)
def test_addresses_for_programs(url: str, *, for_programs: bool) -> None:
    assert PLATFORMS.is_for_programs(url) is for_programs


def test_an_attribute_of_an_embed_names_a_post() -> None:
    telegram = PLATFORMS.with_id("telegram")
    post = telegram.named("data-telegram-post", "harbour/17")

    assert post is not None
    assert (post.url, post.handle) == ("https://t.me/harbour/17", "harbour")
    assert telegram.named("data-telegram-post", "harbour/17/18") is None
