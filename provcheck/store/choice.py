"""Which of several fetches answers for an address, the same for a store and for a bundle."""

from collections.abc import Iterable, Iterator

from provcheck.store.address import address_key
from provcheck.store.record import Chained, Fetch


def answering(fetches: Iterable[Chained], url: str) -> Iterator[tuple[int, Fetch]]:
    """Yield number and record of the fetches that answer for `url`, the best first.

    A fetch that was asked for under the address comes before one that merely arrived there, and
    of each kind the newest first; spellings that `address_key` takes for the same are the same.
    """
    key = address_key(url)
    newest_first = sorted(fetches, key=lambda said: -said.seq)
    found = [(s.seq, s.record) for s in newest_first if isinstance(s.record, Fetch)]
    asked = [pair for pair in found if address_key(pair[1].url) == key]
    yield from asked
    for seq, fetch in found:
        if address_key(fetch.final_url) == key and address_key(fetch.url) != key:
            yield seq, fetch
