"""What one request brought, and how a walk over several of them ends."""

import re
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from provcheck.model.evidence import Hop
from provcheck.model.value import Value

_OK = (200, 203)
_UNCHANGED = 304
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = ("etag", "last-modified")
_CHARSET = re.compile(r"[a-z0-9][a-z0-9._:+-]{0,39}")  # RFC 2978, and nothing that ends a header
_LONGEST = 512  # characters of a validator


class Answer(Value):
    """One answer: its status, the header fields in the order they came, the decoded body.

    The body is empty unless the status is 200 or 203. `peer` is the address that was dialled.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    peer: str | None = None

    def header(self, name: str) -> str:
        """Return the first field called `name` (lower case), "" where there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def media_type(self) -> str:
        """Return the declared media type without its parameters, "" where none is declared."""
        return self.header("content-type").partition(";")[0].strip().casefold()

    @property
    def charset(self) -> str | None:
        """Return the declared charset, in lower case; None where it has no name of a charset."""
        told = Message()
        told["content-type"] = " ".join(self.header("content-type").split())
        try:
            name = told.get_content_charset() or ""
        except ValueError:  # a NUL, which a manifest may hold
            return None
        return name if _CHARSET.fullmatch(name) else None

    @property
    def is_page(self) -> bool:
        """Tell whether the body is the page that was asked for."""
        return self.status in _OK

    @property
    def tells_end(self) -> bool:
        """Tell whether the server said where the body ends; else it may have been broken off."""
        chunked = "chunked" in self.header("transfer-encoding").casefold()
        return bool(self.header("content-length")) or chunked

    @property
    def is_unchanged(self) -> bool:
        """Tell whether the server says that what is kept is still the page."""
        return self.status == _UNCHANGED

    @property
    def location(self) -> str | None:
        """Return where a redirect leads, as the server wrote it; None for other answers.

        An empty one leads to where it was asked, as for browsers.
        """
        told = [value for key, value in self.headers if key == "location"]
        is_redirect = self.status in _REDIRECTS and told
        return told[0].strip().replace(" ", "%20") if is_redirect else None

    def validator(self, name: str) -> str | None:
        """Return the `etag` or `last-modified` of the answer, if it may be sent back."""
        value = self.header(name)
        return value if name in _HEADERS and _is_clean(value) else None

    def retry_after(self, now: datetime) -> float | None:
        """Return the seconds that the server asks to wait, from seconds or an HTTP date."""
        said = self.header("retry-after").strip()
        if said.isascii() and said.isdigit():
            return float(said[:9])
        moment = _moment(said)
        return None if moment is None else max(0.0, (moment - now).total_seconds())

    @property
    def memento(self) -> datetime | None:
        """Return when an archive says that it took the copy (RFC 7089, 2.1.1), None elsewhere."""
        return _moment(self.header("memento-datetime"))


def _is_clean(value: str) -> bool:
    """Tell whether a value may be sent as a header field: on one line, and not endless."""
    return value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST


def _moment(said: str) -> datetime | None:
    """Return the moment that an HTTP date means, in UTC; None for anything else."""
    try:
        moment = parsedate_to_datetime(said)
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return zoned.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


class Validators(Value):
    """What a server said of a page that is kept, to ask whether it changed: of `url` alone."""

    url: str
    etag: str | None = None
    last_modified: str | None = None

    def headers(self, url: str) -> dict[str, str]:
        """Return the header fields that make a request for `url` a conditional one."""
        if url != self.url:
            return {}
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in told.items() if value and _is_clean(value)}


class Response(Value):
    """A page that came whole: `url` as asked, `final_url` after the redirects in `hops`.

    `live` tells that a network was asked on the way; `unchanged` that the body stays empty since
    the kept one still holds; `warned` what the site has against being read by programs; `memento`
    when an archive says that it took the copy.
    """

    url: str
    final_url: str
    hops: tuple[Hop, ...]
    peers: tuple[str, ...] = ()
    media_type: str
    charset: str | None
    body: bytes
    etag: str | None = None
    last_modified: str | None = None
    live: bool = False
    unchanged: bool = False
    tells_end: bool = True
    warned: str | None = None
    memento: datetime | None = None
