import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.judge.clauses import (
    after_phrase,
    ends,
    governing,
    holds,
    padded,
    parts,
    starts,
    untitled,
    without,
    without_end,
)
from provcheck.rulebook.book import Rulebook, load_rulebook

WORDS = load_rulebook().limits.english


@pytest.mark.parametrize(
    ("lead_in", "quoted", "clause"),
    [
        pytest.param("I think that ", "it holds", "i think that", id="the clause that joins it"),
        pytest.param("No, ", "it holds", "", id="a comma parts an answer from what follows"),
        pytest.param("We did not wait: ", "it holds", "", id="a colon parts it"),
        pytest.param("Nobody helped and ", "it holds", "", id="and begins a new statement"),
        pytest.param(
            "I do not believe, frankly, that ",
            "it holds",
            "i do not believe frankly that",
            id="a parenthesis before the joining word",
        ),
        pytest.param(
            "I do not believe, ", "that it holds", "i do not believe", id="the quotation joins"
        ),
    ],
)
def test_governing_clause(lead_in: str, quoted: str, clause: str) -> None:
    assert governing(lead_in, quoted, WORDS).strip() == clause


def test_whole_words_only() -> None:
    assert not holds(padded("The nobility noted it"), ["not", "no"])
    assert not starts("butter and bread", ["but"])
    assert not ends(padded("a knot"), ["not"])


def test_a_phrase_with_a_comma_asks_for_it() -> None:
    assert starts("however, not today", ["however,"])
    assert not starts("however hard it is", ["however,"])


def test_the_longest_end_is_taken_off() -> None:
    assert without_end(padded("people tell me"), ["me", "tell me"]) == " people "
    assert without_end(padded("people"), ["me"]) == " people "


def test_phrases_are_taken_out_whole() -> None:
    assert without(padded("There is no doubt here"), ["no doubt"]) == " there is here "


def test_what_follows_a_phrase_keeps_its_marks() -> None:
    assert after_phrase(", they say.", "they say") == "."
    assert after_phrase("", "they say") == ""


def test_parts_follow_the_last_strong_mark() -> None:
    assert parts("It is so: if we win, ") == ["if we win", ""]


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_has_a_governing_clause(lead_in: str, quoted: str) -> None:
    clause = governing(lead_in, quoted, WORDS)

    assert clause.startswith(" ")
    assert set(clause.split()) <= set(padded(lead_in).split())


def test_rules_are_read_once(rules: Rulebook) -> None:
    assert rules.limits.english == WORDS


@pytest.mark.parametrize(
    ("passage", "kept"),
    [
        pytest.param("Not that the pier", "Not that the pier", id="a sentence's first word"),
        pytest.param("“Nobody says that ", "“Nobody says that ", id="behind a mark"),
        pytest.param("WE WILL NOT SAY ", "WE WILL NOT SAY ", id="capitals throughout"),
        pytest.param("The film Never Again shows ", "The film  Again shows ", id="in a title"),
        pytest.param("You Don't Know Jack is ", "You  Know Jack is ", id="with an apostrophe"),
    ],
)
def test_denials_in_titles_deny_nothing(passage: str, kept: str) -> None:
    assert untitled(passage, WORDS) == kept
