import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.hidden import hidden_in
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
