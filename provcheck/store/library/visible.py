"""The library as a run on one article sees it."""

from provcheck.store.evidence import Store
from provcheck.store.library.document import Hit, Within
from provcheck.store.library.library import Library
from provcheck.store.record import Added, Fetch

_FURTHER = 200  # hits that are looked through beyond those that are wanted


class Visible:
    """A library without the documents in `hidden`; it has `words` words, as it was when opened.

    Hidden is what runs on the same article alone brought in, so that a run comes to the same
    when it is made again.
    """

    def __init__(self, library: Library, hidden: frozenset[str] = frozenset()) -> None:
        self._library, self._hidden = library, hidden
        self.words = 0

    def settle(self, words: int = 0) -> None:
        """Take `words`, or what is visible now, for the size of the library from now on."""
        self.words = words or self._library.words - self._library.words_of(self._hidden)

    def reveal(self, key: str) -> bool:
        """Show a document that the run itself read, and tell whether it was hidden."""
        was_hidden = key in self._hidden
        self._hidden -= {key}
        return was_hidden

    def search(
        self, segments: tuple[str, ...], within: Within | None, limit: int
    ) -> tuple[Hit, ...]:
        """Return what the library finds, the earliest published first, whatever their rank.

        Of copies of one text the first one is the likeliest origin; days that nobody knows come
        last.
        """
        most = limit + min(len(self._hidden), _FURTHER)
        found = self._library.search(segments, within, most)
        seen = [hit for hit in found if hit.document.key not in self._hidden][:limit]
        return tuple(sorted(seen, key=_earliest))


def brought_in(store: Store, article_sha256: str) -> frozenset[str]:
    """Return the names of the objects that runs on an article, and nobody else, brought in.

    Raises StoreError when the ledger cannot be read.
    """
    used = {number for run in store.ledger.runs_on(article_sha256) for number in run.fetches}
    records = (said.record for said in store.ledger.at(used))
    names = {r.sha256 for r in records if isinstance(r, Fetch) and r.sha256}
    return frozenset(name for name in names if not _is_anybodys(store, name, used))


def _is_anybodys(store: Store, name: str, used: set[int]) -> bool:
    """Tell whether an object came into the store in another way too."""
    return any(
        isinstance(said.record, Added) or (isinstance(said.record, Fetch) and said.seq not in used)
        for said in store.ledger.of_object(name)
    )


def _earliest(hit: Hit) -> tuple[str, str]:
    day = hit.document.published
    return (day.isoformat() if day else "~", hit.document.key)
