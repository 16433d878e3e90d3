"""Keeps every Python program that a test starts on this machine, and tells when one wanted away.

Python imports this by itself where its folder is on PYTHONPATH.
"""

import os
import socket
from pathlib import Path
from typing import Any

_HERE = ("127.", "::1", "localhost")
_connect, _resolve = socket.socket.connect, socket.getaddrinfo


def _kept(host: object) -> None:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "")
    if name and not name.startswith(_HERE):
        with Path(os.environ["PROVCHECK_TEST_LEAKS"]).open("a") as leaks:
            leaks.write(f"{name}\n")
        raise OSError(name)


def connect(self: socket.socket, address: Any) -> None:
    if isinstance(address, tuple):
        _kept(address[0])
    _connect(self, address)


def getaddrinfo(host: Any, *more: Any, **named: Any) -> Any:
    _kept(host)
    return _resolve(host, *more, **named)


if "PROVCHECK_TEST_LEAKS" in os.environ:
    socket.socket.connect = connect  # type: ignore[method-assign]
    socket.getaddrinfo = getaddrinfo
