from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from provcheck.model.value import Value


class Entry(Value):
    """One entry of sources.json; unknown fields are refused."""

    file: str | None = None
    url: str | None = None
    status: int = 200
    content_type: str | None = None
    publisher: str | None = None
    published: datetime | date | None = None
    lang: str | None = None
    title: str | None = None
    archived_at: datetime | None = None
    fetched_at: datetime | None = None
    redirect_to: str | None = None


class Placed(NamedTuple):
    """An entry under the key that names it on any machine, and its file, if it has one.

    `shelved`: it comes from the library of another store; `own_title` and `own_publisher` are what
    it says of itself then.
    """

    key: str
    entry: Entry
    path: Path | None = None
    shelved: bool = False
    own_title: str | None = None
    own_publisher: str | None = None
