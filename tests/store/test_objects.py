from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provcheck.errors import StoreError
from provcheck.store.objects import Objects


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bytes_come_back_by_their_hash(tmp_path: Path, data: bytes) -> None:
    objects = Objects(tmp_path)

    name = objects.put(data)

    assert name == sha256(data).hexdigest()
    assert objects.get(name) == data


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    objects = Objects(tmp_path)
    objects.put(b"words")
    objects.put(b"words")

    assert len([p for p in (tmp_path / "objects").rglob("*") if p.is_file()]) == 1


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    Objects(tmp_path).put(b"words")

    assert [p.name for p in tmp_path.rglob("tmp-*")] == []


def test_damage_is_noticed(tmp_path: Path) -> None:
    objects = Objects(tmp_path)
    name = objects.put(b"words")
    (tmp_path / "objects" / name[:2] / name[2:]).write_bytes(b"wards")

    with pytest.raises(StoreError, match="damaged"):
        objects.get(name)


def test_loss_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="missing"):
        Objects(tmp_path).get("0" * 64)


def test_a_store_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "objects").write_text("a file where the folder should be")

    with pytest.raises(StoreError, match="cannot be written"):
        Objects(tmp_path).put(b"words")
