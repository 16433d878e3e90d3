from datetime import date
from pathlib import Path

from provcheck.model.value import Value


class Limits(Value):
    """Bounds that keep hostile input from holding up a run. Bytes, hops and seconds."""

    article_bytes: int = 20 << 20
    source_bytes: int = 20 << 20
    redirects: int = 10
    onward_hops: int = 3


class Settings(Value):
    """What a run was told. Built once by the command line or by a caller of the library.

    `sources` are folders and files given by hand; `offline` promises that no socket is opened;
    `published` and `lang` override what the article says; `house` names a house style or a file.
    """

    sources: tuple[Path, ...] = ()
    offline: bool = False
    house: str = "default"
    lang: str | None = None
    published: date | None = None
    store: Path | None = None
    limits: Limits = Limits()
