from pathlib import Path

import pytest
from shelving import DUES, PIER, a_store, found_in, key_of

from provcheck.errors import StoreError
from provcheck.store.library.library import Library
from provcheck.store.library.removal import taken_out
from provcheck.store.library.tables import INDEX
from provcheck.store.verify import faults


def test_a_document_is_out_for_good_and_its_bytes_stay(tmp_path: Path) -> None:
    store = a_store(tmp_path, PIER, DUES)
    library = Library(tmp_path)

    assert taken_out(store, library, key_of(PIER)[:8].upper()).key == key_of(PIER)

    assert found_in(library, "herring fleet") == []
    library.close()
    (tmp_path / INDEX).unlink()
    assert [each.key for each in Library(tmp_path).documents()] == [key_of(DUES)]
    assert store.objects.has(key_of(PIER))
    assert faults(store) == ()


@pytest.mark.parametrize(
    ("digits", "why"),
    [
        pytest.param("", "no key", id="nothing"),
        pytest.param("abcdef1", "no key", id="too few digits"),
        pytest.param("../../etc/passwd", "no key", id="no digits"),
        pytest.param("0" * 8, "no document has", id="a key that nothing has"),
    ],
)
def test_what_is_not_there_is_refused(tmp_path: Path, digits: str, why: str) -> None:
    store = a_store(tmp_path, PIER)
    with pytest.raises(StoreError, match=f"{why}.*library list"):
        taken_out(store, Library(tmp_path), digits)
    assert len(list(store.ledger.chained())) == 2
