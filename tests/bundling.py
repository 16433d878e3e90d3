"""A store with two runs in it, from which bundles and WARC files are made."""

import atexit
import shutil
import tempfile
from datetime import timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

from storing import NOON, a_fetch

from provcheck.model.evidence import Completeness, Hop
from provcheck.store.entry import Entry
from provcheck.store.evidence import Store
from provcheck.store.record import GivenFile, Reading, Redaction, Run

SHORT = "https://short.example/a"
TALKS = "https://wire.example/talks"
PIER = "https://wire.example/pier"
GONE = "https://gone.example/x"
TALKS_PAGE = b"<!doctype html><p>We will not close the north pier."
PIER_PAGE = "The cranes go first, „sagte“ sie.".encode()
TRANSCRIPT, NOTES = b"Speech by Ada Brandvold\n\nNot the north pier.\n", b"notes of the other desk"
HARBOUR, SALT = sha256(b"harbour").hexdigest(), sha256(b"salt").hexdigest()
# Numbers of the records, in the order in which `two_runs` writes them.
TALKS_SEQ, READING_SEQ, PIER_SEQ, GONE_SEQ, HARBOUR_SEQ, AGAIN_SEQ, SALT_SEQ = range(1, 8)


def name_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def two_runs(root: Path) -> Store:
    """A run on harbour.txt with three fetches and gifts, and a later one on salt.txt with one."""
    shutil.copytree(_written_once(), root, dirs_exist_ok=True)
    return Store(root)


@cache
def _written_once() -> Path:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    _write(Store(folder))
    return folder


def _write(store: Store) -> None:
    hops = (Hop(url=SHORT, status=301), Hop(url=TALKS, status=200))
    came = {"media_type": "text/html", "charset": "utf-8", "peers": ("192.0.2.1", "192.0.2.2")}
    store.keep(
        a_fetch(SHORT, final_url=TALKS, hops=hops, etag='"7"', **came),
        TALKS_PAGE,
    )
    text = store.objects.put(b"We will not close the north pier.")
    store.note(
        Reading(
            sha256=name_of(TALKS_PAGE),
            extractor="page 1",
            text_sha256=text,
            completeness=Completeness.WHOLE,
        )
    )
    store.keep(a_fetch(PIER, hops=(Hop(url=PIER, status=200),), media_type="text/plain"), PIER_PAGE)
    refused = f"{GONE}: answered 404 Not Found"
    store.keep(a_fetch(GONE, hops=(Hop(url=GONE, status=404),), failure=refused), None)
    store.note(
        Run(
            article="harbour.txt",
            article_sha256=HARBOUR,
            tool="0.1.0",
            given=given_files(store),
            fetches=(TALKS_SEQ, PIER_SEQ, GONE_SEQ),
        )
    )
    store.keep(
        a_fetch(
            TALKS,
            hops=(Hop(url=TALKS, status=304),),
            sha256=name_of(TALKS_PAGE),
            size=len(TALKS_PAGE),
            fetched_at=NOON + timedelta(hours=1),
            media_type="text/html",
            charset="utf-8",
        ),
        None,
    )
    notes = GivenFile(
        key="notes.txt", entry=Entry(file="notes.txt"), sha256=store.objects.put(NOTES)
    )
    store.note(
        Run(
            article="salt.txt",
            article_sha256=SALT,
            tool="0.1.0",
            given=(notes,),
            fetches=(AGAIN_SEQ,),
        )
    )


def given_files(store: Store) -> tuple[GivenFile, ...]:
    """What was given to the first run: a page under an address, a redirect to it, and a file."""
    name = store.objects.put(TRANSCRIPT)
    page = Entry(file="speech.txt", url="https://ada.example/speech", publisher="Ada", lang="en")
    redirect = Entry(url="https://t.example/s", redirect_to="https://ada.example/speech")
    return (
        GivenFile(key="deep/speech.txt", entry=page, sha256=name),
        GivenFile(key="https://t.example/s", entry=redirect),
        GivenFile(key="../odd name?.txt", entry=Entry(file="odd name?.txt"), sha256=name),
    )


def redacted(store: Store, data: bytes, reason: str = "a private address") -> int:
    """Remove the bytes from the store as `provcheck store redact` does; the record's number."""
    number = store.note(Redaction(sha256=name_of(data), reason=reason, at=NOON))
    store.objects.remove(name_of(data))
    return number
