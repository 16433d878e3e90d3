"""What the source library holds, what a search is narrowed to, and what it finds."""

from datetime import date, datetime

from provcheck.model.value import Value

_TOLD = ("url", "title", "publisher", "published", "wire", "charset", "fetched_at")


class Document(Value):
    """One source that was fetched or added; `key` is the SHA-256 of its bytes.

    `text_sha256` names the words that were read from them; `wire` is the news agency that it
    credits, as in SourceText; `name` a file name or an address, for messages. `published` is the
    day in the document's own zone, `lang` a BCP 47 code.
    """

    key: str
    text_sha256: str
    url: str | None
    title: str | None
    publisher: str | None
    published: date | None
    lang: str
    media_type: str
    wire: str | None
    name: str
    charset: str | None = None
    fetched_at: datetime | None = None

    def filled_from(self, other: "Document") -> "Document":
        """Return this with what it does not tell and `other`, an earlier word on it, does."""
        kept = {name: getattr(other, name) for name in _TOLD if getattr(self, name) is None}
        return self.model_copy(update=kept)


class Within(Value):
    """What a search is narrowed to.

    A document fits by host (its own or one that it lies below), by publisher (whatever the case)
    or by wire, whichever of them are given; `first` and `last` are days of publication, both
    included. A document without a day passes: nobody knows that it is of another one.
    """

    hosts: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    wires: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


class Hit(Value):
    """A document that a search found; `rank` counts from 0, the likeliest."""

    document: Document
    rank: int
