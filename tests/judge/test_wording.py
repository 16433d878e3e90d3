import pytest
from building import a_case, a_claim, a_source, an_edit, span_in

from provcheck.judge.case import Case
from provcheck.judge.wording import altered, edited_or_verbatim
from provcheck.model.edit import EditKind
from provcheck.model.span import Span
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook, load_house

WORDS = "The harbour will open in May"
PLACE = Span(start=4, end=11)
MARKED = [EditKind.ELLIPSIS, EditKind.BRACKET, EditKind.CASE, EditKind.SPELLING_VARIANT]
GRAVE = [EditKind.NEGATION, EditKind.NUMBER, EditKind.NAME, EditKind.MODALITY, EditKind.TENSE]
LIGHT = [EditKind.SUBSTITUTION, EditKind.INSERTION, EditKind.OMISSION, EditKind.PRONOUN]


def with_edits(rules: Rulebook, *kinds: EditKind) -> Case:
    case = a_case(rules, WORDS, a_claim(WORDS, WORDS), a_source(WORDS), (WORDS, WORDS))
    edits = tuple(an_edit(kind, PLACE, PLACE, f"{kind} changed") for kind in kinds)
    alignment = case.alignment.model_copy(update={"edits": edits})
    return case.model_copy(update={"alignment": alignment})


@pytest.mark.parametrize("kind", [EditKind.TYPOGRAPHY, EditKind.FILLER, *MARKED])
def test_house_edits_alter_nothing(rules: Rulebook, kind: EditKind) -> None:
    assert altered(with_edits(rules, kind)) is None


@pytest.mark.parametrize("kind", LIGHT)
def test_unmarked_change_is_a_warning(rules: Rulebook, kind: EditKind) -> None:
    ruling = altered(with_edits(rules, kind))

    assert ruling is not None
    assert (ruling.verdict, ruling.level) == (Verdict.ALTERED, Level.WARNING)


@pytest.mark.parametrize("kind", GRAVE)
def test_change_of_meaning_is_an_error_and_told_first(rules: Rulebook, kind: EditKind) -> None:
    ruling = altered(with_edits(rules, EditKind.SUBSTITUTION, kind))

    assert ruling is not None
    assert ruling.level == Level.ERROR
    assert ruling.message.startswith(f"{kind} changed")


def test_nothing_but_typography_is_verbatim(rules: Rulebook) -> None:
    assert edited_or_verbatim(with_edits(rules, EditKind.TYPOGRAPHY)).verdict == Verdict.VERBATIM


def test_open_change_is_edited(rules: Rulebook) -> None:
    ruling = edited_or_verbatim(with_edits(rules, EditKind.ELLIPSIS))

    assert (ruling.verdict, ruling.level) == (Verdict.EDITED, Level.OK)


def test_strict_house_notes_a_fitted_capital_and_refuses_another_word(rules: Rulebook) -> None:
    strict = rules.model_copy(update={"house": load_house("strict")})

    assert edited_or_verbatim(with_edits(strict, EditKind.CASE)).level == Level.NOTE
    ruling = altered(with_edits(strict, EditKind.SUBSTITUTION))
    assert ruling is not None
    assert ruling.level == Level.ERROR


def test_long_lists_of_edits_are_told_in_part(rules: Rulebook) -> None:
    ruling = altered(with_edits(rules, *LIGHT, EditKind.NAME))

    assert ruling is not None
    assert ruling.message.endswith("and 2 more")


def said_and_printed(rules: Rulebook, house: str) -> Case:
    """A case in which “was” is printed as “were”, and “fuck” as “f---”."""
    printed, said = "The crews were cold f---", "The crews was cold fuck"
    case = a_case(rules, printed, a_claim(printed, printed), a_source(said), ("The", "The"))
    pairs = ((EditKind.TENSE, "were", "was"), (EditKind.SUBSTITUTION, "f", "fuck"))
    edits = tuple(
        an_edit(kind, span_in(printed, f" {ours}"), span_in(said, f" {theirs}"))
        for kind, ours, theirs in pairs
    )
    alignment = case.alignment.model_copy(update={"edits": edits})
    book = rules.model_copy(update={"house": load_house(house)})
    return case.model_copy(update={"alignment": alignment, "rules": book})


@pytest.mark.parametrize(("house", "level"), [("guardian", Level.OK), ("reuters", Level.NOTE)])
def test_a_slip_mended_or_masked_is_as_the_house_takes_it(
    rules: Rulebook, house: str, level: Level
) -> None:
    case = said_and_printed(rules, house)

    assert altered(case) is None
    ruling = edited_or_verbatim(case)
    assert (ruling.verdict, ruling.level) == (Verdict.EDITED, level)
    assert "a grammatical slip mended" in ruling.message
    assert "an obscenity masked" in ruling.message


@pytest.mark.parametrize(
    ("house", "level"),
    [("default", Level.WARNING), ("ap", Level.ERROR), ("strict", Level.ERROR)],
)
def test_a_slip_that_the_house_does_not_let_mend(rules: Rulebook, house: str, level: Level) -> None:
    ruling = altered(said_and_printed(rules, house))

    assert ruling is not None
    assert ruling.level == level
