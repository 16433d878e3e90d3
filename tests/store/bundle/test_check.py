import json
from pathlib import Path

import pytest
from bundling import PIER_PAGE, SALT_SEQ, TRANSCRIPT, name_of, redacted, two_runs
from shelving import PIER, key_of, note_added, note_removed

from provcheck.errors import StoreError
from provcheck.store.bundle.check import bundle_faults
from provcheck.store.bundle.read import read_bundle
from provcheck.store.bundle.write import write_bundle
from provcheck.store.evidence import Store
from provcheck.store.verify import faults


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return two_runs(tmp_path / "store")


@pytest.fixture
def bundle(store: Store, tmp_path: Path) -> Path:
    write_bundle(store, tmp_path / "bundle")
    return tmp_path / "bundle"


def objects(bundle: Path) -> list[Path]:
    return sorted(p for p in (bundle / "objects").rglob("*") if p.is_file())


def test_a_bundle_as_it_was_written_is_sound(store: Store, bundle: Path, tmp_path: Path) -> None:
    write_bundle(store, tmp_path / "one", (SALT_SEQ,))

    assert bundle_faults(read_bundle(bundle)) == ()
    assert bundle_faults(read_bundle(tmp_path / "one")) == ()


def test_what_was_removed_on_purpose_or_lost_before_is_no_fault(
    store: Store, tmp_path: Path
) -> None:
    redacted(store, PIER_PAGE)
    redacted(store, TRANSCRIPT)
    store.objects.place(name_of(b"We will not close the north pier.")).unlink()
    write_bundle(store, tmp_path / "bundle")

    assert bundle_faults(read_bundle(tmp_path / "bundle")) == ()


def test_an_article_that_is_kept_is_sound_too(store: Store, tmp_path: Path) -> None:
    store.objects.put(b"harbour")
    write_bundle(store, tmp_path / "bundle")
    assert bundle_faults(read_bundle(tmp_path / "bundle")) == ()

    name = name_of(b"harbour")
    (tmp_path / "bundle" / "objects" / name[:2] / name[2:]).write_bytes(b"another")
    assert "damaged" in bundle_faults(read_bundle(tmp_path / "bundle"))[0]


def test_one_flipped_bit_anywhere_is_noticed(bundle: Path) -> None:
    for path in [*objects(bundle), bundle / "given" / "0001-speech.txt"]:
        sound = path.read_bytes()
        for at in range(0, len(sound), 11):
            path.write_bytes(sound[:at] + bytes([sound[at] ^ 4]) + sound[at + 1 :])
            assert bundle_faults(read_bundle(bundle)) == (f"{path}: damaged",)
        path.write_bytes(sound)
    assert bundle_faults(read_bundle(bundle)) == ()


def test_a_flipped_bit_of_a_record_cannot_be_passed_over(bundle: Path) -> None:
    path = bundle / "ledger.jsonl"
    path.write_bytes(path.read_bytes().replace(b"404", b"414", 1))

    with pytest.raises(StoreError, match="line 4 is damaged"):
        bundle_faults(read_bundle(bundle))


def test_a_missing_object_and_a_strange_one_are_told(bundle: Path) -> None:
    gone, *_ = objects(bundle)
    gone.unlink()
    (bundle / "objects" / "ab").mkdir(exist_ok=True)
    strange = bundle / "objects" / "ab" / ("c" * 62)
    strange.write_bytes(b"x")

    assert set(bundle_faults(read_bundle(bundle))) == {
        f"{gone}: missing",
        f"{strange}: no record names it",
    }


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param([], "does not say where '../odd name?.txt' lies", id="left out"),
        pytest.param(
            [{"file": "0001-speech.txt", "sha256": "0" * 64}], "no run was given it", id="another"
        ),
    ],
)
def test_a_card_that_tells_of_other_gifts_is_told(bundle: Path, given: object, told: str) -> None:
    card = json.loads((bundle / "bundle.json").read_text())
    (bundle / "bundle.json").write_text(json.dumps({**card, "given": given}))

    assert told in "\n".join(bundle_faults(read_bundle(bundle)))


def test_what_was_added_to_the_library_goes_along(store: Store, tmp_path: Path) -> None:
    note_added(store, PIER, title="Pier")
    note_removed(store, PIER)
    assert faults(store) == ()
    write_bundle(store, tmp_path / "bundle")

    assert bundle_faults(read_bundle(tmp_path / "bundle")) == ()
    assert key_of(PIER) in {p.parent.name + p.name for p in objects(tmp_path / "bundle")}
    objects(tmp_path / "bundle")[0].unlink()
    assert bundle_faults(read_bundle(tmp_path / "bundle")) != ()
