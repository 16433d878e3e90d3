"""From the address of a post to its words: one witness after the other, until one tells all."""

from hashlib import sha256
from http import HTTPStatus

from provcheck.fetch.page import Page
from provcheck.fetch.quoting import quoting
from provcheck.fetch.shelf import Shelf
from provcheck.model.evidence import Completeness, Found, Hop, Unavailable
from provcheck.model.post import Post
from provcheck.rulebook.book import Rulebook
from provcheck.sources.posts.adapters import adapter_of
from provcheck.sources.posts.telling import (
    Adapter,
    Answered,
    Further,
    Gone,
    Told,
    Unclear,
    Withheld,
    Witness,
    Wordless,
)
from provcheck.store.address import address_key

_MOST = 8  # addresses asked for one post, with those that answers lead to
_NO_SUCH = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_SHUT = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
_ENOUGH = 2  # witnesses to say that a post is gone


class _Inquiry:
    """What was heard so far of one post."""

    def __init__(self, post: Post, asked: str) -> None:
        self.post, self.asked = post, asked
        self.best: Found | None = None
        self.gone: list[str] = []
        self.others: list[str] = []
        self.attempts: list[Hop] = []

    def heard(self, witness: Witness, telling: Wordless) -> tuple[Witness, ...]:
        """Note what a witness told, and return whom it names."""
        if isinstance(telling, Further):
            return telling.witnesses
        clause = f"{witness.name}: {telling.reason}"
        (self.gone if isinstance(telling, Gone) else self.others).append(clause)
        return ()

    @property
    def end(self) -> Found | Unavailable:
        """Return what all witnesses together amount to; one alone proves no deletion."""
        if self.best is not None:
            return self.best
        if len(self.gone) >= _ENOUGH and not self.others:
            reason = f"the post is deleted, or never was ({'; '.join(self.gone)})"
        else:
            told = "; ".join((*self.others, *self.gone))
            reason = f"the post could not be read ({told or 'nobody can be asked for it'})"
        return Unavailable(
            reason=f"{self.asked}: {reason}", attempts=tuple(self.attempts), of=self.post.url
        )


class Posts:
    """Reads posts by the services that know of them; their answers are kept on `shelf`."""

    def __init__(self, shelf: Shelf, rules: Rulebook) -> None:
        self._shelf, self._rules = shelf, rules

    async def read(self, post: Post, asked: str) -> Found | Unavailable:
        """Return the words of `post`, to which the address `asked` led, or why there are none.

        Deleted is said only where two witnesses know of no such post and none says otherwise.
        """
        platform = self._rules.platforms.with_id(post.platform)
        adapter = adapter_of(platform)
        inquiry = _Inquiry(post, asked)
        waiting = list(adapter.witnesses(post, self._rules)) if adapter else []
        if adapter is None or not waiting:
            why = platform.unread or f"posts of {platform.name} cannot be read by programs"
            return Unavailable(reason=f"{asked}: {why}", of=post.url)
        for _ in range(_MOST):
            if not waiting or _is_enough(inquiry.best):
                break
            waiting = [*await self._heard(adapter, waiting.pop(0), post, inquiry), *waiting]
        return inquiry.end

    def addresses(self, post: Post) -> frozenset[str]:
        """Return the keys of the addresses at which witnesses are asked for `post`."""
        adapter = adapter_of(self._rules.platforms.with_id(post.platform))
        witnesses = adapter.witnesses(post, self._rules) if adapter else ()
        return frozenset(address_key(witness.url) for witness in witnesses)

    def copied(self, page: Page, post: Post) -> Found | Unavailable | None:
        """Return the words of `post` off `page`, an archived copy of its page, or why none are.

        None where copies of the platform's pages are read as any page is.
        """
        adapter = adapter_of(self._rules.platforms.with_id(post.platform))
        if adapter is None or adapter.read_copy is None:
            return None
        where = page.snapshot
        data = self._shelf.bytes_of(page)
        if isinstance(data, Unavailable):
            return data
        witness = Witness(name="the archived copy", url=where.final_url)
        answered = Answered(witness=witness, data=data, **_said(page))
        telling = adapter.read_copy(answered, post, self._rules)
        if isinstance(telling, Told):
            return self._found(telling, page, where.url, data)
        why = "it is not the post" if isinstance(telling, Further) else telling.reason
        return Unavailable(reason=f"{where.url}: {where.final_url}: {why}", attempts=where.hops)

    async def _heard(
        self, adapter: Adapter, witness: Witness, post: Post, inquiry: _Inquiry
    ) -> tuple[Witness, ...]:
        """Ask one witness, note what it tells, and return whom it names."""
        page = await self._shelf.page(witness.url)
        if isinstance(page, Unavailable):
            inquiry.attempts.extend(page.attempts)
            status = page.attempts[-1].status if page.attempts else 0
            own = adapter.refused(witness, status, post, self._rules)
            return inquiry.heard(witness, own or _refused(page, status))
        data = self._shelf.bytes_of(page)
        if isinstance(data, Unavailable):
            return inquiry.heard(witness, Unclear(reason=data.reason))
        inquiry.attempts.extend(page.snapshot.hops)
        if len(data) > adapter.largest:
            return inquiry.heard(witness, Unclear(reason="its answer is larger than a post may be"))
        answered = Answered(witness=witness, data=data, **_said(page))
        telling = adapter.read(answered, post, self._rules)
        if not isinstance(telling, Told):
            return inquiry.heard(witness, telling)
        found = self._found(telling, page, inquiry.asked, data)
        if inquiry.best is None or _fuller(found, inquiry.best):
            inquiry.best = found
        if page.is_new:
            await self._shelf.note_reading(found)
        return ()

    def _found(self, told: Told, page: Page, asked: str, data: bytes) -> Found:
        text = quoting(told.text, self._rules)
        hashes = {
            "url": asked,
            "sha256": sha256(data).hexdigest(),
            "text_sha256": sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest(),
        }
        snapshot = page.snapshot.model_copy(update=hashes)
        return Found(snapshot=snapshot, text=text, completeness=told.completeness)


def _said(page: Page) -> dict[str, str | None]:
    return {"media_type": page.snapshot.media_type, "charset": page.charset}


def _refused(page: Unavailable, status: int) -> Gone | Withheld | Unclear:
    """Return what an answer without a page says of a post, by its status."""
    clause = page.reason.rpartition(": ")[2]
    if status in _NO_SUCH:
        return Gone(reason="knows of no such post")
    if status in _SHUT:
        return Withheld(reason=f"does not show it ({status})")
    return Unclear(reason=clause)


def _is_enough(found: Found | None) -> bool:
    return found is not None and found.completeness is Completeness.WHOLE


def _fuller(found: Found, other: Found) -> bool:
    return len(found.text.text) > len(other.text.text)
