from pathlib import Path

import pytest
from shelving import DUES, PIER, SONG, TEXTS, a_document

from provcheck.store.library.index import Current, Index
from provcheck.store.library.tables import INDEX


@pytest.fixture
def index() -> Index:
    made = Index(None)
    put(made, *TEXTS)
    return made


def put(index: Index, *texts: str) -> None:
    with index.writing():
        index.add([(a_document(text), text) for text in texts])
    index.settle()


def frequencies(index: Index) -> dict[str, int]:
    rows = index.database.execute("select word, documents from frequency where documents > 0")
    return dict(rows.fetchall())


def counted_anew(index: Index) -> dict[str, int]:
    return dict(index.database.execute("select term, doc from vocabulary").fetchall())


def test_documents_are_there_with_their_words(index: Index) -> None:
    assert (index.size, index.words) == (3, sum(len(text.split()) for text in TEXTS))
    assert index.document(a_document(PIER).key) == a_document(PIER)
    assert index.document("nothing") is None
    assert index.page("", 9) == sorted(map(a_document, TEXTS), key=lambda d: d.key)
    assert index.page(index.page("", 1)[0].key, 1) == index.page("", 9)[1:2]
    assert index.frequencies(["the", "herring", "nothing"]) == {"the": 3, "herring": 1}


@pytest.mark.parametrize("many", [3, 60], ids=["few, counted one by one", "many, counted at once"])
def test_words_are_counted_exactly(index: Index, many: int) -> None:
    put(index, *(f"{PIER} Number {number}." for number in range(many)))
    assert frequencies(index) == counted_anew(index)
    assert index.frequencies(["herring"]) == {"herring": many + 1}


def test_counting_is_made_up_for_after_a_run_was_killed(tmp_path: Path) -> None:
    killed = Index(tmp_path / INDEX)
    with killed.writing():
        killed.add([(a_document(str(n)), f"word{n}") for n in range(60)])
    killed.close()

    later = Index(tmp_path / INDEX)
    later.settle()

    assert frequencies(later) == counted_anew(later)
    later.close()


def test_a_document_goes_with_its_words(index: Index) -> None:
    with index.writing():
        index.remove(a_document(PIER).key, PIER)
    assert index.frequencies(["herring"]) == {}
    assert frequencies(index) == counted_anew(index)
    assert (index.size, index.has(a_document(PIER).key)) == (2, False)


def test_without_its_text_a_document_goes_all_the_same(index: Index) -> None:
    with index.writing():
        index.remove(a_document(SONG).key, None)
    put(index, "Another text.")
    assert not index.has(a_document(SONG).key)
    joined = "select key from text join document on id = text.rowid where text match 'lamps'"
    assert index.database.execute(joined).fetchall() == []


def test_another_word_on_a_document(index: Index) -> None:
    told = a_document(DUES, title="Dues", publisher="Example Wire")
    with index.writing():
        index.describe(told)
    assert index.named(told.text_sha256) == [told]
    assert index.size == 3


def test_what_is_noted_beside_documents(index: Index) -> None:
    with index.writing():
        index.advance(Current(7, "link"))
        index.mark("k", removed=True)
        index.mark("k", removed=True)
    assert index.current == Current(7, "link")
    assert index.is_removed("k")
    with index.writing():
        index.mark("k", removed=False)
    assert not index.is_removed("k")


def test_all_can_be_cleared(index: Index) -> None:
    index.clear()
    assert (index.size, index.words, index.current) == (0, 0, Current(0, ""))
    assert frequencies(index) == {}
