"""Chooses among the visible blocks of a page those that are its own text."""

from bisect import bisect_left
from html import unescape

from provcheck.language.words import normalised
from provcheck.markup.tree import parsed_html
from provcheck.model.prose import Block, BlockKind
from provcheck.rulebook.pages import PageRules
from provcheck.sources.compose import Stretch, joined, kept, stretch_of
from provcheck.sources.main_text import MainText

# A block that is nearly all link leads to another page; a few words without a stop are a button.
_LINKED = 0.8
_LABEL_WORDS = 5
_STOPS = ".!?…:;\"”“»«’'"


def own_and_rest(visible: Stretch, main: MainText, rules: PageRules) -> tuple[Stretch, Stretch]:
    """Return the page's own text out of what is visible, and the rest; both in reading order.

    A block stays unless it looks like a link to elsewhere, a button, or stands below a heading
    such as “Related stories”; what trafilatura takes for main text stays always.
    """
    own: list[Block] = []
    rest: list[Block] = []
    links = sorted(visible.links, key=lambda link: link.span.start)
    starts = [link.span.start for link in links]
    below = False
    for block in visible.blocks:
        words = block.span.of(visible.text)
        first, last = (bisect_left(starts, at) for at in (block.span.start, block.span.end))
        linked = sum(len(link.span) for link in links[first:last]) / max(1, len(block.span))
        if block.kind == BlockKind.HEADING:
            below = _heads_teasers(words, rules) or (below and linked >= _LINKED)
        stays = main.holds(words) or not (below or _is_furniture(block, words, linked))
        (own if stays else rest).append(block)
    return kept(visible, own), kept(visible, rest)


def _is_furniture(block: Block, words: str, linked: float) -> bool:
    if block.kind in {BlockKind.EMBED, BlockKind.BLOCK_QUOTE}:
        return False
    if linked >= _LINKED:
        return True
    label = words.rstrip()[-1:] not in _STOPS and len(words.split()) < _LABEL_WORDS
    return label and block.kind == BlockKind.PARAGRAPH


def _heads_teasers(words: str, rules: PageRules) -> bool:
    heading = normalised(words)
    return any(
        heading == normalised(known) or heading.startswith(normalised(known) + " from ")
        for known in rules.teaser_headings
    )


def completed(own: Stretch, article_body: str | None) -> Stretch:
    """Return the own text with the paragraphs of the JSON-LD articleBody that it lacks."""
    if not article_body:
        return own
    known = MainText(own.text)
    words = unescape(article_body)
    if "</" in words:
        words = parsed_html(words).get_text("\n")
    lacking = [
        paragraph.strip()
        for paragraph in words.splitlines()
        if paragraph.strip() and not known.holds(paragraph)
    ]
    return joined([own, stretch_of((BlockKind.PARAGRAPH, paragraph) for paragraph in lacking)])
