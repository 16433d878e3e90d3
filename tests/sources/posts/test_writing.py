from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.answers import RULES, WORDS

from provcheck.model.post import PostFacts
from provcheck.sources.posts.writing import Written, from_html, lines, source_text

AT = datetime(2025, 1, 22, 16, 5, tzinfo=UTC)
URL = "https://a.example/1"


def a_post(words: str = WORDS, **known: Any) -> Written:
    facts = PostFacts(platform="Mastodon", url=URL, witness="a.example", **known)
    return Written(words=lines(words), facts=facts, published=AT)


@pytest.mark.parametrize(
    ("known", "title", "voice"),
    [
        pytest.param({}, "Post on Mastodon", None, id="nobody's"),
        pytest.param({"handle": "tor"}, "Post by @tor", "@tor", id="a handle"),
        pytest.param({"author": "Tor"}, "Post by Tor", "Tor", id="a name"),
        pytest.param({"author": "Tor", "handle": "t"}, "Post by Tor (@t)", "Tor", id="both"),
    ],
)
def test_whose_post_it_is(known: dict[str, str], title: str, voice: str | None) -> None:
    text = source_text(a_post(**known))
    assert (text.title, text.own_voice, text.canonical) == (title, voice, URL)


def test_a_language_that_is_not_told_is_read_from_the_words() -> None:
    german = "Die Brücke ist zu und wir wissen nicht, wann sie wieder auf ist, denn das ist so."
    assert source_text(a_post(german)).lang == "de"
    assert source_text(a_post("Nå!")).lang == "en"


def test_a_quoted_post_is_signed() -> None:
    text = source_text(a_post(), [a_post("Nobody told us.", author="Maren", handle="m")])
    (quoted,) = text.embeds

    assert text.text == f"{WORDS}\nNobody told us.\n— Maren (@m)"
    assert quoted.words.of(text.text) == "Nobody told us."
    assert quoted.author_span is not None
    assert quoted.author_span.of(text.text) == "Maren"
    assert quoted.posted == date(2025, 1, 22)
    assert [block.span.of(text.text) for block in text.blocks] == [
        WORDS,
        "Nobody told us.\n— Maren (@m)",
    ]


def test_a_quoted_post_of_nobody_has_no_name() -> None:
    (quoted,) = source_text(a_post(), [a_post("No.")]).embeds
    assert quoted.author_span is None


def test_a_quoted_post_of_no_words_and_nobody_is_left_out() -> None:
    assert source_text(a_post(), [a_post("")]).embeds == ()


@given(st.text())
def test_lines_point_to_their_words(text: str) -> None:
    stretch = lines(text)
    held = [block.span.of(stretch.text) for block in stretch.blocks]

    assert len(stretch.text) == len(text)
    assert held == [line.strip() for line in stretch.text.split("\n") if line.strip()]


@given(st.text())
def test_any_markup_is_laid_out(markup: str) -> None:
    stretch = from_html(markup, RULES)
    assert all(block.span.of(stretch.text).strip() for block in stretch.blocks)
