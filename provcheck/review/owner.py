"""Whose process is at the other end of a connection on this machine, where the system tells."""

import os
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from pathlib import Path

TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_CONNECTED, _HALF_CLOSED, _LISTENING = "01", ("04", "05"), "0A"
_LOCAL, _REMOTE, _STATE, _USER = 1, 2, 3, 7  # columns
_ROOT = 0  # reads every file anyway; relays between systems run as root


class Whose(Enum):
    """Whose process connected."""

    OURS = "ours"
    ANOTHER = "another"
    GONE = "gone"  # it hung up before it could be told


class Owners:
    """Tells whose process a connection to our port comes from: our own user's, or another's.

    `port` is the one on 127.0.0.1 at which this process listens already. Where the system does
    not tell (no Linux, a sandbox) every connection is taken for our own.
    """

    def __init__(self, port: int, tables: tuple[Path, ...] = TABLES) -> None:
        self._tables = tables
        self._port = port
        self._own = getattr(os, "getuid", lambda: None)()
        self._is_told = (_LISTENING, self._own) in self._users(port, 0)

    def whose(self, port: int) -> Whose:
        """Return whose process connected from `port`; root counts as ours.

        A socket that its process has closed belongs to root in the table, so only one that is
        open does so here.
        """
        if not self._is_told:
            return Whose.OURS
        users = self._users(port, self._port)
        ours = {(state, self._own) for state in (_CONNECTED, *_HALF_CLOSED)}
        if users & {*ours, (_CONNECTED, _ROOT)}:
            return Whose.OURS
        return Whose.ANOTHER if any(user != _ROOT for _, user in users) else Whose.GONE

    def _users(self, local: int, remote: int) -> set[tuple[str, int]]:
        """Return state and user of the sockets between two ports of this machine."""
        return {
            (row[_STATE], int(row[_USER]))
            for row in self._rows()
            if _port(row[_LOCAL]) == local and _port(row[_REMOTE]) == remote
        }

    def _rows(self) -> Iterator[list[str]]:
        for table in self._tables:
            with suppress(OSError):
                lines = table.read_text(encoding="ascii").splitlines()[1:]
                yield from (row for row in map(str.split, lines) if len(row) > _USER)


def _port(address: str) -> int:
    return int(address.rpartition(":")[2], 16)
