from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from pydantic import ConfigDict, SecretStr

from provcheck.model.value import Value


class Robots(StrEnum):
    """What a site's robots.txt means to a run; what was ignored is told in the report."""

    RESPECT = "respect"  # a page that it forbids is unavailable
    WARN = "warn"  # the page is read, and the reading says that robots are not wanted
    IGNORE = "ignore"


class Limits(Value):
    """Bounds that keep hostile input from holding up a run, and a run from being a nuisance.

    Bytes, seconds, counts. Origin of the figures: measurements and the habits of careful clients.
    """

    article_bytes: int = 20 << 20
    source_bytes: int = 20 << 20  # of a body, decoded
    raw_bytes: int = 20 << 20  # of a body as it comes over the wire
    inflation: int = 200  # decoded bytes a raw byte, beyond the first MB
    redirects: int = 10
    onward_hops: int = 3
    header_fields: int = 200  # of one answer; their size is bounded by h11 (100 kB)
    connect_seconds: float = 5.0
    read_seconds: float = 10.0
    total_seconds: float = 20.0  # of one address with all its redirects and further attempts
    sockets: int = 32
    host_connections: int = 2  # at a time
    host_interval: float = 1.0  # seconds between the starts of two requests to a host
    attempts: int = 3  # the first included; only after errors of connection and answers of 5xx
    retry_wait: float = 0.5  # seconds before the second attempt, doubled for the third
    retry_after: float = 60.0  # the longest Retry-After that is waited for
    waits: float = 120.0  # seconds that Retry-After may add to one address, and to one host a run
    hard_failures: int = 3  # in a row, after which a host is asked no more in this run
    reading_cpu_seconds: int = 5  # for reading one source
    reading_bytes: int = 256 << 20  # of memory, for reading one source


class Key(Value):
    """What a service knows its customer by: `secret` goes into the header field `field`.

    It is sent to `endpoint` (scheme, host and path of an https address) alone, and shown nowhere:
    not when the value is printed, and not when it cannot be made.
    """

    model_config = ConfigDict(hide_input_in_errors=True)

    endpoint: str
    field: str
    secret: SecretStr


class Settings(Value):
    """What a run was told. Built once by the command line or by a caller of the library.

    `sources` are folders and files given by hand; `offline` promises that no socket is opened;
    `published` and `lang` override what the article says; `house` names a house style or a file;
    `agencies` are files of outlets that the user adds to the shipped ones.
    `store` is where evidence is kept, None for nowhere; `keep_given`: that of sources given by hand
    too, also when the run used no network. `archives`: public archives are asked for copies of
    pages of the open web. A stored page younger than `max_age` is
    not fetched again, unless `refresh`. `private` names hosts ("wiki.newsroom.test", "10.0.0.7")
    that may be reached although their addresses are not public, on any port; `proxy` is the
    address of an HTTP proxy, `authorities` a PEM file of certificates to trust beside the usual.
    `search` names the services that may be asked for unlinked quotations, whose words they then
    see; none is asked unless it is named. `keys` are what they know their customers by.
    """

    sources: tuple[Path, ...] = ()
    offline: bool = False
    house: str = "default"
    agencies: tuple[Path, ...] = ()
    lang: str | None = None
    published: date | None = None
    store: Path | None = None
    keep_given: bool = True
    archives: bool = True
    max_age: timedelta = timedelta(days=7)
    refresh: bool = False
    robots: Robots = Robots.RESPECT
    private: tuple[str, ...] = ()
    proxy: str | None = None
    authorities: Path | None = None
    search: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    limits: Limits = Limits()

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Return those that bear on verdicts; paths stay out, they differ between machines."""
        told = {
            "search": ", ".join(self.search) or None,
            "house": self.house,
            "lang": self.lang,
            "published": self.published,
            "archives": None if self.archives else "not asked",
            "robots": self.robots if self.robots is not Robots.RESPECT else None,
        }
        return tuple((name, str(value)) for name, value in told.items() if value is not None)
