"""What a page's markup says of how much of it is shown."""

from bs4 import BeautifulSoup

from provcheck.markup.metadata import Metadata
from provcheck.sources.completeness import Seen

# Elements that scripts fill, by the ids that the common frameworks give them.
_MOUNTS = ("root", "app", "__next", "__nuxt", "___gatsby", "svelte", "ember-application")
_TIER = "article:content_tier"


def clues(soup: BeautifulSoup, said: Metadata, url: str | None) -> Seen:
    """Return what title, headings, meta tags and JSON-LD say; the page's words are for others."""
    heads = [
        element.get_text(" ", strip=True) for element in soup.find_all(["title", "h1"], limit=4)
    ]
    tier = soup.find("meta", attrs={"name": _TIER}) or soup.find("meta", attrs={"property": _TIER})
    return Seen(
        url=url,
        heads=tuple(head[:300] for head in heads),
        free=said.free,
        counted=said.word_count,
        tier=str(tier.get("content", "")).casefold() if tier else "",
        mounts=_mounts(soup),
    )


def _mounts(soup: BeautifulSoup) -> bool:
    """Tell whether scripts are to fill an element that is empty now."""
    if soup.find("script") is None:
        return False
    elements = soup.find_all(id=list(_MOUNTS))
    return any(not element.get_text(strip=True) for element in elements)
