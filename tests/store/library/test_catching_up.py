import multiprocessing
from pathlib import Path

import pytest
from shelving import (
    DUES,
    PIER,
    SONG,
    a_store,
    key_of,
    note_added,
    note_page,
    note_reading,
    note_removed,
    page_of,
)
from storing import NOON, name_of

from provcheck.store.evidence import Store
from provcheck.store.library import catching_up
from provcheck.store.library.catching_up import catch_up, text_of
from provcheck.store.library.index import Index
from provcheck.store.library.library import Library
from provcheck.store.library.tables import INDEX
from provcheck.store.record import Loss, Redaction


def caught_up(store: Store, index: Index | None = None) -> Index:
    index = index or Index(None)
    catch_up(index, store)
    return index


def keys(index: Index) -> set[str]:
    return {document.key for document in index.page("", 99)}


def frequencies(index: Index) -> list[tuple[str, int]]:
    query = "select * from frequency where documents > 0 order by word"
    return index.database.execute(query).fetchall()


def test_an_empty_store_has_no_documents(tmp_path: Path) -> None:
    assert keys(caught_up(Store(tmp_path / "s"))) == set()
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("batch", [1, 2, 4000])
def test_it_goes_on_where_it_was(
    tmp_path: Path, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "_BATCH", batch)
    store = a_store(tmp_path, PIER, DUES)
    index = caught_up(store)
    assert keys(index) == {key_of(PIER), key_of(DUES)}
    assert index.current == (4, store.ledger.head())

    note_page(store, SONG)
    assert caught_up(store, index).size == 3
    assert index.current == (6, store.ledger.head())
    assert frequencies(index) == frequencies(caught_up(store))


def test_the_last_reading_counts(tmp_path: Path) -> None:
    store = a_store(tmp_path, PIER)
    index = caught_up(store)
    note_reading(store, page_of(PIER), SONG)

    for each in (caught_up(store, index), caught_up(store)):
        (document,) = each.page("", 9)
        assert (document.key, text_of(store, document)) == (key_of(PIER), SONG)
        assert each.frequencies(["lamps", "herring"]) == {"lamps": 1}


def test_what_was_taken_out_comes_back_by_hand_alone(tmp_path: Path) -> None:
    store = a_store(tmp_path, PIER, DUES)
    index = caught_up(store)
    note_removed(store, PIER)
    note_page(store, PIER)
    assert keys(caught_up(store, index)) == keys(caught_up(store)) == {key_of(DUES)}
    assert index.frequencies(["herring"]) == {}

    note_added(store, PIER)
    assert keys(caught_up(store, index)) == keys(caught_up(store)) == {key_of(PIER), key_of(DUES)}


@pytest.mark.parametrize("name", [key_of(PIER), name_of(PIER.encode())], ids=["page", "text"])
def test_what_is_lost_is_out(tmp_path: Path, name: str) -> None:
    store = a_store(tmp_path, PIER, DUES)
    index = caught_up(store)
    store.objects.remove(name)
    store.note(Loss(sha256=name, reason="damaged", at=NOON))
    assert keys(caught_up(store, index)) == keys(caught_up(store)) == {key_of(DUES)}

    note_page(store, PIER)
    assert key_of(PIER) in keys(caught_up(store, index))


def test_what_others_redacted_is_gone_to_the_last_byte(tmp_path: Path) -> None:
    store = a_store(tmp_path, "Of marrowbone alone.", DUES)
    index = caught_up(store, Index(tmp_path / INDEX))
    assert b"marrowbone" in (tmp_path / INDEX).read_bytes()
    key = key_of("Of marrowbone alone.")
    store.note(Redaction(sha256=key, reason="r", at=NOON))  # as a version without a library does

    assert keys(caught_up(store, index)) == {key_of(DUES)}
    assert b"marrowbone" not in (tmp_path / INDEX).read_bytes()
    index.close()


@pytest.mark.parametrize("records", [1, 6], ids=["shorter", "of the same length"])
def test_an_index_of_another_ledger_is_made_anew(tmp_path: Path, records: int) -> None:
    index = caught_up(a_store(tmp_path / "one", PIER, DUES, SONG))
    texts = [f"Another text, number {number}." for number in range(records // 2)]
    other = a_store(tmp_path / "other", *texts) if texts else Store(tmp_path / "other")
    assert keys(caught_up(other, index)) == set(map(key_of, texts))


def test_two_processes_at_once(tmp_path: Path) -> None:
    """Some write, some search; all that was acknowledged is found at the end, by all."""
    a_store(tmp_path, PIER)
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_work, args=(tmp_path, number)) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0] * 4

    library = Library(tmp_path)
    texts = [PIER, *(f"{number} marrowbones of {of}." for number in range(10) for of in range(4))]
    assert {d.key for d in library.documents()} == set(map(key_of, texts))
    index = Index(tmp_path / INDEX)
    assert frequencies(index) == frequencies(caught_up(Store(tmp_path)))
    index.close()


def _work(root: Path, of: int) -> None:
    store, library = Store(root), Library(root)
    for number in range(10):
        text = f"{number} marrowbones of {of}."
        note_page(store, text)
        library.catch_up()
        assert library.search((text,))[0].document.key == key_of(text)
