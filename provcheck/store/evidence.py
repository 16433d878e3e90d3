"""The evidence store: what was fetched, kept so that everything shown can be checked again."""

import os
from hashlib import sha256
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.model.value import Value
from provcheck.store.choice import answering
from provcheck.store.layout import LEDGER, OBJECTS
from provcheck.store.ledger import Ledger
from provcheck.store.objects import Flaw, Objects
from provcheck.store.record import Fetch, Record
from provcheck.store.seal import seal
from provcheck.store.writer import AbsentObjectError


class Kept(Value):
    """A fetch that brought bytes, by the number of its record, and the bytes."""

    seq: int
    fetch: Fetch
    data: bytes


class Lost(Value):
    """The bytes of a fetch are not there any more; `reason` is one plain clause.

    `seq` is the number of its record, None where that is not known.
    """

    reason: str
    seq: int | None = None


class Store:
    """The store below `root`; nothing is made there before the first writing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.objects = Objects(root)
        self.ledger = Ledger(root)

    @property
    def is_there(self) -> bool:
        """Tell whether anything of a store lies below the folder."""
        return any(os.path.lexists(self.root / name) for name in (*LEDGER, OBJECTS))

    def keep(self, fetch: Fetch, data: bytes | None) -> int:
        """Return the number of the record of `fetch` once it and `data` are durable.

        The record gets hash and size of `data`. Without data (not modified, or a failure) a hash
        that it names must be of bytes in the store. Bytes that were redacted are not kept again.
        Raises StoreError.
        """
        if data is None:
            return self.note(fetch)
        name = sha256(data).hexdigest()
        if fetch.sha256 not in {None, name} or fetch.size not in {None, len(data)}:
            message = f"{fetch.url}: hash or size are not of the bytes that came; keep them as read"
            raise StoreError(message)
        fetch = fetch.model_copy(update={"sha256": name, "size": len(data)})
        if self.ledger.redaction(name):
            return self.note(fetch)
        return self.note(fetch, data)

    def note(self, record: Record, *data: bytes) -> int:
        """Return the number of `record` once it and `data`, objects that it names, are durable.

        All objects that it names must be among `data` or in the store. Raises StoreError.
        """
        for one in data:
            self.objects.put(one)
        try:
            return self.ledger.append(record)
        except AbsentObjectError:  # gc took one for an orphan between the two
            for one in data:
                self.objects.put(one)
            return self.ledger.append(record)

    def seal(self) -> None:
        """Write down the hash of the ledger's database, so that no byte of it can change unseen.

        To be done when a run is over. Raises StoreError, and nothing recorded is lost then.
        """
        seal(self.root)

    def latest(self, url: str) -> Kept | Lost | None:
        """Return the newest fetch of `url` that brought bytes, with them; None when none did.

        Found is what was asked for under the address, else what arrived there, in any spelling
        that `address_key` takes for the same. Raises StoreError when the ledger cannot be read.
        """
        for seq, fetch in answering(self.ledger.fetches(url), url):
            if fetch.sha256 and fetch.failure is None:
                data = self.bytes_of(fetch.sha256)
                if isinstance(data, Lost):
                    return data.model_copy(update={"seq": seq})
                return Kept(seq=seq, fetch=fetch, data=data)
        return None

    def bytes_of(self, name: str) -> bytes | Lost:
        """Return the bytes named `name`, or why they are not there any more; raises StoreError."""
        data = self.objects.look(name)
        return Lost(reason=self._why(name, data)) if isinstance(data, Flaw) else data

    def failure(self, url: str) -> Fetch | None:
        """Return the newest fetch of `url` that failed, None when none did; raises StoreError."""
        found = self.failed(url)
        return found[1] if found else None

    def failed(self, url: str) -> tuple[int, Fetch] | None:
        """Return what `failure` does, with the number of the record."""
        found = answering(self.ledger.fetches(url), url)
        return next(((seq, fetch) for seq, fetch in found if fetch.failure), None)

    def withheld(self, name: str) -> Lost | None:
        """Return why bytes of the hash `name` are not kept, None when they may be."""
        redacted = self.ledger.redaction(name)
        if redacted is None:
            return None
        return Lost(reason=f"the stored copy was removed on purpose: {redacted.reason}")

    def _why(self, name: str, flaw: Flaw) -> str:
        withheld = self.withheld(name)
        return withheld.reason if withheld else f"the stored copy is {flaw}"
