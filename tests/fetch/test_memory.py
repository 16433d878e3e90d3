import subprocess
import sys
from pathlib import Path

import pytest

from provcheck.fetch.memory import binding, bound, peak

MB = 1 << 20
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and limits it")


def test_the_limit_binds_before_all_is_taken() -> None:
    assert binding(256 * MB) == 224 * MB


@linux
def test_the_peak_of_this_process_is_told() -> None:
    before = peak()
    held = bytearray(b"x") * (peak() - before + 64 * MB)

    assert peak() >= before
    assert peak() > len(held)


def test_a_process_that_is_gone_holds_nothing() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()

    assert peak(ended.pid) == 0


def bounded(most: int, then: str) -> str:
    """What a process prints that may hold `most` bytes and then does something."""
    code = f"from provcheck.fetch.memory import bound\nbound({most})\n{then}"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


@linux
@pytest.mark.parametrize("size", [100, 600])
def test_what_is_asked_for_beyond_it_fails(size: int) -> None:
    told = bounded(256 * MB, f"print(len(bytearray({size * MB})))")

    assert (str(size * MB) in told) == (size < 256)
    assert ("MemoryError" in told) == (size > 256)


@linux
def test_no_file_is_written(tmp_path: Path) -> None:
    then = f"with open({str(tmp_path / 'x')!r}, 'w') as file: file.write('x')"

    assert "File too large" in bounded(256 * MB, then)
    assert (tmp_path / "x").read_bytes() == b""


@linux
def test_a_limit_below_what_is_held_is_taken() -> None:
    assert str(64 * MB) not in bounded(MB, "print(len(bytearray(64 << 20)))")


def test_where_there_are_no_limits_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provcheck.fetch.memory.resource", None)

    bound(0)

    assert len(bytearray(MB)) == MB
