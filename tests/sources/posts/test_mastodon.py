from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.answers import RULES, WORDS, coded, mangled, post_at, refused, telling, told

from provcheck.model.evidence import Completeness
from provcheck.sources.posts.asking import asked
from provcheck.sources.posts.mastodon import ADAPTER, TRUTH
from provcheck.sources.posts.telling import Further, Gone, Told, Unclear, Withheld

ID = "114100000000000001"
URL = f"https://kai.example/@tor/{ID}"
TRUTH_URL = f"https://truthsocial.com/@tor/{ID}"


def a_status(content: object = f"<p>{WORDS}</p>", **known: Any) -> dict[str, Any]:
    name = known.pop("acct", "tor")
    return {
        "id": ID,
        "uri": f"https://kai.example/users/tor/statuses/{ID}",
        "url": URL,
        "created_at": "2025-01-22T16:05:00.000Z",
        "edited_at": None,
        "spoiler_text": "",
        "language": "en",
        "content": content,
        "account": {"acct": name, "display_name": "Tor Lind"},
        "reblog": None,
        "quote": None,
        **known,
    }


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param(b"\xff", Unclear, id="no text"),
        pytest.param([], Unclear, id="a list"),
        pytest.param({"content": "<p>words</p>"}, Unclear, id="nobody's"),
        pytest.param(a_status(None), Unclear, id="no words"),
        pytest.param({"error": "Too many requests"}, Unclear, id="another error"),
        pytest.param({"error": "Record not found"}, Gone, id="missing or private"),
        pytest.param(
            {"error": "This API requires an authenticated user"}, Withheld, id="for the signed in"
        ),
    ],
)
def test_no_words(said: object, kind: type) -> None:
    assert isinstance(telling(ADAPTER, URL, said), kind)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        pytest.param(404, Gone, id="missing or private"),
        pytest.param(401, Withheld, id="for the signed in"),
        pytest.param(500, type(None), id="told as everywhere"),
    ],
)
def test_refusals(status: int, kind: type) -> None:
    assert isinstance(refused(ADAPTER, URL, status), kind)


def test_truth_social_lets_no_programs_in() -> None:
    found = refused(TRUTH, TRUTH_URL, 403)
    assert isinstance(found, Withheld)
    assert "--sources" in found.reason
    assert isinstance(refused(TRUTH, TRUTH_URL, 404), Gone)
    assert refused(TRUTH, TRUTH_URL, 503) is None


def test_a_private_post_takes_three_to_be_gone() -> None:
    names = [each.endpoint for each in ADAPTER.witnesses(post_at(URL), RULES)]
    assert names == ["status", "oembed", "page"]
    assert [each.endpoint for each in TRUTH.witnesses(post_at(TRUTH_URL), RULES)] == ["status"]


@pytest.mark.parametrize("endpoint", ["oembed", "page"])
def test_what_shows_no_words_tells_that_there_is_a_post(endpoint: str) -> None:
    assert isinstance(telling(ADAPTER, URL, b"<html>", endpoint), Unclear)


def test_a_post_is_told_whole() -> None:
    post = told(ADAPTER, URL, a_status())
    text = post.text

    assert post.completeness is Completeness.WHOLE
    assert (text.text, text.title) == (WORDS, "Post by Tor Lind (@tor@kai.example)")
    assert (text.own_voice, text.publisher) == ("Tor Lind", "Mastodon")
    assert text.published == datetime(2025, 1, 22, 16, 5, tzinfo=UTC)
    assert text.post is not None
    assert (text.post.url, text.post.witness, text.post.third_party) == (URL, "kai.example", False)
    assert not text.post.edited


def test_truth_social_is_no_network_of_servers() -> None:
    text = told(TRUTH, TRUTH_URL, a_status()).text
    assert (text.title, text.publisher) == ("Post by Tor Lind (@tor)", "Truth Social")


def test_an_edit_is_told() -> None:
    facts = told(ADAPTER, URL, a_status(edited_at="2025-01-23T08:00:00Z")).text.post

    assert facts is not None
    assert facts.edited
    assert facts.edited_at == datetime(2025, 1, 23, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("<p>One<br>two</p><p>three</p>", "One\ntwo\nthree", id="lines"),
        pytest.param("a &lt;b&gt; &amp; c", "a <b> & c", id="characters"),
        pytest.param(
            '<p class="quote-inline">RE: <a href="https://a.example/">a</a></p><p>One</p>', "One",
            id="the address of a quoted post",
        ),
        pytest.param(
            '<p><a href="https://a.example/1/2"><span class="invisible">https://</span>'
            '<span class="ellipsis">a.example/1</span><span class="invisible">/2</span></a></p>',
            "a.example/1", id="a shortened address",
        ),
        pytest.param("<p>One\0two</p>", "One\ufffdtwo", id="no character"),
    ],
)  # fmt: skip
def test_words_as_readers_see_them(content: str, words: str) -> None:
    assert told(ADAPTER, URL, a_status(content)).text.text == words


def test_a_link_leads_where_it_leads() -> None:
    hidden = '<a href="https://a.example/1"><span class="invisible">https://</span>a.example/1</a>'
    (link,) = told(ADAPTER, URL, a_status(f"<p>See {hidden}</p>")).text.links

    assert link.url == "https://a.example/1"


def test_a_warning_stands_before_the_words() -> None:
    assert told(ADAPTER, URL, a_status(spoiler_text="Piers")).text.text == f"Piers\n{WORDS}"


def test_what_is_passed_on_is_its_authors() -> None:
    shared = a_status(account={"acct": "maren", "display_name": "Maren Holt"}, reblog=None)
    text = told(ADAPTER, URL, a_status("", reblog=shared)).text

    assert (text.text, text.own_voice) == (WORDS, "Maren Holt")


def test_a_quoted_post_is_its_own_authors() -> None:
    quoted = a_status("<p>Nobody told us.</p>", account={"acct": "m", "display_name": "Maren"})
    text = told(ADAPTER, URL, a_status(quote={"state": "accepted", "quoted_status": quoted})).text

    assert text.own_voice == "Tor Lind"
    assert [(e.words.of(text.text), e.author) for e in text.embeds] == [
        ("Nobody told us.", "Maren")
    ]


def test_a_copy_is_asked_for_at_its_authors_server_first() -> None:
    copy = a_status(acct="tor@quay.example", uri=f"https://quay.example/users/tor/statuses/{ID}")
    found = telling(ADAPTER, URL, copy)

    assert isinstance(found, Further)
    first, second = found.witnesses
    assert first.url == f"https://quay.example/api/v1/statuses/{ID}"
    assert second.third_party
    assert told(ADAPTER, URL, copy, third_party=True).text.post.third_party


def test_a_copy_whose_origin_cannot_be_asked_is_a_third_partys() -> None:
    copy = a_status(acct="tor@quay.example", uri="https://quay.example/objects/0a1b")
    facts = told(ADAPTER, URL, copy).text.post

    assert facts is not None
    assert facts.third_party
    assert facts.handle == "tor@quay.example"


SAMPLE = a_status(
    reblog=a_status(quote={"quoted_status": a_status()}, acct="tor@quay.example"), error=""
)


@given(st.binary() | mangled(SAMPLE).map(coded))
def test_any_answer_is_told(said: bytes) -> None:
    for adapter, url in ((ADAPTER, URL), (TRUTH, TRUTH_URL)):
        found = telling(adapter, url, said)
        assert isinstance(found, Told | Gone | Withheld | Unclear | Further)


@given(st.text())
def test_any_markup_is_read(content: str) -> None:
    assert isinstance(telling(ADAPTER, URL, a_status(content)), Told)


def test_an_origin_is_asked_by_its_own_address() -> None:
    witness = asked(post_at(f"https://quay.example/@tor@kai.example/{ID}"), RULES, "oembed")
    assert witness.url.endswith(f"%2F@tor@kai.example%2F{ID}")


def test_another_post_than_was_asked_for_is_none() -> None:
    other = telling(ADAPTER, URL, a_status(id="114100000000000009"))

    assert isinstance(telling(ADAPTER, URL, a_status()), Told)
    assert other == Unclear(reason="answered with another post than was asked for")
