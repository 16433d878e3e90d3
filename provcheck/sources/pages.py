"""Makes running paragraphs of a paged document's lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from provcheck.model.value import Value

# Heads and feet: so many lines at either end of a page are looked at, and drop out when the same
# line (whatever its digits) stands there on a third of the pages and on three at least.
_EDGE = 2
_FEWEST = 3
_SHARE = 1 / 3
_DIGITS = re.compile(r"\d+")
# A page number alone, as far as the numbers of two pages agree with their order.
_NUMBER = re.compile(
    r"^\W*(?:page |seite )?(\d{1,4})(?: ?(?:of|von|/) ?\d{1,4})?\W*$", re.IGNORECASE
)
_NO_NUMBER = -1_000_000
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
# A line that ends a sentence this far from the margin ends a paragraph.
_SHORT = 0.8
_BULLET = re.compile(r"^(?:[•▪‣●◦*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")


class Running(Value):
    """Paragraphs of a paged document, to be parted by one line feed each.

    `starts` gives for each page the offset of its first word in the text so joined (that of the
    next page's, for a page without words).
    """

    paragraphs: tuple[str, ...]
    starts: tuple[int, ...]


class Placed(Value):
    """A line of text, and the number of its page from 0; an empty line parts paragraphs."""

    text: str
    page: int


def running(pages: Sequence[Sequence[str]]) -> Running:
    """Return the paragraphs of all pages: running heads dropped, broken words and lines joined.

    A hyphen at a line's end goes where the document writes the whole word without it elsewhere,
    or nowhere with it; it stays before a capital or where the document writes it within a line.
    """
    lines = list(_placed(_without_heads(pages)))
    words = Counter(w.casefold() for line in lines for w in _WORDS.findall(line.text))
    paragraphs: list[str] = []
    starts: dict[int, int] = {}
    at = 0
    for group in _groups(lines):
        paragraph, places = _mended(group, words)
        for page, offset in places:
            starts.setdefault(page, at + offset)
        paragraphs.append(paragraph)
        at += len(paragraph) + 1
    return Running(paragraphs=tuple(paragraphs), starts=_filled(starts, len(pages), at))


def _filled(starts: dict[int, int], pages: int, end: int) -> tuple[int, ...]:
    """Return a start for every page, pages without words taking the next one's."""
    filled = []
    following = end
    for page in reversed(range(pages)):
        following = starts.get(page, following)
        filled.append(following)
    return tuple(reversed(filled))


def _without_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    edges: Counter[str] = Counter()
    numbering: Counter[int] = Counter()
    for number, page in enumerate(pages):
        edges.update({_shape(page[i]) for i in _edge_lines(page)})
        numbering.update({_printed(page[i]) - number for i in _edge_lines(page)})
    often = max(_FEWEST, len(pages) * _SHARE)
    kept = []
    for number, page in enumerate(pages):
        dropped = {
            i
            for i in _edge_lines(page)
            if edges[_shape(page[i])] >= often
            or (_NUMBER.match(page[i]) and numbering[_printed(page[i]) - number] > 1)
        }
        kept.append([line for i, line in enumerate(page) if i not in dropped])
    return kept


def _printed(line: str) -> int:
    """Return the page number that a line consists of, or one that fits no page."""
    match = _NUMBER.match(line)
    return int(match.group(1)) if match else _NO_NUMBER


def _edge_lines(page: Sequence[str]) -> list[int]:
    """Return the indices of the first and last lines of a page that hold words."""
    filled = [i for i, line in enumerate(page) if line.strip()]
    return sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _shape(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split())).casefold()


def _placed(pages: list[list[str]]) -> Iterator[Placed]:
    """Yield the lines of all pages, without the empty ones at the edges of a page."""
    for number, page in enumerate(pages):
        lines = [" ".join(line.split()) for line in page]
        filled = [i for i, line in enumerate(lines) if line]
        for line in lines[filled[0] : filled[-1] + 1] if filled else []:
            yield Placed(text=line, page=number)


def _groups(lines: list[Placed]) -> Iterator[list[Placed]]:
    """Yield the lines of each paragraph; a page's end alone parts nothing."""
    margin = _margin(lines)
    group: list[Placed] = []
    for line in lines:
        if group and (not line.text or _begins(group[-1], line, margin)):
            yield group
            group = []
        if line.text:
            group.append(line)
    if group:
        yield group


def _margin(lines: list[Placed]) -> float:
    """Return the length that full lines have: nine tenths of all lines are no longer."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    return lengths[len(lengths) * 9 // 10] * _SHORT if lengths else 0


def _begins(before: Placed, line: Placed, margin: float) -> bool:
    """Tell whether `line` begins a paragraph: a bullet, or after a stop short of the margin."""
    if _BULLET.match(line.text):
        return True
    return bool(_ENDS.search(before.text)) and len(before.text) < margin


def _mended(group: list[Placed], words: Counter[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return a paragraph, and the offset at which each of its pages begins."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for line in group:
        if parts:
            parts[-1], at = _open_end(parts[-1], line.text, words, at)
        if not places or places[-1][0] != line.page:
            places.append((line.page, at))
        parts.append(line.text)
        at += len(line.text)
    return "".join(parts), places


def _open_end(part: str, following: str, words: Counter[str], at: int) -> tuple[str, int]:
    """Return a line made ready for the next one: a blank added, or its hyphen judged."""
    broken = _BROKEN.search(part)
    after = _WORDS.match(following)
    if broken is None or after is None:
        return part + " ", at + 1
    whole, hyphened = broken.group(1) + after.group(), f"{broken.group(1)}-{after.group()}"
    stays = words[hyphened.casefold()] > words[whole.casefold()] or following[0].isupper()
    if part.endswith("\u00ad") or not stays:
        return part[:-1], at - 1
    return part, at
