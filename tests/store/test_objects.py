import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storing import dies, name_of, stride

from provcheck.errors import StoreError
from provcheck.store import files
from provcheck.store.objects import Flaw, Objects

WORDS = b"words"
NAME = name_of(WORDS)


@given(st.binary(max_size=200))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bytes_come_back_by_their_hash(tmp_path: Path, data: bytes) -> None:
    objects = Objects(tmp_path)

    name = objects.put(data)

    assert name == sha256(data).hexdigest()
    assert objects.get(name) == data
    assert objects.size(name) == len(data)
    assert objects.flaw(name) is None


def test_the_same_bytes_are_kept_once_and_are_young_again(tmp_path: Path) -> None:
    objects = Objects(tmp_path)
    objects.put(WORDS)
    os.utime(objects.place(NAME), (0, 0))
    objects.put(WORDS)

    assert [p for p in (tmp_path / "objects").rglob("*") if p.is_file()] == [objects.place(NAME)]
    assert objects.place(NAME).stat().st_mtime > 0


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    Objects(tmp_path).put(WORDS)

    assert list(Objects(tmp_path).temporary()) == []


def test_names_are_those_of_objects_alone(tmp_path: Path) -> None:
    objects = Objects(tmp_path)
    names = sorted(objects.put(data) for data in (b"a", b"b", b"c"))
    (tmp_path / "objects" / "README").write_text("not ours")
    (tmp_path / "objects" / "ab").mkdir(exist_ok=True)
    (tmp_path / "objects" / "ab" / "tmp-1").write_text("unfinished")

    assert list(objects.names()) == names
    assert [path.name for path in objects.temporary()] == ["tmp-1"]


def test_an_absent_store_has_no_objects_and_gets_none_by_asking(tmp_path: Path) -> None:
    objects = Objects(tmp_path / "none")

    assert list(objects.names()) == []
    assert not objects.has(NAME)
    assert objects.look(NAME) == Flaw.MISSING
    objects.remove(NAME)
    assert list(tmp_path.iterdir()) == []


def test_what_is_removed_is_gone_and_may_come_again(tmp_path: Path) -> None:
    objects = Objects(tmp_path)
    objects.put(WORDS)
    objects.remove(NAME)
    objects.remove(NAME)
    assert not objects.has(NAME)

    assert objects.put(WORDS) == NAME
    assert objects.get(NAME) == WORDS


@pytest.mark.parametrize(
    ("spoil", "flaw"),
    [
        pytest.param(lambda path: path.write_bytes(b"wards"), Flaw.DAMAGED, id="changed"),
        pytest.param(lambda path: path.write_bytes(b""), Flaw.DAMAGED, id="emptied"),
        pytest.param(lambda path: path.unlink(), Flaw.MISSING, id="deleted"),
        pytest.param(
            lambda path: (path.unlink(), path.symlink_to("/etc/hostname")),
            Flaw.UNREADABLE,
            id="a link for it",
        ),
        pytest.param(lambda path: (path.unlink(), path.mkdir()), Flaw.UNREADABLE, id="a folder"),
        pytest.param(
            lambda path: (path.unlink(), os.mkfifo(path)), Flaw.UNREADABLE, id="a pipe for it"
        ),
        pytest.param(
            lambda path: (path.unlink(), path.parent.rmdir(), path.parent.write_text("x")),
            Flaw.MISSING,
            id="a file for its folder",
        ),
    ],
)
def test_damage_is_noticed(tmp_path: Path, spoil, flaw: Flaw) -> None:
    objects = Objects(tmp_path)
    objects.put(WORDS)
    spoil(objects.place(NAME))

    assert objects.look(NAME) == flaw
    assert objects.flaw(NAME) == flaw
    with pytest.raises(StoreError, match=f"{NAME[2:]}: {flaw}; fetch the source again"):
        objects.get(NAME)


def test_putting_sound_bytes_over_damaged_ones_heals(tmp_path: Path) -> None:
    objects = Objects(tmp_path)
    objects.put(WORDS)
    objects.place(NAME).write_bytes(b"wards")
    objects.put(WORDS)

    assert objects.get(NAME) == WORDS


@pytest.mark.parametrize(
    "name", ["", "../../etc/passwd", "a" * 63, "A" * 64, f"{'a' * 64}\n", "é" * 64]
)
def test_what_is_no_hash_names_nothing(tmp_path: Path, name: str) -> None:
    objects = Objects(tmp_path)
    objects.put(WORDS)

    assert objects.look(name) == Flaw.MISSING
    assert not objects.has(name)
    assert objects.place(name).is_relative_to(tmp_path / "objects")
    objects.remove(name)
    assert list(objects.names()) == [NAME]


@pytest.mark.parametrize("linked", ["objects", f"objects/{NAME[:2]}"])
def test_links_lead_nowhere(tmp_path: Path, linked: str) -> None:
    outside = tmp_path / "outside"
    (outside / NAME[:2]).mkdir(parents=True)
    for place in (outside / NAME[:2] / NAME[2:], outside / NAME[2:]):
        place.write_bytes(WORDS)
    before = sorted(outside.rglob("*"))
    (tmp_path / "store" / linked).parent.mkdir(parents=True)
    (tmp_path / "store" / linked).symlink_to(outside)
    objects = Objects(tmp_path / "store")

    assert objects.look(NAME) == Flaw.UNREADABLE
    assert not objects.has(NAME)
    assert list(objects.names()) == []
    for action in (lambda: objects.put(WORDS), lambda: objects.remove(NAME)):
        with pytest.raises(StoreError, match="symbolic link"):
            action()
    assert sorted(outside.rglob("*")) == before


def test_a_store_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "objects").write_text("a file where the folder should be")

    with pytest.raises(StoreError, match=r"cannot be written \(.*\); free space.*--store"):
        Objects(tmp_path).put(WORDS)


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_disk_that_refuses_leaves_no_half_object(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    objects = Objects(tmp_path)
    objects.put(b"other words")
    objects.place(NAME).parent.mkdir(exist_ok=True)

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(files.os, failing, refuse)
    monkeypatch.setattr(files.Path, "replace", refuse)
    with pytest.raises(StoreError, match=r"Input/output error"):
        objects.put(WORDS)
    monkeypatch.undo()

    assert not objects.has(NAME)
    assert list(objects.temporary()) == []


def test_a_process_may_die_at_any_line(tmp_path: Path) -> None:
    line = 1
    while dies(lambda root=tmp_path / str(line): Objects(root).put(WORDS), line):
        objects = Objects(tmp_path / str(line))
        assert objects.look(NAME) in (WORDS, Flaw.MISSING)
        assert objects.put(WORDS) == NAME
        assert objects.get(NAME) == WORDS
        line += stride(5)
    assert line > 20
