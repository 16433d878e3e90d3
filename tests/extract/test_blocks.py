import pytest
from building import a_prose

from provcheck.extract.blocks import block_quotes
from provcheck.model.prose import BlockKind
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
QUOTED = (
    "The harbour has lost a third of its ships since the autumn, and the owners have grown uneasy."
)
SECOND = "Its cranes, bought in a better year, stand idle for most of the week."


def found(text: str) -> list[str]:
    return [passage.span.of(text) for passage in block_quotes(a_prose(text), RULES)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"The reasons are plain:\n{QUOTED}", id="a colon that announces no text"),
        pytest.param(f"Reports this week say:\n“{QUOTED}”", id="quoted in marks"),
        pytest.param(
            "Reports this week say:\n- the first point of the plan is simple", id="a list"
        ),
        pytest.param("Reports this week say:\nNot much.", id="too short for a text"),
        pytest.param(f"Reports this week say so.\n{QUOTED}", id="no colon"),
    ],
)
def test_is_the_articles_own_voice(text: str) -> None:
    assert found(text) == []


def test_a_paragraph_after_an_announcing_colon() -> None:
    assert found(f"The reports this week are grim:\n{QUOTED}\nSo it goes.") == [QUOTED]


def test_goes_on_up_to_the_paragraph_that_takes_it_up_again() -> None:
    text = f"The reports this week are grim:\n{QUOTED}\n{SECOND}\nThe report then adds more."
    passages = list(block_quotes(a_prose(text), RULES))

    assert [p.span.of(text) for p in passages] == [QUOTED, SECOND]
    assert [p.continues for p in passages] == [False, True]
    assert passages[0].intro is not None
    assert passages[0].intro.of(text).endswith(":")


def test_markup_sets_off_a_block_quotation_without_any_announcement() -> None:
    prose = a_prose(f"She went on.\n{QUOTED}\nThat was all.")
    blocks = (
        prose.blocks[0],
        prose.blocks[1].model_copy(update={"kind": BlockKind.BLOCK_QUOTE}),
        prose.blocks[2],
    )
    (passage,) = block_quotes(prose.model_copy(update={"blocks": blocks}), RULES)

    assert passage.span.of(prose.text) == QUOTED


def test_marks_and_signature_stay_outside_the_words() -> None:
    text = f"“{QUOTED}”"
    prose = a_prose(text)
    quote = prose.blocks[0].model_copy(update={"kind": BlockKind.BLOCK_QUOTE})
    (passage,) = block_quotes(prose.model_copy(update={"blocks": (quote,)}), RULES)

    assert passage.span.of(text) == QUOTED
