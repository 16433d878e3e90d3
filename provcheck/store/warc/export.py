"""The fetches of a store as a WARC file, for the tools of web archives."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from provcheck.errors import StoreError
from provcheck.model.version import VERSION
from provcheck.store.bundle.belonging import Held, belonging, brought_by, held_in, is_unchanged
from provcheck.store.bundle.folder import whole_file
from provcheck.store.bundle.write import Exported
from provcheck.store.chain import line
from provcheck.store.evidence import Store
from provcheck.store.objects import Flaw, Objects
from provcheck.store.record import Fetch, Redaction
from provcheck.store.warc.request import Request

if TYPE_CHECKING:
    from provcheck.store.warc.writing import Writing

_ABOUT = "sources that articles were checked against, decoded; see metadata for their records"


def write_warc(store: Store, target: Path, runs: tuple[int, ...] | None = None) -> Exported:
    """Write the fetches of `runs` (None: all) to `target` as WARC 1.1, gzipped by record for .gz.

    The file is there whole or not at all; the same ledger and runs give the same bytes. What came
    are response records, decoded, with the redirects before them; every fetch, failed ones too,
    and every redaction is a metadata record with its line of the ledger. Raises StoreError as
    `write_bundle` does, when there is no fetch, and when the extra `warc` is not installed.
    """
    try:
        from provcheck.store.warc.writing import Writing  # noqa: PLC0415  (an extra)
    except ImportError:
        message = f"{target}: writing a WARC needs an extra: pip install 'provcheck[warc]'"
        raise StoreError(message) from None
    held = held_in(store)
    chosen = held if runs is None else belonging(held, runs)
    moments = [each.record.fetched_at for each in chosen if isinstance(each.record, Fetch)]
    if not moments:
        message = f"{store.root}: no fetch is recorded there for this; check an article first"
        raise StoreError(message)
    with whole_file(target) as path, path.open("xb") as file:
        warc = Writing(file, gzip=target.name.casefold().endswith(".gz"))
        return _Export(warc, store.objects, chosen).done(max(map(_zoned, moments)))


class _Export:
    """One WARC on its way."""

    def __init__(self, warc: "Writing", objects: Objects, held: tuple[Held, ...]) -> None:
        self._warc, self._objects, self._held = warc, objects, held
        self._tombs = {each.record.sha256 for each in held if isinstance(each.record, Redaction)}
        self._brought: set[str] = set()
        self._gone: set[str] = set()

    def done(self, when: datetime) -> Exported:
        head = self._held[-1].written.link
        said = {"software": f"provcheck {VERSION}", "description": _ABOUT}
        self._warc.opening(Request(url="", when=when, link=f"{head}/warcinfo"), said)
        counted = [each for each in self._held if self._write(each)]
        return Exported(
            records=len(counted),
            fetches=sum(isinstance(each.record, Fetch) for each in counted),
            objects=len(self._brought),
            redacted=tuple(sorted(self._gone & self._tombs)),
            missing=tuple(sorted(self._gone - self._tombs)),
        )

    def _write(self, held: Held) -> bool:
        """Write what belongs to a record; False for kinds that a WARC has no place for."""
        match held.record:
            case Fetch() as fetch:
                answer = self._answers(held, fetch)
                url, when = fetch.url, fetch.fetched_at
            case Redaction(sha256=name, at=when):
                answer, url = None, f"urn:sha256:{name}"
            case _:
                return False
        self._warc.note(
            Request(url=url, when=_zoned(when), link=held.written.link), line(held.written), answer
        )
        return True

    def _answers(self, held: Held, fetch: Fetch) -> str | None:
        """Write what a fetch met on its way and at its end; return the id of the end."""
        data = None if fetch.failure or fetch.sha256 is None else self._bytes(fetch.sha256)
        if data is None:
            return None
        *way, end = list(_requests(held, fetch))
        for hop, request, after in zip(fetch.hops, way, [*way[1:], end], strict=False):
            self._warc.redirect(request, hop.status, after.url)
        if not is_unchanged(fetch):
            status = fetch.hops[-1].status if fetch.hops else HTTPStatus.OK
            if fetch.final_url != end.url:  # a redirect that was not followed, nor is it a page
                return self._warc.redirect(end, status, fetch.final_url)
            return self._warc.answer(end, status, _fields(fetch), data)
        original = brought_by(self._held, fetch, held.seq)
        if original and isinstance(original.record, Fetch):
            *_, first = _requests(original, original.record)
            return self._warc.revisit(end, first, fetch.sha256 or "")
        return self._warc.resource(end, _kind(fetch), data)

    def _bytes(self, name: str) -> bytes | None:
        data = None if name in self._tombs else self._objects.look(name)
        if data is None or isinstance(data, Flaw):
            self._gone.add(name)
            return None
        self._brought.add(name)
        return data


def _requests(held: Held, fetch: Fetch) -> Iterator[Request]:
    """Yield the requests of a fetch, the last one last."""
    urls = [hop.url for hop in fetch.hops] or [fetch.final_url]
    peers = fetch.peers if len(fetch.peers) == len(urls) else [""] * len(urls)
    for number, (url, peer) in enumerate(zip(urls, peers, strict=True)):
        yield Request(
            url=url,
            when=_zoned(fetch.fetched_at),
            link=f"{held.written.link}/{number}",
            peer=_ip(peer),
        )


def _zoned(when: datetime) -> datetime:
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _ip(peer: str) -> str | None:
    try:
        return str(ip_address(peer))
    except ValueError:
        return None


def _fields(fetch: Fetch) -> dict[str, str]:
    """Return what a server would say of the bytes that are kept."""
    told = {
        "Content-Type": _kind(fetch),
        "ETag": fetch.etag,
        "Last-Modified": fetch.last_modified,
        "Memento-Datetime": format_datetime(fetch.memento, usegmt=True) if fetch.memento else None,
    }
    return {name: value for name, value in told.items() if value}


def _kind(fetch: Fetch) -> str:
    if not fetch.media_type:
        return ""
    return f"{fetch.media_type}; charset={fetch.charset}" if fetch.charset else fetch.media_type
