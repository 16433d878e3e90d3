"""From the bytes of a source to evidence: read within limits, and never the article itself."""

from hashlib import sha256

from provcheck.fetch.apart import Apart
from provcheck.fetch.page import leads_astray
from provcheck.model.article import Article
from provcheck.model.evidence import Completeness, Found, Snapshot, Unavailable
from provcheck.read.article import is_address
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Limits
from provcheck.sources.body import Body, Unreadable
from provcheck.store.address import address_key


class Reader:
    """Reads the sources of a run; `article` is the one under check, once it is known.

    `aclose` it when the run is over.
    """

    def __init__(self, rules: Rulebook, limits: Limits) -> None:
        self.article: Article | None = None
        self._limits = limits
        self._apart = Apart(rules, limits)

    async def aclose(self) -> None:
        """End child processes."""
        await self._apart.aclose()

    async def read(self, body: Body, where: Snapshot) -> Found | Unavailable:
        """Return what was read of `body`, got as `where` says, or why there is nothing to read."""
        if len(body.data) > self._limits.source_bytes:
            return Unavailable(reason=f"{where.url}: larger than a source may be")
        digest = sha256(body.data).hexdigest()
        if self._is_checked(where, digest):
            return Unavailable(reason=f"{where.url}: it is the article itself")
        try:
            text, completeness = await self._apart.read(body)
        except Unreadable as problem:
            return Unavailable(reason=f"{where.url}: {problem}", attempts=where.hops)
        hashes = {
            "sha256": digest,
            "text_sha256": sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest(),
        }
        if completeness is Completeness.WHOLE and leads_astray(where):
            completeness = Completeness.STUB
        snapshot = where.model_copy(update=hashes)
        return Found(snapshot=snapshot, text=text, completeness=completeness)

    def is_own(self, url: str) -> bool:
        """Tell whether `url` is the address of the article under check."""
        own = self.article.path if self.article else ""
        return is_address(own) and address_key(own) == address_key(url)

    def _is_checked(self, where: Snapshot, digest: str) -> bool:
        """Tell whether a source is the article under check: no article bears itself out."""
        if self.article is None:
            return False
        same_page = self.is_own(where.final_url) or self.is_own(where.url)
        return same_page or digest == self.article.sha256


def in_part(found: Found) -> Found:
    """Return what was read as a part of it, unless it is less than that already."""
    whole = found.completeness is Completeness.WHOLE
    return found.model_copy(update={"completeness": Completeness.TRUNCATED}) if whole else found
