"""Disks that are full, read-only or failing: one clear line, and nothing acknowledged is lost."""

import contextlib
import errno
import os
import pickle
import resource
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from storing import NOON, a_fetch, a_reading, as_killed, filled, name_of, page, stride, words

from provcheck.errors import StoreError
from provcheck.store.evidence import Kept, Lost, Store
from provcheck.store.gc import gc
from provcheck.store.record import Loss, Redaction
from provcheck.store.redact import redact
from provcheck.store.repair import repair
from provcheck.store.verify import faults

NOBODY = 65534
CALLS = ("open", "fsync", "write", "ftruncate", "mkdir", "replace", "rename", "unlink", "utime")


def elsewhere(action: Callable[[], object]) -> object:
    """Do `action` in a child process and return what it returns, or the StoreError's words."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            result: object = action()
        except StoreError as problem:
            result = str(problem)
        except BaseException as problem:  # noqa: BLE001  (told to the parent)
            result = f"unexpected {problem!r}"
        os.write(writer, pickle.dumps(result))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        result = pickle.loads(pipe.read())  # noqa: S301  (from our own child)
    os.waitpid(child, 0)
    assert not str(result).startswith("unexpected"), result
    return result


def as_nobody(action: Callable[[], object]) -> object:
    """The same as a user whom permissions bind, also where tests run as root."""

    def restricted() -> object:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return action()

    return elsewhere(restricted)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may enter."""
    path = Path(tempfile.mkdtemp(prefix="provcheck-store-"))
    path.chmod(0o755)
    yield path
    for inside in path.rglob("*"):
        inside.chmod(0o755)
    shutil.rmtree(path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount") or "mount"
    command = [mount, "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"the kernel mounts no disk for a test: {done.stderr.strip()}")
    yield disk
    subprocess.run([shutil.which("umount") or "umount", str(disk)], check=True)


def read_only(root: Path) -> None:
    for path in (root, *root.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def grave(store: Store) -> list[str]:
    return [fault.what for fault in faults(store) if fault.grave]


@pytest.mark.parametrize(
    ("make", "pages"),
    [pytest.param(lambda root: filled(root, 9), 9, id="at rest"), pytest.param(as_killed, 8)],
)
def test_a_read_only_store_can_be_read(
    folder: Path, make: Callable[[Path], Store], pages: int
) -> None:
    root = folder / "store"
    make(root)
    read_only(root)
    store = Store(root)
    names = sorted(str(path) for path in root.rglob("*"))

    def read() -> object:
        assert not os.access(root, os.W_OK)
        latest = [store.latest(page(number)) for number in range(1, 10)]
        kept = [one.data for one in latest if isinstance(one, Kept)]
        return len(kept), [one.link for one in store.ledger.chained()][-1], store.ledger.head()

    kept, last, head = as_nobody(read)  # type: ignore[misc]

    assert kept == pages
    assert as_nobody(lambda: grave(store)) == []
    assert sorted(str(path) for path in root.rglob("*")) == names
    assert last == head == store.ledger.head()


@pytest.mark.parametrize(
    "action",
    [
        pytest.param(lambda store: store.keep(a_fetch(page(9)), words(9)), id="keep"),
        pytest.param(lambda store: store.keep(a_fetch(failure="no answer"), None), id="failure"),
        pytest.param(lambda store: redact(store, name_of(words(1)), "r"), id="redact"),
        pytest.param(gc, id="gc"),
        pytest.param(repair, id="repair"),
    ],
)
def test_a_read_only_store_cannot_be_written(folder: Path, action) -> None:
    store = filled(folder / "store", 2)
    if action is repair:  # which does nothing where nothing is to be mended
        (folder / "store" / ".gitignore").unlink()
    read_only(folder / "store")

    told = str(as_nobody(lambda: action(store)))

    assert "ermission denied" in told or "readonly" in told
    assert "name another" in told
    assert "\n" not in told
    assert grave(store) == []


def test_an_object_that_may_not_be_read_is_neither_damaged_nor_lost(folder: Path) -> None:
    store = filled(folder, 1)
    place = store.objects.place(name_of(words(1)))
    place.chmod(0)
    for path in (folder, *folder.rglob("*")):
        if path != place and os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)

    why = "not readable for this user"
    assert as_nobody(lambda: store.latest(page(1))) == Lost(
        reason=f"the stored copy is {why}", seq=1
    )
    assert as_nobody(lambda: grave(store)) == [f"{why}; record 1 names it"]
    done = as_nobody(lambda: repair(store))
    assert done == (f"object {name_of(words(1))}: {why}; permit reading it and repair again",)
    place.chmod(stat.S_IRUSR)
    assert isinstance(store.latest(page(1)), Kept)


def until_full(store: Store, size: int) -> tuple[int, str]:
    """Keep pages of `size` bytes until the disk refuses; how many went, and what was said."""
    for number in count(1):
        try:
            store.keep(a_fetch(page(number)), bytes([number % 256]) * size)
        except StoreError as problem:
            return number - 1, str(problem)
    raise AssertionError


@pytest.mark.parametrize("size", [10, 3_000, 100_000], ids=lambda size: f"{size} bytes each")
def test_a_full_disk_loses_nothing_acknowledged(small_disk: Path, size: int) -> None:
    store = Store(small_disk / "store")

    kept, told = until_full(store, size)

    assert kept > 1
    assert "No space left on device" in told or "disk is full" in told
    assert "name another" in told
    assert "\n" not in told
    seqs = [one.seq for one in store.ledger.chained()]
    assert seqs in (list(range(1, kept + 1)), list(range(1, kept + 2)))
    assert grave(store) == []
    assert list(store.objects.temporary()) == []
    command = ["mount", "-o", "remount,size=9m", str(small_disk)]
    subprocess.run(command, check=True)
    assert store.keep(a_fetch(page(0)), words(0)) == len(seqs) + 1
    assert grave(store) == []


@pytest.mark.parametrize("limit", [3_000, 9_000, 21_000, 40_000, 60_000, 150_000])
def test_a_file_that_may_not_grow_loses_nothing_acknowledged(tmp_path: Path, limit: int) -> None:
    """The limit is met by the journal, by SQLite's log, or by its database, whichever grows."""
    store = Store(tmp_path)

    def limited() -> object:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        return until_full(store, 10)

    kept, told = elsewhere(limited)  # type: ignore[misc]

    assert "name another" in told or "free space" in told
    assert "\n" not in told
    records = [one.record for one in store.ledger.chained()]
    assert [record.url for record in records[:kept]] == [page(n) for n in range(1, kept + 1)]  # type: ignore[union-attr]
    assert len(records) - kept in {0, 1}
    assert grave(store) == []
    assert store.keep(a_fetch(page(0)), words(0)) == len(records) + 1
    assert grave(store) == []


def an_old_store(root: Path) -> Store:
    """A store with something to do for everybody."""
    store = filled(root, 4)
    store.note(a_reading(words(1), b"a text"), b"a text")
    store.objects.place(name_of(words(4))).write_bytes(b"x")
    store.note(Redaction(sha256=name_of(words(3)), reason="r", at=NOON))
    (root / "objects" / "tmp-1").touch()
    os.utime(root / "objects" / "tmp-1", (0, 0))
    with (root / "ledger.sqlite").open("r+b") as file:
        file.seek(63)
        file.write(b"\7")
    return store


@contextlib.contextmanager
def failing(nth: int, *, for_good: bool) -> Iterator[Callable[[], bool]]:
    """Let the `nth` call of the system fail, or all from there on; tell whether it came so far."""
    calls, kept = 0, {name: getattr(os, name) for name in CALLS}

    def counted(name: str) -> Callable[..., object]:
        def call(*given: object, **known: object) -> object:
            nonlocal calls
            calls += 1
            if calls == nth or (for_good and calls > nth):
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return kept[name](*given, **known)

        return call

    try:
        for name in CALLS:
            setattr(os, name, counted(name))
        yield lambda: calls >= nth
    finally:
        for name, function in kept.items():
            setattr(os, name, function)


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize(
    "action",
    [
        pytest.param(lambda store: store.keep(a_fetch(page(9)), words(9)), id="keep"),
        pytest.param(lambda store: redact(store, name_of(words(1)), "r"), id="redact"),
        pytest.param(gc, id="gc"),
        pytest.param(repair, id="repair"),
        pytest.param(faults, id="verify"),
        pytest.param(lambda store: store.latest(page(2)), id="latest"),
    ],
)
def test_whichever_call_fails_nothing_sound_is_lost(
    tmp_path: Path, action, *, for_good: bool
) -> None:
    an_old_store(tmp_path / "sound")
    if action is not repair:
        repair(Store(tmp_path / "sound"))
    for nth in count(1, stride(4)):
        root = tmp_path / "failing"
        shutil.copytree(tmp_path / "sound", root)
        store = Store(root)
        with failing(nth, for_good=for_good) as came:
            with contextlib.suppress(StoreError):
                action(store)
            reached = came()

        repair(store)
        assert grave(store) == []
        records = [one.record for one in store.ledger.chained()]
        assert [r.url for r in records[:4]] == [page(n) for n in range(1, 5)]  # type: ignore[union-attr]
        assert [r.sha256 for r in records if isinstance(r, Loss)] == [name_of(words(4))]
        redacted = {r.sha256 for r in records if isinstance(r, Redaction)}
        for number in (1, 2):
            name = name_of(words(number))
            assert store.objects.has(name) != (name in redacted)
        shutil.rmtree(root)
        if not reached:
            break
    assert nth > 3
