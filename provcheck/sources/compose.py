"""Builds the one string of a source, and the pointers into it, out of blocks read one by one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from provcheck.model.prose import Block, BlockKind, Embed, Link
from provcheck.model.span import Span
from provcheck.model.value import Value

BREAK = "\n"


class Stretch(Value):
    """A run of text with the pointers into it; all offsets count from its own start."""

    text: str = ""
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    embeds: tuple[Embed, ...] = ()


def stretch_of(pieces: Iterable[tuple[BlockKind, str]]) -> Stretch:
    """Return the pieces as blocks parted by a line feed each; empty ones are left out."""
    text: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, words in pieces:
        if not words.strip():
            continue
        if text:
            text.append(BREAK)
            at += len(BREAK)
        text.append(words)
        blocks.append(Block(kind=kind, span=Span(start=at, end=at + len(words))))
        at += len(words)
    return Stretch(text="".join(text), blocks=tuple(blocks))


def joined(stretches: Sequence[Stretch]) -> Stretch:
    """Return the stretches one after another, parted by a line feed, every pointer moved along."""
    filled = [stretch for stretch in stretches if stretch.text]
    if len(filled) == 1:
        return filled[0]
    blocks: list[Block] = []
    links: list[Link] = []
    embeds: list[Embed] = []
    at = 0
    for stretch in filled:
        blocks += [b.model_copy(update={"span": moved(b.span, at)}) for b in stretch.blocks]
        links += [link.model_copy(update={"span": moved(link.span, at)}) for link in stretch.links]
        embeds += [_moved_embed(embed, at) for embed in stretch.embeds]
        at += len(stretch.text) + len(BREAK)
    return Stretch(
        text=BREAK.join(stretch.text for stretch in filled),
        blocks=tuple(blocks),
        links=tuple(links),
        embeds=tuple(embeds),
    )


def kept(stretch: Stretch, blocks: Sequence[Block]) -> Stretch:
    """Return what `stretch` is with only those of its blocks, in the order given.

    Links and embeds that do not lie whole in one of the blocks are left out.
    """
    lines: list[str] = []
    moved_blocks: list[Block] = []
    moved_links: list[Link] = []
    moved_embeds: list[Embed] = []
    links, embeds = _by_start(stretch.links), _by_start(stretch.embeds)
    at = 0
    for block in blocks:
        inside = block.span
        if not len(inside):
            continue
        by = at - inside.start
        lines.append(inside.of(stretch.text))
        moved_blocks.append(block.model_copy(update={"span": moved(inside, by)}))
        moved_links += [
            link.model_copy(update={"span": moved(link.span, by)})
            for link in _within(links, inside)
        ]
        moved_embeds += [_moved_embed(embed, by) for embed in _within(embeds, inside)]
        at += len(inside) + len(BREAK)
    return Stretch(
        text=BREAK.join(lines),
        blocks=tuple(moved_blocks),
        links=tuple(moved_links),
        embeds=tuple(moved_embeds),
    )


def moved(span: Span, by: int) -> Span:
    """Return `span` shifted by that many code points."""
    return Span(start=span.start + by, end=span.end + by)


def _moved_embed(embed: Embed, by: int) -> Embed:
    shifted = {"span": moved(embed.span, by), "words": moved(embed.words, by)}
    if embed.author_span is not None:
        shifted["author_span"] = moved(embed.author_span, by)
    return embed.model_copy(update=shifted)


Pointer = TypeVar("Pointer", Link, Embed)


def _within(pointers: Sequence[Pointer], span: Span) -> Sequence[Pointer]:
    """Return those of `pointers`, sorted by where they start, that lie whole in `span`."""
    first = bisect_left(pointers, span.start, key=lambda p: p.span.start)
    last = bisect_right(pointers, span.end, key=lambda p: p.span.start)
    return [p for p in pointers[first:last] if span.holds(p.span)]


def _by_start(pointers: tuple[Pointer, ...]) -> list[Pointer]:
    return sorted(pointers, key=lambda p: p.span.start)
