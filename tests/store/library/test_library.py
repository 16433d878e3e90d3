from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from shelving import (
    DUES,
    PIER,
    SONG,
    TEXTS,
    a_document,
    a_store,
    filled,
    found_in,
    key_of,
    note_page,
)

from provcheck.store.library.document import Document
from provcheck.store.library.library import Library
from provcheck.store.library.tables import INDEX


def everything(library: Library) -> list[Document]:
    return list(library.documents())


def test_without_a_store_it_is_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    library = filled(Library(None), *TEXTS)
    assert found_in(library, PIER) == [a_document(PIER).key]
    assert list(tmp_path.iterdir()) == []


def test_where_no_store_is_none_is_made(tmp_path: Path) -> None:
    assert found_in(Library(tmp_path / "s"), PIER) == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_new_is_counted(tmp_path: Path) -> None:
    library = Library(tmp_path)
    first, second = (a_document(PIER), PIER), (a_document(DUES), DUES)
    assert library.add([first, first]) == 1
    assert library.add([first, second]) == 1
    assert library.add([]) == 0
    assert library.words == len(PIER.split()) + len(DUES.split())


def test_documents_are_told_of(tmp_path: Path) -> None:
    library = filled(Library(tmp_path), *TEXTS, *map(str, range(600)))
    keys = sorted(a_document(text).key for text in (*TEXTS, *map(str, range(600))))
    assert [each.key for each in library.documents()] == keys
    assert library.document(a_document(SONG).key) == a_document(SONG)
    assert library.document("f" * 64) is None


def test_a_document_can_be_taken_out(tmp_path: Path) -> None:
    library = filled(Library(tmp_path), *TEXTS)
    assert library.remove(a_document(PIER).key)
    assert not library.remove(a_document(PIER).key)
    assert found_in(library, "herring fleet") == []
    assert filled(library, PIER).document(a_document(PIER).key)


def test_it_has_what_the_ledger_tells_of(tmp_path: Path) -> None:
    store = a_store(tmp_path, PIER, DUES)
    library = Library(tmp_path)
    assert found_in(library, PIER) == [key_of(PIER)]

    note_page(store, SONG)
    assert key_of(SONG) not in found_in(library, SONG)
    library.catch_up()
    assert found_in(library, SONG)[:1] == [key_of(SONG)]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"no database", id="another file"),
        pytest.param(b"SQLite format 3\0" + b"x" * 5000, id="the head alone"),
        pytest.param(b"", id="an empty one"),
    ],
)
def test_a_damaged_index_is_no_fault(tmp_path: Path, damage: bytes) -> None:
    a_store(tmp_path)
    assert found_in(Library(tmp_path), PIER) == [key_of(PIER)]
    (tmp_path / INDEX).write_bytes(damage)
    assert found_in(Library(tmp_path), PIER) == [key_of(PIER)]
    assert len(everything(Library(tmp_path))) == 3


def test_any_page_of_the_index_may_go_bad(tmp_path: Path) -> None:
    """Words may be lost with a page, unseen; what may not happen is an error."""
    a_store(tmp_path)
    library = Library(tmp_path)
    whole = everything(library)
    library.close()
    sound = (tmp_path / INDEX).read_bytes()
    mended = 0
    for start in range(0, len(sound), 4096):
        spoilt = sound[:start] + b"\xa5" * 4096 + sound[start + 4096 :]
        (tmp_path / INDEX).write_bytes(spoilt)
        library = Library(tmp_path)
        assert set(found_in(library, PIER)) <= {key_of(PIER)}
        assert set(map(str, everything(library))) <= set(map(str, whole))
        library.close()
        mended += (tmp_path / INDEX).read_bytes() != spoilt
    assert mended > 3


def test_an_index_that_goes_bad_in_use_is_made_anew(tmp_path: Path) -> None:
    a_store(tmp_path)
    library = Library(tmp_path)
    assert found_in(library, PIER) == [key_of(PIER)]
    library.close()
    size = (tmp_path / INDEX).stat().st_size
    (tmp_path / INDEX).write_bytes((tmp_path / INDEX).read_bytes()[:4096] + b"x" * (size - 4096))
    assert found_in(library, PIER) == [key_of(PIER)]
    assert len(everything(library)) == 3


def test_where_no_index_can_be_written_it_is_in_memory(tmp_path: Path) -> None:
    a_store(tmp_path)
    (tmp_path / INDEX).mkdir()
    assert found_in(Library(tmp_path), PIER) == [key_of(PIER)]
    assert list((tmp_path / INDEX).iterdir()) == []


def test_any_thread_may_use_it(tmp_path: Path) -> None:
    library = filled(Library(tmp_path), *TEXTS)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda text: found_in(library, text), TEXTS * 20))
    assert found == [[a_document(text).key] for text in TEXTS * 20]
