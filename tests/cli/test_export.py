import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from bundling import PIER_PAGE, name_of, redacted, two_runs
from storing import files
from typer.testing import CliRunner, Result

from provcheck.cli.export import register
from provcheck.store.evidence import Store
from provcheck.store.record import Run

Invoke = Callable[..., Result]


@pytest.fixture
def store(folder: Path) -> Store:
    return two_runs(folder / ".provcheck")


def records(path: Path) -> list[int]:
    return [json.loads(line)["seq"] for line in (path / "ledger.jsonl").read_bytes().splitlines()]


def test_a_bundle_is_written_and_told(invoke: Invoke, store: Store, folder: Path) -> None:
    run = invoke("store", "export", "kept")

    assert run.exit_code == 0, run.stderr
    assert run.stdout == "bundle kept: 7 records (4 of fetches), 3 objects, 2 given sources\n"
    assert run.stderr == ""
    assert records(folder / "kept") == [1, 2, 3, 4, 5, 6, 7]
    assert store.root.exists()


@pytest.mark.parametrize("name", ["web.warc", "web.WARC.GZ"])
def test_a_warc_is_known_by_its_name(invoke: Invoke, store: Store, folder: Path, name: str) -> None:
    run = invoke("store", "export", name)

    assert store.root.exists()
    assert run.stdout == f"warc {name}: 4 records (4 of fetches), 2 objects\n"
    assert (folder / name).is_file()


@pytest.mark.parametrize(("shape", "name"), [("warc", "kept"), ("bundle", "kept.warc")])
def test_the_format_can_be_named(invoke: Invoke, folder: Path, shape: str, name: str) -> None:
    two_runs(folder / ".provcheck")

    run = invoke("store", "export", name, "--format", shape)

    assert run.exit_code == 0, run.stderr
    assert (folder / name).is_file() is (shape == "warc")


def test_another_store_can_be_named(invoke: Invoke, folder: Path) -> None:
    two_runs(folder / "other")

    assert invoke("store", "export", "kept", "--store", "other").exit_code == 0
    assert not (folder / ".provcheck").exists()


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param("salt.txt", [1, 2, 6, 7], id="by its name"),
        pytest.param("moved.txt", [1, 2, 6, 7], id="by its bytes"),
        pytest.param("harbour.txt", [1, 2, 3, 4, 5], id="changed since"),
    ],
)
def test_of_one_article_the_last_run_is_written(
    invoke: Invoke, folder: Path, article: str, expected: list[int]
) -> None:
    two_runs(folder / ".provcheck")
    (folder / "moved.txt").write_bytes(b"salt")
    (folder / "harbour.txt").write_bytes(b"changed since")

    run = invoke("store", "export", "kept", "--article", article)

    assert run.exit_code == 0, run.stderr
    assert records(folder / "kept") == expected


def test_of_an_article_at_an_address_too(invoke: Invoke, store: Store, folder: Path) -> None:
    """An address is no path: two slashes in a row are to stay two."""
    last = store.note(Run(article="https://wire.example/a", article_sha256="0" * 64, tool="1"))

    run = invoke("store", "export", "kept", "--article", "https://wire.example/a")

    assert run.exit_code == 0, run.stderr
    assert records(folder / "kept") == [last]


def test_an_article_that_was_never_checked_is_told(
    invoke: Invoke, store: Store, folder: Path
) -> None:
    run = invoke("store", "export", "kept", "--article", "pier.txt")

    assert store.root.exists()
    assert run.exit_code == 2
    assert run.stderr == (
        "provcheck: pier.txt: no run on it is kept in .provcheck; check it with --store first, "
        "and with --sources where --offline is given\n"
    )
    assert not (folder / "kept").exists()


def test_what_was_removed_on_purpose_is_told(invoke: Invoke, store: Store) -> None:
    redacted(store, PIER_PAGE)

    run = invoke("store", "export", "kept")

    assert run.exit_code == 0
    assert run.stdout.splitlines()[1:] == ["left out: 1 object removed on purpose"]


def test_what_the_store_lost_is_told_and_counts(invoke: Invoke, store: Store, folder: Path) -> None:
    store.objects.place(name_of(PIER_PAGE)).unlink()

    run = invoke("store", "export", "kept")

    assert run.exit_code == 1
    assert f"missing: object {name_of(PIER_PAGE)}, lost or damaged" in run.stdout
    assert records(folder / "kept") == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("target", ["mine", "mine/file", "mine.warc"])
def test_what_is_there_is_not_replaced(
    invoke: Invoke, store: Store, folder: Path, target: str
) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "file").write_bytes(b"mine")
    (folder / "mine.warc").write_bytes(b"mine")

    run = invoke("store", "export", target)

    assert store.root.exists()
    assert run.exit_code == 2
    assert run.stdout == ""
    assert run.stderr.startswith(f"provcheck: {target}: is there already; name a new place")
    assert run.stderr.count("\n") == 1
    assert files(folder / "mine") == {"file": b"mine"}


def test_without_a_store_one_line_says_so(invoke: Invoke, folder: Path) -> None:
    run = invoke("store", "export", "kept")

    assert run.exit_code == 2
    assert run.stderr == (
        "provcheck: .provcheck: nothing is recorded there; name the store with --store\n"
    )
    assert list(folder.iterdir()) == []


def test_a_name_with_escapes_is_printed_harmlessly(invoke: Invoke, store: Store) -> None:
    run = invoke("store", "export", "a\x1b[2Jb\nc")

    assert store.root.exists()
    assert "\x1b" not in run.stdout
    assert run.stdout.count("\n") == 1


def test_it_can_be_registered_in_another_program() -> None:
    app = typer.Typer()
    register(app)

    assert " export " in CliRunner().invoke(app, ["--help"]).stdout
