import re
from itertools import pairwise

import pytest
from building import span_in
from discoursing import RULES
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.model.span import Span
from provcheck.syntax.tokens import Reading, Token, pattern_of, tokens

ABBREVIATIONS = RULES.quotation.abbreviations


def read(text: str, *quoted: str, lang: str = "en") -> list[Token]:
    """The tokens of a text that is one block, the strings of `quoted` opaque."""
    spans = [span_in(text, words) for words in quoted]
    return tokens(text, Span(start=0, end=len(text)), spans, a_reading(lang))


def a_reading(lang: str = "en") -> Reading:
    return Reading(RULES.cues.of(lang), pattern_of(ABBREVIATIONS))


def a_token(text: str, word: str, lang: str = "en") -> Token:
    return next(token for token in read(text, lang=lang) if token.text == word)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no text"),
        pytest.param("  \t ", id="spaces"),
        pytest.param("\n\n", id="line breaks"),
        pytest.param("\u00a0\u202f", id="no-break spaces"),
        pytest.param("____", id="a rule of underscores"),
    ],
)
def test_no_tokens(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("She didn’t go.", "didn’t", id="a curly apostrophe within"),
        pytest.param("She wasn't there.", "wasn't", id="a straight apostrophe within"),
        pytest.param("Ask O’Dowan about it.", "O’Dowan", id="a name with an apostrophe"),
        pytest.param("Il boit de l’eau.", "l’eau", id="a French article"),
        pytest.param("the boats’ crews", "boats’", id="an apostrophe of many owners"),
        pytest.param("Jean-Luc Kestrane", "Jean-Luc", id="a double name"),
        pytest.param("a well-known pier", "well-known", id="a hyphen"),
        pytest.param("Velden\u2011Nord", "Velden\u2011Nord", id="a hyphen that never breaks"),
        pytest.param("a 5-foot wall", "5-foot", id="a measure"),
        pytest.param("@ada_b wrote", "@ada_b", id="a handle"),
        pytest.param("at halvik.example today", "halvik.example", id="an address"),
        pytest.param("Ångström café", "Ångström", id="letters with marks"),
        pytest.param("Dr. Kestrane left", "Dr.", id="a title"),
        pytest.param("Halvik Co., the firm", "Co.", id="an abbreviation and a comma"),
        pytest.param("Nos. 5 and 6", "Nos.", id="a longer abbreviation than No"),
        pytest.param("z.B. im Hafen", "z.B.", id="a German abbreviation"),
        pytest.param("U.S. ships", "U.S.", id="letters with stops"),
        pytest.param("J.R.R. Olsen", "J.R.R.", id="initials without spaces"),
        pytest.param("Paul D. Olsen", "D.", id="an initial"),
    ],
)
def test_words_in_one_piece(text: str, whole: str) -> None:
    assert a_token(text, whole).kind == "word"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("Ada’s pier", ["Ada", "’s", "pier"], id="an owner"),
        pytest.param("Ada's pier", ["Ada", "'s", "pier"], id="an owner, straight"),
        pytest.param("they’ve gone", ["they", "’ve", "gone"], id="a short have"),
        pytest.param("I'd go", ["I", "'d", "go"], id="a short would"),
        pytest.param("it shut.", ["it", "shut", "."], id="a stop"),
        pytest.param("the Co.", ["the", "Co", "."], id="a stop that may end a text"),
        pytest.param("plan b. then", ["plan", "b", ".", "then"], id="a small letter"),
        pytest.param("adr. Olsen", ["adr", ".", "Olsen"], id="a word that ends as a title does"),
        pytest.param("done—and gone", ["done", "—", "and", "gone"], id="a dash"),
        pytest.param("well -- no", ["well", "--", "no"], id="a typed dash"),
        pytest.param("wait... no…", ["wait", "...", "no", "…"], id="omissions"),
        pytest.param("a 5-4 vote", ["a", "5", "-", "4", "vote"], id="a count of votes"),
        pytest.param("#pier", ["#", "pier"], id="a tag"),
    ],
)
def test_words_and_marks_apart(text: str, pieces: list[str]) -> None:
    assert [token.text for token in read(text)] == pieces


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("It cost $1,200.50 then.", "$1,200.50", id="dollars"),
        pytest.param("It rose by 12%.", "12%", id="a share"),
        pytest.param("It rose by 3.5 metres.", "3.5", id="a fraction"),
        pytest.param("It left at 10:30.", "10:30", id="an hour"),
        pytest.param("In 2025, it left.", "2025", id="a year before a comma"),
        pytest.param("a 5-4 vote", "5", id="before a hyphen and a number"),
    ],
)
def test_numbers(text: str, number: str) -> None:
    assert a_token(text, number).kind == "number"


@pytest.mark.parametrize(
    ("text", "quoted", "kinds"),
    [
        pytest.param("“Shut it.”", ["“Shut it.”"], ["quote"], id="nothing else"),
        pytest.param("The “old” pier", ["“old”"], ["word", "quote", "word"], id="amid words"),
        pytest.param("‘Go,’ he said", ["‘Go,’"], ["quote", "word", "word"], id="single marks"),
        pytest.param('It is "old".', ['"old"'], ["word", "word", "quote", "mark"], id="straight"),
        pytest.param("“A” „B“", ["“A”", "„B“"], ["quote", "quote"], id="one beside another"),
        pytest.param("«Non», dit-il", ["«Non»"], ["quote", "mark", "word"], id="French"),
    ],
)
def test_a_quoted_stretch_is_one_token(text: str, quoted: list[str], kinds: list[str]) -> None:
    found = read(text, *quoted)

    assert [token.kind for token in found] == kinds
    opaque = [token for token in found if token.kind == "quote"]
    assert [token.text for token in opaque] == quoted
    assert {(token.low, token.classes) for token in opaque} == {("", frozenset())}


def test_tokens_of_a_block_stand_in_the_whole_text() -> None:
    text = "The hut is old.\nThe “pier” is shut.\nThe end."
    found = tokens(
        text, span_in(text, "The “pier” is shut."), [span_in(text, "“pier”")], a_reading()
    )

    assert [token.text for token in found] == ["The", "“pier”", "is", "shut", "."]
    assert all(text[token.start : token.end] == token.text for token in found)
    assert found[0].start == text.index("The “pier”")


@pytest.mark.parametrize(
    ("text", "word", "lang"),
    [
        pytest.param("the pier", "pier", "en", id="a noun"),
        pytest.param("Ada left", "Ada", "en", id="a name"),
        pytest.param("40 piers", "40", "en", id="a number"),
        pytest.param("shut, then", ",", "en", id="a mark"),
        pytest.param("der Hafen", "Hafen", "de", id="a German noun"),
        pytest.param("the pier", "the", "de", id="a small word of another language"),
    ],
)
def test_words_of_no_class(text: str, word: str, lang: str) -> None:
    assert a_token(text, word, lang).classes == frozenset()


@pytest.mark.parametrize(
    ("text", "word", "lang", "name"),
    [
        pytest.param("the pier", "the", "en", "determiner", id="article"),
        pytest.param("THE PIER", "THE", "en", "determiner", id="article in capitals"),
        pytest.param("Her pier", "Her", "en", "possessive", id="owner"),
        pytest.param("She left", "She", "en", "pronoun", id="pronoun"),
        pytest.param("men of Velden", "of", "en", "preposition", id="preposition"),
        pytest.param("on Monday", "Monday", "en", "time", id="day"),
        pytest.param("it was shut", "was", "en", "be", id="form of be"),
        pytest.param("she had gone", "had", "en", "auxiliary", id="auxiliary"),
        pytest.param("she noted it", "noted", "en", "cue", id="cue"),
        pytest.param("her claim", "claim", "en", "ambiguous", id="noun and verb"),
        pytest.param("er sagte es", "sagte", "de", "cue", id="German cue"),
        pytest.param("dass er ging", "dass", "de", "introducer", id="German that"),
        pytest.param("celle qui part", "qui", "fr", "relative", id="French who"),
        pytest.param("och hon gick", "och", "sv", "coordinator", id="Swedish and"),
        pytest.param("она ушла", "она", "ru", "pronoun", id="Russian pronoun"),
    ],
)
def test_classes_that_the_language_gives(text: str, word: str, lang: str, name: str) -> None:
    assert name in a_token(text, word, lang).classes


@pytest.mark.parametrize(
    ("text", "word", "capital"),
    [
        pytest.param("the pier", "pier", False, id="small"),
        pytest.param("the eBridge", "eBridge", False, id="a capital within"),
        pytest.param("40 men", "40", False, id="a number"),
        pytest.param("shut.", ".", False, id="a mark"),
        pytest.param("in Velden", "Velden", True, id="a name"),
        pytest.param("in Ørland", "Ørland", True, id="a Nordic capital"),
        pytest.param("в Велдене", "Велдене", True, id="Cyrillic"),
    ],
)
def test_capitals(text: str, word: str, capital: bool) -> None:  # noqa: FBT001
    assert a_token(text, word).capital == capital


@pytest.mark.parametrize(
    ("text", "word", "unlisted"),
    [
        pytest.param("the pier", "the", False, id="an article"),
        pytest.param("she left", "she", False, id="a pronoun"),
        pytest.param("on Monday", "Monday", False, id="a day"),
        pytest.param("it was shut", "was", False, id="a form of be"),
        pytest.param("two of them", "of", False, id="a preposition"),
        pytest.param("the pier", "pier", True, id="a noun"),
        pytest.param("she noted it", "noted", True, id="a cue and nothing else"),
        pytest.param("two hours", "hours", True, id="a unit of time"),
        pytest.param("the family", "family", True, id="a noun that ends as adverbs do"),
    ],
)
def test_small_words_are_listed(text: str, word: str, unlisted: bool) -> None:  # noqa: FBT001
    assert a_token(text, word).unlisted == unlisted


@pytest.mark.parametrize(
    ("abbreviations", "text", "pieces"),
    [
        pytest.param(("Nr",), "Dr. Olsen", ["Dr", ".", "Olsen"], id="not listed"),
        pytest.param(("Dr",), "dr. Olsen", ["dr", ".", "Olsen"], id="other letters"),
        pytest.param(("e.g",), "exg. Olsen", ["exg", ".", "Olsen"], id="a stop is no wild card"),
        pytest.param(("Dr",), "Dr. Olsen", ["Dr.", "Olsen"], id="listed"),
        pytest.param(("No", "Nos"), "Nos. 5", ["Nos.", "5"], id="the longest of two"),
        pytest.param(("Dr",), "Dr., he said", ["Dr.", ",", "he", "said"], id="before a comma"),
    ],
)
def test_the_abbreviations_that_a_pattern_knows(
    abbreviations: tuple[str, ...], text: str, pieces: list[str]
) -> None:
    reading = Reading(RULES.cues.of("en"), pattern_of(abbreviations))
    found = tokens(text, Span(start=0, end=len(text)), [], reading)

    assert [token.text for token in found] == pieces


@given(st.text(max_size=60), st.sets(st.integers(0, 60), max_size=4))
@settings(max_examples=100)
def test_nothing_is_lost_or_told_twice(text: str, cuts: set[int]) -> None:
    ends = sorted(cut for cut in cuts if cut <= len(text))
    quoted = [Span(start=a, end=b) for a, b in list(pairwise(ends))[::2]]
    found = tokens(text, Span(start=0, end=len(text)), quoted, a_reading())

    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [token.text for token in found if token.kind == "quote"] == [q.of(text) for q in quoted]
    left = re.sub(r"[\s_]", "", "".join(token.text for token in found))
    assert left == re.sub(r"[\s_]", "", text)


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        pytest.param("fr", "peut-être", ["peut-être"], id="no pronoun"),
        pytest.param("fr", "dit-illico", ["dit-illico"], id="only begins like one"),
        pytest.param("en", "add-on", ["add-on"], id="another language"),
        pytest.param("fr", "dit-il", ["dit", "il"], id="a pronoun"),
        pytest.param("fr", "a-t-elle dit", ["a", "elle", "dit"], id="with a t between"),
    ],
)
def test_pronouns_that_a_hyphen_joins_to_a_verb(lang: str, text: str, found: list[str]) -> None:
    cues = RULES.cues.of(lang)
    reading = Reading(cues, pattern_of(ABBREVIATIONS, cues.enclitics))

    assert [t.text for t in tokens(text, Span(start=0, end=len(text)), [], reading)] == found
