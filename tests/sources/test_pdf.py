from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.files import HELVETICA, a_pdf, a_pdf_of, body, read, words_at

from provcheck.model.evidence import Completeness
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.sources.body import Unreadable
from provcheck.sources.pdf import read_pdf

RULES = load_rulebook()
FIRST = [
    "Inquiry, page 1",
    "The council closed the bridge, and the minis-",
    "ter said that it would not open",
]
SECOND = [
    "Inquiry, page 2",
    "before the end of the year.",
    "Nobody disagreed with that on the day itself.",
]
THIRD = [
    "Inquiry, page 3",
    "The rest is silence in the old town of Lund.",
    "So it remains (for now).",
]


def test_lines_words_and_pages_are_joined(rules: Rulebook) -> None:
    text, completeness = read(rules, a_pdf(FIRST, SECOND, THIRD), "a.pdf")
    assert completeness == Completeness.WHOLE
    assert "the minister said that it would not open before the end of the year." in text.text
    assert "Inquiry" not in text.text
    assert "So it remains (for now)." in text.text
    assert all(words_at(text))


def test_the_page_of_a_word_can_be_found(rules: Rulebook) -> None:
    text, _ = read(rules, a_pdf(FIRST, SECOND, THIRD), "a.pdf")

    assert [text.text[start : start + 10] for start in text.pages] == [
        "The counci",
        "before the",
        "The rest i",
    ]
    assert text.page_at(0) == 1
    assert text.page_at(text.text.index("year")) == 2
    assert text.page_at(len(text.text) - 1) == 3


def test_a_page_without_words_counts_as_a_page(rules: Rulebook) -> None:
    text, _ = read(rules, a_pdf(FIRST, [], THIRD), "a.pdf")

    assert text.page_at(text.text.index("silence")) == 3


def test_a_text_without_pages_has_no_page(rules: Rulebook) -> None:
    text, _ = read(rules, "The council met on Tuesday.")

    assert text.page_at(0) is None


def test_pages_without_letters_make_it_truncated(rules: Rulebook) -> None:
    _, completeness = read(rules, a_pdf(SECOND, [], [], []), "a.pdf")
    assert completeness == Completeness.TRUNCATED


def test_scans_alone_are_a_stub(rules: Rulebook) -> None:
    text, completeness = read(rules, a_pdf([], []), "a.pdf")
    assert (text.text, completeness) == ("", Completeness.STUB)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.7 and no more", id="nothing-behind-the-head"),
        pytest.param(a_pdf(FIRST)[:300], id="cut-off"),
        pytest.param(b"", id="empty"),
    ],
)
def test_damaged_files_are_refused(rules: Rulebook, data: bytes) -> None:
    with pytest.raises(Unreadable, match="PDF cannot be read"):
        read(rules, data, "a.pdf", media_type="application/pdf")


def test_an_encrypted_file_is_refused(rules: Rulebook) -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (a)]"
    data = a_pdf_of([b"BT ET"], lock % (b"o" * 32, b"u" * 32))
    with pytest.raises(Unreadable, match="encrypted"):
        read(rules, data, "a.pdf")


def test_endless_drawing_is_cut(rules: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provcheck.sources.pdf._MOST_PIECES", 5000)
    words = b"BT /F1 11 Tf 60 760 Td (The bridge stays closed until the spring, they said.) Tj ET "
    data = a_pdf_of([words, words + b"q Q " * 4000])
    text, completeness = read(rules, data, "a.pdf")
    assert completeness == Completeness.TRUNCATED
    assert "The bridge" in text.text


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"[" + b"(a)3" * 400 + b"] TJ ", id="letters-set-one-by-one"),
        pytest.param(b"(" + b"word " * 900 + b") Tj ", id="long-lines"),
    ],
)
def test_dear_text_counts_for_more(
    rules: Rulebook, monkeypatch: pytest.MonkeyPatch, line: bytes
) -> None:
    monkeypatch.setattr("provcheck.sources.pdf._MOST_PIECES", 1000)
    words = b"BT /F1 11 Tf 60 760 Td (The bridge stays closed until the spring, they said.) Tj ET "
    text, completeness = read(rules, a_pdf_of([words, b"BT " + line * 3 + b"ET"]), "a.pdf")

    assert completeness == Completeness.TRUNCATED
    assert text.text.endswith("they said.")


def test_halves_of_characters_are_replaced(rules: Rulebook) -> None:
    shown = b"BT /F1 11 Tf 60 760 Td (The bridge stays A closed until the spring, they say.) Tj ET"
    names = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <d800> endbfchar"
    # What the font calls its letters stands where the second page's words would.
    font = HELVETICA.replace(b">>", b"/ToUnicode 7 0 R >>")
    text, _ = read(rules, a_pdf_of([shown, names], font=font), "a.pdf")

    assert text.text.startswith("The bridge stays \ufffd closed")


@given(st.integers(0, 1500), st.binary(min_size=1, max_size=6))
def test_damage_anywhere_gives_text_or_a_refusal(at: int, damage: bytes) -> None:
    data = a_pdf(SECOND)
    with suppress(Unreadable):
        read_pdf(body(data[:at] + damage + data[at + len(damage) :], "a.pdf"), RULES)
