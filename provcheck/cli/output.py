"""Writes what the program says to streams whose reader may hang up."""

import contextlib
import os
import sys
from typing import TextIO

from provcheck.errors import SettingsError
from provcheck.report.visible import one_line


def emit(text: str, *, utf8: bool = False) -> None:
    """Write to standard output; a reader that hangs up is no error and no verdict.

    `utf8`: data, whose encoding does not depend on the terminal. Raises SettingsError when
    standard output cannot take the text (a full disk).
    """
    _send(sys.stdout, text, utf8=utf8)


def emit_bytes(data: bytes) -> None:
    """Write bytes as they are to standard output, on the same terms as `emit`.

    Raises SettingsError at a terminal, which would obey what may stand in them.
    """
    if sys.stdout and sys.stdout.isatty():
        message = (
            "standard output is a terminal, which raw bytes can upset; redirect them to a file"
        )
        raise SettingsError(message)
    _put(sys.stdout, data)


def say(text: str) -> None:
    """Write to standard error, on the same terms as `emit`."""
    _send(sys.stderr, text, utf8=False)


def complain(message: str) -> None:
    """Write `message` to standard error as the one line that a fault of the caller gets."""
    say(f"provcheck: {one_line(' '.join(message.split()))}\n")


def _send(stream: TextIO | None, text: str, *, utf8: bool) -> None:
    encoding = "utf-8" if utf8 or not stream else stream.encoding or "utf-8"
    _put(stream, text.encode(encoding, "backslashreplace"))


def _put(stream: TextIO | None, data: bytes) -> None:
    if stream is None:  # the program was started with the stream closed
        return
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        _hang_up(stream)
    except OSError as problem:
        _hang_up(stream)
        message = (
            f"standard output cannot be written ({problem.strerror}); make room or redirect it"
        )
        raise SettingsError(message) from None


def _hang_up(stream: TextIO) -> None:
    """Point the stream nowhere, so that the flush at exit does not fail again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
