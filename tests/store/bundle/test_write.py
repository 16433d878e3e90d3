import json
from pathlib import Path

import pytest
from bundling import (
    AGAIN_SEQ,
    HARBOUR_SEQ,
    NOTES,
    PIER_PAGE,
    SALT_SEQ,
    TALKS_PAGE,
    TRANSCRIPT,
    name_of,
    redacted,
    two_runs,
)
from storing import a_fetch, files, filled

from provcheck.errors import StoreError
from provcheck.store.bundle.write import Exported, write_bundle
from provcheck.store.chain import Written, unline
from provcheck.store.evidence import Store
from provcheck.store.given import given
from provcheck.store.record import Run


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return two_runs(tmp_path / "store")


def place(name: str) -> str:
    return f"objects/{name[:2]}/{name[2:]}"


def ledger(bundle: Path) -> list[Written]:
    found = map(unline, (bundle / "ledger.jsonl").read_bytes().splitlines())
    return [held for held in found if held]


def card(bundle: Path) -> dict[str, object]:
    told = json.loads((bundle / "bundle.json").read_text())
    assert isinstance(told, dict)
    return told


def test_a_store_is_not_changed_by_an_export(store: Store, tmp_path: Path) -> None:
    before = files(store.root)
    write_bundle(store, tmp_path / "bundle")

    assert files(store.root) == before


def test_all_of_a_ledger_is_the_ledger(store: Store, tmp_path: Path) -> None:
    told = write_bundle(store, tmp_path / "bundle")

    assert told == Exported(records=7, fetches=4, objects=3, given=2)
    whole = (store.root / "ledger.jsonl").read_bytes()
    assert (tmp_path / "bundle" / "ledger.jsonl").read_bytes() == whole
    assert card(tmp_path / "bundle")["left_out"] == []


def test_objects_lie_under_their_hashes(store: Store, tmp_path: Path) -> None:
    write_bundle(store, tmp_path / "bundle")

    objects = {n: b for n, b in files(tmp_path / "bundle").items() if n.startswith("objects/")}
    text = b"We will not close the north pier."
    assert objects == {place(name_of(b)): b for b in (TALKS_PAGE, PIER_PAGE, text)}


def test_of_one_run_the_rest_is_left_out_and_told(store: Store, tmp_path: Path) -> None:
    told = write_bundle(store, tmp_path / "bundle", (SALT_SEQ,))

    assert told == Exported(records=4, fetches=2, objects=2, given=1)
    assert [held.seq for held in ledger(tmp_path / "bundle")] == [1, 2, AGAIN_SEQ, SALT_SEQ]
    assert all(held.is_sound for held in ledger(tmp_path / "bundle"))
    assert card(tmp_path / "bundle")["left_out"] == [{"first": 3, "last": 5}]
    written = b"".join(files(tmp_path / "bundle").values())
    assert PIER_PAGE not in written
    assert TRANSCRIPT not in written


def test_the_head_of_the_ledger_is_told_even_where_it_is_left_out(
    store: Store, tmp_path: Path
) -> None:
    write_bundle(store, tmp_path / "bundle", (HARBOUR_SEQ,))

    assert card(tmp_path / "bundle")["head"] == {"seq": 7, "link": store.ledger.head()}


def test_given_files_have_a_manifest_of_the_usual_kind(store: Store, tmp_path: Path) -> None:
    write_bundle(store, tmp_path / "bundle", (HARBOUR_SEQ,))

    plain = given((tmp_path / "bundle" / "given",))

    assert (tmp_path / "bundle" / "given" / "0001-speech.txt").read_bytes() == TRANSCRIPT
    assert [(e.url, e.file, e.redirect_to) for e in plain.entries] == [
        ("https://ada.example/speech", "0001-speech.txt", None),
        ("https://t.example/s", None, "https://ada.example/speech"),
        (None, "0001-speech.txt", None),
    ]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        pytest.param("a.txt", "0001-a.txt", id="plain"),
        pytest.param("deep/er/a.txt", "0001-a.txt", id="in folders"),
        pytest.param("../../etc/passwd", "0001-passwd", id="outside"),
        pytest.param("C:\\x\\..\\a.txt", "0001-a.txt", id="Windows"),
        pytest.param("Rede für Ä.txt", "0001-Rede-f-r-.txt", id="letters of all kinds"),
        pytest.param("..", "0001-source", id="nothing but dots"),
        pytest.param("https://wire.example/a?b=c", "0001-a-b-c", id="an address"),
        pytest.param("n" * 300 + ".txt", "0001-" + "n" * 76 + ".txt", id="too long"),
    ],
)
def test_names_of_given_files_lead_nowhere_else(tmp_path: Path, key: str, name: str) -> None:
    store = Store(tmp_path / "store")
    run = Run.model_validate(
        {
            "article": "a", "article_sha256": "0" * 64, "tool": "0",
            "given": [{"key": key, "entry": {"file": "f"}, "sha256": store.objects.put(b"x")}],
        }
    )  # fmt: skip
    store.note(run)
    write_bundle(store, tmp_path / "bundle")

    assert sorted(p.name for p in (tmp_path / "bundle" / "given").iterdir()) == [
        name,
        "sources.json",
    ]


def test_two_exports_are_the_same_bytes(store: Store, tmp_path: Path) -> None:
    for runs in (None, (HARBOUR_SEQ,)):
        write_bundle(store, tmp_path / f"one-{runs}", runs)
        write_bundle(store, tmp_path / f"two-{runs}", runs)

        assert files(tmp_path / f"one-{runs}") == files(tmp_path / f"two-{runs}")


def test_redacted_bytes_stay_behind_and_their_record_comes_along(
    store: Store, tmp_path: Path
) -> None:
    for data in (PIER_PAGE, NOTES):
        redacted(store, data)

    told = write_bundle(store, tmp_path / "bundle")

    assert set(told.redacted) == {name_of(PIER_PAGE), name_of(NOTES)}
    assert told.missing == ()
    written = files(tmp_path / "bundle")
    assert not any(data in b"".join(written.values()) for data in (PIER_PAGE, NOTES))
    assert b"a private address" in written["ledger.jsonl"]
    assert "notes" not in written["given/sources.json"].decode()


def test_bytes_that_came_back_after_a_redaction_stay_behind(store: Store, tmp_path: Path) -> None:
    redacted(store, PIER_PAGE)
    store.objects.put(PIER_PAGE)

    write_bundle(store, tmp_path / "bundle")

    assert PIER_PAGE not in b"".join(files(tmp_path / "bundle").values())


def test_what_the_store_lost_is_told(store: Store, tmp_path: Path) -> None:
    store.objects.place(name_of(PIER_PAGE)).unlink()
    store.objects.place(name_of(TALKS_PAGE)).write_bytes(b"flipped")

    told = write_bundle(store, tmp_path / "bundle")

    assert told.missing == tuple(sorted([name_of(PIER_PAGE), name_of(TALKS_PAGE)]))
    assert card(tmp_path / "bundle")["missing"] == list(told.missing)
    assert "2 had been lost" in (tmp_path / "bundle" / "README.txt").read_text().replace("\n", " ")


def test_an_article_goes_along_where_the_store_has_it(store: Store, tmp_path: Path) -> None:
    write_bundle(store, tmp_path / "without")
    store.objects.put(b"harbour")
    write_bundle(store, tmp_path / "with", (HARBOUR_SEQ,))

    assert b"harbour" not in files(tmp_path / "without").values()
    assert files(tmp_path / "with")[place(name_of(b"harbour"))] == b"harbour"


def test_a_store_without_runs_is_exported_whole(tmp_path: Path) -> None:
    told = write_bundle(filled(tmp_path / "store", 3), tmp_path / "bundle")

    assert told == Exported(records=3, fetches=3, objects=3)
    assert not (tmp_path / "bundle" / "given").exists()


def test_a_target_that_is_there_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / "mine").write_bytes(b"mine")

    with pytest.raises(StoreError, match="is there already; name a new place for a bundle"):
        write_bundle(store, tmp_path / "bundle")


def test_a_failed_fetch_has_no_bytes(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.keep(a_fetch(failure="the host did not answer"), None)

    assert write_bundle(store, tmp_path / "bundle") == Exported(records=1, fetches=1)
