from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.x_posts import (
    ID,
    OLDER,
    RULES,
    WORDS,
    a_post,
    an_embed,
    an_oembed,
    answered,
)

from provcheck.model.evidence import Completeness
from provcheck.sources.posts.telling import Gone, Told, Unclear, Withheld
from provcheck.sources.posts.x_oembed import read_oembed


def heard(said: object) -> object:
    return read_oembed(answered(said), a_post(), RULES)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        pytest.param(b"\xff", "no JSON", id="bytes"),
        pytest.param([], "no JSON", id="a list"),
        pytest.param({"error": "Over capacity"}, "it answers: Over capacity", id="an error"),
        pytest.param({}, "no embed", id="an empty object"),
        pytest.param(an_oembed("<p>words</p>"), "no embed", id="no embed"),
        pytest.param(an_oembed(an_embed(post_id=OLDER)), "no embed", id="another post's embed"),
        pytest.param(an_oembed("<a>" * 50_000), "no embed", id="markup without end"),
        pytest.param(
            an_oembed(
                '<a class="twitter-timeline" href="https://twitter.com/halvikport">Posts</a>'
            ),
            "no embed",
            id="a timeline",
        ),
    ],
)
def test_answers_that_prove_nothing(said: object, reason: str) -> None:
    told = heard(said)
    assert isinstance(told, Unclear)
    assert reason in told.reason


def test_a_protected_post_is_withheld() -> None:
    said = {"error": "Sorry, you are not authorized to see this status.", "request": "/oembed"}
    assert isinstance(heard(said), Withheld)


def test_a_post() -> None:
    words = f'See <a href="https://t.co/Ab1">https://t.co/Ab1</a> {WORDS} <a href="https://t.co/Xy">pic.twitter.com/Xy</a>'
    told = heard(an_oembed(an_embed(words), author_name="Halvik Port 🚢"))
    assert isinstance(told, Told)
    text = told.text

    assert text.text == f"See https://t.co/Ab1 {WORDS}"
    assert [link.span.of(text.text) for link in text.links] == ["https://t.co/Ab1"]
    assert (text.own_voice, told.completeness) == ("Halvik Port 🚢", Completeness.WHOLE)
    assert text.post is not None
    assert (text.post.handle, text.post.url) == (
        "halvikport",
        f"https://x.com/halvikport/status/{ID}",
    )
    assert isinstance(text.published, datetime)
    assert text.published_on == date(2025, 3, 12)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(f"{WORDS}…", id="an ellipsis"),
        pytest.param(f"{WORDS}… https://t.co/Self1", id="an ellipsis and a link to itself"),
        pytest.param(f"{WORDS} https://t.co/Quoted1", id="a link that may be to a quoted post"),
    ],
)
def test_less_than_was_shown(words: str) -> None:
    told = heard(an_oembed(an_embed(words)))
    assert isinstance(told, Told)
    assert told.completeness == Completeness.TRUNCATED


@given(st.text(st.sampled_from("<>/ab=\"'&; …—(@)1"), max_size=80), st.binary(max_size=40))
def test_anything_is_told_of(html: str, data: bytes) -> None:
    for said in (data, an_oembed(html), an_oembed(an_embed(html))):
        assert isinstance(heard(said), Told | Gone | Withheld | Unclear)
