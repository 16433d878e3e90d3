import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.sentences import sentences
from provcheck.model.span import Span


def parts(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mr. Olsen came on Jan. 5.", id="abbreviations"),
        pytest.param("The U.S. fleet left at 4.30 today.", id="initials and decimals"),
        pytest.param("J. P. Olsen came.", id="initials of a name"),
        pytest.param("It costs 4.3 per cent.", id="a decimal point"),
        pytest.param("No end here", id="no stop"),
    ],
)
def test_is_one_sentence(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("It rained. It cleared.", ["It rained.", "It cleared."], id="two stops"),
        pytest.param("Why? Because!", ["Why?", "Because!"], id="other stops"),
        pytest.param(
            "She said: “Go.” He went.", ["She said: “Go.”", "He went."], id="a closing mark"
        ),
        pytest.param("One line\nand another", ["One line", "and another"], id="a line end"),
        pytest.param("", [], id="nothing"),
        pytest.param("  \n ", [], id="white space"),
    ],
)
def test_sentences_in_order(text: str, found: list[str]) -> None:
    assert parts(text) == found


@given(st.text(alphabet="Ab. \n?!…”)", max_size=60))
def test_sentences_hold_all_words_in_order(text: str) -> None:
    found = sentences(text, Span(start=0, end=len(text)))

    assert "".join(s.of(text) for s in found).split() == "".join(found_words(text, found)).split()
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))  # noqa: RUF007
    kept = sum(len(s.of(text).replace(" ", "").replace("\n", "")) for s in found)
    assert kept == len(text.replace(" ", "").replace("\n", ""))


def found_words(text: str, found: tuple[Span, ...]) -> list[str]:
    return [text[s.start : s.end] for s in found]
