"""The shape of rules/archives.yaml: public web archives, and what their addresses mean."""

import re
from datetime import UTC, date, datetime, time
from functools import cache, cached_property
from urllib.parse import quote, unquote, urldefrag, urlsplit, urlunsplit

from pydantic import Field

from provcheck.model.value import Value
from provcheck.rulebook.load import load, shipped

_FORM = "%Y%m%d%H%M%S"
_WHOLE = 14  # digits of a moment down to the second
_EARLIEST = "0001" + "0101" + "000000"  # what a partial moment leaves out


class Pace(Value):
    """How many seconds apart requests below `at` (a host and the start of a path) are kept."""

    at: str
    seconds: float = Field(ge=0)


class Archive(Value):
    """One archive that is asked.

    `capture` is a pattern of the path and query of a copy, with groups `moment` and `url`; `shown`
    the address of a copy for readers and `replay` of its bytes as they were taken. The others are
    where to ask which copies there are: `cdx` (with what to add for those nearest to a moment, or
    the latest), `timegate` (RFC 7089), `availability`; empty where the archive has none. `{url}`
    stands for the address of the page, `{quoted}` for the same within a query, `{moment}` for up
    to 14 digits.
    """

    id: str
    name: str
    hosts: tuple[str, ...]
    capture: str
    shown: str
    replay: str
    cdx: str = ""
    cdx_nearest: str = ""
    cdx_latest: str = ""
    timegate: str = ""
    availability: str = ""
    paces: tuple[Pace, ...] = ()
    patience: float = Field(default=0, ge=0)

    def capture_at(self, url: str) -> "Capture | None":
        """Return the copy that `url` is the address of, None where it is of none of this one's."""
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or parts.hostname not in self.hosts:
            return None
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        match = re.fullmatch(self.capture, path)
        if match is None or moment_of(match["moment"]) is None:
            return None
        return Capture(archive=self, original=_schemed(match["url"]), digits=match["moment"])

    def index(self, url: str, day: date | None) -> str:
        """Return where its index tells the copies of `url` nearest to noon of `day`, or latest."""
        order = self.cdx_nearest if day else self.cdx_latest
        return filled(self.cdx + order, url, digits_of(noon(day)) if day else "")


class Capture(Value):
    """One copy in an archive: of which page, and when it was taken, in 4 to 14 digits of UTC."""

    archive: Archive
    original: str
    digits: str

    @property
    def moment(self) -> datetime:
        """Return when it was taken, at the earliest where the address does not say exactly."""
        moment = moment_of(self.digits)
        assert moment is not None  # noqa: S101  (nothing else makes a capture)
        return moment

    @property
    def is_exact(self) -> bool:
        """Tell whether the address tells the moment to the second."""
        return len(self.digits) == _WHOLE

    @property
    def shown(self) -> str:
        """Return its address for readers."""
        return filled(self.archive.shown, self.original, self.digits)

    @property
    def replay(self) -> str:
        """Return the address of its bytes."""
        return filled(self.archive.replay, self.original, self.digits)


class Unread(Value):
    """An archive that programs do not ask, and why."""

    name: str
    hosts: tuple[str, ...]
    why: str


class Refusal(Value):
    """What an archive says when it does not show a page that it may have, and in plain words."""

    says: str
    why: str


class ArchiveRules(Value):
    """All of them."""

    archives: tuple[Archive, ...]
    unread: tuple[Unread, ...]
    refusal_header: str
    refusals: tuple[Refusal, ...]
    also: tuple[tuple[str, ...], ...]
    secrets: tuple[str, ...]

    def capture_at(self, url: str) -> Capture | None:
        """Return the copy that `url` is the address of, None for other addresses; never raises."""
        try:
            found = (archive.capture_at(url) for archive in self.archives)
            return next(filter(None, found), None)
        except ValueError:  # no address at all
            return None

    def why_unread(self, url: str) -> str | None:
        """Return why an archive's address is never asked, None for other addresses."""
        try:
            host = (urlsplit(url).hostname or "").removeprefix("www.")
        except ValueError:
            return None
        found = (
            f"{each.name} is not asked: {each.why}" for each in self.unread if host in each.hosts
        )
        return next(found, None)

    def holds_secret(self, url: str) -> bool:
        """Tell whether a parameter of `url` is named as what lets its bearer in: access_token."""
        parts = urlsplit(url)
        names = (
            pair.partition("=")[0] for pair in re.split("[&;?]", f"{parts.path}?{parts.query}")
        )
        words = (re.split(r"[^a-z0-9]+", unquote(name).casefold()) for name in names)
        return any(not self._secrets.isdisjoint(each) for each in words)

    def refusal(self, url: str, header: str, body: bytes = b"") -> str | None:
        """Return what an archive means that answers for `url` with this header and no page.

        `body` is the beginning of what it shows instead. None for other hosts and reasons.
        """
        if urlsplit(url).hostname not in self._hosts:
            return None
        told = header + body[:20_000].decode("utf-8", "replace")
        return next((each.why for each in self.refusals if each.says in told), None)

    def spellings(self, url: str) -> tuple[str, ...]:
        """Return the addresses under which archives may hold the page at `url`, likeliest first."""
        parts = urlsplit(urldefrag(url).url)
        bare = (parts.hostname or "").removeprefix("www.")
        same = next((hosts for hosts in self.also if bare in hosts), ())
        others = (parts._replace(netloc=each) for each in same if each != bare)
        return tuple(map(urlunsplit, (parts, *others)))

    @cached_property
    def _secrets(self) -> frozenset[str]:
        return frozenset(self.secrets)

    @cached_property
    def _hosts(self) -> frozenset[str]:
        return frozenset(host for archive in self.archives for host in archive.hosts)

    @cached_property
    def paces(self) -> dict[str, float]:
        """Return the seconds between requests, by where they go: a host and the start of a path."""
        return {pace.at: pace.seconds for archive in self.archives for pace in archive.paces}

    def patience(self, host: str) -> float | None:
        """Return for how long to leave `host` alone when it is busy and does not say how long."""
        found = (archive.patience for archive in self.archives if host in archive.hosts)
        return next(found, None)


@cache
def archive_rules() -> ArchiveRules:
    """Return the shipped rules of archives; raises RuleError for a broken file."""
    return load(shipped() / "archives.yaml", ArchiveRules)


def archived_original(url: str) -> tuple[str, datetime] | None:
    """Return which page `url` is an archived copy of, and when it was taken; None for others."""
    capture = archive_rules().capture_at(url)
    return (capture.original, capture.moment) if capture else None


def moment_of(digits: str) -> datetime | None:
    """Return the moment in UTC that up to 14 digits mean, the earliest that fits; None for none."""
    if not 4 <= len(digits) <= _WHOLE or not (digits.isascii() and digits.isdigit()):  # noqa: PLR2004
        return None
    try:
        whole = digits + _EARLIEST[len(digits) :]
        return datetime.strptime(whole, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


def digits_of(moment: datetime) -> str:
    """Return a moment as archives write it: 14 digits of UTC."""
    return moment.astimezone(UTC).strftime(_FORM).zfill(_WHOLE)


def noon(day: date) -> datetime:
    """Return the middle of a day, from which the distance to a copy is measured."""
    return datetime.combine(day, time(12), UTC)


def filled(template: str, url: str, digits: str = "") -> str:
    """Return the address that one of the rules gives for a page and a moment."""
    # Not by str.format: an address may hold braces.
    told = {"{moment}": digits, "{quoted}": quote(url, safe=""), "{url}": url}
    return re.sub(r"\{(?:moment|quoted|url)\}", lambda name: told[name[0]], template)


def _schemed(url: str) -> str:
    """Return an original's address with its scheme, which archives leave out or shorten at will."""
    shortened = re.match(r"(https?):/+", url)
    return f"{shortened[1]}://{url[shortened.end() :]}" if shortened else f"http://{url}"
