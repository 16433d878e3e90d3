import os
from pathlib import Path

import pytest
from storing import a_fetch, page

from provcheck.errors import StoreError
from provcheck.store import journal
from provcheck.store.chain import Written, line, written
from provcheck.store.journal import NOTHING, Head, add, content, tail

JOURNAL = "ledger.jsonl"


def grown(root: Path, count: int) -> list[Head]:
    """A journal of `count` records; where each of them ends, the beginning first."""
    (root / JOURNAL).touch()
    heads = [NOTHING]
    for number in range(1, count + 1):
        held = written(a_fetch(page(number)), number, heads[-1].link)
        heads.append(Head(number, held.link, add(root, heads[-1], held)))
    return heads


def waiting(root: Path, head: Head) -> list[int]:
    return [held.seq for held, _ in tail(root, head)]


def test_what_stands_after_the_head_waits(tmp_path: Path) -> None:
    heads = grown(tmp_path, 3)

    assert waiting(tmp_path, NOTHING) == [1, 2, 3]
    assert waiting(tmp_path, heads[2]) == [3]
    assert waiting(tmp_path, heads[3]) == []
    assert [until for _, until in tail(tmp_path, NOTHING)] == [head.until for head in heads[1:]]


def test_a_line_without_its_end_waits_for_nobody_and_makes_room(tmp_path: Path) -> None:
    heads = grown(tmp_path, 2)
    whole = (tmp_path / JOURNAL).read_bytes()
    (tmp_path / JOURNAL).write_bytes(whole[:-1])
    assert waiting(tmp_path, NOTHING) == [1]

    add(tmp_path, heads[1], written(a_fetch("https://wire.example/b"), 2, heads[1].link))

    assert waiting(tmp_path, NOTHING) == [1, 2]


def test_a_store_yet_to_be_made_has_an_empty_journal(tmp_path: Path) -> None:
    assert content(tmp_path) == b""
    assert tail(tmp_path / "none", NOTHING) == []


@pytest.mark.parametrize("other", ["objects", "ledger.sqlite"])
def test_a_journal_missing_beside_the_rest_was_lost(tmp_path: Path, other: str) -> None:
    (tmp_path / other).mkdir()

    assert content(tmp_path) is None
    with pytest.raises(StoreError, match=r"missing.*`provcheck store repair` mends it"):
        tail(tmp_path, NOTHING)


@pytest.mark.parametrize("lost", [1, 2, 300])
def test_a_journal_that_lost_its_end_is_told(tmp_path: Path, lost: int) -> None:
    heads = grown(tmp_path, 2)
    os.truncate(tmp_path / JOURNAL, heads[2].until - lost)

    with pytest.raises(StoreError, match="shorter than it was"):
        tail(tmp_path, heads[2])


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param(lambda data: data.replace(b"wire", b"wore"), id="words changed"),
        pytest.param(lambda data: data[10:], id="the beginning gone"),
        pytest.param(lambda data: b"\n" + data, id="an empty line"),
        pytest.param(lambda data: data + data, id="a record twice"),
        pytest.param(lambda data: data[:9] + b"\r" + data[9:], id="a stray carriage return"),
    ],
)
def test_lines_that_do_not_follow_are_told(tmp_path: Path, spoilt) -> None:
    grown(tmp_path, 1)
    (tmp_path / JOURNAL).write_bytes(spoilt((tmp_path / JOURNAL).read_bytes()))

    with pytest.raises(StoreError, match="damaged in the line after record"):
        tail(tmp_path, NOTHING)


@pytest.mark.parametrize("failing", ["fsync", "write"])
def test_a_disk_that_refuses_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    heads = grown(tmp_path, 2)
    before = (tmp_path / JOURNAL).read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(journal.os, failing, refuse)
    with pytest.raises(OSError, match="Input/output"):
        add(tmp_path, heads[2], written(a_fetch(), 3, heads[2].link))
    monkeypatch.undo()

    assert (tmp_path / JOURNAL).read_bytes() == before


def test_a_link_for_a_journal_is_neither_read_nor_written(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"")
    (tmp_path / JOURNAL).symlink_to(outside)
    held: Written = written(a_fetch(), 1, NOTHING.link)

    with pytest.raises(OSError, match=r"[Ss]ymbolic link"):
        add(tmp_path, NOTHING, held)
    with pytest.raises(OSError, match=r"symbolic links"):
        content(tmp_path)
    assert outside.read_bytes() == b""
    assert line(held)
