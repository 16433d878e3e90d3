import os
import subprocess
import sys
from pathlib import Path

import pytest

from provcheck.errors import SettingsError
from provcheck.signoff import lock
from provcheck.signoff.lock import alone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows locks no folders")
HOLDER = """
import sys, time
from pathlib import Path
from provcheck.signoff.lock import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def a_holder(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(folder)]
    holder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    return holder


def test_one_after_the_other_wait_for_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        with alone(tmp_path):
            assert os.listdir(tmp_path) == []  # noqa: PTH208


def test_whoever_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with a_holder(tmp_path) as holder:
        with pytest.raises(SettingsError, match="somebody else signs there"), alone(tmp_path):
            pytest.fail("two are alone")
        holder.kill()


def test_the_dead_hold_nothing(tmp_path: Path) -> None:
    with a_holder(tmp_path) as holder:
        holder.kill()
    with alone(tmp_path):
        assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be written to"), alone(tmp_path / "none"):
        pytest.fail("no such folder")
