"""Builds real source files in memory: PDF, Word, web pages; and reads them."""

import io
import zipfile

import docx

from provcheck.model.evidence import Completeness
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook
from provcheck.sources.body import Body
from provcheck.sources.read import read_source

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
FILLER = (
    "The council met on Tuesday evening in the old town hall and heard eleven speakers. "
    "Most of them had come about the bridge, which has been closed since the flood in April. "
)


def body(data: bytes | str, name: str = "source.txt", **known: object) -> Body:
    raw = data.encode() if isinstance(data, str) else data
    return Body(data=raw, name=name, **known)


def read(
    rules: Rulebook, data: bytes | str, name: str = "source.txt", **known: object
) -> tuple[SourceText, Completeness]:
    return read_source(body(data, name, **known), rules)


def words_at(text: SourceText) -> list[str]:
    return [block.span.of(text.text) for block in text.blocks]


def spoken(text: SourceText) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(text.text)) for turn in text.turns]


def own_words(text: SourceText) -> str:
    """The text without its asides."""
    end = min((span.start for span in text.aside), default=len(text.text))
    return text.text[:end]


def a_page(inside: str, head: str = "", lang: str = "en") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{inside}</body></html>"
    )


def an_article(*paragraphs: str, fill: int = 3) -> str:
    """An article element with a heading; `fill` paragraphs of plain filler come first."""
    words = [f"<p>{FILLER}</p>"] * fill + [f"<p>{paragraph}</p>" for paragraph in paragraphs]
    return f"<article><h1>Bridge stays closed</h1>{''.join(words)}</article>"


def a_docx(*paragraphs: tuple[str, str]) -> bytes:
    """A Word file of (style, words) pairs; the style "" is that of plain paragraphs."""
    document = docx.Document()
    for style, words in paragraphs:
        document.add_paragraph(words, style=style or None)
    return saved(document)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(package: bytes, name: str, part: bytes) -> bytes:
    """Return a zip package with one of its parts replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            new.writestr(entry, part if entry == name else old.read(entry))
    return out.getvalue()


def a_pdf(*pages: list[str]) -> bytes:
    """A PDF with one line of Helvetica below the other on each page."""
    return a_pdf_of([_drawn(lines) for lines in pages])


def a_pdf_of(contents: list[bytes], trailer: bytes = b"", font: bytes = HELVETICA) -> bytes:
    """A PDF whose pages have the given content streams; `trailer` adds entries to the trailer."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        font,
    ]
    for i, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * i)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return a_pdf_from(objects, trailer)


def a_pdf_from(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body_of in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body_of)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF"
        % (size, trailer, len(out))
    )


def _drawn(lines: list[str]) -> bytes:
    shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
    return f"BT /F1 11 Tf 60 760 Td 14 TL {shown} ET".encode("cp1252")


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
