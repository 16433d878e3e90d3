"""The article whole, cut into stretches that say which claims they belong to."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from provcheck.model.article import Article
from provcheck.model.prose import Block, BlockKind
from provcheck.model.span import Span
from provcheck.report.html.views import ClaimView

_OPENING = frozenset("\"'“”„‟‘‚«»‹›「『")


@dataclass(frozen=True)
class Stretch:
    """Words of one block; `inside` the claims they belong to, `opens` those that begin here.

    A claim begins at the quotation mark before its words, which is none of them.
    """

    text: str
    inside: tuple[ClaimView, ...]
    opens: tuple[ClaimView, ...]

    @property
    def level(self) -> str:
        """Return the gravest level among the claims, by which the words are marked."""
        return max((c.finding.gravest for c in self.inside), key=lambda level: level.rank)


@dataclass(frozen=True)
class BlockView:
    """One block of the article."""

    kind: BlockKind
    stretches: tuple[Stretch, ...]


def body(article: Article, claims: tuple[ClaimView, ...]) -> tuple[BlockView, ...]:
    """Return every word of the article, block by block; words outside all blocks count as one."""
    blocks = tuple(_blocks(article))
    within = _within(blocks, claims)
    return tuple(
        BlockView(block.kind, _stretches(article.text, block.span, within[number]))
        for number, block in enumerate(blocks)
    )


def unplaced(blocks: tuple[BlockView, ...], claims: tuple[ClaimView, ...]) -> tuple[ClaimView, ...]:
    """Return the claims that begin in none of the blocks, so that they are shown all the same."""
    opened = {c.anchor for block in blocks for stretch in block.stretches for c in stretch.opens}
    return tuple(claim for claim in claims if claim.anchor not in opened)


def _within(blocks: tuple[Block, ...], claims: tuple[ClaimView, ...]) -> list[list[ClaimView]]:
    """Return for each block the claims that have words in it."""
    ends = [block.span.end for block in blocks]
    within: list[list[ClaimView]] = [[] for _ in blocks]
    for claim in claims:
        span = claim.finding.claim.span
        for number in range(bisect_right(ends, span.start), len(blocks)):
            if blocks[number].span.start >= span.end:
                break
            within[number].append(claim)
    return within


def _blocks(article: Article) -> Iterator[Block]:
    at = 0
    for block in article.blocks:
        yield from _between(article.text, at, block.span.start)
        yield block
        at = max(at, block.span.end)
    yield from _between(article.text, at, len(article.text))


def _between(text: str, start: int, end: int) -> Iterator[Block]:
    if text[start:end].strip():
        yield Block(kind=BlockKind.PARAGRAPH, span=Span(start=start, end=end))


def _stretches(text: str, block: Span, claims: list[ClaimView]) -> tuple[Stretch, ...]:
    """Return the block cut wherever a claim begins or ends; quick however many claims it has."""
    begin: defaultdict[int, set[int]] = defaultdict(set)
    end: defaultdict[int, set[int]] = defaultdict(set)
    opens: defaultdict[int, list[ClaimView]] = defaultdict(list)
    for number, claim in enumerate(claims):
        span = claim.finding.claim.span
        opens[_opening(text, claim)].append(claim)
        if len(span):
            begin[max(span.start, block.start)].add(number)
            end[min(span.end, block.end)].add(number)
    edges = {block.start, block.end, *begin, *end, *(max(at, block.start) for at in opens)}
    inside: set[int] = set()
    found = []
    for start, stop in pairwise(sorted(edges)):
        inside = inside - end[start] | begin[start]
        within = tuple(claims[number] for number in sorted(inside))
        found.append(Stretch(text[start:stop], within, tuple(opens[start])))
    return tuple(found)


def _opening(text: str, claim: ClaimView) -> int:
    """Return where the claim's mark stands: before the quotation mark that opens it, if any."""
    start = claim.finding.claim.span.start
    return start - 1 if text[max(start - 1, 0) : start] in _OPENING else start
