"""Whose process is at the other end of a connection on this machine, where the system tells."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_CONNECTED, _LISTENING = "01", "0A"
_LOCAL, _REMOTE, _STATE, _USER = 1, 2, 3, 7  # columns
_ROOT = 0  # reads every file anyway; relays between systems run as root


class Owners:
    """Tells whether a connection to our port comes from a process of our own user.

    `port` is the one on 127.0.0.1 at which this process listens already. Where the system does
    not tell (no Linux, a sandbox) every connection is taken for our own.
    """

    def __init__(self, port: int, tables: tuple[Path, ...] = TABLES) -> None:
        self._tables = tables
        self._port = port
        own = getattr(os, "getuid", lambda: None)()
        self._allowed = {own, _ROOT}
        self._is_told = own in self._users(_LISTENING, port, 0)

    def admit(self, port: int) -> bool:
        """Tell whether the process that connected from `port` is our user's, or root's."""
        users = self._users(_CONNECTED, port, self._port)
        return not self._is_told or (bool(users) and users <= self._allowed)

    def _users(self, state: str, local: int, remote: int) -> set[int]:
        """Return who owns the sockets in `state` between two ports of this machine."""
        return {
            int(row[_USER])
            for row in self._rows()
            if row[_STATE] == state
            and _port(row[_LOCAL]) == local
            and _port(row[_REMOTE]) == remote
        }

    def _rows(self) -> Iterator[list[str]]:
        for table in self._tables:
            with suppress(OSError):
                lines = table.read_text(encoding="ascii").splitlines()[1:]
                yield from (row for row in map(str.split, lines) if len(row) > _USER)


def _port(address: str) -> int:
    return int(address.rpartition(":")[2], 16)
