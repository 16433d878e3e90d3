from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.files import a_pdf, a_pdf_of, body, read, words_at

from provcheck.model.evidence import Completeness
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.sources.body import Unreadable
from provcheck.sources.pdf import page_starts, read_pdf

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
    data = a_pdf(FIRST, SECOND, THIRD)
    text, _ = read(rules, data, "a.pdf")
    starts = page_starts(body(data))
    assert [text.text[start : start + 10] for start in starts] == [
        "The counci",
        "before the",
        "The rest i",
    ]


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
    monkeypatch.setattr("provcheck.sources.pdf._MOST_OPERATIONS", 5000)
    words = b"BT /F1 11 Tf 60 760 Td (The bridge stays closed until the spring, they said.) Tj ET "
    data = a_pdf_of([words, words + b"q Q " * 4000])
    text, completeness = read(rules, data, "a.pdf")
    assert completeness == Completeness.TRUNCATED
    assert "The bridge" in text.text


@given(st.integers(0, 1500), st.binary(min_size=1, max_size=6))
def test_damage_anywhere_gives_text_or_a_refusal(at: int, damage: bytes) -> None:
    data = a_pdf(SECOND)
    with suppress(Unreadable):
        read_pdf(body(data[:at] + damage + data[at + len(damage) :], "a.pdf"), RULES)
