import os
import signal
from pathlib import Path

import pytest
from shelving import DUES, PIER, a_document, a_store, found_in, key_of, note_reading, page_of
from storing import files

from provcheck.store.evidence import Store
from provcheck.store.gc import gc
from provcheck.store.library.forgetting import forget
from provcheck.store.library.library import Library
from provcheck.store.library.opening import opened
from provcheck.store.library.tables import INDEX
from provcheck.store.redact import redact
from provcheck.store.verify import faults

BURIED = "The marrowbone lies under the third lamp of the quay."
TITLE = b'{"title": "Of marrowbone"}'


def with_secret(root: Path) -> Store:
    store = a_store(root, BURIED, DUES)
    note_reading(store, page_of(BURIED), BURIED, TITLE)
    return store


def telling(root: Path) -> list[str]:
    """The files that still have the word."""
    return [name for name, data in files(root).items() if b"marrowbone" in data.lower()]


def test_nothing_to_forget_is_no_fault(tmp_path: Path) -> None:
    forget(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_a_redacted_text_is_left_in_any_file(tmp_path: Path) -> None:
    store, library = with_secret(tmp_path), Library(tmp_path)
    assert found_in(library, "third lamp of the quay") == [key_of(BURIED)]
    assert len(telling(tmp_path)) == 4  # page, text, imprint, index

    redact(store, key_of(BURIED), "private")

    assert telling(tmp_path) == []
    library.catch_up()
    assert found_in(library, "marrowbone lies") == []
    assert found_in(library, DUES) == found_in(Library(tmp_path), DUES) == [key_of(DUES)]
    assert telling(tmp_path) == []
    assert faults(store) == ()
    gc(store)


def test_who_has_it_open_finds_it_gone(tmp_path: Path) -> None:
    store, other = with_secret(tmp_path), Library(tmp_path)
    assert found_in(other, BURIED) != []
    redact(store, key_of(BURIED), "private")
    assert found_in(other, BURIED) == []
    assert telling(tmp_path) == []


def test_a_run_that_read_it_before_does_not_put_it_back(tmp_path: Path) -> None:
    store = with_secret(tmp_path)
    document = Library(tmp_path).document(key_of(BURIED))
    assert document is not None
    redact(store, key_of(BURIED), "private")
    late = Library(tmp_path)
    assert late.add([(document, BURIED), (a_document(PIER), PIER)]) == 1
    assert key_of(BURIED) not in found_in(late, BURIED)
    assert telling(tmp_path) == []


@pytest.mark.parametrize("data", [b"marrowbone" * 999, b"SQLite format 3\0 marrowbone"])
def test_a_damaged_index_goes_as_a_whole(tmp_path: Path, data: bytes) -> None:
    (tmp_path / INDEX).write_bytes(data)
    (tmp_path / f"{INDEX}-journal").write_bytes(data)
    forget(tmp_path)
    assert telling(tmp_path) == []


def test_what_a_killed_writer_left_goes_too(tmp_path: Path) -> None:
    store = with_secret(tmp_path)
    child = os.fork()
    if child == 0:
        index = opened(store)
        index.database.execute("pragma cache_size=1")
        index.database.execute("begin immediate")
        for number in range(500):
            index.database.execute("insert into removed values (?)", (f"marrowbone {number}",))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert (tmp_path / f"{INDEX}-journal").exists()

    redact(store, key_of(BURIED), "private")

    assert telling(tmp_path) == []


def test_what_is_being_taken_in_is_waited_for(tmp_path: Path) -> None:
    """Redactions and searches in turn, in two processes: nothing comes back, nothing hangs."""
    store = a_store(tmp_path, *(f"Number {number}. {BURIED}" for number in range(6)))
    child = os.fork()
    if child == 0:
        for _ in range(30):
            opened(Store(tmp_path)).close()
        os._exit(0)
    for number in range(6):
        redact(store, key_of(f"Number {number}. {BURIED}"), "private")
    assert os.waitpid(child, 0)[1] == 0
    assert telling(tmp_path) == []
