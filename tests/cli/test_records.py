import json
from pathlib import Path

import pytest
from storing import NOON, a_fetch, a_reading, at_rest, filled, name_of, page, words

from provcheck.cli.records import (
    as_json,
    as_lines,
    bytes_of,
    in_full,
    named,
    of_faults,
    of_freed,
    of_soundness,
    text_of,
)
from provcheck.errors import StoreError
from provcheck.model.evidence import Hop
from provcheck.store.evidence import Store
from provcheck.store.gc import Freed
from provcheck.store.record import Gap, Loss
from provcheck.store.verify import Fault

GAP = Gap(first=4, last=None, after="0" * 64, before="0" * 64, reason="both bad", at=NOON)


def test_a_line_a_fetch(tmp_path: Path) -> None:
    store = Store(tmp_path)
    hops = (Hop(url="https://wire.example/a", status=200),)
    store.keep(a_fetch(hops=hops), b"x" * 12_345)
    gone = (Hop(url="https://wire.example/b", status=404),)
    failure = "https://wire.example/b: gone (404)"
    store.keep(a_fetch("https://wire.example/b", hops=gone, failure=failure), None)
    store.note(Loss(sha256=name_of(b"x" * 12_345), reason="damaged", at=NOON))
    store.note(GAP)

    noon, sha = "2026-03-01T12:00:00+00:00", name_of(b"x" * 12_345)[:12]
    assert as_lines(store).splitlines() == [
        f"{noon}  200  {sha}      12,345 B  https://wire.example/a  (lost: damaged)",
        f"{noon}  404  -                        -  https://wire.example/b  (gone (404))",
        "lost: whatever came after record 3 (both bad)",
    ]


def test_the_same_for_programs(tmp_path: Path) -> None:
    store = at_rest(tmp_path)
    store.note(Loss(sha256=name_of(words(1)), reason="damaged", at=NOON))
    store.note(GAP)
    found = json.loads(as_json(store))

    assert list(found) == ["head", "fetches", "gaps"]
    fetches = {fetch["seq"]: fetch for fetch in found["fetches"]}
    assert fetches[1]["lost"] == "damaged"
    assert fetches[3]["redacted"] == "private"
    assert fetches[2].keys().isdisjoint({"lost", "redacted"})
    assert fetches[8]["failure"] == "no answer"
    assert [gap["first"] for gap in found["gaps"]] == [4]
    assert as_json(store).isascii()


def test_an_empty_list(tmp_path: Path) -> None:
    assert as_lines(Store(tmp_path)) == ""
    assert json.loads(as_json(Store(tmp_path)))["fetches"] == []


def test_every_record_that_names_an_object_is_shown(tmp_path: Path) -> None:
    store = at_rest(tmp_path)
    kinds = {
        sha: [one.split('"')[1] for one in in_full(store, sha).split('"kind": ')[1:]]
        for sha in map(name_of, (words(1), words(2), words(3), words(4), b"a text"))
    }

    assert list(kinds.values()) == [
        ["fetch"],
        ["fetch", "reading"],
        ["fetch", "redaction"],
        ["fetch", "run"],
        ["reading"],
    ]
    assert in_full(store, page(1)).count('"kind": "fetch"') == 2


def test_an_object_is_named_by_its_first_digits(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    name = name_of(words(1))

    assert named(store, name[:8]) == name
    assert named(store, name.upper()) == name
    for digits in (name[:7], "", "f" * 64, name[:8] + "*", name + "0"):
        with pytest.raises(StoreError, match="nothing is kept of"):
            named(store, digits)


def test_digits_that_fit_two_objects_name_none(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    twin = name_of(words(1))[:20] + "0" * 44
    store.note(Loss(sha256=twin, reason="r", at=NOON))

    with pytest.raises(StoreError, match=r"2 objects begin with .*; give more digits"):
        named(store, twin[:20])


def test_the_text_read_last_is_shown(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    for text in (b"first", b"second"):
        store.note(a_reading(words(1), text), text)

    assert text_of(store, page(1)) == text_of(store, name_of(words(1))) == "second\n"
    assert bytes_of(store, page(1)) == words(1)


def test_lost_bytes_are_told(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    store.objects.remove(name_of(words(1)))

    for what in (page(1), name_of(words(1))):
        with pytest.raises(StoreError, match="missing; fetch the source again"):
            bytes_of(store, what)


def test_faults_are_lines_whatever_a_file_is_called() -> None:
    found = (
        Fault(place="ledger.jsonl", what="missing"),
        Fault(place="a\n::x\x1b", what="not of the store", grave=False),
    )
    assert of_faults(found) == ("ledger.jsonl: missing\nnote: a ¶ ::x⟦U+001B⟧: not of the store\n")


def test_what_was_lost_before_is_told_beside_what_is_sound(tmp_path: Path) -> None:
    store = at_rest(tmp_path)
    store.note(Loss(sha256=name_of(words(1)), reason="damaged", at=NOON))
    store.note(GAP)

    assert of_soundness(store).endswith(
        "; told in the ledger: 1 object redacted, 1 object lost, 1 stretch of records lost\n"
    )


def test_what_gc_spared_is_told() -> None:
    assert of_freed(Freed(files=1, size=9, spared=0)) == "1 file removed, 9 bytes\n"
    assert "2 objects that no record names spared" in of_freed(Freed(files=0, size=0, spared=2))
