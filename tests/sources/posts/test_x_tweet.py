from datetime import date

import pytest
from sources.posts.x_posts import ID, OLDER, RULES, WORDS, a_post

from provcheck.model.evidence import Completeness
from provcheck.model.source_text import SourceText
from provcheck.sources.posts.telling import Witness
from provcheck.sources.posts.x_tweet import Tweet, told
from provcheck.sources.posts.x_words import Words

MIRROR = Witness(name="a mirror", url="https://mirror.example/", third_party=True)
OTHER = Tweet(id=OLDER, words=Words(text="Closed"), author="Anna Vik", posted=date(2025, 3, 1))


def a_source(words: str = WORDS, **known: object) -> SourceText:
    said = Tweet(id=ID, words=Words(text=words), **known)
    return told(said, a_post(), MIRROR, RULES).text


def test_what_a_witness_does_not_tell_is_left_open() -> None:
    text = a_source()

    assert (text.title, text.own_voice, text.lang) == (None, None, "en")
    assert text.post is not None
    assert (text.post.author, text.post.handle) == (None, None)
    assert text.post.url == f"https://x.com/i/status/{ID}"
    assert text.post.third_party


@pytest.mark.parametrize(
    ("known", "title"),
    [
        ({"author": "Halvik Port"}, "Post by Halvik Port"),
        ({"handle": "halvikport"}, "Post by @halvikport"),
    ],
)
def test_the_title_says_what_is_known(known: dict[str, str], title: str) -> None:
    assert a_source(**known).title == title


def test_lines_are_paragraphs() -> None:
    text = a_source("One \n\n two\nthree")
    assert [block.span.of(text.text) for block in text.blocks] == ["One", "two", "three"]


@pytest.mark.parametrize(
    ("quoted", "whole"),
    [
        pytest.param(OTHER, f"{WORDS}\nClosed\n— Anna Vik March 11, 2025", id="without a handle"),
        pytest.param(
            OTHER.model_copy(update={"id": "20", "posted": None}),
            f"{WORDS}\nClosed\n— Anna Vik",
            id="without a day",
        ),
        pytest.param(OTHER.model_copy(update={"author": None}), WORDS, id="without an author"),
    ],
)
def test_the_author_line_of_a_quoted_post(quoted: Tweet, whole: str) -> None:
    assert a_source(quoted=quoted).text == whole


def test_a_quoted_post_that_is_cut_leaves_the_whole_in_part() -> None:
    cut = OTHER.model_copy(update={"cut": True})
    found = told(Tweet(id=ID, words=Words(text=WORDS), quoted=cut), a_post(), MIRROR, RULES)

    assert found.completeness == Completeness.TRUNCATED


def test_a_quoted_post_makes_no_words_of_its_own() -> None:
    said = Tweet(id=ID, words=Words(), quoted=OTHER)
    found = told(said, a_post(), MIRROR, RULES)

    assert found.completeness == Completeness.STUB
    assert found.text.embeds[0].words.of(found.text.text) == "Closed"
