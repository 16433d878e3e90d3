import os
import subprocess
import sys
from pathlib import Path

import pytest

from provcheck.cli.output import complain, emit, say


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
