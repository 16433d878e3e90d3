"""A post as the text of a source: its words, whose they are, and the posts that it quotes."""

from collections.abc import Iterable
from datetime import date, datetime

from bs4.element import Tag

from provcheck.language.detect import language_of
from provcheck.markup.layout import laid_out
from provcheck.markup.tree import parsed_html
from provcheck.model.post import PostFacts
from provcheck.model.prose import Block, BlockKind, Embed
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import page_rules
from provcheck.sources.compose import Stretch, joined

EXTRACTOR = "post/1"


class Written(Value):
    """A post as a service tells it; `published` is the moment or day that the platform shows."""

    words: Stretch
    facts: PostFacts
    published: datetime | date | None = None
    lang: str | None = None


def source_text(post: Written, quoted: Iterable[Written] = ()) -> SourceText:
    """Return a post as a source: its author speaks in it, and in each post quoted, its own.

    A quoted post stands behind, as an embed, with a line that signs it.
    """
    facts = post.facts
    whole = joined([post.words, *map(_embedded, quoted)])
    return SourceText(
        **dict(whole),
        title=f"Post by {facts.signature}" if facts.signature else f"Post on {facts.platform}",
        byline=facts.author,
        published=post.published,
        lang=post.lang or language_of(whole.text, page_rules()) or "en",
        publisher=facts.platform,
        canonical=facts.url,
        own_voice=facts.author or facts.signature or None,
        post=facts,
        extractor=EXTRACTOR,
    )


def lines(text: str) -> Stretch:
    """Return plain text as it stands, each line that holds words a block."""
    text = text.replace("\0", "\ufffd")
    blocks = []
    at = 0
    for line in text.split("\n"):
        start = at + len(line) - len(line.lstrip())
        if line.strip():
            span = Span(start=start, end=start + len(line.strip()))
            blocks.append(Block(kind=BlockKind.PARAGRAPH, span=span))
        at += len(line) + 1
    return Stretch(text=text, blocks=tuple(blocks))


def from_html(markup: str | Tag, rules: Rulebook, base: str | None = None) -> Stretch:
    """Return what a reader sees of a post's markup, without what only stands in for other marks.

    Left out are the parts of addresses that Mastodon hides, and its line with the address of a
    quoted post, which old programs show.
    """
    root = parsed_html(markup.replace("\0", "\ufffd")) if isinstance(markup, str) else markup
    for hidden in root.find_all(class_=("invisible", "quote-inline")):
        hidden["hidden"] = ""
    page = laid_out(root, base, rules.platforms)
    return Stretch(text=page.text, blocks=page.blocks, links=page.links, embeds=page.embeds)


def _embedded(post: Written) -> Stretch:
    """Return a quoted post as one block: its words and, below, a line that signs it."""
    words, facts = post.words.text.strip(), post.facts
    signed = f"— {facts.signature}" if facts.signature else ""
    text = "\n".join(filter(None, (words, signed)))
    name = len(text) - len(signed) + len("— ") if facts.author else None
    span = Span(start=0, end=len(text))
    embed = Embed(
        platform=facts.platform,
        span=span,
        words=Span(start=0, end=len(words)),
        author=facts.author,
        author_span=Span(start=name, end=name + len(facts.author or "")) if name else None,
        handle=facts.handle,
        posted=_day(post.published),
        url=facts.url,
    )
    block = Block(kind=BlockKind.EMBED, span=span)
    return Stretch(text=text, blocks=(block,), embeds=(embed,)) if text else Stretch()


def _day(moment: datetime | date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
