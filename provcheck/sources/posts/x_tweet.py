"""What one witness tells of a post on X, and the source text that it makes."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from provcheck.language.detect import language_of
from provcheck.language.snowflake import posted_at
from provcheck.model.evidence import Completeness
from provcheck.model.post import Post, PostFacts
from provcheck.model.prose import Block, BlockKind, Embed
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import page_rules
from provcheck.rulebook.platforms import Platform
from provcheck.sources.posts.telling import Told, Witness
from provcheck.sources.posts.x_words import Words

EXTRACTOR = "x/1"
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
_NO_LANG = {"und", "zxx", "art", "mul", "mis"}  # X has more of its own, which begin with a q


class Tweet(Value):
    """A post as one witness has it; the witness says nothing of what is None.

    `posted` is the moment, or the day where the witness tells no more. `newer` is the id of its
    last version; `cut` tells that the words end before the post does.
    """

    id: str
    words: Words
    author: str | None = None
    handle: str | None = None
    posted: datetime | date | None = None
    lang: str | None = None
    newer: str | None = None
    cut: bool = False
    quoted: "Tweet | None" = None

    @property
    def when(self) -> datetime | date | None:
        """Return when it was posted: the moment told, else that of its id, else the day told."""
        if isinstance(self.posted, datetime):
            return self.posted
        return posted_at(self.id) or self.posted


def told(said: Tweet, post: Post, witness: Witness, rules: Rulebook) -> Told:
    """Return the source text of a post.

    Its author speaks in it (`own_voice`); below the post's words, on lines of their own, stand
    those of the post that it quotes, an embed with its author line. A post without words of its
    own (a picture) is a stub: what it shows is not read.
    """
    platform = rules.platforms.with_id(post.platform)
    facts = _facts(said, post, witness, platform)
    below = _quoted(said, post, platform)
    text = "\n".join(filter(None, (said.words.text, below[0] if below else "")))
    source = SourceText(
        text=text,
        blocks=tuple(_blocks(said.words.text, len(text))),
        links=said.words.links,
        embeds=(below[1],) if below else (),
        title=f"Post by {facts.signature}" if facts.author or facts.handle else None,
        publisher=platform.name,
        published=said.when,
        own_voice=said.author,
        post=facts,
        extractor=EXTRACTOR,
        **_language(said),
    )
    return Told(text=source, completeness=_completeness(said))


def _completeness(said: Tweet) -> Completeness:
    if said.cut or (said.quoted is not None and said.quoted.cut):
        return Completeness.TRUNCATED
    return Completeness.WHOLE if said.words.text else Completeness.STUB


def _facts(said: Tweet, post: Post, witness: Witness, platform: Platform) -> PostFacts:
    own = post.model_copy(update={"handle": said.handle})
    newer = own.model_copy(update={"id": said.newer}) if said.newer else None
    return PostFacts(
        platform=platform.name,
        url=platform.address_of(own),
        author=said.author,
        handle=said.handle,
        newer=platform.address_of(newer) if newer else None,
        witness=witness.name,
        third_party=witness.third_party,
    )


def _quoted(said: Tweet, post: Post, platform: Platform) -> tuple[str, Embed] | None:
    """Return the text of the quoted post with its author line, and its place below the words."""
    quoted = said.quoted
    if quoted is None or not quoted.words.text or quoted.author is None:
        return None
    signed = f"— {quoted.author}" + (f" (@{quoted.handle})" if quoted.handle else "")
    day = quoted.when.date() if isinstance(quoted.when, datetime) else quoted.when
    line = f"{signed} {day:%B} {day.day}, {day.year}" if day else signed
    start = len(said.words.text) + 1 if said.words.text else 0
    end = start + len(quoted.words.text)
    name = end + 1 + len("— ")
    own = post.model_copy(update={"id": quoted.id, "handle": quoted.handle})
    return f"{quoted.words.text}\n{line}", Embed(
        platform=platform.name,
        span=Span(start=start, end=end + 1 + len(line)),
        words=Span(start=start, end=end),
        author=quoted.author,
        author_span=Span(start=name, end=name + len(quoted.author)),
        handle=quoted.handle,
        posted=day,
        url=platform.address_of(own),
        links=tuple(dict.fromkeys(link.url for link in quoted.words.links)),
    )


def _blocks(words: str, end: int) -> Iterator[Block]:
    """Yield a paragraph a line, and the quoted post, which goes on to `end`."""
    for line in _LINE.finditer(words):
        yield Block(kind=BlockKind.PARAGRAPH, span=Span(start=line.start(), end=line.end()))
    begin = len(words) + 1 if words else 0
    if begin < end:
        yield Block(kind=BlockKind.EMBED, span=Span(start=begin, end=end))


def _language(said: Tweet) -> Mapping[str, Any]:
    told = said.lang or ""
    known = _LANG.fullmatch(told) and told not in _NO_LANG and not told.startswith("q")
    lang = told if known else language_of(said.words.text, page_rules())
    return {"lang": lang} if lang else {}
