from collections.abc import Callable
from pathlib import Path

import pytest
from bundling import PIER_PAGE, SALT_SEQ, name_of, redacted, two_runs
from stamping import Authority, an_authority
from typer.testing import Result

from provcheck.store.bundle.write import write_bundle
from provcheck.store.timestamp import stamp

Invoke = Callable[..., Result]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return an_authority()


@pytest.fixture
def bundle(folder: Path, authority: Authority) -> Path:
    store = two_runs(folder / "store")
    redacted(store, PIER_PAGE)
    stamp(store, authority.answer, "https://times.example/")
    write_bundle(store, folder / "kept")
    write_bundle(store, folder / "salt", (SALT_SEQ,))
    (folder / "roots.pem").write_bytes(authority.pem)
    return folder / "kept"


def test_a_bundle_as_it_was_written_is_sound(invoke: Invoke, bundle: Path) -> None:
    run = invoke("store", "verify", "kept", "--certificates", "roots.pem")

    assert bundle.exists()
    assert run.exit_code == 0, run.stdout
    sound, stamped = run.stdout.splitlines()
    assert sound.startswith("9 of 9 records up to ")
    assert sound.endswith(": all sound")
    assert stamped == (
        "timestamp 9: records up to 8 existed at 2026-03-01 12:30:00 UTC, by https://times.example/"
    )


def test_one_of_a_single_run_says_how_much_it_has(invoke: Invoke, bundle: Path) -> None:
    assert bundle.exists()
    assert invoke("store", "verify", "salt").stdout.startswith("4 of 9 records up to ")


def test_timestamps_that_nobody_looked_at_are_told(invoke: Invoke, bundle: Path) -> None:
    run = invoke("store", "verify", "kept")

    assert bundle.exists()
    assert run.exit_code == 0
    assert "timestamps: 1 not checked; name their authorities with --certificates" in run.stdout


def test_a_damaged_object_counts(invoke: Invoke, bundle: Path) -> None:
    path = next(p for p in sorted((bundle / "objects").rglob("*")) if p.is_file())
    path.write_bytes(b"x")

    run = invoke("store", "verify", "kept")

    assert run.exit_code == 1
    assert run.stdout.splitlines()[0].endswith(f"{path.name}: damaged")
    assert "sound" not in run.stdout


def test_a_broken_link_is_one_line(invoke: Invoke, bundle: Path) -> None:
    path = bundle / "ledger.jsonl"
    path.write_bytes(path.read_bytes().replace(b"404", b"405", 1))

    run = invoke("store", "verify", "kept")

    assert run.exit_code == 2
    assert run.stderr == (
        "provcheck: kept/ledger.jsonl: line 4 is damaged; take the bundle anew from whoever "
        "made it\n"
    )


def test_an_authority_that_is_not_trusted_counts(
    invoke: Invoke, bundle: Path, folder: Path
) -> None:
    (folder / "others.pem").write_bytes(an_authority("Others").pem)

    run = invoke("store", "verify", "kept", "--certificates", "others.pem")

    assert bundle.exists()
    assert run.exit_code == 1
    assert "timestamp 9: proves nothing: its token is not signed" in run.stdout
    assert name_of(PIER_PAGE) not in run.stdout


def test_a_folder_that_is_no_bundle_is_told(invoke: Invoke, folder: Path) -> None:
    (folder / "plain").mkdir()

    run = invoke("store", "verify", "plain")

    assert run.exit_code == 2
    assert run.stderr.startswith("provcheck: plain/bundle.json: cannot be read")


@pytest.mark.parametrize("name", ["nowhere", "web.warc.gz"], ids=["not there", "a file"])
def test_what_is_no_folder_is_told(invoke: Invoke, folder: Path, name: str) -> None:
    (folder / "web.warc.gz").write_bytes(b"")

    run = invoke("store", "verify", name)

    assert run.exit_code == 2
    assert run.stderr == (
        f"provcheck: {name}: no folder; name one that `provcheck store export` wrote\n"
    )
