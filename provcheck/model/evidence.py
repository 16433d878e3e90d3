"""How looking for a source can end: found, unavailable, or no source to look for."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from provcheck.model.source_text import SourceText
from provcheck.model.value import Value


class Completeness(StrEnum):
    """How much of a source was read; `not-found` may be said only of a whole reading."""

    WHOLE = "whole"
    GATED = "gated"
    TRUNCATED = "truncated"
    SCRIPT_ONLY = "script-only"
    WRONG_CHARSET = "wrong-charset"
    STUB = "stub"


class Mode(StrEnum):
    """How the bytes were got."""

    LIVE = "live"
    ARCHIVE = "archive"
    STORE = "store"
    REPLAY = "replay"
    LOCAL = "local"


class Hop(Value):
    """One request on the way: the address asked and the HTTP status answered."""

    url: str
    status: int


class Snapshot(Value):
    """What was fetched, when and how; hashes are SHA-256 in lower-case hex.

    `url` is as asked, `final_url` after redirects; `fetched_at` is None where the sources given
    by hand do not say when they were taken, and never the present moment of a replay.
    """

    url: str
    final_url: str
    hops: tuple[Hop, ...] = ()
    fetched_at: datetime | None = None
    sha256: str
    text_sha256: str
    media_type: str
    mode: Mode


class Found(Value):
    """A source that was read."""

    status: Literal["found"] = "found"
    snapshot: Snapshot
    text: SourceText
    completeness: Completeness = Completeness.WHOLE


class Unavailable(Value):
    """A source that is named and could not be read; `reason` is one plain clause.

    `attempts` are the requests made, in order; empty when none was possible. `of` is the address of
    the source itself, where the one that was asked for merely led to it. `interrupted`: the run was
    stopped before.
    """

    status: Literal["unavailable"] = "unavailable"
    reason: str
    attempts: tuple[Hop, ...] = ()
    of: str | None = None
    interrupted: bool = False


class Unsourced(Value):
    """No source can be identified; `reason` says what the article gives instead."""

    status: Literal["unsourced"] = "unsourced"
    reason: str


Evidence = Annotated[Found | Unavailable | Unsourced, Field(discriminator="status")]
