import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from provcheck.cli.output import complain, emit, say, writable, write_whole
from provcheck.errors import SettingsError


def test_a_file_appears_whole_in_folders_that_are_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "a.html"
    write_whole(path, "“words”\n")
    assert path.read_bytes() == "“words”\n".encode()
    assert [p.name for p in path.parent.iterdir()] == ["a.html"]


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_the_user_set(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    writable(pipe)
    write_whole(pipe, "words")
    reader.join(5)
    assert read == ["words"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_nowhere_is_a_place_to_write() -> None:
    writable(Path(os.devnull))
    write_whole(Path(os.devnull), "words")


@pytest.mark.parametrize("path", ["taken/x.html", ".", "new/../taken/x", "a\0b"])
def test_a_place_that_cannot_be_written_is_told_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("taken").touch()
    with pytest.raises(SettingsError, match="cannot be written"):
        writable(Path(path))
    assert [p.name for p in tmp_path.iterdir()] == ["taken"]


def test_streams(capsys: pytest.CaptureFixture[str]) -> None:
    emit("“out”\n")
    say("“err”\n")
    complain("a:\n b \x1b[2J ##[error]x")
    assert capsys.readouterr() == (
        "“out”\n",
        "“err”\nprovcheck: a: b ⟦U+001B⟧[2J # #[error]x\n",
    )


def test_a_closed_stream_is_no_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    emit("words")


def emitting(words: str) -> list[str]:
    code = f"from provcheck.cli.output import emit; emit({words}); import sys; sys.exit(7)"
    return [sys.executable, "-c", code]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("'“a” ✘'", b"\\u201ca\\u201d \\u2718", id="text-fits-the-terminal"),
        pytest.param("'“a” ✘', utf8=True", "“a” ✘".encode(), id="data-does-not-change"),
        pytest.param("'\\ud800', utf8=True", b"\\ud800", id="a-lone-surrogate"),
    ],
)
def test_an_encoding_that_lacks_the_letters(words: str, shown: bytes) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = subprocess.run(emitting(words), capture_output=True, env=environment, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (7, shown, b"")


def test_bytes_go_out_as_they_are() -> None:
    command = [
        sys.executable,
        "-c",
        "from provcheck.cli.output import *; emit_bytes(b'\\xff\\r\\n\\0')",
    ]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"\xff\r\n\0"


def test_bytes_do_not_go_to_a_terminal() -> None:
    code = (
        "from provcheck.cli.output import emit_bytes\n"
        "from provcheck.errors import SettingsError\n"
        "try: emit_bytes(b'\\x1b[2J')\n"
        "except SettingsError as problem: import sys; sys.stderr.write(str(problem)); sys.exit(2)\n"
    )
    screen, terminal = os.openpty()
    run = subprocess.run(
        [sys.executable, "-c", code], stdout=terminal, stderr=subprocess.PIPE, check=False
    )
    os.close(terminal)
    os.close(screen)

    assert run.returncode == 2
    assert b"redirect them to a file" in run.stderr


def test_a_reader_that_hangs_up_changes_no_exit_code() -> None:
    command = emitting("'x' * (1 << 20)")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.read(1)
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 7


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
def test_a_full_disk_is_told() -> None:
    code = (
        "from provcheck.cli.output import emit\n"
        "from provcheck.errors import SettingsError\n"
        "try: emit('words')\n"
        "except SettingsError as problem: import sys; sys.stderr.write(str(problem)); sys.exit(2)\n"
    )
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert run.returncode == 2
    assert b"No space left" in run.stderr
