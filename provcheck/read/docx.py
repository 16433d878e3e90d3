"""Word files: paragraphs, headings, lists, quotations, links."""

import io
import zipfile
from typing import Any, NoReturn

from provcheck.errors import ArticleError
from provcheck.model.article import Article, LineMap
from provcheck.model.prose import Block, BlockKind, Link
from provcheck.model.span import Span
from provcheck.read.furniture import recognised
from provcheck.read.origin import Origin

_UNPACKED = 50 << 20  # bytes that a Word file may unpack to
_RATIO, _ENTRIES = 200, 2000
_Laid = tuple[str, tuple[Block, ...], tuple[Link, ...], list[int]]
_Opened = tuple[str, tuple[Block, ...], tuple[Link, ...], list[int], tuple[str, str]]
_STYLES = {
    "heading": BlockKind.HEADING,
    "title": BlockKind.HEADING,
    "list": BlockKind.LIST_ITEM,
    "quote": BlockKind.BLOCK_QUOTE,
    "intense quote": BlockKind.BLOCK_QUOTE,
    "caption": BlockKind.CAPTION,
}


def read_docx(data: bytes, origin: Origin) -> Article:
    """Return the article in a Word file; a line of its map is a paragraph of the file.

    Raises ArticleError when python-docx is not installed, the file is damaged, or it unpacks to
    more than 50 MiB.
    """
    text, blocks, links, numbers, core = _opened(data, origin)
    found = recognised(text, blocks)
    anchors = tuple((block.span.start, block.span.start) for block in found.blocks)
    return Article(
        text=text,
        blocks=found.blocks,
        links=links,
        title=found.title or core[0] or None,
        byline=found.byline or core[1] or None,
        published=found.published,
        dateline=found.dateline,
        lines=_lines(anchors, numbers),
        **origin.told(text),
    )


def _opened(data: bytes, origin: Origin) -> _Opened:
    """Return what the file holds: its text laid out, its title and author."""
    try:
        import docx  # noqa: PLC0415
    except ImportError:
        message = f"{origin.path}: reading Word files needs an extra: pip install 'provcheck[docx]'"
        raise ArticleError(message) from None
    try:
        if _unpacks_to_much(data):
            _refuse(origin, "unpacks to more than an article holds; save it again")
        document = docx.Document(io.BytesIO(data))
        return (*_laid(document.paragraphs), _core(document))
    except ArticleError:
        raise
    except Exception as problem:  # noqa: BLE001
        message = f"{origin.path}: no readable Word file ({type(problem).__name__}); save it again"
        raise ArticleError(message) from None


def _core(document: Any) -> tuple[str, str]:  # noqa: ANN401
    """Return title and author; "" for those that the file's properties do not tell."""
    try:
        core = document.core_properties
    except (AttributeError, KeyError, ValueError):  # a part of another type than it should be
        return "", ""
    return core.title, core.author


def _unpacks_to_much(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = packed.infolist()
    size = sum(file.file_size for file in files)
    return size > min(_UNPACKED, _RATIO * max(len(data), 1)) or len(files) > _ENTRIES


def _refuse(origin: Origin, why: str) -> NoReturn:
    message = f"{origin.path}: {why}"
    raise ArticleError(message)


def _laid(paragraphs: list[Any]) -> _Laid:
    lines: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    numbers: list[int] = []
    at = 0
    for number, paragraph in enumerate(paragraphs, start=1):
        words = paragraph.text.strip()
        if not words:
            continue
        span = Span(start=at, end=at + len(words))
        blocks.append(Block(kind=_kind(paragraph), span=span))
        links += _links(paragraph, words, at)
        lines.append(words)
        numbers.append(number)
        at = span.end + 1
    return "\n".join(lines), tuple(blocks), tuple(links), numbers


def _kind(paragraph: Any) -> BlockKind:  # noqa: ANN401
    name = (paragraph.style.name if paragraph.style else "").casefold()
    return next(
        (kind for start, kind in _STYLES.items() if name.startswith(start)), BlockKind.PARAGRAPH
    )


def _links(paragraph: Any, words: str, at: int) -> list[Link]:  # noqa: ANN401
    found, begin = [], 0
    for link in paragraph.hyperlinks:
        place = words.find(link.text, begin) if link.text else -1
        if place >= 0 and link.url.startswith(("http://", "https://")):
            begin = place + len(link.text)
            found.append(Link(span=Span(start=at + place, end=at + begin), url=link.url))
    return found


def _lines(anchors: tuple[tuple[int, int], ...], numbers: list[int]) -> LineMap:
    """Return a map on which block i of the text lies on line numbers[i] of the file."""
    starts: list[int] = []
    for (offset, _), number in zip(anchors, numbers, strict=True):
        starts += [offset] * (number - len(starts))
    return LineMap(anchors=anchors or ((0, 0),), line_starts=tuple(starts) or (0,))
