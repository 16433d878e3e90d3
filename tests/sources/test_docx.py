import io
import zipfile
from contextlib import suppress

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.files import FILLER, a_docx, body, read, saved, spoken, with_part, words_at

from provcheck.model.evidence import Completeness
from provcheck.model.prose import BlockKind
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.sources.body import Unreadable
from provcheck.sources.docx import read_docx

RULES = load_rulebook()
DOCUMENT = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def a_docx_of(paragraphs: str) -> bytes:
    """A Word file whose body is the given markup."""
    document = f"<w:document {W} {MC}><w:body>{paragraphs}</w:body></w:document>"
    return with_part(a_docx(("", "x")), DOCUMENT, document.encode())


def test_paragraphs_have_the_kinds_of_their_styles(rules: Rulebook) -> None:
    data = a_docx(
        ("Heading 1", "Bridge stays closed"),
        ("", "It was the flood."),
        ("Quote", "We will wait."),
        ("List Bullet", "one"),
        ("Caption", "The bridge in May"),
    )
    text, _ = read(rules, data, "a.docx")
    assert [b.kind for b in text.blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.BLOCK_QUOTE,
        BlockKind.LIST_ITEM,
        BlockKind.CAPTION,
    ]
    assert text.title == "Bridge stays closed"


def test_cells_of_tables_are_read(rules: Rulebook) -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Mara Theron", "We will wait."
    text, _ = read(rules, saved(document), "a.docx")
    assert words_at(text) == ["Mara Theron", "We will wait."]


def test_insertions_count_and_deletions_do_not(rules: Rulebook) -> None:
    data = a_docx_of(
        "<w:p><w:r><w:t>We will </w:t></w:r><w:ins><w:r><w:t>not </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:r><w:t>sign</w:t><w:br/><w:t>it</w:t></w:r></w:p>"
    )
    assert read(rules, data, "a.docx")[0].text == "We will not sign\nit"


def test_text_boxes_are_read_once(rules: Rulebook) -> None:
    box = "<w:p><w:r><w:t>In a box.</w:t></w:r></w:p>"
    data = a_docx_of(
        "<w:p><w:r><w:t>Outside.</w:t><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert words_at(read(rules, data, "a.docx")[0]) == ["Outside.", "In a box."]


def test_labels_make_a_transcript(rules: Rulebook) -> None:
    data = a_docx(("Title", "Talk"), ("", "THERON: No."), ("", "OLT: Why?"), ("", "THERON: So."))
    text, _ = read(rules, data, "a.docx")
    assert spoken(text) == [("Theron", "No."), ("Olt", "Why?"), ("Theron", "So.")]
    assert text.title == "Talk"
    assert text.extractor.startswith("docx/")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"PK\x03\x04junk", "cannot be read", id="damaged"),
        pytest.param(b"", "cannot be read", id="empty"),
        pytest.param(a_docx(("", "")), "no words", id="no-words"),
        pytest.param(a_docx(("", "x"))[:-400], "cannot be read", id="cut-off"),
        pytest.param(
            a_docx_of("<w:p/>" * 1_000_000), "more than a document", id="a-million-paragraphs"
        ),
    ],
)
def test_is_refused(rules: Rulebook, data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read(rules, data, "a.docx")


def test_a_huge_text_is_read_from_its_beginning(rules: Rulebook) -> None:
    text, completeness = read(rules, a_docx(*[("", FILLER * 600)] * 40), "a.docx")

    assert completeness == Completeness.TRUNCATED
    assert sum(map(len, words_at(text))) == 3_000_000


def test_a_package_of_many_parts_is_refused(rules: Rulebook) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for number in range(1100):
            package.writestr(f"word/{number}.xml", b"<x/>")
    with pytest.raises(Unreadable, match="more than a document"):
        read(rules, out.getvalue(), "a.docx")


def test_entities_are_not_expanded(rules: Rulebook) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    document = (
        f"<w:document {W}><w:body><w:p><w:r><w:t>No&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    data = with_part(a_docx(("", "x")), DOCUMENT, bomb + document.encode())
    with suppress(Unreadable):  # refusing such a file is as good
        assert "aaaa" not in read(rules, data, "a.docx")[0].text


@given(st.integers(0, 30_000), st.binary(min_size=1, max_size=4))
def test_damage_anywhere_gives_text_or_a_refusal(at: int, damage: bytes) -> None:
    data = a_docx(("", "We will wait."))
    with suppress(Unreadable):
        read_docx(body(data[:at] + damage + data[at + len(damage) :], "a.docx"), RULES)
