"""Removes bytes on purpose; their hash and the reason stay in the chain, which still verifies."""

from datetime import UTC, datetime

from provcheck.errors import StoreError
from provcheck.store.aside import laid_aside
from provcheck.store.evidence import Store
from provcheck.store.library.forgetting import forget
from provcheck.store.record import Reading, Redaction, objects_of
from provcheck.store.writer import Writer, writing


def redact(store: Store, sha256: str, reason: str) -> tuple[str, ...]:
    """Remove the object `sha256` and every text that was read from it, and return their names.

    The library's index is emptied first. The same bytes are not kept again, whoever brings them.
    Killed half-way it is simply run once more; `verify` tells what is still there. Raises
    StoreError, also for a name nothing bears.
    """
    if not reason.strip():
        message = f"{store.root}: a redaction needs a reason, which stays in the ledger; give one"
        raise StoreError(message)
    with writing(store.root) as writer:
        names = (*_texts(writer, sha256), sha256)
        if not (writer.of_object(sha256) or store.objects.has(sha256)):
            message = (
                f"{store.root}: no object {sha256}; `provcheck store list` shows what is there"
            )
            raise StoreError(message)
        forget(store.root)
        for name in names:
            if not writer.is_redacted(name):
                writer.append(Redaction(sha256=name, reason=reason, at=datetime.now(UTC)))
            take_away(store, name)
    return names


def take_away(store: Store, name: str) -> None:
    """Remove the bytes of a redacted object, also what a repair laid aside of them.

    Raises StoreError, OSError.
    """
    store.objects.remove(name)
    for path in laid_aside(store.root, name):
        path.unlink()


def is_still_there(store: Store, name: str) -> bool:
    """Tell whether bytes of a redacted object are left, in their place or laid aside."""
    return store.objects.has(name) or any(True for _ in laid_aside(store.root, name))


def _texts(writer: Writer, sha256: str) -> tuple[str, ...]:
    """Return what was read from the object, texts and imprints, each once, without itself."""
    readings = (one.record for one in reversed(writer.of_object(sha256)))
    read = (name for one in readings if isinstance(one, Reading) for name in objects_of(one))
    return tuple(dict.fromkeys(name for name in read if name != sha256))
