"""What the ledger holds: one frozen value a record, told apart by `kind`."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from provcheck.model.evidence import Completeness, Hop
from provcheck.model.value import Value
from provcheck.store.entry import Entry


class Fetch(Value):
    """One address that was asked for over the network, and how that ended.

    `sha256` and `size` are of the decoded body, None where none came; `failure` then says why, in
    one plain clause. `hops` are all requests on the way, the answer last; `peers` the network
    addresses that were dialled for them, in order. `etag` and `last_modified` serve to ask again;
    `warned` is what the site's robots.txt has against the reading, where that was passed over;
    `tells_end`: the server said where the body ends, so that a part of it was not taken for it;
    `memento`: when an archive says that it took the copy which it answered with.
    """

    kind: Literal["fetch"] = "fetch"
    url: str
    final_url: str
    hops: tuple[Hop, ...] = ()
    peers: tuple[str, ...] = ()
    fetched_at: datetime
    sha256: str | None = None
    size: int | None = None
    media_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    failure: str | None = None
    warned: str | None = None
    tells_end: bool = True
    memento: datetime | None = None


class Reading(Value):
    """The words that an extractor (name and version) made of an object, themselves an object.

    `imprint_sha256` names what the source says of itself (Imprint), an object too, since it is
    words of the source; readings of earlier versions have none.
    """

    kind: Literal["reading"] = "reading"
    sha256: str
    extractor: str
    text_sha256: str
    completeness: Completeness
    imprint_sha256: str | None = None


class GivenFile(Value):
    """A source given by hand as it was at a run: its key, its entry, the hash of its bytes.

    `shelved`: it was not given, but a document of the library that the run looked into.
    """

    key: str
    entry: Entry
    sha256: str | None = None
    shelved: bool = False


class Run(Value):
    """One run: the article, what was given by hand, and the fetches (by record) that it used.

    `searched` is how many words the library had that was searched, 0 when none was.
    """

    kind: Literal["run"] = "run"
    article: str
    article_sha256: str
    tool: str
    given: tuple[GivenFile, ...] = ()
    fetches: tuple[int, ...] = ()
    searched: int = 0


class Added(Value):
    """A source was added to the library by hand: the object `key`, and what was said of it.

    `name` is the file that it was, for messages.
    """

    kind: Literal["added"] = "added"
    key: str
    entry: Entry
    name: str
    at: datetime


class Removed(Value):
    """A source was taken out of the library, until it is added again; its objects stay."""

    kind: Literal["removed"] = "removed"
    key: str
    at: datetime


class Redaction(Value):
    """The bytes of an object were removed on purpose; its hash stays in the chain."""

    kind: Literal["redaction"] = "redaction"
    sha256: str
    reason: str
    at: datetime


class Loss(Value):
    """The bytes of an object were found lost or damaged, and the store was repaired without them.

    The same bytes may come back: a later record that names the object says that they did.
    """

    kind: Literal["loss"] = "loss"
    sha256: str
    reason: str
    at: datetime


class Gap(Value):
    """Records `first` to `last` could not be recovered; the chain goes on beyond them.

    `after` is the link of the last sound record before them, `before` the link that the next sound
    record names as the one before it: what was lost can be put back, and nothing else. `last` is
    None when nothing tells how many were lost.
    """

    kind: Literal["gap"] = "gap"
    first: int
    last: int | None
    after: str
    before: str
    reason: str
    at: datetime


class Timestamp(Value):
    """A token of an authority (RFC 3161): that the ledger up to record `head` existed at `time`.

    `link` is the link of that record, `sha256` names the token, which is an object.
    """

    kind: Literal["timestamp"] = "timestamp"
    head: int
    link: str
    sha256: str
    authority: str
    time: datetime


Record = Annotated[
    Fetch | Reading | Run | Added | Removed | Redaction | Loss | Gap | Timestamp,
    Field(discriminator="kind"),
]
RECORD: TypeAdapter[Record] = TypeAdapter(Record)


class Chained(Value):
    """A record in its place: `link` is the hash of itself and of `prev`, the link before it."""

    seq: int
    record: Record
    prev: str
    link: str


def objects_of(record: Record) -> tuple[str, ...]:
    """Return the names of the objects that must be there while `record` stands."""
    match record:
        case Fetch(sha256=str(name)) | Timestamp(sha256=name) | Added(key=name):
            return (name,)
        case Reading(sha256=name, text_sha256=text, imprint_sha256=imprint):
            return (name, text) if imprint is None else (name, text, imprint)
        case _:
            return ()


def given_of(record: Record) -> tuple[str, ...]:
    """Return the names of the objects that may be there: what was given by hand to a run."""
    given = record.given if isinstance(record, Run) else ()
    return tuple(file.sha256 for file in given if file.sha256)
