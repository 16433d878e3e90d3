import json
from pathlib import Path

import pytest

from provcheck.errors import StoreError
from provcheck.store.entry import Entry, Placed
from provcheck.store.manifest import MANIFEST, listed


def written(folder: Path, entries: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.txt").write_text("one")
    (folder / MANIFEST).write_text(json.dumps(entries))
    return folder / MANIFEST


def test_an_entry_with_a_file_goes_by_its_path_below_the_root(tmp_path: Path) -> None:
    manifest = written(tmp_path / "deep" / "er", [{"file": "a.txt", "lang": "en"}])

    (placed,) = listed(manifest, tmp_path)

    assert placed.key == "deep/er/a.txt"
    assert placed.entry == Entry(file="a.txt", lang="en")
    assert placed.path == tmp_path / "deep" / "er" / "a.txt"


def test_an_entry_without_a_file_goes_by_its_address(tmp_path: Path) -> None:
    url = "https://gone.example/x"
    manifest = written(tmp_path, [{"url": url, "status": 404}])

    assert list(listed(manifest, tmp_path)) == [Placed(url, Entry(url=url, status=404))]


def test_a_file_outside_the_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("outside")
    manifest = written(tmp_path / "in", [{"file": "../x.txt"}])

    with pytest.raises(StoreError, match=r"entry 1, field file: \.\./x\.txt lies outside"):
        list(listed(manifest, tmp_path / "in"))
