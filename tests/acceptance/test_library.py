"""A library of 10,000 documents, searched as a user does it."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from benchmarks.library import KINDS, quoted, sentences, text_of
from storing import NOON, a_fetch, a_reading
from typer.testing import CliRunner

from provcheck.cli.main import app
from provcheck.store.chain import START, line, written
from provcheck.store.evidence import Store
from provcheck.store.library.tables import INDEX
from provcheck.store.record import Record
from provcheck.store.writer import writing

DOCUMENTS, LENGTH = 10_000, 6  # of so many sentences
URL = "https://wire.example/{}"


def records(store: Store) -> Iterator[Record]:
    """What a store holds that fetched all documents and read them, without a library yet."""
    for number in range(DOCUMENTS):
        data = text_of(number, LENGTH).encode()
        place = store.objects.place(sha256(data).hexdigest())
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        when = NOON + timedelta(seconds=number)
        known = {"sha256": place.parent.name + place.name, "size": len(data)}
        yield a_fetch(URL.format(number), fetched_at=when, media_type="text/plain", **known)
        yield a_reading(data, data)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root, prev = tmp_path_factory.mktemp("library") / "store", START
    with (root.parent / "ledger.jsonl").open("wb") as journal:
        for seq, record in enumerate(records(Store(root)), start=1):
            held = written(record, seq, prev)
            journal.write(line(held))
            prev = held.link
    (root.parent / "ledger.jsonl").rename(root / "ledger.jsonl")
    with writing(root):
        pass  # takes the records into the database
    return root


def searched(root: Path, words: str, *options: str) -> tuple[int, list[tuple[str, bool]]]:
    """The exit code, and of each hit its address and whether the words are the very same."""
    arguments = ["library", "search", "--json", "--store", str(root), *options, "--", words]
    done = CliRunner().invoke(app, arguments)
    assert bool(done.stderr) == bool(done.exit_code)  # it says so when there is nothing
    return done.exit_code, _told(done.stdout)


def _told(output: str) -> list[tuple[str, bool]]:
    hits = json.loads(output)["hits"]
    return [(hit["document"]["url"], hit["passage"]["exact"]) for hit in hits]


def a_quotation(kind: str) -> tuple[int, str]:
    chance = random.Random(kind)  # noqa: S311  (drawn by seeds)
    number = chance.randrange(DOCUMENTS)
    return number, quoted(kind, max(sentences(number, LENGTH), key=len), chance)


def test_words_that_stand_nowhere_are_not_found(root: Path) -> None:
    other = max(sentences(DOCUMENTS + 7, LENGTH), key=len)  # of a document that is not there
    assert searched(root, other) == (1, [])


@pytest.mark.parametrize("kind", KINDS)
def test_a_quotation_is_found(root: Path, kind: str) -> None:
    number, words = a_quotation(kind)
    code, hits = searched(root, words)
    assert code == 0
    assert hits[0][0] == URL.format(number)
    assert kind not in {"exact", "8-word cut"} or hits[0][1]


def test_the_index_is_made_once(root: Path) -> None:
    searched(root, "whatever it is")
    before = (root / INDEX).read_bytes()
    number, words = a_quotation("exact")
    command = [sys.executable, "-m", "provcheck.cli.main", "library", "search", words]
    shape = ["--store", str(root), "--limit", "1", "--format", "json"]
    done = subprocess.run([*command, *shape], capture_output=True, text=True, check=True)
    assert _told(done.stdout) == [(URL.format(number), True)]
    assert (root / INDEX).read_bytes() == before
