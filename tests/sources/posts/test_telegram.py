from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.answers import RULES, WORDS, post_at, telling, told

from provcheck.model.evidence import Completeness
from provcheck.sources.posts.telegram import ADAPTER
from provcheck.sources.posts.telling import Gone, Told, Unclear, Withheld

URL = "https://t.me/harbour/17"
TEXT = f'<div class="tgme_widget_message_text js-message_text">{WORDS}</div>'
REPLY = (
    '<a class="tgme_widget_message_reply"><div class="tgme_widget_message_text '
    'js-message_reply_text">Storm tonight.</div></a>'
)
FORWARD = (
    '<div class="tgme_widget_message_forwarded_from">Forwarded from '
    '<{0} class="tgme_widget_message_forwarded_from_name"{1}>Jonas Keel</{0}></div>'
)
IN_APP = (
    '<div class="message_media_not_supported"><div class="message_media_not_supported_label">'
    "Please open Telegram to view this post</div></div>"
)


def a_message(
    inside: str = TEXT, number: int = 17, mark: str = "", channel: str = "harbour"
) -> str:
    return (
        f'<div class="tgme_widget_message" data-post="{channel}/{number}">'
        '<div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name">'
        f"<span>Harbour Board</span></a></div>{inside}"
        f'<span class="tgme_widget_message_meta">{mark} <a class="tgme_widget_message_date">'
        '<time datetime="2025-01-22T16:05:00+00:00">16:05</time></a></span></div>'
    )


def an_error(words: str) -> str:
    return f'<div class="tgme_widget_message_error">{words}</div>'


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param("", Unclear, id="no bytes"),
        pytest.param("<p>Hello</p>", Unclear, id="another page"),
        pytest.param(a_message(number=16), Unclear, id="another post"),
        pytest.param(a_message().replace("harbour/17", "17"), Unclear, id="nobody's post"),
        pytest.param(an_error("Post not found"), Gone, id="not found"),
        pytest.param(an_error("This channel can’t be displayed"), Withheld, id="shut"),
        pytest.param('<div class="tgme_page">Join</div>', Withheld, id="the front of a channel"),
        pytest.param(a_message(IN_APP), Withheld, id="in the app alone"),
        pytest.param(a_message(number=16) + a_message(number=18), Gone, id="passed over in a list"),
        pytest.param(
            a_message(number=16) + a_message('<a href="https://t.me/harbour/17?single">2</a>', 18),
            Unclear, id="one picture of several",
        ),
        pytest.param(a_message(number=15) + a_message(number=16), Unclear, id="a list that ends"),
    ],
)  # fmt: skip
def test_no_words(said: str, kind: type) -> None:
    assert isinstance(telling(ADAPTER, URL, said), kind)


def test_a_post_is_told_whole() -> None:
    post = told(ADAPTER, URL, a_message())
    text = post.text

    assert post.completeness is Completeness.WHOLE
    assert (text.text, text.title) == (WORDS, "Post by Harbour Board (@harbour)")
    assert (text.own_voice, text.publisher) == ("Harbour Board", "Telegram")
    assert text.published == datetime(2025, 1, 22, 16, 5, tzinfo=UTC)
    assert text.post is not None
    assert (text.post.url, text.post.edited) == (URL, False)


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        pytest.param(REPLY + TEXT, WORDS, id="not those that it answers"),
        pytest.param(TEXT + IN_APP, WORDS, id="beside what the app shows"),
        pytest.param(TEXT.replace(WORDS, "One<br/><br/>two"), "One\n\ntwo", id="lines"),
        pytest.param(f'<div class="tgme_widget_message_text">{TEXT}</div>', WORDS, id="nested"),
    ],
)
def test_words_as_readers_see_them(inside: str, words: str) -> None:
    assert told(ADAPTER, URL, a_message(inside)).text.text == words


def test_a_picture_alone_is_no_whole_reading() -> None:
    assert told(ADAPTER, URL, a_message("")).completeness is Completeness.STUB


@pytest.mark.parametrize(
    ("forward", "handle"),
    [
        pytest.param(FORWARD.format("a", ' href="https://t.me/jonaskeel/8"'), "jonaskeel", id="of"),
        pytest.param(FORWARD.format("span", ""), None, id="of somebody without a channel"),
    ],
)
def test_what_is_passed_on_is_its_authors(forward: str, handle: str | None) -> None:
    text = told(ADAPTER, URL, a_message(forward + TEXT)).text

    assert (text.own_voice, text.post and text.post.handle) == ("Jonas Keel", handle)


def test_an_edit_is_told() -> None:
    facts = told(ADAPTER, URL, a_message(mark="edited")).text.post
    assert facts is not None
    assert facts.edited


def test_a_channel_is_named_in_any_case() -> None:
    assert told(ADAPTER, URL, a_message(channel="Harbour")).text.post.handle == "Harbour"


def test_the_post_is_asked_for_alone_and_then_in_its_list() -> None:
    first, second = ADAPTER.witnesses(post_at("https://t.me/s/harbour/17"), RULES)

    assert first.url == "https://t.me/harbour/17?embed=1&single"
    assert second.url == "https://t.me/s/harbour/17"


PIECES = st.sampled_from(
    ["<div class='tgme_widget_message' data-post='harbour/17'>", TEXT, REPLY, "</div>", "<", "\0",
     FORWARD.format("a", " href='x'"), IN_APP, an_error("no"), "<time datetime='x'>", "edited"]
)  # fmt: skip


@given(st.binary() | st.lists(PIECES).map(lambda parts: "".join(parts).encode()))
def test_any_answer_is_told(said: bytes) -> None:
    assert isinstance(telling(ADAPTER, URL, said), Told | Gone | Withheld | Unclear)
