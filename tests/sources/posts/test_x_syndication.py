import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.x_posts import ID, OLDER, RULES, WORDS, a_link, a_post, a_tweet, answered

from provcheck.model.evidence import Completeness
from provcheck.sources.posts.telling import Gone, Told, Unclear, Withheld
from provcheck.sources.posts.x_syndication import read_syndication

QUOTED = "https://t.co/Quoted1"


def heard(said: object) -> Any:
    return read_syndication(answered(said), a_post(), RULES)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        pytest.param(b"", "no JSON", id="nothing"),
        pytest.param(b"<!doctype html><p>busy", "no JSON", id="a page"),
        pytest.param(["Tweet"], "no JSON", id="a list"),
        pytest.param({"a": 1}, "tells of no post", id="an object of another kind"),
        pytest.param({"__typename": "User"}, "tells of no post", id="of another type"),
        pytest.param({"__typename": ["Tweet"]}, "tells of no post", id="a type that is none"),
        pytest.param({"error": "Bad token"}, "it answers: Bad token", id="an error"),
        pytest.param({"errors": [{"message": "Busy"}]}, "it answers: Busy", id="a list of errors"),
        pytest.param({"__typename": "TweetTombstone"}, "without words", id="an empty notice"),
        pytest.param({"__typename": "Tweet"}, "lacks", id="a post of nothing"),
        pytest.param(a_tweet(None), "lacks", id="no words"),
        pytest.param(a_tweet(user=None), "lacks", id="no author"),
        pytest.param(a_tweet(user={"screen_name": "a b"}), "lacks", id="no handle"),
        pytest.param(a_tweet(id_str=7), "lacks", id="no id"),
        pytest.param(a_tweet(id_str=OLDER), "of another post", id="another post"),
    ],
)
def test_answers_that_prove_nothing(said: object, reason: str) -> None:
    assert reason in heard(said).reason
    assert isinstance(heard(said), Unclear)


def a_notice(text: str) -> dict[str, object]:
    return {"__typename": "TweetTombstone", "tombstone": {"text": {"text": text}}}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param({}, Gone, id="an empty object"),
        pytest.param(a_notice("This Post was deleted by the Post author."), Gone, id="deleted"),
        pytest.param(
            a_notice("This Post is from an account that no longer exists."), Gone, id="no account"
        ),
        pytest.param(
            a_notice("You’re unable to view this Post because its author limits who can."),
            Withheld,
            id="protected",
        ),
        pytest.param(a_notice("Age-restricted adult content."), Withheld, id="not for everybody"),
        pytest.param(a_notice("This Post is from a suspended account."), Withheld, id="suspended"),
    ],
)
def test_posts_that_are_not_shown(said: object, kind: type) -> None:
    assert isinstance(heard(said), kind)


def test_a_post() -> None:
    told = heard(a_tweet())
    text = told.text

    assert (text.text, told.completeness) == (WORDS, Completeness.WHOLE)
    assert (text.title, text.publisher) == ("Post by Halvik Port (@halvikport)", "X")
    assert (text.own_voice, text.lang) == ("Halvik Port", "en")
    assert text.published == datetime(2025, 3, 12, 17, 18, 3, tzinfo=UTC)
    assert text.post.url == f"https://x.com/halvikport/status/{ID}"
    assert (text.post.witness, text.post.newer) == ("a witness", None)


def test_the_author_is_told_whoever_the_address_names() -> None:
    post = a_post(f"https://twitter.com/somebody/status/{ID}")
    told = read_syndication(answered(a_tweet()), post, RULES)

    assert isinstance(told, Told)
    assert told.text.post is not None
    assert told.text.post.handle == "halvikport"
    assert told.text.post.url == f"https://x.com/halvikport/status/{ID}"


@pytest.mark.parametrize("created", [None, 7, "", "yesterday", "2025-03-12", "2025-03-12T17:18:03"])
def test_the_moment_is_that_of_the_id_where_no_other_is_told(created: object) -> None:
    published = heard(a_tweet(created_at=created)).text.published
    assert published == datetime(2025, 3, 12, 12, 29, 51, 234_000, tzinfo=UTC)


def test_the_day_that_is_told_counts_for_ids_without_a_time() -> None:
    post = a_post("https://x.com/halvikport/status/20")
    said = a_tweet(id_str="20", created_at="2006-03-21")
    told = read_syndication(answered(said), post, RULES)

    assert isinstance(told, Told)
    assert told.text.published == date(2006, 3, 21)


@pytest.mark.parametrize("lang", ["und", "zxx", "art", "qme", "qst", 7, "<b>", None])
def test_a_language_that_is_none_is_not_taken(lang: object) -> None:
    text = "Das Korn rollt über den Pass und die Bauern sind mit der Ernte und dem Preis zufrieden"
    assert heard(a_tweet(text, lang=lang)).text.lang == "de"


def test_a_long_post_is_read_in_part() -> None:
    assert heard(a_tweet(note_tweet={"id": "Tm90ZQ"})).completeness == Completeness.TRUNCATED


def test_a_picture_alone_is_a_stub() -> None:
    text = "https://t.co/Picture1"
    media = [a_link(text, text, "https://x.com/halvikport/status/1/photo/1")]
    told = heard(a_tweet(text, entities={"media": media}, display_text_range=[0, 0]))

    assert (told.text.text, told.completeness) == ("", Completeness.STUB)


@pytest.mark.parametrize(
    ("control", "newer"),
    [
        pytest.param({"edit_tweet_ids": [ID]}, None, id="never edited"),
        pytest.param({"edit_tweet_ids": [OLDER, ID]}, None, id="the last version"),
        pytest.param({"edit_tweet_ids": []}, None, id="no versions"),
        pytest.param({"edit_tweet_ids": [ID, "../evil"]}, None, id="no id"),
        pytest.param(None, None, id="nothing told"),
        pytest.param({"edit_tweet_ids": [ID, "1899800000000000009"]}, "9", id="an earlier one"),
        pytest.param(
            {"edit_control_initial": {"edit_tweet_ids": [ID, "1899800000000000009"]}},
            "9",
            id="one that was told of elsewhere",
        ),
    ],
)
def test_later_versions(control: object, newer: str | None) -> None:
    told = heard(a_tweet(edit_control=control, isStaleEdit=True))
    address = f"https://x.com/halvikport/status/189980000000000000{newer}"

    assert told.text.post.newer == (address if newer else None)


def quoting(**known: Any) -> dict[str, Any]:
    """A post that quotes another."""
    quoted = a_tweet(
        "The pass is &lt;closed&gt;",
        id_str=OLDER,
        user={"name": "Anna Vik", "screen_name": "annavik"},
        **known,
    )
    text = f"No it is not {QUOTED}"
    urls = [a_link(text, QUOTED, f"https://twitter.com/annavik/status/{OLDER}")]
    return a_tweet(text, quoted_tweet=quoted, entities={"urls": urls})


def test_a_quoted_post_keeps_its_author() -> None:
    text = heard(quoting(created_at=None)).text
    (embed,) = text.embeds

    assert text.text == ("No it is not\nThe pass is <closed>\n— Anna Vik (@annavik) March 11, 2025")
    assert embed.words.of(text.text) == "The pass is <closed>"
    assert embed.author_span.of(text.text) == "Anna Vik"
    assert (embed.handle, embed.posted) == ("annavik", date(2025, 3, 11))
    assert embed.url == f"https://x.com/annavik/status/{OLDER}"
    assert embed.span.of(text.text) == text.text.partition("\n")[2]
    assert text.links == ()
    assert [block.kind for block in text.blocks] == ["paragraph", "embed"]


@pytest.mark.parametrize(
    "quoted", [None, {}, [], {"__typename": "TweetTombstone"}, a_tweet(user=None), a_tweet("")]
)
def test_a_quoted_post_that_is_not_shown_is_left_out(quoted: object) -> None:
    text = heard(a_tweet(quoted_tweet=quoted)).text
    assert (text.text, text.embeds) == (WORDS, ())


def test_posts_that_quote_each_other_without_end_end() -> None:
    said: dict[str, Any] = a_tweet(id_str=OLDER)
    for _ in range(200):
        said = a_tweet(id_str=ID, quoted_tweet=said)
    assert heard(said).text.text.count(WORDS) == 2


@given(st.binary(max_size=300))
def test_any_bytes_are_told_of(data: bytes) -> None:
    assert isinstance(heard(data), Told | Gone | Withheld | Unclear)


KEYS = sorted({*a_tweet(), "quoted_tweet", "note_tweet", "mediaDetails", "tombstone", "errors"})
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
JSON = st.recursive(
    SCALARS | st.sampled_from(["Tweet", "TweetTombstone", ID, "halvikport"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*KEYS, "name", "screen_name", "urls", "url", "edit_tweet_ids"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=6))
def test_a_post_in_which_anything_is_something_else_is_told_of(broken: dict[str, object]) -> None:
    for said in (broken, {**a_tweet(), **broken}, {**quoting(), **broken}):
        told = heard(json.dumps(said).encode())
        assert isinstance(told, Told | Gone | Withheld | Unclear)
        if isinstance(told, Told):
            assert all(b.span.end <= len(told.text.text) for b in told.text.blocks)
