import io
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from provcheck.errors import ArticleError
from provcheck.model.article import Article
from provcheck.model.prose import BlockKind
from provcheck.read.docx import read_docx
from provcheck.read.origin import Origin
from provcheck.settings import Settings

ORIGIN = Origin(path="a.docx", sha256="0" * 64, settings=Settings())


def packed(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def linked(paragraph, words: str, url: str) -> None:
    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), relation)
    text.text = words
    run.append(text)
    link.append(run)
    paragraph._p.append(link)


def a_letter() -> Article:
    document = docx.Document()
    document.core_properties.author = "Ada Brandvold"
    document.add_heading("The pier is closed", level=1)
    document.add_paragraph("")
    said = document.add_paragraph("“It is closed for good,” Per Olsen ")
    linked(said, "said", "https://wire.example/talks")
    document.add_paragraph("We waited long enough.", style="Quote")
    document.add_paragraph("one point", style="List Bullet")
    return read_docx(packed(document), ORIGIN)


def test_blocks_by_style() -> None:
    article = a_letter()

    assert [(block.kind, block.span.of(article.text)) for block in article.blocks] == [
        (BlockKind.HEADING, "The pier is closed"),
        (BlockKind.PARAGRAPH, "“It is closed for good,” Per Olsen said"),
        (BlockKind.BLOCK_QUOTE, "We waited long enough."),
        (BlockKind.LIST_ITEM, "one point"),
    ]


def test_links_and_author() -> None:
    article = a_letter()

    assert [(link.span.of(article.text), link.url) for link in article.links] == [
        ("said", "https://wire.example/talks")
    ]
    assert article.byline == "Ada Brandvold"


def test_a_line_is_a_paragraph_of_the_file() -> None:
    article = a_letter()

    assert article.lines.position(article.text.index("Per Olsen")).line == 3
    assert article.lines.position(article.text.index("one point")).line == 5


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b"0" * (60 << 20))

    with pytest.raises(ArticleError, match="unpacks to more"):
        read_docx(out.getvalue(), ORIGIN)


@pytest.mark.parametrize("cut", [10, 200, 2000])
def test_a_damaged_file_is_told(cut: int) -> None:
    document = docx.Document()
    document.add_paragraph("words")

    with pytest.raises(ArticleError, match="no readable Word file"):
        read_docx(packed(document)[:cut], ORIGIN)


@given(st.binary(max_size=80))
def test_any_bytes_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ArticleError) as problem:
        read_docx(b"PK\x03\x04" + data, ORIGIN)
    assert "\n" not in str(problem.value)


def rewritten(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The Word file with `old` replaced in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as packing:
        for entry in given.namelist():
            part = given.read(entry)
            packing.writestr(entry, part.replace(old, new) if entry == name else part)
    return out.getvalue()


def test_a_file_without_a_body_is_refused() -> None:
    document = docx.Document()
    document.element.remove(document.element.body)

    with pytest.raises(ArticleError, match="no readable Word file"):
        read_docx(packed(document), ORIGIN)


def test_properties_of_an_unknown_type_tell_nothing() -> None:
    document = docx.Document()
    document.add_paragraph("The pier is shut.")
    document.core_properties.author = "Ada Brandvold"
    kind = b"application/vnd.openxmlformats-package.core-properties+xml"
    article = read_docx(
        rewritten(packed(document), "[Content_Types].xml", kind, b"application/xml"), ORIGIN
    )

    assert article.text == "The pier is shut."
    assert article.byline is None
