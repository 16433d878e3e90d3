from datetime import date, datetime

from provcheck.model.value import Value


class Unreadable(ValueError):  # noqa: N818  (an answer about a file, not a fault of the caller)
    """The bytes of a source give no text; the message is one plain clause that says why.

    The only exception that reading a source raises: a file that is encrypted, damaged, hostile,
    of no known type, or that needs an extra which is not installed.
    """


class Body(Value):
    """The bytes of a source as they came, and what was said about them.

    `media_type` is as declared ("text/html", parameters allowed), "" when nobody said; `charset`
    is the declared one; `url` the final address; `name` a file name or URL for messages and for
    its suffix. `publisher`, `published`, `lang` and `title` are what a manifest says: they
    override what the source says of itself.
    """

    data: bytes
    media_type: str = ""
    charset: str | None = None
    url: str | None = None
    name: str
    publisher: str | None = None
    published: datetime | date | None = None
    lang: str | None = None
    title: str | None = None
