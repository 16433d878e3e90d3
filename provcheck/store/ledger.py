"""One record a fetch, each linked to the one before by its hash."""

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.model.evidence import Snapshot
from provcheck.store.objects import Objects

_FIRST = "0" * 64
_TABLE = """create table if not exists record (
    seq integer primary key, snapshot text not null, prev text not null, link text not null unique
)"""


class Ledger:
    """The store below `root`: `ledger.sqlite` beside the objects that its records name."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.objects = Objects(root)

    def record(self, snapshot: Snapshot, data: bytes) -> None:
        """Add a record of `snapshot` after its bytes are durable; raises StoreError."""
        self.objects.put(data)
        with closing(self._open()) as database:
            database.execute("begin immediate")
            last = database.execute("select seq, link from record order by seq desc").fetchone()
            seq, prev = (last[0] + 1, last[1]) if last else (1, _FIRST)
            body = snapshot.model_dump_json()
            row = (seq, body, prev, _link(seq, body, prev))
            database.execute("insert into record values (?, ?, ?, ?)", row)
            database.execute("commit")

    def verify(self) -> int:
        """Return how many records hold together; raises StoreError at the first that does not."""
        prev, count = _FIRST, 0
        with closing(self._open()) as database:
            for seq, body, before, link in database.execute("select * from record order by seq"):
                count += 1
                if seq != count or before != prev or _link(seq, body, before) != link:
                    message = f"{self._root}: record {count} does not follow the one before"
                    raise StoreError(message)
                self.objects.get(Snapshot.model_validate_json(body).sha256)
                prev = link
        return count

    def _open(self) -> sqlite3.Connection:
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(
                self._root / "ledger.sqlite", timeout=30, isolation_level=None
            )
            database.execute("pragma journal_mode=wal")
            database.execute("pragma synchronous=full")
            database.execute(_TABLE)
        except (OSError, sqlite3.Error) as problem:
            message = f"{self._root}: no usable store ({problem}); name another folder with --store"
            raise StoreError(message) from None
        return database


def _link(seq: int, body: str, prev: str) -> str:
    return sha256(json.dumps([seq, body, prev]).encode()).hexdigest()
