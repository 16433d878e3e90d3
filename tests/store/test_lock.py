import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from provcheck.errors import StoreError
from provcheck.store import lock

HOLDER = """
import sys, time
from pathlib import Path
from provcheck.store import lock
with lock.writing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)


def test_readers_share(tmp_path: Path) -> None:
    with lock.writing(tmp_path):
        pass
    with lock.reading(tmp_path), lock.reading(tmp_path):
        pass


def test_reading_where_nothing_was_written_makes_nothing(tmp_path: Path) -> None:
    with lock.reading(tmp_path), lock.reading(tmp_path / "none", alone=True):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "second",
    [
        pytest.param(lock.writing, id="a writer"),
        pytest.param(lock.reading, id="a reader"),
        pytest.param(lambda root: lock.reading(root, alone=True), id="a reader alone"),
    ],
)
def test_nobody_beside_a_writer(tmp_path: Path, second) -> None:
    with (
        lock.writing(tmp_path),
        pytest.raises(StoreError, match=r"in use by another process.*try again"),
        second(tmp_path),
    ):
        pytest.fail("entered")


@pytest.mark.usefixtures("impatient")
def test_a_reader_alone_waits_for_the_other_readers(tmp_path: Path) -> None:
    with lock.writing(tmp_path):
        pass
    with (
        lock.reading(tmp_path),
        pytest.raises(StoreError, match="in use"),
        lock.reading(tmp_path, alone=True),
    ):
        pytest.fail("entered")


def test_who_waits_gets_the_turn(tmp_path: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with lock.writing(tmp_path):
            order.append("second")

    with lock.writing(tmp_path):
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.05)
        order.append("first")
    thread.join()

    assert order == ["first", "second"]


def test_a_holder_that_is_killed_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        holder.kill()
    with lock.writing(tmp_path):
        pass


def test_a_link_for_a_lock_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic link"), lock.writing(tmp_path):
        pytest.fail("entered")
    assert not (tmp_path / "elsewhere").exists()
