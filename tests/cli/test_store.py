import json
from pathlib import Path

import pytest
from reporting import verbatim
from storing import a_fetch, a_reading, aged, filled, name_of, page, words

from provcheck.cli.exits import Exit
from provcheck.store.evidence import Store

FIRST = name_of(words(1))


@pytest.fixture
def store(folder: Path) -> Store:
    """Three pages in the folder where the program looks by itself."""
    return filled(folder / ".provcheck", 3)


def spoilt(store: Store) -> None:
    store.objects.place(FIRST).write_bytes(b"x")


def test_a_sound_store(invoke, store: Store) -> None:
    done = invoke("store", "verify")

    assert (done.exit_code, done.stderr) == (Exit.OK, "")
    assert done.stdout == f"3 records, 3 objects: all sound, head {store.ledger.head()}\n"


def test_a_damaged_store(invoke, store: Store) -> None:
    spoilt(store)
    done = invoke("store", "verify")

    assert (done.exit_code, done.stderr) == (Exit.FINDINGS, "")
    assert done.stdout == f"objects/{FIRST[:2]}/{FIRST[2:]}: damaged; record 1 names it\n"


def test_what_touches_no_evidence_is_a_note_and_no_fault(invoke, store: Store) -> None:
    (store.root / "tmp-1").touch()
    aged(store.root)
    done = invoke("store", "verify")

    assert done.exit_code == Exit.OK
    assert done.stdout.splitlines()[0] == "note: tmp-1: left unfinished"
    assert "all sound" in done.stdout.splitlines()[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify"],
        ["repair"],
        ["gc"],
        ["list"],
        ["show", page(1)],
        ["redact", FIRST, "--reason", "r"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_store_is_one_clear_line(invoke, folder: Path, arguments: list[str]) -> None:
    done = invoke("store", *arguments, "--store", "elsewhere")

    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert done.stderr == (
        "provcheck: elsewhere: no evidence store there; name its folder with --store\n"
    )
    assert list(folder.iterdir()) == []


def test_another_folder_can_be_named(invoke, folder: Path) -> None:
    filled(folder / "other", 1)
    assert invoke("store", "verify", "--store", "other").stdout.startswith("1 record, 1 object:")


def test_repair_says_what_it_did_and_what_is_sound_now(invoke, store: Store) -> None:
    spoilt(store)
    done = invoke("store", "repair")

    assert done.exit_code == Exit.OK
    first, second = done.stdout.splitlines()
    assert first == f"object {FIRST}: damaged, and moved to damaged/0001; the ledger says so"
    assert second.startswith("4 records, 2 objects: all sound, head ")
    assert second.endswith("; told in the ledger: 1 object lost")
    assert invoke("store", "repair").stdout.startswith("nothing to mend\n4 records")


def test_gc_says_what_it_removed(invoke, store: Store) -> None:
    assert invoke("store", "gc").stdout == "0 files removed, 0 bytes\n"
    store.objects.put(b"orphan")
    aged(store.root)

    done = invoke("store", "gc")

    assert (done.exit_code, done.stdout) == (Exit.OK, "1 file removed, 6 bytes\n")


def test_the_list_for_people_and_for_programs(invoke, store: Store) -> None:
    done = invoke("store", "list")
    assert done.exit_code == Exit.OK
    assert [line.split()[-1] for line in done.stdout.splitlines()] == [page(1), page(2), page(3)]

    found = json.loads(invoke("store", "list", "--format", "json").stdout)
    assert [fetch["url"] for fetch in found["fetches"]] == [page(1), page(2), page(3)]
    assert found["head"] == store.ledger.head()


def test_a_format_that_is_not_there_is_one_line(invoke, store: Store) -> None:
    assert store
    done = invoke("store", "list", "--format", "xml")
    assert done.exit_code == Exit.USAGE
    assert "--format" in done.stderr
    assert done.stderr.count("\n") == 1


def test_show_gives_records_bytes_or_text(invoke, store: Store) -> None:
    store.note(a_reading(words(1), "a “text”\n".encode()), "a “text”\n".encode())

    assert json.loads(invoke("store", "show", page(2)).stdout)["record"]["url"] == page(2)
    assert invoke("store", "show", page(1), "--bytes").stdout_bytes == words(1)
    assert invoke("store", "show", FIRST[:8], "--bytes").stdout_bytes == words(1)
    assert invoke("store", "show", page(1), "--text").stdout == "a “text”\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["https://none.example/"], "nothing is kept of https://none.example/"),
        (["ffffffff"], "nothing is kept of ffffffff"),
        ([page(1), "--text"], "no text was read from"),
        ([page(1), "--text", "--bytes"], "--bytes and --text: only one"),
    ],
    ids=["an address", "a hash", "a text", "both"],
)
def test_what_is_not_there_is_one_line(invoke, store: Store, arguments, line: str) -> None:
    assert store
    done = invoke("store", "show", *arguments)

    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert line in done.stderr
    assert done.stderr.count("\n") == 1


def test_redact_removes_and_says_so(invoke, store: Store) -> None:
    done = invoke("store", "redact", FIRST[:12], "--reason", "a private address")

    assert done.exit_code == Exit.OK
    assert done.stdout == f"object {FIRST}: removed; hash and reason stay in the ledger\n"
    assert not store.objects.has(FIRST)
    assert "(redacted: a private address)" in invoke("store", "list").stdout
    shown = invoke("store", "show", page(1), "--bytes")
    assert (shown.exit_code, shown.stdout) == (Exit.USAGE, "")
    assert "removed on purpose: a private address" in shown.stderr


def test_redact_needs_a_reason_and_an_object(invoke, store: Store) -> None:
    assert "--reason" in invoke("store", "redact", FIRST).stderr
    assert "needs a reason" in invoke("store", "redact", FIRST, "--reason", " ").stderr
    assert invoke("store", "redact", "f" * 64, "--reason", "r").exit_code == Exit.USAGE
    assert store.objects.has(FIRST)


def test_a_file_called_store_is_reached_by_its_path(invoke, answers, folder: Path) -> None:
    answers(verbatim())
    (folder / "store").write_text("words")

    for way in (["check", "store"], ["./store"], ["--", "store"]):
        assert "1 claim: 1 verbatim" in invoke(*way, "--no-report").stdout
    assert "evidence store" in invoke("store", "--help").stdout


def test_faults_of_use_are_one_line(invoke, store: Store) -> None:
    assert store
    for arguments in (["verify", "--nope"], ["nope"], ["show"]):
        done = invoke("store", *arguments)
        assert done.exit_code == Exit.USAGE
        assert done.stderr.startswith("provcheck: ")
        assert done.stderr.count("\n") == 1


def test_what_a_page_put_there_moves_no_terminal(invoke, store: Store) -> None:
    hostile = "https://e.example/\x1b]0;x\x07##[error]\n::set-output::\u202e"
    store.keep(a_fetch(hostile, failure="\x1b[2J\n::x"), None)
    text = b"\x1b[31m##[group]\n::warning::x\n"
    store.note(a_reading(words(1), text), text)

    for arguments in (["list"], ["show", hostile], ["show", page(1), "--text"]):
        shown = invoke("store", *arguments).stdout
        assert shown
        assert not [c for c in shown if c != "\n" and not c.isprintable()]
        assert "##[" not in shown
        assert not [line for line in shown.splitlines() if line.lstrip().startswith("::")]
    assert invoke("store", "list").stdout.count("\n") == 4
