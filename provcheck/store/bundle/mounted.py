"""The fetches of a bundle, which answer for addresses as those in a store do."""

from functools import cached_property

from provcheck.model.value import Value
from provcheck.settings import Limits
from provcheck.store.address import address_key
from provcheck.store.bundle.read import Bundle
from provcheck.store.choice import answering
from provcheck.store.evidence import Kept, Lost
from provcheck.store.objects import Flaw, Objects
from provcheck.store.record import Chained, Fetch, Redaction

_MOST = 10 * Limits().source_bytes  # what a bundle of strangers may fill the memory with


class Mounted(Value):
    """The fetches of a bundle, to answer for addresses; those in `used` before all others."""

    bundle: Bundle
    used: frozenset[int] = frozenset()

    def recorded(self, url: str) -> Kept | Lost | None:
        """Return what `Store.latest` would; bytes that are not those recorded are lost."""
        for seq, fetch in self._answering(url):
            if fetch.sha256 and not fetch.failure:
                objects = Objects(self.bundle.root)
                if (objects.size(fetch.sha256) or 0) > _MOST:
                    return Lost(reason=f"the stored copy is larger than {_MOST} bytes")
                data = objects.look(fetch.sha256)
                if isinstance(data, Flaw):
                    return Lost(reason=self._why(fetch.sha256, data))
                return Kept(seq=seq, fetch=fetch, data=data)
        return None

    def failure(self, url: str) -> Fetch | None:
        """Return the best fetch for `url` that failed, None when none did."""
        return next((fetch for _, fetch in self._answering(url) if fetch.failure), None)

    def _answering(self, url: str) -> list[tuple[int, Fetch]]:
        found = list(answering(self._by_address.get(address_key(url), ()), url))
        return [pair for pair in found if pair[0] in self.used] or found

    @cached_property
    def _by_address(self) -> dict[str, list[Chained]]:
        found: dict[str, list[Chained]] = {}
        for said in self.bundle.records:
            if isinstance(said.record, Fetch):
                for key in {address_key(said.record.url), address_key(said.record.final_url)}:
                    found.setdefault(key, []).append(said)
        return found

    def _why(self, name: str, flaw: Flaw) -> str:
        for said in self.bundle.records:
            match said.record:
                case Redaction(sha256=gone, reason=reason) if gone == name:
                    return f"the stored copy was removed on purpose: {reason}"
        return f"the stored copy is {flaw}"
