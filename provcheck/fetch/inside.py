"""The sites that are not on the open web, as far as a run knows: no archive learns of them."""

from provcheck.fetch.addresses import NOT_PUBLIC, why_not_public
from provcheck.fetch.page import Page
from provcheck.fetch.private import private
from provcheck.model.evidence import Found, Unavailable
from provcheck.rulebook.addresses import Addresses
from provcheck.settings import Settings


class Inside:
    """Known by what they were named, resolved to, or were dialled at, in this run or when kept.

    A site is all its forms: what leads inside as m.wiki.example is not told as www.wiki.example.
    """

    def __init__(self, addresses: Addresses, settings: Settings) -> None:
        self._addresses = addresses
        named = (entry.host for entry in private(settings.private).allowed)
        self._sites = {addresses.site(f"https://{host}/") for host in named if host}
        self._leading: set[str] = set()  # addresses of others that lead there

    def note(self, url: str, answer: Found | Unavailable) -> None:
        """Take note of what `url` led to."""
        if isinstance(answer, Found) or NOT_PUBLIC not in answer.reason:
            return
        if answer.attempts:
            self._leading.add(url)
        else:
            self._sites.add(self._addresses.site(url))

    def note_page(self, page: Page) -> None:
        """Take note of where a page came from, be it in an earlier run that was allowed to."""
        where = page.snapshot
        ends = ((where.url, page.peers[:1]), (where.final_url, page.peers[-1:]))
        closed = (url for url, peers in ends if any(map(why_not_public, peers)))
        self._sites.update(map(self._addresses.site, closed))

    def holds(self, url: str) -> bool:
        """Tell whether `url` is of such a site, or led to one."""
        return url in self._leading or self._addresses.site(url) in self._sites
