from datetime import UTC, datetime
from hashlib import sha256

import pytest
from storing import NOON

from provcheck.fetch.answer import Response, Validators
from provcheck.fetch.page import (
    fetch_of,
    is_broken_off,
    leads_astray,
    page_of,
    replayed_page,
    validators_of,
)
from provcheck.model.evidence import Hop, Mode
from provcheck.store.evidence import Kept
from provcheck.store.record import Fetch

URL = "https://wire.example/a"
BODY = b"<p>The cranes go first."
HOPS = (Hop(url=URL, status=200),)


def a_response(**known: object) -> Response:
    told = {"media_type": "text/html", "charset": "utf-8", "body": BODY, "live": True, **known}
    return Response.model_validate({"url": URL, "final_url": URL, "hops": HOPS, **told})


def a_kept(**known: object) -> Kept:
    fetch = {"url": URL, "final_url": URL, "fetched_at": datetime(2026, 1, 2, tzinfo=UTC), **known}
    return Kept(seq=7, fetch=Fetch.model_validate(fetch), data=BODY)


@pytest.mark.parametrize("kept", [None, a_kept()], ids=["nothing kept", "nothing to ask with"])
def test_no_condition_without_something_to_ask_with(kept: Kept | None) -> None:
    assert validators_of(kept) is None


def test_a_condition_is_put_to_the_address_that_the_page_came_from() -> None:
    kept = a_kept(final_url=f"{URL}?b", etag='"1"')

    assert validators_of(kept) == Validators(url=f"{URL}?b", etag='"1"')


def test_a_record_has_the_hash_and_size_of_what_came() -> None:
    fetch = fetch_of(a_response(etag='"1"', warned="not wanted"), None)

    assert (fetch.sha256, fetch.size) == (sha256(BODY).hexdigest(), len(BODY))
    assert (fetch.etag, fetch.warned, fetch.media_type) == ('"1"', "not wanted", "text/html")


def test_an_unchanged_page_keeps_what_was_known_of_it() -> None:
    kept = a_kept(sha256="a" * 64, size=3, media_type="text/plain", etag='"1"')
    fetch = fetch_of(a_response(unchanged=True, body=b""), kept)

    assert (fetch.sha256, fetch.size, fetch.media_type) == ("a" * 64, 3, "text/plain")
    assert fetch.etag == '"1"'
    assert fetch.fetched_at > kept.fetch.fetched_at


def test_a_kept_page_says_when_it_was_fetched_and_leaves_its_bytes_in_the_store() -> None:
    page = page_of(a_kept(sha256="a" * 64))

    assert (page.seq, page.data) == (7, b"")
    assert page.snapshot.mode is Mode.LIVE
    assert page.snapshot.fetched_at == datetime(2026, 1, 2, tzinfo=UTC)


def test_a_page_that_no_store_holds_carries_its_bytes() -> None:
    page = page_of(a_kept(), stored=False)

    assert (page.seq, page.data) == (None, BODY)


@pytest.mark.parametrize(
    ("tells_end", "data", "cut"),
    [
        pytest.param(True, b"<html><p>The cranes", False, id="its end was told"),
        pytest.param(False, b"<html><p>The cranes go.</html>\n", False, id="it ends itself"),
        pytest.param(False, b"<HTML><p>The cranes go.</BODY >", False, id="in capitals"),
        pytest.param(False, b"<p>The cranes go first.", False, id="nothing to be ended"),
        pytest.param(False, b"The cranes go first.", False, id="plain text"),
        pytest.param(False, b"<!doctype html><html lang=en><p>The cra", True, id="broken off"),
    ],
)
def test_a_page_that_nothing_ends_may_be_broken_off(
    tells_end: bool,  # noqa: FBT001
    data: bytes,
    cut: bool,  # noqa: FBT001
) -> None:
    page = page_of(a_kept(tells_end=tells_end))

    assert is_broken_off(page, data) is cut


def test_a_replayed_page_never_claims_to_be_of_now() -> None:
    page = replayed_page(a_response(live=False))

    assert page.snapshot.mode is Mode.REPLAY
    assert page.snapshot.fetched_at is None
    assert replayed_page(a_response(live=False), NOON).snapshot.fetched_at == NOON


@pytest.mark.parametrize(
    ("asked", "found", "astray"),
    [
        pytest.param("https://wire.example/a", "https://wire.example/a", False, id="no way"),
        pytest.param("https://wire.example/a", "https://wire.example/b", False, id="another page"),
        pytest.param("http://wire.example/", "https://www.wire.example/", False, id="the front"),
        pytest.param("https://sho.example/a1", "https://wire.example/", False, id="a short one"),
        pytest.param("https://wire.example/a", "https://wire.example/?p=1", False, id="a query"),
        pytest.param(
            "https://old.example/2025/a", "https://wire.example/a", False, id="a site that moved"
        ),
        pytest.param(
            "https://sho.example/r/a1", "https://wire.example/?p=1", False, id="a query elsewhere"
        ),
        pytest.param(
            "https://old.example/2025/a", "https://wire.example/", True, id="a site given up"
        ),
        pytest.param("https://wire.example/2025/a", "https://wire.example/", True, id="gone"),
        pytest.param("http://wire.example/a", "https://www.wire.example", True, id="gone, www"),
        pytest.param(
            "https://wire.example/2025/a/amp",
            "https://wire.example/2025/a",
            False,
            id="another dress",
        ),
        pytest.param(
            "https://wire.example/2025/a/index.html",
            "https://wire.example/2025/a/",
            False,
            id="the same folder",
        ),
        pytest.param(
            "https://wire.example/2025/a",
            "https://wire.example/2025/a-new-name",
            False,
            id="another name",
        ),
        pytest.param(
            "https://wire.example/a", "https://wire.example/uk/politics/a", False, id="a longer way"
        ),
        pytest.param(
            "https://wire.example/2025/a",
            "https://wire.example/index.html",
            True,
            id="the front by its name",
        ),
        pytest.param(
            "https://wire.example/2025/a",
            "https://wire.example/en/",
            True,
            id="the front of a language",
        ),
        pytest.param(
            "https://wire.example/2025/5/a",
            "https://wire.example/2025/5/",
            True,
            id="the list it was in",
        ),
        pytest.param(
            "https://wire.example/2025/a", "https://wire.example/404", True, id="a page of errors"
        ),
        pytest.param(
            "https://wire.example/2025/a",
            "https://wire.example/errors/page-not-found.html",
            True,
            id="another",
        ),
    ],
)
def test_a_deep_address_that_leads_to_the_front_page_is_gone(
    asked: str,
    found: str,
    astray: bool,  # noqa: FBT001
) -> None:
    where = page_of(a_kept(url=asked, final_url=found)).snapshot

    assert leads_astray(where) is astray
