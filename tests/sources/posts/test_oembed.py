from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.answers import RULES, WORDS, coded, mangled, post_at, telling, told

from provcheck.model.evidence import Completeness
from provcheck.sources.posts.oembed import adapter
from provcheck.sources.posts.telling import Told, Unclear

BLUESKY, TIKTOK = adapter("bluesky"), adapter("tiktok")
URL = "https://bsky.app/profile/harbour.example/post/3kxyzabc"
FILM = "https://www.tiktok.com/@harbour/video/7000000000000000001"
EMBED = (
    '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:a/app.bsky.feed.post/3kx">'
    f"<p>{WORDS}<br><br><a href='https://bsky.app/'>[image or embed]</a></p>&mdash; Harbour Board "
    "(@harbour.example) <a href='https://bsky.app/'>January 22, 2025 at 4:05 PM</a></blockquote>"
    "<script async src='https://embed.bsky.app/static/embed.js'></script>"
)


def an_answer(html: object = EMBED, **known: Any) -> dict[str, Any]:
    return {"type": "rich", "version": "1.0", "html": html, **known}


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(b"", id="no bytes"),
        pytest.param([], id="a list"),
        pytest.param({"error": "no"}, id="an error"),
        pytest.param(an_answer("<iframe src='x'></iframe>"), id="a frame"),
        pytest.param(an_answer(7), id="no markup"),
        pytest.param(an_answer(f"<p>{WORDS}</p>" * 9000), id="more than an embed is"),
    ],
)
def test_no_words(said: object) -> None:
    assert isinstance(telling(BLUESKY, URL, said), Unclear)


def test_the_words_of_an_embed() -> None:
    post = told(BLUESKY, URL, an_answer(author_name="Harbour Board"))
    text = post.text

    assert (text.text, post.completeness) == (WORDS, Completeness.WHOLE)
    assert text.title == "Post by Harbour Board (@harbour.example)"
    assert (text.publisher, text.published) == ("Bluesky", date(2025, 1, 22))


def test_words_that_end_in_points_are_cut() -> None:
    cut = EMBED.replace(WORDS, "The pier is shut…")
    assert told(BLUESKY, URL, an_answer(cut)).completeness is Completeness.TRUNCATED


def test_the_words_of_any_block_quotation() -> None:
    page = f"<div><blockquote><p>{WORDS}</p></blockquote></div>"
    answer = an_answer(page, author_name="Harbour", author_url="https://a.example/@harbour")

    assert told(BLUESKY, URL, answer).text.title == "Post by Harbour (@harbour)"


def test_some_platforms_give_the_words_as_a_title() -> None:
    frame = (
        f'<blockquote class="tiktok-embed" cite="{FILM}"><section>@harbour</section></blockquote>'
    )
    answer = an_answer(frame, title=WORDS, author_name="Harbour Board", author_unique_id="harbour")

    text = told(TIKTOK, FILM, answer).text

    assert (text.text, text.title) == (WORDS, "Post by Harbour Board (@harbour)")


def test_the_address_of_the_post_is_one_value() -> None:
    (witness,) = TIKTOK.witnesses(post_at(FILM), RULES)
    assert witness.url == (
        "https://www.tiktok.com/oembed?url=https%3A%2F%2Fwww.tiktok.com%2F@harbour%2Fvideo%2F7000000000000000001"
    )


@given(st.binary() | mangled(an_answer(title="a", author_name="b", author_url="c")).map(coded))
def test_any_answer_is_told(said: bytes) -> None:
    for each, url in ((BLUESKY, URL), (TIKTOK, FILM)):
        assert isinstance(telling(each, url, said), Told | Unclear)


@given(st.text())
def test_any_markup_is_read(html: str) -> None:
    assert isinstance(telling(BLUESKY, URL, an_answer(f"<blockquote>{html}")), Told | Unclear)
