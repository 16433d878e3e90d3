"""Reads web pages: the page's own text first, then what stands round it, marked as aside."""

import re
from datetime import date
from itertools import islice
from urllib.parse import urljoin

import htmldate
from bs4 import BeautifulSoup, Tag

from provcheck.markup.footnotes import point_marks
from provcheck.markup.layout import laid_out
from provcheck.markup.metadata import Metadata, metadata
from provcheck.markup.tree import parsed_html
from provcheck.model.evidence import Completeness
from provcheck.model.prose import BlockKind
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import page_rules
from provcheck.sources.asides import part
from provcheck.sources.body import Body
from provcheck.sources.charset import characters
from provcheck.sources.clues import clues
from provcheck.sources.completeness import Reading, judged
from provcheck.sources.compose import Stretch, joined, stretch_of
from provcheck.sources.main_text import VERSION, main_text
from provcheck.sources.own_text import completed, own_and_rest
from provcheck.sources.statement import own_voice
from provcheck.sources.wire import credited

EXTRACTOR = f"page/1 {VERSION}"
# A table of half a million rows takes 100 s and 3 GB. What lies beyond is cut, and said so.
# So many elements are read in 2 s and fill 120 MB; a ruling of 2 MB has half as many.
_MOST_ELEMENTS = 20_000
_MOST_TAGS = 50_000  # with closing ones: each that closes nothing makes an element too
_ELEMENT, _TAG = re.compile("<(?!/)"), re.compile("<")


def read_page(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    """Return the words of a web page and how much of it they are.

    The text begins with the page's own words: headings, paragraphs, quotations and list items
    with their links and embedded posts, all that is visible and not set apart by markup, and what
    its JSON-LD gives beyond that. After them stands the aside: navigation, teasers, comments,
    hidden text. `own_voice` is the publisher's on a statement without byline. A date is taken
    only from the page.
    """
    text, reading = read_page_and_why(body, rules)
    return text, reading.completeness


def read_page_and_why(body: Body, rules: Rulebook) -> tuple[SourceText, Reading]:
    """Return what `read_page` returns, with the reason why a reading is not whole."""
    read = characters(body)
    html = _bounded(read.text)
    soup = parsed_html(html)
    said = metadata(soup)
    seen = clues(soup, said, body.url)
    point_marks(soup)
    own, beside = _parted_text(soup, html, body.url, rules)
    own = completed(own, said.article_body)
    text = _source_text(own, beside, said, body)
    text = text.model_copy(update={"wire": credited(text, said.origins, rules.agencies)})
    if text.published is None and (day := _dated(html, body.url)) is not None:
        text = text.model_copy(update={"published": day})
    seen = seen.model_copy(
        update={
            "blocks": tuple(block.span.of(own.text) for block in own.blocks),
            "visible": text.text,
            "words": len(own.text.split()),
            "sound": read.sound,
            "cut": read.cut or len(html) < len(read.text),
        }
    )
    return text, judged(seen, page_rules())


def _parted_text(
    soup: BeautifulSoup, html: str, url: str | None, rules: Rulebook
) -> tuple[Stretch, Stretch]:
    """Return the page's own words, and those beside it."""
    main = main_text(html)
    parted = part(soup, main, page_rules())
    own, rest = own_and_rest(_laid(soup, url, rules), main, page_rules())
    around = [_laid(element, url, rules) for element in parted.beside]
    if not own.text:  # markup that sets everything apart sets nothing apart
        own, rest, around = joined([rest, *around]), Stretch(), []
    hidden = stretch_of((BlockKind.PARAGRAPH, words) for words in parted.hidden)
    return own, joined([rest, *around, hidden])


def _laid(root: Tag, url: str | None, rules: Rulebook) -> Stretch:
    layout = laid_out(root, url, rules.platforms)
    return Stretch(text=layout.text, blocks=layout.blocks, links=layout.links, embeds=layout.embeds)


def _source_text(own: Stretch, beside: Stretch, said: Metadata, body: Body) -> SourceText:
    whole = joined([own, beside.model_copy(update={"links": (), "embeds": ()})])
    start = len(own.text) + 1 if own.text else 0
    aside = (Span(start=start, end=len(whole.text)),) if beside.text else ()
    text = SourceText(
        text=whole.text,
        blocks=whole.blocks,
        links=whole.links,
        embeds=whole.embeds,
        title=said.title,
        byline=said.byline,
        published=said.published,
        publisher=said.publisher,
        canonical=_canonical(said.canonical, body.url),
        extractor=EXTRACTOR,
        aside=aside,
        **({"lang": said.lang} if said.lang else {}),
    )
    return text.model_copy(update={"own_voice": own_voice(text, body.url, page_rules())})


def _canonical(said: str | None, url: str | None) -> str | None:
    """Return the address that a page gives as its own, where it is a web address."""
    try:
        address = urljoin(url or "", (said or "").strip())
    except ValueError:
        return None
    return address if re.match(r"https?://[^/\s]", address) and said else None


def _dated(html: str, url: str | None) -> date | None:
    """Return the day that the page's markup or address gives, or None; never a guess.

    The bounds are fixed: with htmldate's own, tomorrow's reading of the same bytes could differ.
    """
    try:
        found = htmldate.find_date(
            html,
            url=url,
            extensive_search=False,
            original_date=True,
            min_date="1995-01-01",
            max_date="2100-01-01",
        )
        return date.fromisoformat(found) if found else None
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  (a page without a readable date is a page without a date)
        return None


def _bounded(text: str) -> str:
    """Return as much of a page as is parsed."""
    for pattern, most in ((_TAG, _MOST_TAGS), (_ELEMENT, _MOST_ELEMENTS)):
        if text.count("<") > most and (
            beyond := next(islice(pattern.finditer(text), most, None), None)
        ):
            text = text[: beyond.start()]
    return text
