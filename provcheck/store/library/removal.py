"""Takes a document out of the library for good; its bytes stay as evidence."""

import re
from datetime import UTC, datetime

from provcheck.errors import StoreError
from provcheck.store.evidence import Store
from provcheck.store.library.document import Document
from provcheck.store.library.library import Library
from provcheck.store.record import Removed

_DIGITS = re.compile(r"[0-9a-f]{8,64}")


def taken_out(store: Store, library: Library, digits: str) -> Document:
    """Return the one document whose key begins with `digits`, after it was taken out.

    It stays out, whoever fetches it again, until it is added by hand. Raises StoreError where no
    document has such a key, or several have.
    """
    remedy = "`provcheck library list` shows what is there"
    if not _DIGITS.fullmatch(digits.lower()):
        message = f"{digits}: no key; give eight digits of it or more, {remedy}"
        raise StoreError(message)
    found = [each for each in library.documents() if each.key.startswith(digits.lower())]
    if len(found) != 1:
        count = "no document has" if not found else f"{len(found)} documents have"
        message = f"{store.root}: {count} a key that begins with {digits}; {remedy}"
        raise StoreError(message)
    store.note(Removed(key=found[0].key, at=datetime.now(UTC)))
    library.catch_up()
    return found[0]
