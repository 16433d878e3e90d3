from datetime import date

import pytest
from building import a_claim, a_source, found, span_in
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.match.differences import differences
from provcheck.match.reading import Reading, language_in
from provcheck.model.claim import ClaimKind
from provcheck.model.edit import Edit, EditKind
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
PAGE = (
    "Ilse Marwick led the talks. The ferry will cost 40 million euros. It has no radar.\n"
    "In May the board will not raise fares."
)


def edits(words: str, passage: str, page: str = PAGE) -> tuple[Edit, ...]:
    claim = a_claim(f"Yes: {words}", words, kind=ClaimKind.PARAPHRASE)
    ours = Reading(words, language_in("en", RULES), date(2025, 3, 14))
    return differences(claim, ours, found(a_source(page)), span_in(page, passage))


COST = "The ferry will cost 40 million euros."
FARES = "In May the board will not raise fares."


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        pytest.param("the ferry would cost €40m", COST, id="the same figure"),
        pytest.param("the ferry that Ilse Marwick wanted cost €40m", COST, id="named beside it"),
        pytest.param("the board would not raise fares in May", FARES, id="the same denial"),
    ],
)
def test_nothing_differs(words: str, passage: str) -> None:
    assert edits(words, passage) == ()


@pytest.mark.parametrize(
    ("words", "passage", "kind"),
    [
        pytest.param("the ferry would cost 60 million euros", COST, EditKind.NUMBER, id="figure"),
        pytest.param("the board would raise fares in May", FARES, EditKind.NEGATION, id="denial"),
        pytest.param(
            "the board would not raise fares in June", FARES, EditKind.NUMBER, id="a month"
        ),
    ],
)
def test_conflicts_have_words_on_both_sides(words: str, passage: str, kind: EditKind) -> None:
    (edit,) = edits(words, passage)

    assert edit.kind == kind
    assert edit.source.end > edit.source.start
    assert edit.claim.start >= len("Yes: ")


@pytest.mark.parametrize(
    ("words", "passage", "kind"),
    [
        pytest.param("the ferry would cost 60 crowns", COST, EditKind.QUALIFIER, id="other money"),
        pytest.param("the ferry would carry 60 cars", COST, EditKind.NUMBER, id="a figure"),
        pytest.param("Hanne Tolland bought the ferry", COST, EditKind.NAME, id="a name"),
        pytest.param("the board would sell ferries", FARES, EditKind.INSERTION, id="the verb"),
    ],
)
def test_what_is_lacking_or_open_is_no_conflict(words: str, passage: str, kind: EditKind) -> None:
    found_edits = edits(words, passage)

    assert kind in {edit.kind for edit in found_edits}
    for edit in found_edits:
        assert edit.kind == EditKind.QUALIFIER or edit.source.start == edit.source.end


def test_two_conflicts_of_different_kinds_tell_of_another_event() -> None:
    told = edits("the board would not raise 9 fares in June", "the board raised 4 fares in May",
                 "Then the board raised 4 fares in May")  # fmt: skip

    assert {edit.kind for edit in told} <= {EditKind.QUALIFIER}


def test_a_weaker_claim_is_told() -> None:
    (edit,) = edits("the ferry could cost 40 million euros", COST)

    assert edit.kind == EditKind.SUBSTITUTION
    assert "less certainty" in edit.note


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_any_words_differ_without_fault(words: str) -> None:
    for edit in edits(f"x {words}", COST):
        assert edit.note
