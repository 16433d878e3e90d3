"""A page on its way from the network, the store or a manifest to its reader."""

import re
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import urlsplit

from provcheck.fetch.answer import Response, Validators
from provcheck.model.evidence import Mode, Snapshot
from provcheck.model.value import Value
from provcheck.rulebook.archives import archived_original
from provcheck.rulebook.pages import page_rules
from provcheck.store.evidence import Kept
from provcheck.store.record import Fetch

_LANGUAGE = re.compile(r"[a-z]{2}([-_][a-z]{2})?")
_SUFFIX = re.compile(r"\.[a-z]{3,5}$")
_EDGE = 2048  # bytes at either end of a page that are looked at
_CLOSED = re.compile(rb"</(html|body)\s*>", re.IGNORECASE)


class Page(Value):
    """A page that was got and is still to be read; `seq` is its record in the store, if any.

    The hash of the words in `snapshot` is still empty. `data` is empty where the store holds the
    bytes: a run may wait for many pages before it reads them. `is_new`: they came in this run;
    `tells_end`: the server said where they end; `memento`: when an archive says that it took them;
    `peers`: the network addresses on the way, that of the page last.
    """

    snapshot: Snapshot
    charset: str | None = None
    data: bytes = b""
    seq: int | None = None
    warned: str | None = None
    is_new: bool = False
    tells_end: bool = True
    memento: datetime | None = None
    peers: tuple[str, ...] = ()


def validators_of(kept: Kept | None) -> Validators | None:
    """Return what makes a request ask whether the kept page changed, if it can be asked."""
    if kept is None or not (kept.fetch.etag or kept.fetch.last_modified):
        return None
    fetch = kept.fetch
    return Validators(url=fetch.final_url, etag=fetch.etag, last_modified=fetch.last_modified)


def fetch_of(answer: Response, kept: Kept | None) -> Fetch:
    """Return the record of an answer; one that says `unchanged` takes after the kept page."""
    asked = {"url": answer.url, "final_url": answer.final_url, "hops": answer.hops}
    told = {
        **asked,
        "peers": answer.peers,
        "fetched_at": datetime.now(UTC),
        "warned": answer.warned,
    }
    if kept and answer.unchanged:
        newer = {"etag": answer.etag, "last_modified": answer.last_modified}
        return kept.fetch.model_copy(update=told | {k: v for k, v in newer.items() if v})
    return Fetch(
        **told,
        sha256=sha256(answer.body).hexdigest(),
        size=len(answer.body),
        media_type=answer.media_type,
        charset=answer.charset,
        etag=answer.etag,
        last_modified=answer.last_modified,
        tells_end=answer.tells_end,
        memento=answer.memento,
    )


def page_of(kept: Kept, *, stored: bool = True) -> Page:
    """Return the page that a record tells of; how it came is told as it was then."""
    fetch = kept.fetch
    where = Snapshot(
        url=fetch.url,
        final_url=fetch.final_url,
        hops=fetch.hops,
        fetched_at=fetch.fetched_at,
        sha256=fetch.sha256 or "",
        text_sha256="",
        media_type=fetch.media_type,
        mode=Mode.LIVE,
    )
    data, seq = (b"", kept.seq) if stored else (kept.data, None)
    return Page(
        snapshot=where,
        charset=fetch.charset,
        data=data,
        seq=seq,
        warned=fetch.warned,
        tells_end=fetch.tells_end,
        memento=fetch.memento,
        peers=fetch.peers,
    )


def doubted(page: Page, failed: Fetch | None) -> Page:
    """Return a kept page with a word on `failed`, if that asked for it again, later, in vain.

    A page that is gone by now may have been taken back: whoever relies on the copy is to know.
    """
    taken = page.snapshot.fetched_at
    if failed is None or failed.failure is None or (taken and failed.fetched_at < taken):
        return page
    why = failed.failure.removeprefix(f"{failed.url}: ")
    parts = (page.warned, f"a kept copy, as asking for it again failed: {why}")
    return page.model_copy(update={"warned": "; ".join(filter(None, parts))})


def replayed_page(answer: Response, fetched_at: datetime | None = None) -> Page:
    """Return the page that sources given by hand answered with, taken when they say that it was."""
    where = Snapshot(
        url=answer.url,
        final_url=answer.final_url,
        hops=answer.hops,
        fetched_at=fetched_at,
        sha256=sha256(answer.body).hexdigest(),
        text_sha256="",
        media_type=answer.media_type,
        mode=Mode.REPLAY,
    )
    return Page(snapshot=where, charset=answer.charset, data=answer.body, memento=answer.memento)


def leads_astray(where: Snapshot) -> bool:
    """Tell whether a deep address led to a page that stands for pages gone.

    So servers answer without saying so (a soft 404): with the front page, be it that of a language,
    with the list that the page was in, or with a page about errors. Short addresses, of one name,
    lead to front pages of other sites in good faith; where a page was, a site was given up.
    """
    copy = archived_original(where.final_url)
    asked, found = urlsplit(where.url), urlsplit(copy[0] if copy else where.final_url)
    deep, shown = _names(asked.path), _names(found.path)
    if _site(asked.hostname) != _site(found.hostname):
        return len(deep) > 1 and not shown and not found.query
    if deep and deep[-1] in page_rules().same_page_names:
        deep.pop()
    if not deep or shown == deep or (found.query and not shown):  # "/?p=1" is a page
        return False
    return shown == deep[: len(shown)] or _stands_for_gone(shown)


def _stands_for_gone(names: list[str]) -> bool:
    """Tell whether a path is that of a page about errors, or of a language's front page."""
    is_front = len(names) == 1 and bool(_LANGUAGE.fullmatch(names[0]))
    return is_front or _SUFFIX.sub("", names[-1]) in page_rules().gone_names


def _names(path: str) -> list[str]:
    """Return the names in a path without the one that a server shows for a folder."""
    names = [name.casefold() for name in path.split("/") if name]
    is_folder = names[-1:] and _SUFFIX.sub("", names[-1]) in page_rules().folder_names
    return names[:-1] if is_folder else names


def _site(host: str | None) -> str:
    return (host or "").removeprefix("www.")


def is_broken_off(page: Page, data: bytes) -> bool:
    """Tell whether a page seems cut: it begins as HTML, nobody said where it ends, nothing ends it.

    A connection that is closed is all the end that such a body has, be it early or not.
    """
    begins = b"<html" in data[:_EDGE].lower()
    return begins and not page.tells_end and not _CLOSED.search(data[-_EDGE:])
