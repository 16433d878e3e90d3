"""A text with structure: what an article and a source have in common, and `extract` reads."""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from provcheck.model.span import Span
from provcheck.model.value import Value

_SIGNED_IN = re.compile(r"^((?:https?:[/\\]*|[a-z][a-z0-9+.-]*:[/\\]+))[^/?#]*@", re.IGNORECASE)


class BlockKind(StrEnum):
    """What a block of text is to a reader."""

    PARAGRAPH = "paragraph"
    BLOCK_QUOTE = "block-quote"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    EMBED = "embed"
    CAPTION = "caption"


class Block(Value):
    """One block, without the line breaks round it; blocks are in reading order, never overlap."""

    kind: BlockKind
    span: Span


def _masked(url: str) -> str:
    return _SIGNED_IN.sub(r"\1***@", url)


class Link(Value):
    """Words of the text that are a link, and the absolute URL they lead to.

    A user name or password in it is masked from here on: reports and stores are handed on.
    """

    span: Span
    url: Annotated[str, AfterValidator(_masked)]


class Embed(Value):
    """A post set into a text: its block's span, the post's own words, and who posted it when.

    `words` covers the post's text alone; `span` the author line too. `url` is the post's own
    address where the markup gives one; `links` are the addresses within the post (t.co ones
    unresolved); `media` the pic.twitter.com and like codes.
    """

    platform: str
    span: Span
    words: Span
    author: str | None = None
    author_span: Span | None = None
    handle: str | None = None
    posted: date | None = None
    url: str | None = None
    links: tuple[str, ...] = ()
    media: tuple[str, ...] = ()


class Prose(Value):
    """One string and the pointers into it.

    `text` is what a reader sees, never rewritten; every Span counts its code points. `published`
    is an aware datetime, or a date when no time or zone is given. `lang` is a BCP 47 code.
    `hidden` names stretches that a reader of the page does not see (none in an Article).
    """

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    embeds: tuple[Embed, ...] = ()
    title: str | None = None
    byline: str | None = None
    published: datetime | date | None = None
    dateline: str | None = None
    lang: str = "en"

    @property
    def published_on(self) -> date | None:
        """Return the day of publication in the text's own zone, or None."""
        if isinstance(self.published, datetime):
            return self.published.date()
        return self.published
