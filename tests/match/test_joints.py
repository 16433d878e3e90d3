import pytest
from building import a_claim, a_source, found

from provcheck.match.align import align
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
SPEECH = (
    "The dredgers will leave Halvik in June. Nobody asked the fishermen about it. The copper on the "  # noqa: E501
    "roof was sold to a dealer from the islands. Every lantern on the quay has been paid for twice."
)


def edits(words: str, speech: str = SPEECH) -> list[tuple[str, str, str]]:
    text = f"“{words}” she said."
    alignment = align(a_claim(text, words), found(a_source(speech)), RULES)
    told = [(str(e.kind), e.claim.of(text), e.source.of(speech)) for e in alignment.edits]
    return [each for each in told if each[0] != "typography"]


def test_parts_that_follow_each_other_have_no_edits() -> None:
    assert (
        edits("The dredgers will leave Halvik in June. Nobody asked the fishermen about it.") == []
    )


OWN_MARKS = (
    "The dredgers will leave Halvik ... in June. Nobody asked (all 40 of them) about it. "
    "The old roof [of slate] was sold to a dealer."
)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("The dredgers will leave Halvik ... in June", id="points"),
        pytest.param("The dredgers will leave Halvik … in June", id="points of another form"),
        pytest.param("The dredgers will leave Halvik ...", id="points at which it ends, as there"),
        pytest.param("Nobody asked (all 40 of them) about it", id="the speaker's parentheses"),
        pytest.param("Nobody asked [all 40 of them] about it", id="brackets for parentheses"),
        pytest.param("The old roof [of slate] was sold to a dealer", id="brackets"),
        pytest.param("about it. The old roof [of slate]", id="brackets at the end"),
        pytest.param("[in June.] Nobody asked (all 40 of them)", id="brackets at the head"),
    ],
)
def test_marks_that_stand_in_the_source_are_no_edits(words: str) -> None:
    assert edits(words, OWN_MARKS) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "Nobody asked (all 14 of them) about it. The old roof",
            ("number", "all 14 of them", "all 40 of them"),
            id="a figure in the speaker's parentheses",
        ),
        pytest.param(
            "Nobody asked … about it. The old roof",
            ("ellipsis", "…", "all 40 of them"),
            id="points for words",
        ),
        pytest.param(
            "about it. The old roof [of tin]",
            ("bracket", "[of tin]", ""),
            id="other words in brackets at the end",
        ),
        pytest.param(
            "[in July.] Nobody asked (all 40 of them)",
            ("bracket", "[in July.]", ""),
            id="other words in brackets at the head",
        ),
    ],
)
def test_marks_that_change_what_stands_in_the_source(
    words: str, expected: tuple[str, str, str]
) -> None:
    assert edits(words, OWN_MARKS) == [expected]


def test_a_dropped_sentence_is_an_omission() -> None:
    words = (
        "The dredgers will leave Halvik in June. The copper on the roof was sold to a dealer from "
        "the islands."
    )

    assert edits(words) == [("omission", "", "Nobody asked the fishermen about it")]


def test_points_stand_for_what_lies_between() -> None:
    words = "The dredgers will leave Halvik in June … Every lantern on the quay has been paid for twice."  # noqa: E501
    ((kind, ours, theirs),) = edits(words)

    assert (kind, ours) == ("ellipsis", "…")
    assert theirs.startswith("Nobody asked")
    assert theirs.endswith("the islands")


def test_points_that_turn_the_order_round_are_a_reordering() -> None:
    words = (
        "Every lantern on the quay has been paid for twice … The dredgers will leave Halvik in June"
    )

    ((kind, ours, theirs),) = edits(words)
    assert (kind, ours) == ("reorder", "The dredgers will leave Halvik in June")
    assert theirs == ours


def test_an_unmarked_joint_that_turns_the_order_round_tells_all_that_was_moved() -> None:
    words = (
        "The copper on the roof was sold to a dealer and the dredgers will leave Halvik in June."
    )
    moved = [ours for kind, ours, _ in edits(words) if kind == "reorder"]

    assert moved == ["the dredgers will leave Halvik in June"]


@pytest.mark.parametrize(
    ("words", "theirs"),
    [
        pytest.param("The copper on the [old] roof was sold to a dealer", "", id="put in"),
        pytest.param("[The ships] will leave Halvik in June. Nobody asked", "", id="at the head"),
        pytest.param(
            "The copper [of the church] was sold to a dealer from the islands",
            "on the roof",
            id="for words",
        ),
    ],
)
def test_brackets_stand_for_a_few_words(words: str, theirs: str) -> None:
    ((kind, ours, source),) = edits(words)

    assert kind == "bracket"
    assert ours.startswith("[")
    assert source == theirs


def test_brackets_do_not_stand_for_a_sentence() -> None:
    words = (
        "The dredgers will leave Halvik [soon]. Every lantern on the quay has been paid for twice."
    )

    assert [kind for kind, _, _ in edits(words)] == ["bracket", "omission"]


@pytest.mark.parametrize(
    ("words", "edit"),
    [
        pytest.param(
            "Some dredgers will leave Halvik in June",
            ("qualifier", "Some", "The"),
            id="the first word",
        ),
        pytest.param(
            "The dredgers will leave Halvik in July", ("name", "July", "June"), id="the last word"
        ),
        pytest.param(
            "Surely the dredgers will leave Halvik in June",
            ("insertion", "Surely", ""),
            id="put in before",
        ),
    ],
)
def test_edits_at_the_ends(words: str, edit: tuple[str, str, str]) -> None:
    assert edit in edits(words)


def test_a_word_at_the_end_is_compared_within_its_sentence_only() -> None:
    kinds = [kind for kind, _, _ in edits("The dredgers will leave Halvik in June forever")]

    assert kinds == ["insertion"]
