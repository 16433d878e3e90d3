from itertools import pairwise

import pytest
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.sentences import Sentence, ends_sentence, sentences
from provcheck.syntax.tokens import Token


def tokens_of(text: str, lang: str = "en") -> list[Token]:
    """All tokens of a text of one paragraph, its quotations opaque."""
    parts = a_discourse(text, lang).sentences_of(0)
    return [token for part in parts for token in part.tokens]


def parted(text: str, lang: str = "en") -> list[str]:
    """The sentences of a text as written."""
    return [text[part.start : part.end] for part in sentences(tokens_of(text, lang))]


def test_no_tokens_no_sentence() -> None:
    assert list(sentences([])) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("no stop at all", "en", id="no stop"),
        pytest.param("He asked why. and he left.", "en", id="a small letter follows"),
        pytest.param("Wait... he said it was shut.", "en", id="dots within"),
        pytest.param("Well … maybe he left.", "en", id="an omission within"),
        pytest.param("It fell 3.5 metres at 10.30.", "en", id="points of numbers"),
        pytest.param("Dr. Kestrane met Mrs. Brandvold.", "en", id="titles"),
        pytest.param("Paul D. Olsen left Velden.", "en", id="an initial"),
        pytest.param("She wrote to J. R. Olsen.", "en", id="two initials"),
        pytest.param("Paul D. “Bo” Olsen left.", "en", id="an initial and a nickname"),
        pytest.param("D. “Bo” Olsen left.", "en", id="an initial and a nickname at the head"),
        pytest.param(
            "The pier (D. “Bo” Olsen) shut.", "en", id="an initial and a nickname in brackets"
        ),
        pytest.param("A. Brandvold spoke.", "en", id="an initial at the head"),
        pytest.param("It was No. 5 of Nos. 4 to 9.", "en", id="numbers in a row"),
        pytest.param("She lives in the U.S. and works.", "en", id="letters with stops"),
        pytest.param("She lives in the U.S.", "en", id="letters with stops at the end"),
        pytest.param("The “old” Velden pier shut.", "en", id="a name behind a quoted word"),
        pytest.param("It shut at 5 p.m. on Monday.", "en", id="an hour within"),
        pytest.param("It shut at 5 p.m. Monday.", "en", id="an hour and its day"),
        pytest.param("It shut on Jan. 5 for good.", "en", id="a month"),
        pytest.param("Sgt. March left Velden.", "en", id="a name that is a month"),
        pytest.param("Halvik Co. Ltd., the firm, left.", "en", id="a firm"),
        pytest.param("Boats, ropes, etc. were sold.", "en", id="and so on"),
        pytest.param("The pier (it is old.) was shut.", "en", id="a stop in brackets"),
        pytest.param("“It is shut,” said Ada.", "en", id="a comma in the marks"),
        pytest.param("“Why?” asked Per.", "en", id="a question and who asked it"),
        pytest.param("“Stop!” she said.", "en", id="a pronoun speaks on"),
        pytest.param("“It is shut.” said Ada.", "en", id="a stop and who said it"),
        pytest.param("He called it “old.” and left.", "en", id="spoken of on"),
        pytest.param("„Er ging“, sagte sie.", "de", id="German"),
        pytest.param("M. Brandvold est là.", "fr", id="a French title"),
    ],
)
def test_one_sentence(text: str, lang: str) -> None:
    assert parted(text, lang) == [text]


@pytest.mark.parametrize(
    ("first", "second", "lang"),
    [
        pytest.param("The pier closed.", "It reopened.", "en", id="a stop"),
        pytest.param("Is it shut?", "Yes!", "en", id="a question"),
        pytest.param("What?!", "Olsen left.", "en", id="two marks"),
        pytest.param("Then...", "He left.", "en", id="three dots"),
        pytest.param("Then…", "He left.", "en", id="an omission"),
        pytest.param("It fell.", "40 men came.", "en", id="a number follows"),
        pytest.param("He is 40.", "She left.", "en", id="a number before"),
        pytest.param("He rose.", "“I left,” he said.", "en", id="a quotation follows"),
        pytest.param(
            "He chose plan B.", "“I left,” he said.", "en", id="a letter that is no initial"
        ),
        pytest.param("He rose.", "(It is old.)", "en", id="a bracket follows"),
        pytest.param("He rose.", "– Per Olsen left.", "en", id="a dash follows"),
        pytest.param("(It is old.)", "She left.", "en", id="a bracket closes"),
        pytest.param("It is [the pier].", "She left.", "en", id="a bracket before the stop"),
        pytest.param("He left.”", "She stayed.", "en", id="a stray closing mark"),
        pytest.param("She lives in the U.S.", "The pier is there.", "en", id="letters with stops"),
        pytest.param("It shut at 5 p.m.", "She left.", "en", id="an hour at the end"),
        pytest.param("It shut in Dec.", "Nobody came.", "en", id="a month at the end"),
        pytest.param("Boats, ropes, etc.", "They left.", "en", id="and so on"),
        pytest.param("She met J. Olsen.", "He left.", "en", id="a name with an initial"),
        pytest.param("“The pier is shut.”", "She left.", "en", id="a whole quotation"),
        pytest.param("‘Is it shut?’", "Ada laughed.", "en", id="single marks"),
        pytest.param("It was “shut.”", "The ferry ran.", "en", id="American, within"),
        pytest.param("It was ‘shut’.", "The ferry ran.", "en", id="British, without"),
        pytest.param("“One.”", "“Two.”", "en", id="one quotation behind another"),
        pytest.param("„Er ging.“", "Sie blieb.", "de", id="German"),
        pytest.param("Il vit.", "« Oui. »", "fr", id="French"),
        pytest.param("Порт закрыт.", "Она ушла.", "ru", id="Russian"),
    ],
)
def test_two_sentences(first: str, second: str, lang: str) -> None:
    assert parted(f"{first} {second}", lang) == [first, second]


def test_a_japanese_stop_needs_no_space() -> None:
    text = "港は閉まった。市長は述べた。"

    assert parted(text, "ja") == ["港は閉まった。", "市長は述べた。"]


def test_brackets_go_with_the_sentence_that_they_close() -> None:
    assert parted("(The pier is old.) [It is shut.] She left.") == [
        "(The pier is old.)",
        "[It is shut.]",
        "She left.",
    ]


def test_a_sentence_knows_where_it_stands() -> None:
    text = "The pier closed. Per Olsen left."
    second = list(sentences(tokens_of(text)))[1]

    assert isinstance(second, Sentence)
    assert (second.start, second.end) == (text.index("Per"), len(text))
    assert second.tokens[-1].text == "."


@pytest.mark.parametrize(
    ("words", "sizes"),
    [
        pytest.param(399, [400], id="as long as any may be"),
        pytest.param(400, [400, 1], id="a stop too long"),
        pytest.param(900, [400, 400, 101], id="much too long"),
    ],
)
def test_a_run_without_end_is_cut(words: int, sizes: list[int]) -> None:
    found = tokens_of("pier " * words + ".")

    assert [len(part.tokens) for part in sentences(found)] == sizes


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("“the pier”", id="words"),
        pytest.param("“The pier is shut,”", id="a comma"),
        pytest.param("“The pier —”", id="broken off by a dash"),
        pytest.param("“Is it shut? ‘No’ was all”", id="a mark within"),
        pytest.param("« le port »", id="French"),
        pytest.param('"old"', id="straight"),
    ],
)
def test_quotations_that_end_no_sentence(quote: str) -> None:
    assert not ends_sentence(the_quote(f"It is {quote} now"))


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("“The pier is shut.”", id="a stop"),
        pytest.param("“Is it shut?”", id="a question"),
        pytest.param("“Shut it!”", id="an order"),
        pytest.param("“It is shut…”", id="left open"),
        pytest.param('"It is shut."', id="straight"),
        pytest.param("‘It is shut.’", id="single"),
        pytest.param("“She said: ‘It is shut.’”", id="marks in marks"),
        pytest.param("« Le port est fermé. »", id="a space before the mark"),
        pytest.param("„Der Hafen ist zu.“", id="German"),
    ],
)
def test_quotations_that_end_a_sentence(quote: str) -> None:
    lang = "de" if quote[0] == "„" else "en"
    assert ends_sentence(the_quote(f"It is {quote} now", lang))


def the_quote(text: str, lang: str = "en") -> Token:
    return next(token for token in tokens_of(text, lang) if token.kind == "quote")


_WORDS = st.sampled_from(
    ["Ada", "pier", "said", "Dr.", "U.S.", "D.", "5", ".", "?", "…", ")", "(", "”", "“It.”", "—"]
)


@given(st.lists(_WORDS, min_size=1, max_size=25).map(" ".join) | st.text(min_size=1, max_size=60))
@settings(max_examples=100)
def test_every_token_is_in_one_sentence(text: str) -> None:
    found = tokens_of(text.replace("\n", " "))
    parts = list(sentences(found))

    assert [token for part in parts for token in part.tokens] == found
    assert all(part.tokens for part in parts)
    assert all(one.end <= two.start for one, two in pairwise(parts))
