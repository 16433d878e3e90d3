import pytest
from hypothesis import given
from hypothesis import strategies as st
from sarif_checking import LINK

from provcheck.report.sarif.words import sentence, to, told


@pytest.mark.parametrize("words", ["plain words", "“Quoted,” she said.", "1 < 2 & *so* on_", "5 %"])
def test_plain_words_stay(words: str) -> None:
    assert told(words) == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("we [sic] go", "we \\[sic\\] go"),
        ("[x](1)", "\\[x\\](1)"),
        ("a\\b", "a\\\\b"),
        ("{0}", "{{0}}"),
        ("one\ntwo", "one ¶ two"),
        ("\u202eback", "⟦U+202E⟧back"),
    ],
)
def test_what_sarif_would_read_is_made_plain(words: str, shown: str) -> None:
    assert told(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the words differ", "The words differ."),
        ("Really?", "Really?"),
        ("https://a.example answered 404", "https://a.example answered 404."),
        ("", "."),
    ],
)
def test_a_message_begins_and_ends_as_a_sentence(words: str, shown: str) -> None:
    assert sentence(words) == shown


@pytest.mark.parametrize(
    ("target", "words", "shown"),
    [
        (1, "Minutes", "[Minutes](1)"),
        (1, "", "[source](1)"),
        ("https://a.example/b_(c)", "B [x]", "[B \\[x\\]](https://a.example/b_%28c%29)"),
        ("http://a.example", "B", "[B](http://a.example)"),
    ],
)
def test_links(target: int | str, words: str, shown: str) -> None:
    assert to(target, words) == shown


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "port-report.txt", "https://u:p@a.example", "http://a b", ""]
)
def test_what_is_no_plain_address_is_words_alone(url: str) -> None:
    assert to(url, "Minutes") == "Minutes"


@given(st.text())
def test_no_words_make_a_link(words: str) -> None:
    assert not LINK.search(told(words))
    assert LINK.findall(to(1, words)) == ["1"]
