"""Comments of a file in markup that are addressed to this program: `<!-- provcheck: … -->`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import accumulate, count, pairwise

from bs4 import BeautifulSoup
from bs4.element import Comment as Node
from bs4.element import PageElement

from provcheck.markup.layout import Layout
from provcheck.model.article import Comment, LineMap
from provcheck.model.prose import Block
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.read.lines import line_starts

_OPENING = re.compile(r"<!--(?P<blank>\s*)provcheck:")
_CLOSING = re.compile(r"--!?>")
_TO_LINE_END = re.compile(r"[^\S\r\n]*(?:[\r\n]|\Z)")
_TEXT_ONLY = ("script", "style", "template", "textarea", "title", "xmp", "noscript", "iframe")


class Taken(Value):
    """A comment that was taken out of its file: `words` are what follows "provcheck:" in it.

    `span` is where it lay; `place` the offset in the file without comments at which it was. A
    comment that never ends has no words and reaches to the end of the file.
    """

    words: str
    span: Span
    place: int


class Commented(Value):
    """A file without its comments to this program, `text`, and what was taken out, in order.

    `key` occurs nowhere in the file; a comment of it and a number marks where one was.
    """

    file: str
    text: str
    taken: tuple[Taken, ...]
    key: str

    def mark(self, number: int) -> str:
        """Return the comment that marks in markup where the comment `number` was."""
        return f"<!--{self.key}{number}-->"

    def number(self, node: str) -> int | None:
        """Return the number of the comment that the mark `node` stands for; None for no mark."""
        return int(node.removeprefix(self.key)) if node.startswith(self.key) else None

    def marked(self) -> str:
        """Return `text` with a mark in the place of each comment."""
        edges = [0, *(each.place for each in self.taken), len(self.text)]
        first, *others = (self.text[start:end] for start, end in pairwise(edges))
        return first + "".join(self.mark(number) + part for number, part in enumerate(others))


def commented(file: str, tree: Callable[[str], BeautifulSoup]) -> Commented:
    """Return `file` and its comments that begin with "provcheck:".

    `tree` parses such a file as its readers do, and so tells a comment from the text of one in a
    block of code or in a script, which stays in `text`.
    """
    key = f"p{sha256(file.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}n"
    spans = _spans(file)
    taken: list[Taken] = []
    parts, at = [], 0
    for number, words in sorted(_real(tree(_numbered(file, key)), key)) if spans else ():
        parts.append(file[at : spans[number].start])
        at = spans[number].end
        ends = file.endswith(("-->", "--!>"), 0, at)
        place = sum(map(len, parts)) if not taken else taken[-1].place + len(parts[-1])
        taken.append(Taken(words=words if ends else "", span=spans[number], place=place))
    return Commented(file=file, text="".join([*parts, file[at:]]), taken=tuple(taken), key=key)


def _spans(file: str) -> list[Span]:
    """Return what may be comments to this program, by their letters alone."""
    ends = [match.end() for match in _CLOSING.finditer(file)]
    return [
        Span(start=found.start(), end=[*ends[at : at + 1], len(file)][0])
        for found in _OPENING.finditer(file)
        for at in (bisect_left(ends, found.end()),)
    ]


def _numbered(file: str, key: str) -> str:
    """Return `file` with a number in each comment, which changes nothing of how it is parsed."""
    numbers = count()
    return _OPENING.sub(lambda found: f"<!--{found['blank']}{key}{next(numbers)}:", file)


def _real(tree: BeautifulSoup, key: str) -> Iterator[tuple[int, str]]:
    """Yield the numbers and words of the numbered comments that are comments in the tree."""
    for node in tree.descendants:
        if isinstance(node, Node) and node.strip().startswith(key):
            number, _, words = node.strip().removeprefix(key).partition(":")
            if node.find_parent(_TEXT_ONLY) is None:
                yield int(number), " ".join(words.split())


def restored(lines: LineMap, file: Commented) -> LineMap:
    """Return the map into the whole file, `lines` leading into the one without comments."""
    places = [taken.place for taken in file.taken]
    gone = [0, *accumulate(len(taken.span) for taken in file.taken)]
    anchors: dict[int, int] = {}
    ends = [*(offset for offset, _ in lines.anchors[1:]), None]
    for (offset, place), end in zip(lines.anchors, ends, strict=True):
        at = bisect_right(places, place)
        anchors[offset] = place + gone[at]
        while at < len(places) and (end is None or offset + places[at] - place < end):
            anchors[offset + places[at] - place] = places[at] + gone[at + 1]
            at += 1
    return lines.model_copy(
        update={"anchors": tuple(anchors.items()), "line_starts": line_starts(file.file)}
    )


def with_early(layout: Layout, body: PageElement) -> Layout:
    """Return the layout of `body` with the comments that stand before it in its page."""
    early = [(str(n), 0) for n in body.previous_elements if isinstance(n, Node)]
    return layout.model_copy(update={"comments": (*early, *layout.comments)})


def placed_comments(
    file: Commented, marked: Layout, article: Layout, lines: LineMap
) -> tuple[Comment, ...]:
    """Return the comments with their places in the file and the blocks that they speak of.

    `article` was laid out of the file without comments, `marked` of the one with marks; `lines`
    lead from the text of `article` into the file as it lies on disk. A comment in what is not laid
    out speaks of nothing.
    """
    same = len(marked.blocks) == len(article.blocks)
    begins = {file.number(words): at for words, at in marked.comments} if same else {}
    starts = [block.span.start for block in marked.blocks]
    found = []
    for number, taken in enumerate(file.taken):
        at = bisect_left(starts, begins[number]) if number in begins else None
        covers = None if at is None else _covered(article.blocks, at, taken, _Lines(file, lines))
        position = lines.place(taken.span.start)
        found.append(Comment(words=taken.words, position=position, covers=covers))
    return tuple(found)


class _Lines:
    """The lines of a file, asked of a comment that was taken out of it."""

    def __init__(self, file: Commented, lines: LineMap) -> None:
        self._text, self._map = file.text, lines

    def has(self, taken: Taken, offset: int) -> bool:
        """Tell whether what is at `offset` of the article's text stands before the comment."""
        return self._map.in_file(offset) < taken.span.start

    def ends(self, taken: Taken, offset: int) -> bool:
        """Tell whether the comment ends the line on which what is at `offset` stands."""
        line = self._map.place(taken.span.start).line
        same = self._map.position(offset).line == line
        return same and bool(_TO_LINE_END.match(self._text, taken.place))


def _covered(blocks: tuple[Block, ...], at: int, taken: Taken, lines: _Lines) -> Span | None:
    """Return the block `at`, or the one before it where the comment ends that one's line."""
    following = blocks[at].span if at < len(blocks) else None
    if following and lines.has(taken, following.start):
        return following
    if at and lines.ends(taken, blocks[at - 1].span.end - 1):
        return blocks[at - 1].span
    return following
