"""What a page's markup says of how much of it is shown."""

from bs4 import BeautifulSoup

from provcheck.markup.landmarks import Landmarks
from provcheck.markup.metadata import Metadata
from provcheck.sources.completeness import Seen

# Elements that scripts fill, by the ids that the common frameworks give them.
_MOUNTS = ("root", "app", "__next", "__nuxt", "___gatsby", "svelte", "ember-application")
_TIER = "article:content_tier"


def clues(soup: BeautifulSoup, said: Metadata, url: str | None) -> Seen:
    """Return what title, headings, meta tags and JSON-LD say; the page's words are for others."""
    page = Landmarks(soup)
    heads = [element.get_text(" ", strip=True) for element in page.heads[:4]]
    return Seen(
        url=url,
        heads=tuple(head[:300] for head in heads),
        free=said.free,
        counted=said.word_count,
        tier=(page.meta(_TIER) or "").casefold(),
        mounts=_mounts(page),
    )


def _mounts(page: Landmarks) -> bool:
    """Tell whether scripts are to fill an element that is empty now."""
    if page.first("script") is None:
        return False
    elements = [element for name in _MOUNTS for element in page.with_id.get(name, ())]
    return any(not element.get_text(strip=True) for element in elements)
