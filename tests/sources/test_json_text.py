import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.files import body, read, spoken, words_at

from provcheck.model.evidence import Completeness
from provcheck.model.prose import BlockKind
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import load_rulebook
from provcheck.sources.body import Unreadable
from provcheck.sources.json_text import read_json

RULES = load_rulebook()
SHUT = "The pier is shut until the spring."
WHY = "The cranes have to go first, and there are many of them."


def text_of(value: object) -> SourceText:
    return read(RULES, json.dumps(value), "a.json")[0]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("https://wire.example/the/long/address/of/it", id="an address"),
        pytest.param("2025-01-23T09:10:00+00:00", id="a moment"),
        pytest.param("Ada Brandvold", id="a name"),
        pytest.param("aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ=", id="coded bytes"),
        pytest.param("1 234 567 89", id="figures"),
        pytest.param("  published  ", id="one word"),
        pytest.param("", id="nothing"),
        pytest.param(4.3, id="a number"),
        pytest.param(None, id="null"),
        pytest.param({SHUT: 1}, id="the name of a field"),
    ],
)
def test_is_no_prose(value: object) -> None:
    assert text_of({"a": value, "text": SHUT}).text == SHUT


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param(SHUT, [SHUT], id="a string alone"),
        pytest.param([SHUT, [[WHY]]], [SHUT, WHY], id="lists"),
        pytest.param({"b": WHY, "a": {"z": SHUT}}, [WHY, SHUT], id="in the order of the file"),
        pytest.param(f"{SHUT}\n\n  {WHY}\r\n", [SHUT, WHY], id="a paragraph each line"),
        pytest.param(f"<p>{SHUT}</p><p>{WHY}</p>", [SHUT, WHY], id="markup"),
        pytest.param("Eels &amp; cranes <b>go</b> first", ["Eels & cranes", "go", "first"], id="b"),
        pytest.param("a < b and c > d too", ["a < b and c > d too"], id="signs that are no markup"),
        pytest.param("桟橋は春まで閉鎖されます。", ["桟橋は春まで閉鎖されます。"], id="no spaces"),
        pytest.param("I do so", ["I do so"], id="three words"),
        pytest.param("half \ud800 a character", ["half \ufffd a character"], id="half a character"),
        pytest.param(
            {"@type": "NewsArticle", "articleBody": f"{SHUT}\n{WHY}"}, [SHUT, WHY], id="JSON-LD"
        ),
    ],
)
def test_is_prose(value: object, words: list[str]) -> None:
    text = text_of(value)

    assert words_at(text) == words
    assert text.turns == ()


@pytest.mark.parametrize(
    ("value", "turns"),
    [
        pytest.param({"speaker": "Ada Brandvold", "text": SHUT}, [("Ada Brandvold", SHUT)], id="a"),
        pytest.param(
            {"text": SHUT, "speaker": "ADA BRANDVOLD"}, [("Ada Brandvold", SHUT)], id="in capitals"
        ),
        pytest.param(
            {"author": {"name": "Ada Brandvold"}, "content": f"<p>{SHUT}</p>"},
            [("Ada Brandvold", SHUT)],
            id="a post",
        ),
        pytest.param(
            {"speaker": "Ada Brandvold", "body": f"{SHUT}\n{WHY}"},
            [("Ada Brandvold", f"{SHUT}\n{WHY}")],
            id="over two paragraphs",
        ),
        pytest.param(
            [{"speaker": "Ada Brandvold", "text": "Yes."}, {"speaker": "Jan Olt", "text": "No."}],
            [("Ada Brandvold", "Yes."), ("Jan Olt", "No.")],
            id="short answers",
        ),
        pytest.param(
            [{"speaker": "Ada Brandvold", "text": SHUT}, {"note": "All rights are reserved here."}],
            [("Ada Brandvold", SHUT)],
            id="what stands behind it is not said by anybody",
        ),
        pytest.param(
            {"speaker": "Ada Brandvold", "text": SHUT, "body": WHY},
            [("Ada Brandvold", SHUT)],
            id="a second text beside it",
        ),
        pytest.param({"speaker": "Speaker 1", "text": SHUT}, [], id="a nameless one"),
        pytest.param({"name": "description", "content": SHUT}, [], id="a field by name"),
        pytest.param({"author": "Ada Brandvold", "title": "The pier", "body": SHUT}, [], id="news"),
        pytest.param({"author": "Ada Brandvold", "body": WHY * 50}, [], id="an essay"),
        pytest.param({"author": 17, "text": SHUT}, [], id="a number for a name"),
        pytest.param({"speaker": "Ada Brandvold", "text": " "}, [], id="who says nothing"),
    ],
)
def test_who_says_what(value: object, turns: list[tuple[str, str]]) -> None:
    text = text_of([value, {"more": "Some other words stand here."}])

    assert spoken(text) == turns
    assert "Some other words" in words_at(text)[-1]


def test_a_second_text_beside_what_is_said_is_read_too() -> None:
    text = text_of({"speaker": "Ada Brandvold", "text": SHUT, "body": WHY})

    assert words_at(text) == [f"Ada Brandvold: {SHUT}", WHY]


def test_what_the_outermost_object_says_of_itself() -> None:
    told = {
        "headline": "The pier will close today",
        "datePublished": "2025-03-04",
        "publisher": {"name": "Northgate Wire"},
        "inLanguage": "en-GB",
        "articleBody": SHUT,
    }
    for value in (told, [told]):
        text = text_of(value)

        assert text.title == "The pier will close today"
        assert (text.published, text.publisher) == (date(2025, 3, 4), "Northgate Wire")
        assert text.lang == "en-GB"
        assert text.blocks[0].kind == BlockKind.HEADING


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param('{"a": "x y z', "cannot be read", id="cut off"),
        pytest.param("", "cannot be read", id="empty"),
        pytest.param('{"a": 1}', "holds no sentence", id="no words"),
        pytest.param("[" * 100_000 + "]" * 100_000, "nested too deep", id="deep"),
        pytest.param('["' + "a b c " * 500_001 + '"]', "larger than 3000000", id="huge"),
        pytest.param(b"\0\1\2\3", "binary", id="binary"),
    ],
)
def test_is_refused(data: str | bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read(RULES, data, "a.json")


def test_a_number_without_end_costs_nothing() -> None:
    assert read(RULES, f'[{"9" * 1_000_000}, "{SHUT}"]', "a.json")[0].text == SHUT


def test_a_wrong_charset_is_told() -> None:
    words = "Мост закрыт до весны. ".encode("cp1251") * 9

    assert read(RULES, b'["' + words + b'"]', "a.json")[1] == Completeness.WRONG_CHARSET


VALUES = st.recursive(
    st.none() | st.text(max_size=40) | st.integers() | st.just(SHUT),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(
            st.sampled_from(["speaker", "text", "author", "title", "name", "body", "a"]), inside
        )
    ),
    max_leaves=12,
)


@given(VALUES)
def test_any_value_gives_text_or_a_refusal(value: object) -> None:
    try:
        text, _ = read_json(body(json.dumps(value)), RULES)
    except Unreadable:
        assert SHUT not in json.dumps(value)
        return
    assert text.text.count(SHUT) == _strings(value).count(SHUT)
    assert all(words.strip() for words in words_at(text))
    assert all(turn.span.end <= len(text.text) for turn in text.turns)


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [each for part in value for each in _strings(part)]
    return [value] if isinstance(value, str) else []
