import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.hidden import hidden_in, one_script
from provcheck.model.span import Span


def names_in(text: str) -> list[str]:
    return [hidden.name for hidden in hidden_in(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It’s over” – naïve, 5 °C…", id="plain marks and accents"),
        pytest.param("гавань открыта", id="a language of its own"),
        pytest.param("Ω and Д are letters", id="letters by themselves"),
        pytest.param("👩‍🚒 arrived", id="an emoji spelt with a joiner"),
        pytest.param("क्‍ष", id="a joiner that its script needs"),
        pytest.param("a\u00a0b", id="a hard space"),
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
        pytest.param("soft\u00adly", "SOFT HYPHEN", id="soft hyphen"),
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
    ("word", "read"),
    [
        pytest.param("harbour", "harbour", id="one script"),
        pytest.param("порт", "порт", id="another script"),
        pytest.param("жharbour", "жharbour", id="a letter that looks like none"),
        pytest.param("hаrbоur", "harbour", id="Cyrillic letters in Latin"),
        pytest.param("pοrt", "port", id="a Greek letter in Latin"),
        pytest.param("вiйна", "війна", id="a Latin letter in Cyrillic"),
    ],
)
def test_look_alike_letters_are_put_right(word: str, read: str) -> None:
    assert one_script(word) == read
