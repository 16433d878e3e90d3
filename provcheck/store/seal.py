"""`ledger.seal`: the hash of the whole database file, as the last run left it.

The pages of a database have room that holds nothing: a bit that goes bad there changes no record,
and no check of records sees it. The seal does. It holds for the record that was the last one then;
once others follow, it says nothing until the store is sealed again.
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from provcheck.store import lock, table
from provcheck.store.failing import told
from provcheck.store.files import open_regular, write_whole
from provcheck.store.layout import DATABASE, LOG, SEAL

_TEXT = re.compile(rb"([0-9a-f]{64}) ([0-9a-f]{64})\n")


def seal(root: Path) -> None:
    """Seal the database of the store below `root` as it is now; raises StoreError.

    Its log is played into it first, so that the file is all of it.
    """
    if not (root / DATABASE).exists():
        return
    with told(root), lock.writing(root):
        with table.to_write(root) as database:
            head = table.last(database)
            database.execute("commit")
            database.execute("pragma wal_checkpoint(truncate)")
        if head.seq and not (root / LOG).exists():
            write_whole(root / SEAL, f"{head.link} {digest_of(root / DATABASE)}\n".encode())


def digest_of(database: Path) -> str:
    """Return the SHA-256 of a file; raises OSError."""
    with open_regular(database) as file:
        return sha256(file.read()).hexdigest()


def broken(root: Path, digest: str | None, links: Sequence[str]) -> str | None:
    """Return what is wrong by the seal of the store below `root`, None when nothing is.

    `digest` is of the database file, None while a log stands beside it; `links` are those of all
    records, in order. A store without a seal was never sealed, or its last run was killed.
    """
    try:
        with open_regular(root / SEAL) as file:
            text = _TEXT.fullmatch(file.read(len("0" * 64) * 2 + 3))
    except FileNotFoundError:
        return None
    sealed = [part.decode("ascii") for part in text.groups()] if text else ["", ""]
    if sealed[0] not in links:
        return "damaged, or of records that are not there"
    is_current = digest is not None and sealed[0] == links[-1]
    return f"{DATABASE} is not as it was sealed" if is_current and sealed[1] != digest else None
