"""Records and stores made for tests; every address and word is invented."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from provcheck.store.evidence import Store
from provcheck.store.record import Fetch

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def a_fetch(url: str = "https://wire.example/a", **fields: object) -> Fetch:
    """A fetch that went straight to `url`."""
    return Fetch.model_validate({"url": url, "final_url": url, "fetched_at": NOON, **fields})


def page(number: int) -> str:
    return f"https://wire.example/{number}"


def words(number: int) -> bytes:
    return f"words of page {number}".encode()


def filled(root: Path, count: int) -> Store:
    """A store of `count` pages, numbered from 1 as their records are, one fetched a minute."""
    store = Store(root)
    for number in range(1, count + 1):
        when = NOON + timedelta(minutes=number)
        assert store.keep(a_fetch(page(number), fetched_at=when), words(number)) == number
    return store


def files(root: Path) -> dict[str, bytes]:
    """Every file below `root` with its bytes."""
    found = (p for p in root.rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in found}
