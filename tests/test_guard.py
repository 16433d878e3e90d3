"""The guard that keeps tests on this machine: it holds programs too, and tells of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def leaked(code: str, leaks: Path) -> list[str]:
    leaks.touch()
    subprocess.run(
        [sys.executable, "-c", f"import socket\n{code}"],
        env={**os.environ, "PROVCHECK_TEST_LEAKS": str(leaks)},
        capture_output=True,
        check=False,
    )
    return leaks.read_text().split()


@pytest.mark.parametrize(
    "code",
    [
        "socket.getaddrinfo('localhost', 80)",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.socketpair()[0].send(b'x')",
    ],
)
def test_this_machine_may_be_reached(code: str, tmp_path: Path) -> None:
    assert leaked(code, tmp_path / "leaks") == []


@pytest.mark.parametrize(
    ("code", "host"),
    [
        ("socket.getaddrinfo('wire.example', 80)", "wire.example"),
        ("socket.getaddrinfo(b'wire.example', 80)", "wire.example"),
        ("socket.socket().connect(('192.0.2.1', 80))", "192.0.2.1"),
    ],
)
def test_nothing_else_may(code: str, host: str, tmp_path: Path) -> None:
    assert leaked(code, tmp_path / "leaks") == [host]
