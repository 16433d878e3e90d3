"""Plain text: a paragraph a line, or paragraphs parted by blank lines."""

import re

from provcheck.markup.encoding import decoded
from provcheck.model.article import Article
from provcheck.model.prose import Block, BlockKind
from provcheck.model.span import Span
from provcheck.read.furniture import recognised
from provcheck.read.lines import normalised
from provcheck.read.origin import Origin

_WRAPPED = 110  # characters: no editor wraps lines wider than this
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE = re.compile(r"[^\n]+")


def read_text(data: bytes, origin: Origin) -> Article:
    """Return the article in `data`; its text is the file's own but for line ends.

    Raises Undecodable. Offsets into the text are offsets into a file with plain newlines.
    """
    text, lines = normalised(decoded(data, origin.charset))
    found = recognised(text, paragraphs(text))
    return Article(
        text=text,
        blocks=found.blocks,
        title=found.title,
        byline=found.byline,
        published=found.published,
        dateline=found.dateline,
        lines=lines,
        **origin.told(text),
    )


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of `text`: its lines, or where lines are wrapped, what blank ones part.

    Lines are taken to be wrapped when blank lines part groups of them, none is wider than editors
    wrap, and most lines inside a group break off in the middle of a sentence.
    """
    spans = _groups(text) if _is_wrapped(text) else _lines(text)
    return tuple(Block(kind=BlockKind.PARAGRAPH, span=span) for span in spans)


def _lines(text: str) -> list[Span]:
    lines = (m for m in _LINE.finditer(text) if not m.group().isspace())
    return [_trimmed(text, m.start(), m.end()) for m in lines]


def _groups(text: str) -> list[Span]:
    found, at = [], 0
    for start, end in [*((m.start(), m.end()) for m in _BLANK.finditer(text)), (len(text),) * 2]:
        if text[at:start].strip():
            found.append(_trimmed(text, at, start))
        at = end
    return found


def _is_wrapped(text: str) -> bool:
    inner = [
        line.rstrip()
        for group in _groups(text)
        for line in group.of(text).split("\n")[:-1]
        if line.strip()
    ]
    widest = max(len(line.rstrip()) for line in text.split("\n"))
    if not inner or not _BLANK.search(text) or widest > _WRAPPED:
        return False
    broken = sum(1 for line in inner if line[-1] not in '.!?:…”"»’')
    return broken * 2 > len(inner)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start=start + len(words) - len(words.lstrip()), end=start + len(words.rstrip()))
