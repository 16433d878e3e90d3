"""Sources that need no request: files given by hand, and copies that an archive took."""

from datetime import date, datetime

from provcheck.errors import StoreError
from provcheck.fetch.answer import Answer
from provcheck.model.evidence import Mode, Snapshot, Unavailable
from provcheck.sources.body import Body
from provcheck.store.given import Given, GivenSource

Local = tuple[Body, Snapshot]


def local_of(given: Given, key: str) -> Local | Unavailable:
    """Return the source given under `key`, or why a capture of a WARC cannot be read.

    Raises StoreError when its file cannot be read.
    """
    entry = next((e for e in given.entries if e.key == key and not e.shelved), None)
    return Unavailable(reason=f"{key}: not given") if entry is None else local(entry)


def local(entry: GivenSource) -> Local | Unavailable:
    """Return a source given by hand as `local_of` does."""
    body = _body(entry)
    if isinstance(body, Unavailable):
        return body
    where = Snapshot(
        url=entry.url or entry.key,
        final_url=entry.url or entry.key,
        fetched_at=entry.fetched_at,
        media_type=body.media_type,
        mode=Mode.STORE if entry.shelved else Mode.REPLAY if entry.url else Mode.LOCAL,
        sha256="",
        text_sha256="",
    )
    return body, where


def copy_of(given: Given, target: str) -> Local | Unavailable:
    """Return the archived copy that was chosen: `target` is its address and its moment."""
    url, _, moment = target.rpartition("@")
    taken = datetime.fromisoformat(moment)
    entry = next((e for e in given.copies(url) if e.archived_at == taken), None)
    if entry is None or not entry.has_content:
        return Unavailable(reason=f"{url}: no archived copy of {moment} is at hand")
    body = _body(entry)
    if isinstance(body, Unavailable):
        return body
    where = Snapshot(
        url=url,
        final_url=url,
        fetched_at=entry.archived_at,
        media_type=(entry.content_type or "").partition(";")[0].strip(),
        mode=Mode.ARCHIVE,
        sha256="",
        text_sha256="",
    )
    return body, where


def said_of(entry: GivenSource | None) -> dict[str, str | date | None]:
    """Return what the manifest says of a source, which overrides what the source says."""
    if entry is None:
        return {}
    return {
        "publisher": entry.publisher or entry.own_publisher,
        "published": entry.published,
        "lang": entry.lang,
        "title": entry.title or entry.own_title,
    }


def bytes_of(source: GivenSource) -> bytes | Unavailable:
    """Return the bytes of a source given by hand, none where it has none.

    A capture of a WARC may be broken while others are not: then, why. Raises StoreError when a
    file of its own cannot be read.
    """
    try:
        return source.content()
    except OSError as problem:
        if source.capture:
            return Unavailable(reason=f"{source.key}: {problem.strerror}")
        message = f"{source.path}: cannot be read ({problem.strerror}); check its permissions"
        raise StoreError(message) from None


def _body(entry: GivenSource) -> Body | Unavailable:
    data = bytes_of(entry)
    if isinstance(data, Unavailable):
        return data
    declared = Answer(url="", status=200, headers=(("content-type", entry.content_type or ""),))
    return Body(
        data=data,
        media_type=declared.media_type,
        charset=declared.charset,
        url=entry.url,
        name=entry.key,
        **said_of(entry),
    )
