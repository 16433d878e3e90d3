from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from building import a_source, found

from provcheck.fetch.stacks import Stacks
from provcheck.model.evidence import Found, Mode, Unavailable
from provcheck.model.post import PostFacts
from provcheck.store.evidence import Store
from provcheck.store.record import Fetch
from provcheck.store.redact import redact

PAGE = b"<p>The keeper of the lamp has trimmed it for eleven winters."
WORDS = ("the keeper of the lamp has trimmed it",)


def a_found(**known: object) -> Found:
    key = sha256(PAGE).hexdigest()
    source = a_source("The keeper of the lamp has trimmed it for eleven winters.", **known)
    page = found(source, url="https://herald.example/a", mode=Mode.LIVE)
    snapshot = page.snapshot.model_copy(update={"sha256": key})
    return page.model_copy(update={"snapshot": snapshot})


def test_there_is_nothing_to_look_through_in_an_empty_library(tmp_path: Path) -> None:
    stacks = Stacks(Store(tmp_path / "kept"))

    assert stacks.take_in(()) is False
    assert not (tmp_path / "kept").exists()


def test_what_a_run_read_is_looked_through_once(tmp_path: Path) -> None:
    for stacks in (Stacks(None), Stacks(Store(tmp_path))):
        assert stacks.take_in((a_found(),)) is True
        assert stacks.take_in((a_found(),)) is False
        (hit,) = stacks.library.search(WORDS)
        assert hit.document.url == "https://herald.example/a"


def test_a_post_is_known_by_its_own_address() -> None:
    url = "https://x.com/keeper/status/1"
    stacks = Stacks(None)
    stacks.take_in((a_found(post=PostFacts(platform="X", url=url, witness="w")),))
    (hit,) = stacks.library.search(WORDS)

    assert hit.document.url == url


def test_a_document_is_read_from_its_bytes_as_long_as_they_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    url = "https://herald.example/a"
    fetch = Fetch(url=url, final_url=url, fetched_at=datetime(2025, 3, 1, tzinfo=UTC))
    store.keep(fetch, PAGE)
    stacks = Stacks(store)
    stacks.take_in((a_found(publisher="Osmere Herald"),))
    key = sha256(PAGE).hexdigest()

    local = stacks.body_of(key)
    assert not isinstance(local, Unavailable)
    assert (local[0].data, local[0].publisher) == (PAGE, "Osmere Herald")
    assert (local[1].url, local[1].mode) == (url, Mode.STORE)
    redact(store, key, "a court order")
    gone = stacks.body_of(key)
    assert isinstance(gone, Unavailable)
    assert isinstance(Stacks(None).body_of(key), Unavailable)
