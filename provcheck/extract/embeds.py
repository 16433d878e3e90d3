"""Embedded posts: by markup, or as the residue that copying one leaves in plain text."""

import re
from collections.abc import Iterator

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import Block, BlockKind, Embed, Prose
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.platforms import Platform

# "— Name (@handle) January 22, 2025", a line of its own or the end of one; its address may follow.
_HANDLE_AND_DAY = (
    r"\s\(@(?P<handle>[A-Za-z0-9_.]{1,64})\)\s*"
    r"(?P<day>[^\n]{6,40}?)(?:\s+[\[(<]?(?P<url>https?://[^\s\])>]+)[\])>]?)?$"
)
_OWN_LINE = re.compile(
    rf"^(?:[—–―‒]|--|-)\s?(?P<name>[^\n]{{1,80}}?){_HANDLE_AND_DAY}", re.MULTILINE
)
_AT_END = re.compile(
    rf"(?:(?<=[\s\w])(?:[—–―‒]|--)|(?<=\s)-)\s?(?P<name>[^\n()—–―]{{1,80}}?){_HANDLE_AND_DAY}",
    re.MULTILINE,
)
_SHORT_LINK = re.compile(r"https?://[A-Za-z0-9.-]+/[A-Za-z0-9]+(?![\w/])")
_LINES = 8  # of a post at the most


def embeds(discourse: Discourse) -> Iterator[Passage]:
    """Yield the embedded posts of `prose` in reading order.

    In plain text a post is known by its author line, dash, name, handle and date; its words are
    the rest of that block, or the block before and those before it that end without a stop, as
    the lines of a post do.
    """
    prose, rules = discourse.prose, discourse.rules
    yield from (_passage(embed) for embed in prose.embeds if len(embed.words))
    held = [embed.span for embed in prose.embeds]
    for number, block in enumerate(prose.blocks):
        match = _signature(block.span.of(prose.text))
        if match and not any(span.meets(block.span) for span in held):
            residue = _residue(prose, number, match, rules)
            if residue is not None:
                yield _passage(residue)


def _signature(words: str) -> re.Match[str] | None:
    """Return the author line in the words of a block; a name on a line of its own may hold all."""
    return _OWN_LINE.search(words) or _AT_END.search(words)


def _passage(embed: Embed) -> Passage:
    return Passage(
        kind=ClaimKind.EMBED,
        span=embed.span,
        outer=embed.span,
        segments=(embed.words,),
        embed=embed,
    )


def _residue(prose: Prose, number: int, match: re.Match[str], rules: Rulebook) -> Embed | None:
    block = prose.blocks[number]
    posted = rules.days.full_date(match["day"])
    if posted is None:
        return None
    start = block.span.start
    if not block.span.of(prose.text)[: match.start()].strip():
        first = _first_line(prose, number)
        if first is None:
            return None
        start = first
    at = block.span.start + match.start()
    words = prose.text[start:at].rstrip()
    name = block.span.start + match.start("name")
    platform = _platform(words, rules)
    return Embed(
        platform=platform.name,
        span=Span(start=start, end=block.span.start + match.end()),
        words=Span(start=start, end=start + len(words)),
        author=match["name"].strip(),
        author_span=Span(start=name, end=name + len(match["name"])),
        handle=match["handle"],
        posted=posted,
        url=_address(prose, Span(start=at, end=block.span.end), match["url"], rules),
        links=tuple(link for link in _SHORT_LINK.findall(words)),
        media=tuple(_media(words, platform)),
    )


def _address(prose: Prose, line: Span, told: str | None, rules: Rulebook) -> str | None:
    """Return the post's address where its author line is a link to it, or names it."""
    linked = (link.url for link in prose.links if line.holds(link.span))
    known = (url for url in (*linked, told or "") if rules.platforms.post_at(url) is not None)
    return next(known, None)


def _first_line(prose: Prose, number: int) -> int | None:
    """Return where the post begins whose author line is block `number`."""
    if number == 0:
        return None
    first = number - 1
    while first > 0 and number - first < _LINES and _runs_on(prose, prose.blocks[first - 1]):
        first -= 1
    return prose.blocks[first].span.start


def _runs_on(prose: Prose, block: Block) -> bool:
    """Tell whether a line is the middle of a post: short, and ending in no stop or colon."""
    words = block.span.of(prose.text).rstrip()
    if block.kind == BlockKind.HEADING or _signature(words):
        return False  # a heading above; the end of another post
    return len(words) < 140 and words[-1:] not in '.:!?…”"»'  # noqa: PLR2004


def _platform(words: str, rules: Rulebook) -> Platform:
    """Return the platform whose short links or media the post carries, else the first listed."""
    known = rules.platforms.platforms
    for platform in known:
        if any(host in words for host in (*platform.short_hosts, *platform.media_hosts)):
            return platform
    return known[0]


def _media(words: str, platform: Platform) -> list[str]:
    hosts = "|".join(map(re.escape, platform.media_hosts))
    return re.findall(rf"(?:{hosts})/[A-Za-z0-9]+", words) if hosts else []
