import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.hidden import as_read, hidden_in, stray_marks
from provcheck.model.span import Span


def names_in(text: str) -> list[str]:
    return [hidden.name for hidden in hidden_in(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It’s over” – naïve, 5 °C…", id="plain marks and accents"),
        pytest.param("гавань открыта", id="a language of its own"),
        pytest.param("Ω and Д are letters", id="letters by themselves"),
        pytest.param("30 μm of β-carotene", id="signs that deceive nobody"),
        pytest.param("👩‍🚒 arrived", id="an emoji spelt with a joiner"),
        pytest.param("क्‍ष", id="a joiner that its script needs"),
        pytest.param("a\u00a0b", id="a hard space"),
        pytest.param("٢٠٢٥ and 2025", id="numbers of one script each"),
        pytest.param("10², x₂ and Ⅻ", id="raised and Roman figures"),
        pytest.param("❤️ and 1️⃣", id="emoji"),
        pytest.param("한국", id="Hangul"),
    ],
)
def test_nothing_is_hidden(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("pa\u200bid", "ZERO WIDTH SPACE", id="zero width"),
        pytest.param("\u202edlos", "RIGHT-TO-LEFT OVERRIDE", id="bidi control"),
        pytest.param("pаid", "CYRILLIC SMALL LETTER A", id="a look-alike letter"),
        pytest.param("гaвань", "LATIN SMALL LETTER A", id="a Latin letter in a Cyrillic word"),
        pytest.param("soft\u00adly", "SOFT HYPHEN", id="soft hyphen"),
        pytest.param("n\u034fot", "COMBINING GRAPHEME JOINER", id="a joiner of nothing"),
        pytest.param("a \u3164", "HANGUL FILLER", id="a letter that is not drawn"),
        pytest.param("a\u2800b", "BRAILLE PATTERN BLANK", id="a blank of Braille"),
        pytest.param("1\u0660 dead", "ARABIC-INDIC DIGIT ZERO", id="a digit of another script"),
        pytest.param("\u06620", "ARABIC-INDIC DIGIT TWO", id="the first digit of another script"),
        pytest.param("x\U000e0041", "TAG LATIN CAPITAL LETTER A", id="tag character"),
    ],
)
def test_hidden_characters_are_named(text: str, name: str) -> None:
    assert names_in(text) == [name]


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    for hidden in hidden_in(text, Span(start=0, end=len(text))):
        assert ord(text[hidden.offset]) == hidden.codepoint


def test_a_stretch_is_looked_at_alone() -> None:
    text = "a\u200bb c\u200bd"

    assert [h.offset for h in hidden_in(text, Span(start=4, end=7))] == [5]
    assert hidden_in(text, Span(start=7, end=99)) == ()
    assert hidden_in("", Span(start=0, end=0)) == ()


@pytest.mark.parametrize("mark", ["\u200e", "\u2066", "\u061c", "\u202a"])
def test_every_bidi_control_is_told(mark: str) -> None:
    assert len(names_in(f"left{mark}right")) == 1


@pytest.mark.parametrize("letter", ["\u03bf", "\u0435", "\u0440"])
def test_letters_of_other_scripts_within_a_word_are_told(letter: str) -> None:
    assert len(names_in(f"p{letter}rt")) == 1
    assert names_in(f"{letter} stands alone") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“naïve” – 5 °C", id="no other script"),
        pytest.param("гавань и сор", id="words of another script, one of look-alikes only"),
        pytest.param("Ω, Д and а, by themselves", id="letters by themselves"),
        pytest.param("30 μm", id="a sign that has no look-alike"),
        pytest.param("3×а", id="a sign that is no letter"),
    ],
)
def test_what_is_spelt_in_one_script_is_read_as_it_stands(text: str) -> None:
    assert as_read(text) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("the hаrbour", "the harbour", id="one Cyrillic letter"),
        pytest.param("Vоо", "Voo", id="all letters of the word, not the one beside alone"),
        pytest.param("pοrt of Оsmеre", "port of Osmere", id="Greek, and two in a word"),
        pytest.param("гaвань", "гавань", id="a Latin letter in a Cyrillic word"),
    ],
)
def test_a_look_alike_is_read_as_the_letter_it_is_taken_for(text: str, read: str) -> None:
    assert as_read(text) == read


@given(st.text(alphabet="aàоеβд ×-1x", max_size=40))
def test_reading_keeps_every_place_and_is_done_once(text: str) -> None:
    assert len(as_read(text)) == len(text)
    assert as_read(as_read(text)) == as_read(text)


def test_what_a_reader_sees_as_another_letter_is_told_from_what_he_does_not_see() -> None:
    text = "pаi\u200bd"

    assert [h.seen for h in hidden_in(text, Span(start=0, end=len(text)))] == [True, False]


@pytest.mark.parametrize(
    ("said", "original"),
    [
        pytest.param("café", "cafe", id="a usual accent"),
        pytest.param("cafe\u0301", "café", id="the same letter in two parts"),
        pytest.param("cafe\u0301", "cafe", id="a usual accent in two parts"),
        pytest.param("Ṅaga", "Naga", id="a name"),
        pytest.param("nguyễn", "nguyen", id="Vietnamese"),
        pytest.param("saṃsāra", "saṃsāra", id="the source has the mark"),
        pytest.param("and", "and", id="no mark"),
    ],
)
def test_usual_marks_are_let_be(said: str, original: str) -> None:
    assert stray_marks(said, original) == ()


@pytest.mark.parametrize(
    ("said", "name"),
    [
        pytest.param("n\u0307ot", "COMBINING DOT ABOVE", id="in two parts"),
        pytest.param("ṅot", "COMBINING DOT ABOVE", id="as one letter"),
        pytest.param("no\u0338t", "COMBINING LONG SOLIDUS OVERLAY", id="struck through"),
    ],
)
def test_marks_that_hardly_any_word_has_are_told(said: str, name: str) -> None:
    assert stray_marks(said, "not") == (name,)


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_words_are_compared(said: str, original: str) -> None:
    assert stray_marks(said, said) == ()
    assert len(stray_marks(said, original)) <= 4 * len(said)
