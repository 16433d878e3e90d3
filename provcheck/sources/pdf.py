"""Reads PDF files: pages joined, line ends mended, running heads dropped."""

import logging
import re
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf import __version__ as pypdf_version

from provcheck.model.evidence import Completeness
from provcheck.model.prose import BlockKind
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.charset import MOST_CHARACTERS
from provcheck.sources.compose import stretch_of
from provcheck.sources.pages import running

EXTRACTOR = f"pdf/1 pypdf/{pypdf_version}"
# What pypdf has to say of a damaged file is nothing to a reader of the report.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
_MOST_PAGES = 3000
_NO_TEXT = re.compile("[\0\ud800-\udfff]")  # zeros, and halves of a character
# Pieces of text that are set, over the whole file, and what sets them: 7 µs each. A page with
# every gap of its lines set apart has 1,800, one with every letter so 9,000, others 100.
_MOST_PIECES = 250_000
_LETTERS_A_PIECE = 10  # that take as long to read as setting a piece
# A page of print has at least this many letters; scans have none, or a stamp.
_LETTERS_A_PAGE = 40


class _Spent(Exception):  # noqa: N818  (raised and caught in here; it never leaves)
    """The budget of operations is spent."""


class _Budget:
    """Counts the pieces of text on all pages; `spend` raises _Spent after the last one allowed."""

    def __init__(self, pieces: int) -> None:
        self.left = pieces

    def spend(self, _operator: object, operands: Sequence[object], *_matrices: object) -> None:
        first = operands[0] if operands else None
        pieces = first if isinstance(first, list) else operands[:1]
        letters = sum(len(piece) for piece in pieces if isinstance(piece, str | bytes))
        self.left -= 1 + len(pieces) + letters // _LETTERS_A_PIECE
        if self.left < 0:
            raise _Spent


def read_pdf(body: Body, _rules: Rulebook) -> tuple[SourceText, Completeness]:
    """Return the text of a PDF as running paragraphs.

    A word broken at a line's end is mended, a line that stands at the head or foot of most pages
    is dropped. Pages without letters (scans) make the reading truncated, no letters at all a
    stub. Raises Unreadable for an encrypted or damaged file.
    """
    pages, cut = _pages(body.data)
    read = running(pages)
    if not read.paragraphs:
        return SourceText(text="", blocks=(), extractor=EXTRACTOR), Completeness.STUB
    stretch = stretch_of((BlockKind.PARAGRAPH, words) for words in read.paragraphs)
    bare = sum(1 for page in pages if sum(map(len, page)) < _LETTERS_A_PAGE)
    part = cut or bare * 2 > len(pages)
    text = SourceText(
        text=stretch.text, blocks=stretch.blocks, pages=read.starts, extractor=EXTRACTOR
    )
    return text, Completeness.TRUNCATED if part else Completeness.WHOLE


def _pages(data: bytes) -> tuple[list[list[str]], bool]:
    """Return the lines of each page, and whether some were left out as too many."""
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        opened = not reader.is_encrypted or bool(reader.decrypt(""))
        read = _lines(reader) if opened else None
    except MemoryError:
        raise
    except Exception as problem:  # pypdf raises a dozen kinds of errors on damaged files
        message = f"the PDF cannot be read ({type(problem).__name__})"
        raise Unreadable(message) from problem
    if read is None:
        message = "the PDF is encrypted"
        raise Unreadable(message)
    return read


def _lines(reader: PdfReader) -> tuple[list[list[str]], bool]:
    budget = _Budget(_MOST_PIECES)
    pages: list[list[str]] = []
    size = 0
    for number, page in enumerate(reader.pages):
        try:
            words = page.extract_text(visitor_operand_before=budget.spend)
        except _Spent:
            return pages, True
        size += len(words)
        if size > MOST_CHARACTERS or number >= _MOST_PAGES:
            return pages, True
        pages.append(_NO_TEXT.sub("\ufffd", words).splitlines())
    return pages, False
