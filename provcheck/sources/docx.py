"""Reads Word files (docx): every word of the document's body, also in tables and text boxes."""

import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from provcheck.model.evidence import Completeness
from provcheck.model.prose import BlockKind
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import page_rules
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.charset import MOST_CHARACTERS
from provcheck.sources.compose import stretch_of
from provcheck.sources.transcript import labelled

EXTRACTOR = "docx/1 python-docx/" + version("python-docx")
# A file of 108 kB can hold a million paragraphs and ask for 700 MB: refused before it is opened.
_MOST_BYTES = 50 << 20
_MOST_RATIO = 100
_MOST_ENTRIES = 1000
_MOST_TAGS = 500_000  # of XML, closing ones too: 120 MB; a thousand pages of print have as many
_RATIO_FROM = 1 << 20  # small files may be very compressible
_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_STYLE, _NUMBERING, _VALUE = qn("w:pStyle"), qn("w:numPr"), qn("w:val")
_SHOWN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# What older programs see instead of a text box: its words once more.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_WORDS = frozenset({_PARAGRAPH, _FALLBACK, qn("w:pPr"), qn("w:rPr"), qn("w:del")})


def read_docx(body: Body, _rules: Rulebook) -> tuple[SourceText, Completeness]:
    """Return the text of a Word file by its paragraphs, as accepted: insertions in, deletions out.

    Where labels head its lines it is read as a transcript. Raises Unreadable for a file that is
    damaged, encrypted, or unpacks to more than 50 MiB or a hundred times its size.
    """
    try:
        _refuse_bombs(body.data)
        document = Document(BytesIO(body.data))
        pieces, completeness = _begun(_pieces(document))
    except (Unreadable, MemoryError):
        raise
    except Exception as problem:  # zipfile, lxml and python-docx each raise their own
        message = f"the Word file cannot be read ({type(problem).__name__})"
        raise Unreadable(message) from problem
    stretch = stretch_of(pieces)
    if not stretch.text:
        message = "the Word file holds no words"
        raise Unreadable(message)
    title = next((words for kind, words in pieces[:3] if kind == BlockKind.HEADING), None)
    spoken = labelled(stretch.text, page_rules())
    if spoken is not None:
        known = {"title": title or spoken.title, "extractor": f"{EXTRACTOR} {spoken.extractor}"}
        return spoken.model_copy(update=known), completeness
    text = SourceText(text=stretch.text, blocks=stretch.blocks, title=title, extractor=EXTRACTOR)
    return text, completeness


def _begun(
    pieces: Iterator[tuple[BlockKind, str]],
) -> tuple[list[tuple[BlockKind, str]], Completeness]:
    """Return the pieces up to the most characters that are read, and whether they are all."""
    kept: list[tuple[BlockKind, str]] = []
    size = 0
    for kind, words in pieces:
        size += len(words)
        if size > MOST_CHARACTERS:
            kept.append((kind, words[: MOST_CHARACTERS - size]))
            return kept, Completeness.TRUNCATED
        kept.append((kind, words))
    return kept, Completeness.WHOLE


def _refuse_bombs(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as package:
        entries = package.infolist()
        size = sum(entry.file_size for entry in entries)
        tags = 0
        too_much = len(entries) > _MOST_ENTRIES or size > _MOST_BYTES
        too_dense = size > max(_RATIO_FROM, len(data) * _MOST_RATIO)
        if not (too_much or too_dense):
            parts = (e for e in entries if e.filename.endswith((".xml", ".rels")))
            tags = sum(package.read(entry).count(b"<") for entry in parts)
    if too_much or too_dense or tags > _MOST_TAGS:
        message = "the Word file unpacks to more than a document can hold"
        raise Unreadable(message)


def _pieces(document: Any) -> Iterator[tuple[BlockKind, str]]:  # noqa: ANN401  (python-docx is untyped)
    """Yield the words of every paragraph in the order in which they stand."""
    names = {style.style_id: (style.name or "").casefold() for style in document.styles}
    for paragraph in document.element.body.iter(_PARAGRAPH):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield _kind(paragraph, names), _words(paragraph)


def _kind(paragraph: Any, names: dict[str, str]) -> BlockKind:  # noqa: ANN401  (lxml element)
    style = next(paragraph.iter(_STYLE), None)
    name = names.get(style.get(_VALUE, ""), "") if style is not None else ""
    if name.startswith(("heading", "title")):
        return BlockKind.HEADING
    if "quote" in name:
        return BlockKind.BLOCK_QUOTE
    if name == "caption":
        return BlockKind.CAPTION
    listed = name.startswith("list") or next(paragraph.iter(_NUMBERING), None) is not None
    return BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH


def _words(paragraph: Any) -> str:  # noqa: ANN401  (lxml element)
    """Return a paragraph's own words: without those of text boxes in it, or of deleted runs."""
    words: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == _TEXT:
            words.append(element.text or "")
        elif element.tag in _SHOWN:
            words.append(_SHOWN[element.tag])
        elif element.tag not in _NOT_WORDS:
            waiting.extend(reversed(element))
    return "".join(words).strip()
