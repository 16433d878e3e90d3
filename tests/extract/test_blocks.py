from itertools import pairwise

import pytest
from building import a_prose
from discoursing import RULES
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.blocks import block_quotes
from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import Block, BlockKind, Prose
from provcheck.model.span import Span

QUOTE, HEADING, ITEM = BlockKind.BLOCK_QUOTE, BlockKind.HEADING, BlockKind.LIST_ITEM
QUOTED = (
    "The harbour has lost a third of its ships since the autumn, and the owners have grown uneasy."
)
SECOND = "Its cranes, bought in a better year, stand idle for most of the week."


def passages(text: str, lang: str = "en", **kinds: BlockKind) -> list[Passage]:
    """The block quotations of a text; the kind of its block number 1 is given as b1."""
    prose = a_prose(text, lang=lang)
    blocks = tuple(
        block.model_copy(update={"kind": kinds.get(f"b{i}", block.kind)})
        for i, block in enumerate(prose.blocks)
    )
    return list(block_quotes(Discourse(prose.model_copy(update={"blocks": blocks}), RULES)))


def found(text: str, lang: str = "en", **kinds: BlockKind) -> list[str]:
    return [passage.span.of(text) for passage in passages(text, lang, **kinds)]


def in_one_block(text: str) -> list[str]:
    """The words of a block quotation by markup that holds breaks."""
    block = Block(kind=QUOTE, span=Span(start=0, end=len(text)))
    discourse = Discourse(Prose(text=text, blocks=(block,)), RULES)
    return [passage.span.of(text) for passage in block_quotes(discourse)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param(
            "en", f"The reasons are plain:\n{QUOTED}", id="a colon that announces no text"
        ),
        pytest.param(
            "en", f"The report came. The reasons are plain:\n{QUOTED}", id="announced earlier only"
        ),
        pytest.param("en", f"Reports this week say:\n“{QUOTED}”", id="quoted in marks"),
        pytest.param("en", f'Reports this week say:\n"{QUOTED}"', id="in straight marks"),
        pytest.param("en", f"Reports this week say:\n‘{QUOTED}’", id="in British marks"),
        pytest.param("de", f"Die Kapitänin schrieb:\n„{QUOTED}“", id="in German marks"),
        pytest.param("de", f"Die Kapitänin schrieb:\n»{QUOTED}«", id="in German guillemets"),
        pytest.param("fr", f"Elle a écrit :\n« {QUOTED} »", id="in French marks"),
        pytest.param("en", f"Reports this week say:\n- {QUOTED}", id="a list"),
        pytest.param("en", f"Reports this week say:\n• {QUOTED}", id="a list with bullets"),
        pytest.param("en", f"Reports this week say:\n1. {QUOTED}", id="a numbered list"),
        pytest.param("en", f"Reports this week say:\n2) {QUOTED}", id="numbers in parentheses"),
        pytest.param("en", f"She wrote as follows:\n– {QUOTED}", id="dialogue behind a dash"),
        pytest.param("en", "Reports this week say:\nNot much.", id="too short for a text"),
        pytest.param("en", f"Reports this week say so.\n{QUOTED}", id="no colon"),
        pytest.param("en", f"Reports say: it is shut.\n{QUOTED}", id="a colon further before"),
        pytest.param("en", "Reports this week say:", id="nothing behind"),
        pytest.param("en", QUOTED, id="nothing before"),
        pytest.param("en", "", id="no text"),
    ],
)
def test_is_the_articles_own_voice(lang: str, text: str) -> None:
    assert found(text, lang) == []


@pytest.mark.parametrize(
    "kinds",
    [
        pytest.param({"b0": HEADING}, id="behind a heading"),
        pytest.param({"b0": ITEM}, id="behind a list item"),
        pytest.param({"b1": HEADING}, id="a heading itself"),
        pytest.param({"b1": ITEM}, id="a list item itself"),
        pytest.param({"b1": BlockKind.CAPTION}, id="a caption itself"),
        pytest.param({"b1": BlockKind.EMBED}, id="a post"),
    ],
)
def test_only_a_paragraph_behind_a_paragraph_is_announced(kinds: dict[str, BlockKind]) -> None:
    assert found(f"Reports this week say:\n{QUOTED}", **kinds) == []


@pytest.mark.parametrize(
    ("lang", "intro"),
    [
        pytest.param("en", "The reports this week are grim:", id="reports"),
        pytest.param("en", "Her letter ran as follows:", id="as follows"),
        pytest.param("en", "It is late. Per Olsen wrote: ", id="in the last sentence"),
        pytest.param("en", "The memo, according to Olsen:", id="according to"),
        pytest.param("en", "Halden Broadcasting put it thus in a NOTICE:", id="in capitals"),
        pytest.param("de", "Die Kapitänin schrieb:", id="German"),
        pytest.param("fr", "Voici, selon le comité :", id="French"),
        pytest.param("es", "El comité escribió:", id="Spanish"),
    ],
)
def test_a_paragraph_after_an_announcing_colon(lang: str, intro: str) -> None:
    assert found(f"{intro}\n{QUOTED}\nSo it goes.", lang) == [QUOTED]


def test_what_introduces_it_is_told() -> None:
    text = f"Nobody slept.\nPer Olsen wrote:\n{QUOTED}"
    (passage,) = passages(text)

    assert passage.kind == ClaimKind.BLOCK_QUOTE
    assert passage.outer.of(text) == QUOTED
    assert passage.segments == (passage.span,)
    assert passage.intro is not None
    assert passage.intro.of(text) == "Per Olsen wrote:"
    assert not passage.continues


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param(
            "en",
            f"Reports this week are grim:\n{QUOTED}\n{SECOND}\nNobody came.",
            id="no such text",
        ),
        pytest.param(
            "en", f"Her letter read:\n{QUOTED}\nThe letters were many.", id="another word of it"
        ),
        pytest.param(
            "en",
            f"Her letter read:\n{QUOTED}\n{SECOND}\nThen the letter ends.",
            id="not at its head",
        ),
        pytest.param("de", f"Sie schrieb:\n{QUOTED}\n{SECOND}\nNiemand kam.", id="German"),
        pytest.param(
            "en",
            f"Her letter read:\n{QUOTED}\n" + f"{SECOND}\n" * 8 + "The letter ends.",
            id="far off",
        ),
    ],
)
def test_is_one_paragraph_where_nothing_takes_it_up_again(lang: str, text: str) -> None:
    assert found(text, lang) == [QUOTED]


@pytest.mark.parametrize(
    ("lang", "intro", "resumed"),
    [
        pytest.param("en", "Reports are grim:", "The report then adds more.", id="the report"),
        pytest.param("en", "Her letter read:", "The letter then names gulls.", id="the letter"),
        pytest.param("en", "Her letter read:", "It goes on to name gulls.", id="it goes on"),
        pytest.param("en", "She posted this:", "THE POST was shared.", id="in capitals"),
        pytest.param("de", "Sie schrieb:", "Der Bericht nennt Möwen.", id="German"),
        pytest.param("fr", "Voici, selon eux :", "Le rapport cite Velden.", id="French"),
        pytest.param("es", "El comité escribió:", "La carta cita Velden.", id="Spanish"),
    ],
)
def test_goes_on_up_to_the_paragraph_that_takes_it_up_again(
    lang: str, intro: str, resumed: str
) -> None:
    text = f"{intro}\n{QUOTED}\n{SECOND}\n{resumed}"
    both = passages(text, lang)

    assert [p.span.of(text) for p in both] == [QUOTED, SECOND]
    assert [p.continues for p in both] == [False, True]
    assert [p.intro.of(text) for p in both if p.intro is not None] == [intro, intro]


def test_goes_on_over_several_paragraphs() -> None:
    text = f"Her letter read:\n{QUOTED}\n{SECOND}\n{SECOND}\n{SECOND}\nThe letter ends there."

    assert found(text) == [QUOTED, SECOND, SECOND, SECOND]


def test_markup_sets_off_a_block_quotation_without_any_announcement() -> None:
    assert found(f"She went on.\n{QUOTED}\nThat was all.", b1=QUOTE) == [QUOTED]


def test_markup_without_a_paragraph_before_has_no_introduction() -> None:
    (passage,) = passages(f"{QUOTED}\nThat was all.", b0=QUOTE)

    assert passage.intro is None


def test_blocks_set_off_in_a_row_are_one_block_quotation() -> None:
    text = f"She went on.\n{QUOTED}\n{SECOND}\nBetween.\n{SECOND}"
    first, second, third = passages(text, b1=QUOTE, b2=QUOTE, b4=QUOTE)

    assert [first.continues, second.continues, third.continues] == [False, True, False]
    assert second.intro is not None
    assert second.intro.of(text) == "She went on."
    assert third.intro is not None
    assert third.intro.of(text) == "Between."


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", f"“{QUOTED}”", id="curly"),
        pytest.param("en", f'"{QUOTED}"', id="straight"),
        pytest.param("en", f"‘{QUOTED}’", id="British"),
        pytest.param("de", f"„{QUOTED}“", id="German"),
        pytest.param("es", f"«{QUOTED}»", id="Spanish"),
        pytest.param("ja", f"「{QUOTED}」", id="Japanese"),
    ],
)
def test_marks_stay_outside_the_words(lang: str, text: str) -> None:
    (passage,) = passages(text, lang, b0=QUOTE)

    assert passage.span.of(text) == QUOTED
    assert passage.outer.of(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"“Go home.” {QUOTED}", id="closed within"),
        pytest.param(f"{QUOTED} “Go home.”", id="opened within"),
        pytest.param(f"{QUOTED} — and yet they stay.", id="a dash within"),
        pytest.param(
            f"{QUOTED}\n— {'so she said, and went on and on ' * 3}", id="a long dash line"
        ),
    ],
)
def test_what_belongs_to_the_words_stays_with_them(text: str) -> None:
    assert in_one_block(text) == [text.rstrip()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(f"{QUOTED}\n— Ada Brandvold", QUOTED, id="a dash"),
        pytest.param(f"{QUOTED}\n–Ada Brandvold, owner", QUOTED, id="an en dash, an office"),
        pytest.param(f"{QUOTED}\n-- Ada Brandvold", QUOTED, id="two hyphens"),
        pytest.param(f"{QUOTED}\n{SECOND}\n— Ada", f"{QUOTED}\n{SECOND}", id="two lines above"),
        pytest.param(f"“{QUOTED}”\n— Ada Brandvold", QUOTED, id="marks as well"),
        pytest.param(f"«{QUOTED}»\n— Ada Brandvold", QUOTED, id="guillemets as well"),
    ],
)
def test_the_signature_stays_outside_the_words(text: str, words: str) -> None:
    assert in_one_block(text) == [words]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            f"{QUOTED}\n{SECOND}\n— Ada Brandvold",
            ["Ada Brandvold"] * 2,
            id="one of two paragraphs",
        ),
        pytest.param(
            f"{QUOTED}\n— Ada Brandvold\n{SECOND}\n— Per Olsen",
            ["Ada Brandvold", "Per Olsen"],
            id="two in a row, each with its credit",
        ),
        pytest.param(
            f"{QUOTED}\n— Ada Brandvold\n{SECOND}",
            ["Ada Brandvold", None],
            id="a credit is not of what follows it",
        ),
    ],
)
def test_a_credit_ends_a_block_quotation(text: str, speakers: list[str | None]) -> None:
    kinds = {f"b{number}": QUOTE for number in range(4)}
    told = [passage.speaker for passage in passages(text, **kinds)]
    assert [speaker and speaker.of(text) for speaker in told] == speakers


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            [QUOTED, SECOND, "Olsen wrote:", "The letter ends.", "“Go.”", "”", "“", "— A", " "]
        ),
        max_size=8,
    ),
    st.sampled_from(list(BlockKind)),
)
def test_any_paragraphs_give_passages_in_order(lines: list[str], kind: BlockKind) -> None:
    text = "\n".join(lines)
    set_off = passages(text, b1=kind, b2=kind)

    assert all(p.outer.holds(p.span) for p in set_off)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(set_off))


@pytest.mark.parametrize(
    ("kinds", "speaker"),
    [
        pytest.param((BlockKind.BLOCK_QUOTE, BlockKind.PARAGRAPH), None, id="a paragraph behind"),
        pytest.param((BlockKind.BLOCK_QUOTE, BlockKind.CAPTION), "Berit Olsen", id="its caption"),
        pytest.param(
            (BlockKind.BLOCK_QUOTE, BlockKind.BLOCK_QUOTE), "Berit Olsen", id="its last line"
        ),
    ],
)
def test_its_own_credit_says_who_speaks(kinds: tuple[BlockKind, ...], speaker: str | None) -> None:
    text = "The sea is wide and the sea is deep.\n— Berit Olsen, fisher"
    prose = a_prose(text)
    blocks = tuple(
        block.model_copy(update={"kind": kind})
        for block, kind in zip(prose.blocks, kinds, strict=True)
    )
    first, *others = block_quotes(Discourse(prose.model_copy(update={"blocks": blocks}), RULES))

    assert (first.speaker.of(text) if first.speaker else None) == speaker
    assert others == []
