import pytest
from building import a_prose, span_in
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.extract.passages import EXTRACTORS, passages
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import Block, BlockKind, Embed, Prose
from provcheck.model.span import Span

QUOTE, BLOCK, EMBED, PARAPHRASE = (
    ClaimKind.QUOTE,
    ClaimKind.BLOCK_QUOTE,
    ClaimKind.EMBED,
    ClaimKind.PARAPHRASE,
)


def kinds(text: str, lang: str = "en") -> list[ClaimKind]:
    return [passage.kind for passage in passages(a_discourse(text, lang))]


def of_prose(prose: Prose) -> list[Passage]:
    return list(passages(Discourse(prose, RULES)))


def all_quoted(text: str) -> Prose:
    """A text whose only paragraph is a block quotation by markup."""
    block = Block(kind=BlockKind.BLOCK_QUOTE, span=Span(start=0, end=len(text)))
    return a_prose(text).model_copy(update={"blocks": (block,)})


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("", "en", id="empty"),
        pytest.param("\n\n", "en", id="empty lines"),
        pytest.param("The north pier is closed for good.", "en", id="the article’s own words"),
        pytest.param("“”", "en", id="marks round nothing"),
        pytest.param("The “smart” house stands in Halvik.", "en", id="scare quotes"),
        pytest.param("Per Olsen saw the film “The Long Pier” on Monday.", "en", id="a title"),
        pytest.param("Der Hafen bleibt im Winter geschlossen.", "de", id="German statement"),
    ],
)
def test_there_is_none(text: str, lang: str) -> None:
    assert kinds(text, lang) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("“The pier is closed,” Ada Brandvold said.", [QUOTE], id="a quotation"),
        pytest.param("‘The pier is closed,’ Ada Brandvold said.", [QUOTE], id="British marks"),
        pytest.param('"The pier is closed," Ada Brandvold said.', [QUOTE], id="straight marks"),
        pytest.param("«The pier is closed», Ada Brandvold said.", [QUOTE], id="marks of elsewhere"),
        pytest.param("Ada Brandvold said the pier was closed.", [PARAPHRASE], id="indirect"),
        pytest.param(
            "Ada Brandvold said that “the north pier is closed for good.”",
            [QUOTE],
            id="a frame that holds nothing else",
        ),
        pytest.param(
            "Ada Brandvold said the pier was “a heavy blow” to the town.",
            [PARAPHRASE, QUOTE],
            id="indirect speech round a quotation",
        ),
        pytest.param(
            "“The pier is closed,” Ada Brandvold said, “and it will stay closed.”",
            [QUOTE],
            id="interrupted",
        ),
        pytest.param(
            "“The pier is closed,” Ada Brandvold said, adding that the ferry would go on.",
            [QUOTE, PARAPHRASE],
            id="a quotation and indirect speech",
        ),
        pytest.param(
            "In her letter, Ada Brandvold wrote:\nThe harbour has lost a third of its ships.",
            [BLOCK],
            id="block quotation",
        ),
        pytest.param(
            "The pier is shut for good.\n— Ada Brandvold (@adab) March 5, 2025", [EMBED], id="post"
        ),
        pytest.param(
            "BRANDVOLD: The pier is shut for good.\nOLSEN: It will open in May.",
            [BLOCK, BLOCK],
            id="a transcript",
        ),
    ],
)
def test_kinds(text: str, found: list[ClaimKind]) -> None:
    assert kinds(text) == found


def test_passages_come_in_the_order_of_the_text() -> None:
    text = (
        "Ada Brandvold said the north pier was closed.\n"
        "The pier is shut for good.\n— Ada Brandvold (@adab) March 5, 2025\n"
        "“The cranes stand idle for most of the week,” Per Olsen said.\n"
        "The reports this week are grim:\n"
        "The harbour has lost a third of its ships, “a heavy blow”, since the autumn ended.\n"
        "The report then adds, “The cranes stand idle for most of the week.”"
    )

    assert kinds(text) == [PARAPHRASE, EMBED, QUOTE, BLOCK, QUOTE]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She called it “a heavy blow to us all” and left.", id="a quotation"),
        pytest.param("Ada Brandvold said that the pier was shut for good.", id="indirect speech"),
        pytest.param("“The pier is shut,” she said, “and it stays shut.”", id="interrupted"),
        pytest.param("OLSEN: “It is shut.” BRANDVOLD: “It is not.”", id="labels"),
    ],
)
def test_what_stands_in_a_block_quotation_is_part_of_it(text: str) -> None:
    assert [passage.kind for passage in of_prose(all_quoted(text))] == [BLOCK]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("“The pier is a heavy blow to us all,” she said.", id="a quotation"),
        pytest.param("Per Olsen told me that the pier was shut.", id="indirect speech"),
    ],
)
def test_what_stands_in_a_post_is_part_of_it(words: str) -> None:
    text = f"It rained.\n{words} Ada Brandvold\nThe end."
    span = span_in(text, f"{words} Ada Brandvold")
    block = Block(kind=BlockKind.EMBED, span=span)
    prose = a_prose(text)
    post = Embed(platform="X", span=span, words=span_in(text, words))
    blocks = (prose.blocks[0], block, prose.blocks[2])
    found = of_prose(prose.model_copy(update={"blocks": blocks, "embeds": (post,)}))

    assert [passage.kind for passage in found] == [EMBED]


def test_a_turn_that_is_set_off_as_a_block_is_a_turn() -> None:
    text = (
        "The transcript of the hearing reads:\nBRANDVOLD: The pier is shut for good, I fear.\n"
        "OLSEN: It will open again in May, as it did last year."
    )
    found = passages(a_discourse(text))

    assert [passage.span.of(text)[:6] for passage in found] == ["The pi", "It wil"]
    assert all(passage.speaker is not None for passage in found)


def test_indirect_speech_may_hold_a_quotation_but_none_cuts_it() -> None:
    text = "Ada Brandvold said the pier was “a heavy blow” to the town."
    frame, quote = passages(a_discourse(text))

    assert frame.outer.holds(quote.outer)
    assert quote.span.of(text) == "a heavy blow"


def test_indirect_speech_may_stand_where_a_quotation_is_interrupted() -> None:
    text = (
        "“The pier is closed,” Ada Brandvold said. “It stays closed for good.” "
        "She added that the ferry would go on."
    )

    assert kinds(text)[-1] == PARAPHRASE


def test_what_comes_first_holds() -> None:
    assert [extractor.__name__ for extractor in EXTRACTORS] == [
        "embeds",
        "turns",
        "block_quotes",
        "quotes",
        "paraphrases",
    ]


WORDS = (
    '“ ” ‘ ’ " : , . — \n wrote: said told Ada Brandvold she that the pier was shut '
    "OLSEN: Q: A: according to the report (@x) March 5, 2025"
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join))
def test_passages_of_any_text_are_ordered_and_lie_across_no_other(text: str) -> None:
    found = passages(a_discourse(text))
    whole = Span(start=0, end=len(text))

    assert [p.span.start for p in found] == sorted(p.span.start for p in found)
    for one in found:
        assert whole.holds(one.outer)
        assert all(one.span.holds(part) for part in one.segments)
    quoted = [each for each in found if each.kind != PARAPHRASE and len(each.segments) == 1]
    for one in quoted:
        assert not any(one.outer.meets(other.outer) for other in quoted if other is not one)
