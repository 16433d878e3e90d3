"""HTML: the article of a page, without what stands round it."""

import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from provcheck.markup.encoding import decoded
from provcheck.markup.footnotes import point_marks
from provcheck.markup.layout import Layout, laid_out
from provcheck.markup.metadata import Metadata, metadata
from provcheck.markup.tree import parsed_html
from provcheck.model.article import Article
from provcheck.read.comments import commented, placed_comments, restored, with_early
from provcheck.read.furniture import recognised
from provcheck.read.lines import placed
from provcheck.read.origin import Origin
from provcheck.rulebook.platforms import Platforms

_AROUND = ("nav", "aside", "footer", "form", "menu")
_AROUND_ROLES = ("navigation", "complementary", "banner", "contentinfo", "search")
# Whole words of a class or id that pages give to what is not the article.
_AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|teaser|teasers|sidebar|comments?|newsletter|promo|advert|ads?|cookie|consent|"
    r"share|sharing|social|breadcrumbs?|recirculation|most-read|trending|footer|menu|navbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BODIES = ("[itemprop=articleBody]", "article", "main", "[role=main]")
_PARAGRAPHS = ["p", "blockquote", "li"]
_LEAST = 0.3  # share of the page's prose that a body must hold to be the article's


def read_html(data: bytes, origin: Origin, platforms: Platforms) -> Article:
    """Return the article of the page in `data`: its words, block quotations, links and embeds.

    The body is the element that pages mark as such and that holds the page's prose; what stands
    round it (navigation, teasers, comments) is left out. Raises Undecodable.
    """
    file = commented(decoded(data, origin.charset), parsed_html)
    said, layout = _laid_out(file.text, origin, platforms)
    lines = restored(placed(file.text, list(layout.runs)), file)
    marked = _laid_out(file.marked(), origin, platforms)[1] if file.taken else layout
    found = recognised(layout.text, layout.blocks)
    return Article(
        text=layout.text,
        blocks=found.blocks,
        links=layout.links,
        embeds=layout.embeds,
        title=said.title or found.title,
        byline=said.byline or found.byline,
        published=said.published or found.published,
        dateline=found.dateline,
        lines=lines,
        comments=placed_comments(file, marked, layout, lines),
        **origin.told(layout.text, said.lang),
    )


def _laid_out(page: str, origin: Origin, platforms: Platforms) -> tuple[Metadata, Layout]:
    soup = parsed_html(page)
    said = metadata(soup)
    point_marks(soup)
    _without_surroundings(soup)
    body = _body(soup)
    layout = laid_out(body, said.canonical or origin.url, platforms)
    return said, with_early(layout, body)


def _without_surroundings(soup: BeautifulSoup) -> None:
    waiting = [soup.find_all(name=True, recursive=False)]
    while waiting:
        for element in waiting.pop():
            if _is_around(element):
                element.decompose()
            else:
                waiting.append(element.find_all(name=True, recursive=False))


def _is_around(element: Tag) -> bool:
    if element.name in {"html", "body", "article", "main"}:
        return False
    named = " ".join([*(element.get("class") or []), str(element.get("id") or "")])
    if element.name == "footer" and element.find_parent("blockquote"):
        return False  # a credit
    if element.name in _AROUND or element.get("role") in _AROUND_ROLES:
        return True
    return element.name != "blockquote" and bool(_AROUND_NAMES.search(named))


def _body(soup: BeautifulSoup) -> Tag:
    whole = _prose(soup)
    for css in _BODIES:
        bodies = soup.select(css)
        fullest = max(bodies, key=_prose, default=None)
        if fullest is not None and _prose(fullest) >= _LEAST * whole:
            return fullest
    return soup.body or soup


def _prose(element: Tag) -> int:
    """Return how many characters of an element stand in paragraphs."""
    found = element.find_all(_PARAGRAPHS)
    return sum(len(p.get_text()) for p in found if p.find(_PARAGRAPHS) is None)
