"""What a WARC file answers: for each address its newest capture, and the older ones as copies."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from provcheck.errors import StoreError
from provcheck.store.address import address_key
from provcheck.store.entry import Entry
from provcheck.store.files import open_regular
from provcheck.store.warc.payload import Capture
from provcheck.store.warc.records import BrokenRecordError, Http, WarcRecord, records

SUFFIXES = (".warc", ".warc.gz")
_MOST = 500_000  # records of a file
_LONGEST = 8192  # characters of an address
_TYPE = re.compile(r"[\x21-\x7e][\x20-\x7e]{0,255}", re.ASCII)
_OK, _PARTIAL, _NOT_MODIFIED = 200, 206, 304
_REDIRECTS, _ERRORS = range(300, 400), range(400, 600)


class Captured(NamedTuple):
    """An answer out of a WARC: its key, what a manifest would say of it, where its body lies."""

    key: str
    entry: Entry
    capture: Capture | None


class _Taken(NamedTuple):
    """A capture on its way: the answer to `url` at `when`, the date as written and as read."""

    url: str
    date: str
    when: datetime | None
    http: Http
    body: Capture | None
    digest: str
    refers_to: tuple[str, str] | None = None


def is_warc(path: Path) -> bool:
    """Tell by its name whether a file is a WARC."""
    return path.name.casefold().endswith(SUFFIXES)


def captures(path: Path, key: str) -> tuple[Captured, ...]:
    """Return what the WARC at `path`, a source with `key`, answers, in the order of the file.

    Answers and resources at http addresses count; a revisit takes the body that it refers to, when
    the file has it. For each address the newest capture answers, and older ones that brought a page
    are archived copies. Captures of a part, and such as were cut short, are left out. Raises
    StoreError, naming file and record, when the file is no WARC or is broken.
    """
    try:
        with open_regular(path) as file:
            taken = list(_taken(path, records(file)))
    except BrokenRecordError as problem:
        raise _refusal(path, problem.number, str(problem)) from None
    except OSError as problem:
        message = f"{path}: cannot be read ({problem.strerror}); check its permissions"
        raise StoreError(message) from None
    return tuple(_told(_resolved(taken), key))


def _uri(field: str) -> str:
    """Return the address in a field; the first version of the format set it in angle brackets."""
    bare = field.strip()
    return bare[1:-1].strip() if bare.startswith("<") and bare.endswith(">") else bare


def _taken(path: Path, found: Iterable[WarcRecord]) -> Iterator[_Taken]:
    for record in found:
        if record.number > _MOST:
            raise _refusal(path, record.number, f"more than {_MOST} records")
        url = _uri(record.fields.get("warc-target-uri", ""))
        http = _answer(record)
        web = url[:8].casefold().startswith(("http://", "https://")) and len(url) <= _LONGEST
        if not web or http is None or "warc-truncated" in record.fields:
            continue
        date = record.fields.get("warc-date", "")
        refers_to = None
        if record.kind == "revisit":
            original = _uri(record.fields.get("warc-refers-to-target-uri", url))
            refers_to = (original, record.fields.get("warc-refers-to-date", ""))
        yield _Taken(
            url=url,
            date=date,
            when=_moment(date),
            http=http,
            body=None if refers_to else _body(path, record, http),
            digest=record.fields.get("warc-payload-digest", ""),
            refers_to=refers_to,
        )


def _answer(record: WarcRecord) -> Http | None:
    """Return what was answered, None for records of other kinds."""
    if record.kind == "resource":
        return Http(_OK, {"content-type": record.fields.get("content-type", "")})
    if record.kind == "revisit":
        return record.http or Http(_NOT_MODIFIED, {})
    return record.http if record.kind == "response" else None


def _body(path: Path, record: WarcRecord, http: Http) -> Capture:
    return Capture(
        file=path,
        place=record.place,
        length=record.length,
        encoding=http.fields.get("content-encoding", ""),
        chunked="chunked" in http.fields.get("transfer-encoding", "").casefold(),
    )


def _resolved(taken: list[_Taken]) -> Iterator[_Taken]:
    """Yield all captures, revisits with the body of what they refer to; others are left out."""
    whole = [each for each in taken if each.body]
    dated = {(each.url, each.date): each for each in reversed(whole)}
    same = {(address_key(each.url), each.digest): each for each in whole if each.digest}
    alike = {each.digest: each for each in whole if each.digest}
    for each in taken:
        if each.refers_to is None:
            yield each
            continue
        original = (
            dated.get(each.refers_to)
            or same.get((address_key(each.url), each.digest))
            or alike.get(each.digest)
        )
        if original:
            yield each._replace(body=original.body, http=_merged(each.http, original.http))


def _merged(revisit: Http, original: Http) -> Http:
    """Return the answer of a revisit: not modified means what was answered before."""
    if revisit.status == _NOT_MODIFIED:
        return original
    return Http(revisit.status, {**original.fields, **revisit.fields})


def _told(taken: Iterable[_Taken], key: str) -> Iterator[Captured]:
    by_address: dict[str, list[_Taken]] = {}
    for each in taken:
        if _is_answer(each):
            by_address.setdefault(address_key(each.url), []).append(each)
    for found in by_address.values():
        oldest_first = sorted(found, key=lambda each: each.when or datetime.min.replace(tzinfo=UTC))
        newest = oldest_first.pop()
        page = None if newest.http.status in _REDIRECTS else newest.body
        yield Captured(f"{key}#{newest.url}", _entry(newest), page)
        for older in oldest_first:
            if older.when and older.http.status == _OK and older.body != newest.body:
                copy = _entry(older).model_copy(update={"archived_at": older.when})
                yield Captured(f"{key}#{older.url}@{older.date}", copy, older.body)


def _is_answer(each: _Taken) -> bool:
    status = each.http.status
    if status in _REDIRECTS:
        # One to another spelling of the same address says nothing: what it leads to has the page.
        onward = _onward(each)
        return bool(onward) and address_key(onward) != address_key(each.url)
    return status in _ERRORS or (_OK <= status < _REDIRECTS.start and status != _PARTIAL)


def _entry(each: _Taken) -> Entry:
    said = each.http.fields.get("content-type", "")
    return Entry(
        url=each.url,
        status=each.http.status,
        content_type=said if _TYPE.fullmatch(said) else None,
        fetched_at=each.when,
        redirect_to=_onward(each) if each.http.status in _REDIRECTS else None,
    )


def _onward(each: _Taken) -> str:
    location = each.http.fields.get("location", "").strip()
    try:
        return urljoin(each.url, location) if location else ""
    except ValueError:
        return ""


def _moment(date: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(date)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _refusal(path: Path, number: int, why: str) -> StoreError:
    return StoreError(
        f"{path}: record {number}: {why}; make the file anew, or mend it with `warcio recompress`"
    )
