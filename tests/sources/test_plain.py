import pytest
from sources.files import read, spoken, words_at

from provcheck.model.evidence import Completeness
from provcheck.model.prose import BlockKind
from provcheck.rulebook.book import Rulebook
from provcheck.sources.body import Unreadable


def test_prose_has_no_turns_and_no_aside(rules: Rulebook) -> None:
    text, completeness = read(rules, "The bridge is closed.\n\nIt was the flood.\n")
    assert completeness == Completeness.WHOLE
    assert words_at(text) == ["The bridge is closed.", "It was the flood."]
    assert (text.turns, text.aside, text.title) == ((), (), None)


def test_a_short_first_line_is_the_title(rules: Rulebook) -> None:
    text, _ = read(rules, "Bridge stays closed\n\nIt was the flood, she said.\n")
    assert text.title == "Bridge stays closed"
    assert [b.kind for b in text.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_labels_make_a_transcript(rules: Rulebook) -> None:
    text, _ = read(rules, "THERON: No.\n\nOLT: Why?\n\nTHERON: So.\n")
    assert spoken(text) == [("Theron", "No."), ("Olt", "Why?"), ("Theron", "So.")]


def test_captions_in_a_text_file_are_captions(rules: Rulebook) -> None:
    text, _ = read(rules, "WEBVTT\n\n00:01.000 --> 00:02.000\nWe will not sign.\n")
    assert text.text == "We will not sign."


def test_a_wrong_charset_is_said(rules: Rulebook) -> None:
    _, completeness = read(rules, "Мост закрыт до весны. ".encode("cp1251") * 5)
    assert completeness == Completeness.WRONG_CHARSET


@pytest.mark.parametrize(
    "data", [pytest.param(b"", id="empty"), pytest.param(b" \n\t\n", id="blank")]
)
def test_a_file_without_words_is_refused(rules: Rulebook, data: bytes) -> None:
    with pytest.raises(Unreadable, match="no words"):
        read(rules, data)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Access denied, said the harbour board, was the wrong word.", id="in a text"),
        pytest.param("Forbidden\n" + "Nobody may land at the quay now. " * 12, id="a headline"),
        pytest.param("The page was not found by the council.", id="other words"),
    ],
)
def test_a_text_about_it_is_no_error_of_a_server(rules: Rulebook, text: str) -> None:
    assert read(rules, text)[1] is Completeness.WHOLE


@pytest.mark.parametrize(
    "text",
    ["404 page not found\n", "Internal Server Error", "Forbidden.\n\nAsk the administrator."],
)
def test_what_a_server_says_in_place_of_a_page_is_a_stub(rules: Rulebook, text: str) -> None:
    assert read(rules, text)[1] is Completeness.STUB
