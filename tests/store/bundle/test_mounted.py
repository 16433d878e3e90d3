from pathlib import Path

import pytest
from bundling import (
    AGAIN_SEQ,
    GONE,
    PIER,
    PIER_PAGE,
    PIER_SEQ,
    SHORT,
    TALKS,
    TALKS_PAGE,
    TALKS_SEQ,
    name_of,
    redacted,
    two_runs,
)

from provcheck.store.bundle.mounted import Mounted
from provcheck.store.bundle.read import read_bundle
from provcheck.store.bundle.write import write_bundle
from provcheck.store.evidence import Kept, Lost, Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return two_runs(tmp_path / "store")


def mounted(store: Store, *used: int) -> Mounted:
    target = store.root.parent / "bundle"
    write_bundle(store, target)
    return Mounted(bundle=read_bundle(target), used=frozenset(used))


def number(found: Kept | Lost | None) -> int:
    assert isinstance(found, Kept)
    return found.seq


@pytest.mark.parametrize("url", [SHORT, TALKS, PIER, GONE, "https://other.example/"])
def test_it_answers_as_the_store_does(store: Store, url: str) -> None:
    bundle = mounted(store)

    assert bundle.recorded(url) == store.latest(url)
    assert bundle.failure(url) == store.failure(url)


def test_what_a_run_used_comes_first(store: Store) -> None:
    bundle = mounted(store, TALKS_SEQ)

    assert number(bundle.recorded(TALKS)) == TALKS_SEQ
    assert number(bundle.recorded(PIER)) == PIER_SEQ
    assert number(Mounted(bundle=bundle.bundle).recorded(TALKS)) == AGAIN_SEQ


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        pytest.param(lambda p: p.write_bytes(b"x"), "the stored copy is damaged", id="changed"),
        pytest.param(lambda p: p.unlink(), "the stored copy is missing", id="deleted"),
    ],
)
def test_bytes_that_are_not_those_recorded_are_lost(
    store: Store, damage: object, reason: str
) -> None:
    bundle = mounted(store)
    name = name_of(PIER_PAGE)
    damage(bundle.bundle.root / "objects" / name[:2] / name[2:])  # type: ignore[operator]

    assert bundle.recorded(PIER) == Lost(reason=reason)
    assert isinstance(bundle.recorded(TALKS), Kept)


def test_one_flipped_bit_of_a_page_is_noticed(store: Store) -> None:
    bundle = mounted(store)
    name = name_of(TALKS_PAGE)
    place = bundle.bundle.root / "objects" / name[:2] / name[2:]
    for at in range(0, len(TALKS_PAGE), 7):
        place.write_bytes(TALKS_PAGE[:at] + bytes([TALKS_PAGE[at] ^ 1]) + TALKS_PAGE[at + 1 :])

        assert bundle.recorded(TALKS) == Lost(reason="the stored copy is damaged")


def test_an_object_that_no_page_is_as_large_as_is_not_even_read(store: Store) -> None:
    bundle = mounted(store)
    name = name_of(PIER_PAGE)
    with (bundle.bundle.root / "objects" / name[:2] / name[2:]).open("r+b") as file:
        file.truncate(1 << 40)  # of which the disk holds nothing

    assert bundle.recorded(PIER) == Lost(reason="the stored copy is larger than 209715200 bytes")


def test_redacted_bytes_are_told_with_their_reason(store: Store) -> None:
    redacted(store, PIER_PAGE)

    found = mounted(store).recorded(PIER)

    assert found == Lost(reason="the stored copy was removed on purpose: a private address")
    kept = store.latest(PIER)
    assert isinstance(kept, Lost)
    assert kept.reason == found.reason
