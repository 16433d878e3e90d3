from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.answers import RULES, WORDS, coded, mangled, post_at, refused, telling, told

from provcheck.model.evidence import Completeness
from provcheck.sources.posts.bluesky import ADAPTER
from provcheck.sources.posts.telling import Further, Gone, Told, Unclear, Withheld, Witness

DID = "did:plc:harbourboard2222abcdefgh"
BY_DID = f"https://bsky.app/profile/{DID}/post/3kxyzabc"
BY_HANDLE = "https://bsky.app/profile/harbour.example/post/3kxyzabc"
AT = "2025-01-22T16:05:00.000Z"


def a_view(text: object = WORDS, **known: Any) -> dict[str, Any]:
    record = {"$type": "app.bsky.feed.post", "text": text, "createdAt": AT, "langs": ["en"]}
    record |= known.pop("record", {})
    return {
        "uri": f"at://{DID}/app.bsky.feed.post/3kxyzabc",
        "author": {"did": DID, "handle": "harbour.example", "displayName": "Harbour Board"},
        "record": record,
        "indexedAt": AT,
        **known,
    }


def a_thread(text: object = WORDS, **known: Any) -> dict[str, Any]:
    return {"thread": {"$type": "app.bsky.feed.defs#threadViewPost", "post": a_view(text, **known)}}


def a_quotation(wrap: str = "") -> dict[str, Any]:
    view = a_view("Nobody told us.")
    view |= {"value": view.pop("record"), "$type": "app.bsky.embed.record#viewRecord"}
    view["author"] = {"did": "did:plc:x", "handle": "maren.example", "displayName": "Maren Holt"}
    record = {"record": view} if wrap else view
    return {"$type": f"app.bsky.embed.record{wrap}#view", "record": record}


def a_facet(first: object, last: object, uri: object = "https://a.example/long") -> dict[str, Any]:
    link = {"$type": "app.bsky.richtext.facet#link", "uri": uri}
    return {"index": {"byteStart": first, "byteEnd": last}, "features": [link]}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param(b"", Unclear, id="no bytes"),
        pytest.param(b"<html>", Unclear, id="a page"),
        pytest.param(b"[" * 9000, Unclear, id="JSON without an end"),
        pytest.param({"thread": 7}, Unclear, id="another shape"),
        pytest.param(a_thread(None), Unclear, id="no words"),
        pytest.param(a_thread(uri="at://x/y/z"), Unclear, id="no post"),
        pytest.param({"error": "NotFound"}, Gone, id="an error"),
        pytest.param(
            {"thread": {"$type": "app.bsky.feed.defs#notFoundPost", "notFound": True}}, Gone,
            id="not found",
        ),
        pytest.param(
            {"thread": {"$type": "app.bsky.feed.defs#blockedPost"}}, Withheld, id="blocked"
        ),
        pytest.param(
            a_thread(labels=[{"val": "!no-unauthenticated"}]), Withheld, id="for the signed in"
        ),
        pytest.param(
            a_thread(author={"handle": "a.example", "labels": [{"val": "!no-unauthenticated"}]}),
            Withheld, id="its author shows all posts to the signed in",
        ),
    ],
)  # fmt: skip
def test_no_words(said: object, kind: type) -> None:
    assert isinstance(telling(ADAPTER, BY_DID, said), kind)


def test_a_post_is_told_whole() -> None:
    post = told(ADAPTER, BY_HANDLE, a_thread())
    text = post.text

    assert post.completeness is Completeness.WHOLE
    assert (text.text, text.title) == (WORDS, "Post by Harbour Board (@harbour.example)")
    assert (text.own_voice, text.publisher, text.lang) == ("Harbour Board", "Bluesky", "en")
    assert text.published == datetime(2025, 1, 22, 16, 5, tzinfo=UTC)
    assert text.post is not None
    assert text.post.url == BY_HANDLE
    assert text.post.indexed_at is None


def test_a_picture_alone_is_no_whole_reading() -> None:
    assert told(ADAPTER, BY_DID, a_thread("")).completeness is Completeness.STUB


def test_a_handle_that_its_domain_denies_is_none() -> None:
    author = {"did": DID, "handle": "handle.invalid", "displayName": "Harbour Board"}
    facts = told(ADAPTER, BY_DID, a_thread(author=author)).text.post

    assert facts is not None
    assert (facts.handle, facts.url) == (None, BY_DID)


def test_a_moment_that_the_platform_doubts_is_kept_beside_its_own() -> None:
    text = told(ADAPTER, BY_DID, a_thread(record={"createdAt": "2019-05-01T00:00:00Z"})).text

    assert text.published_on == date(2019, 5, 1)
    assert text.post is not None
    assert text.post.indexed_at == datetime(2025, 1, 22, 16, 5, tzinfo=UTC)


def test_places_of_links_are_counted_in_bytes() -> None:
    text = "Brücke 🌉 zu: a.example/lo…"
    start = len("Brücke 🌉 zu: ".encode())
    facet = a_facet(start, len(text.encode()))

    (link,) = told(ADAPTER, BY_DID, a_thread(text, record={"facets": [facet]})).text.links

    assert link.span.of(text) == "a.example/lo…"
    assert link.url == "https://a.example/long"


@pytest.mark.parametrize(
    "facet",
    [
        pytest.param(a_facet(5, 2), id="backwards"),
        pytest.param(a_facet(0, 999), id="beyond the end"),
        pytest.param(a_facet(-4, 3), id="before the beginning"),
        pytest.param(a_facet("0", 3), id="no numbers"),
        pytest.param(a_facet(0, 3, "javascript:alert(1)"), id="no web address"),
        pytest.param(7, id="no facet"),
    ],
)
def test_no_link(facet: object) -> None:
    assert told(ADAPTER, BY_DID, a_thread(record={"facets": [facet]})).text.links == ()


@pytest.mark.parametrize("wrap", ["", "WithMedia"], ids=["alone", "beside pictures"])
def test_a_quoted_post_is_its_own_authors(wrap: str) -> None:
    text = told(ADAPTER, BY_DID, a_thread(embed=a_quotation(wrap))).text
    (quoted,) = text.embeds

    assert quoted.words.of(text.text) == "Nobody told us."
    assert (quoted.author, quoted.handle, quoted.posted) == (
        "Maren Holt",
        "maren.example",
        date(2025, 1, 22),
    )
    assert quoted.author_span is not None
    assert quoted.author_span.of(text.text) == "Maren Holt"


def test_an_account_is_asked_for_by_what_stays() -> None:
    """A handle may have passed on: what is missing under it proves nothing."""
    on = refused(ADAPTER, BY_HANDLE, 400)
    assert isinstance(on, Further)
    (names,) = on.witnesses
    assert names.url.endswith("resolveHandle?handle=harbour.example")

    asked = telling(ADAPTER, BY_HANDLE, {"did": DID}, "handle")
    assert isinstance(asked, Further)
    assert all(DID in witness.url for witness in asked.witnesses)
    assert isinstance(refused(ADAPTER, BY_HANDLE, 400, asked.witnesses[0]), Gone)


def test_what_is_missing_under_an_identifier_is_gone() -> None:
    assert isinstance(refused(ADAPTER, BY_DID, 400), Gone)
    assert refused(ADAPTER, BY_DID, 500) is None


def test_a_handle_of_nobody_proves_nothing() -> None:
    names = Witness(name="", url="", endpoint="handle")
    assert isinstance(refused(ADAPTER, BY_HANDLE, 400, names), Unclear)
    assert isinstance(telling(ADAPTER, BY_HANDLE, {"did": "plc"}, "handle"), Unclear)


def test_what_an_address_says_stays_within_its_place() -> None:
    post = post_at("https://bsky.app/profile/a&depth=9/post/3kxyz")
    assert all("&depth=9" not in witness.url for witness in ADAPTER.witnesses(post, RULES))


SAMPLE = a_thread(embed=a_quotation(), record={"facets": [a_facet(0, 3)]}, labels=[{"val": "x"}])


@given(st.binary() | mangled(SAMPLE).map(coded))
def test_any_answer_is_told(said: bytes) -> None:
    for endpoint in ("thread", "handle", "oembed"):
        found = telling(ADAPTER, BY_DID, said, endpoint)
        assert isinstance(found, Told | Gone | Withheld | Unclear | Further)
