from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.prose import Block, BlockKind, Embed, Link
from provcheck.model.span import Span
from provcheck.sources.compose import Stretch, joined, kept, moved, stretch_of

P, H = BlockKind.PARAGRAPH, BlockKind.HEADING
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def a_linked(text: str, words: str) -> Stretch:
    start = text.index(words)
    return Stretch(
        text=text,
        blocks=(Block(kind=P, span=Span(start=0, end=len(text))),),
        links=(Link(span=Span(start=start, end=start + len(words)), url="https://a.example/"),),
    )


def test_empty_pieces_leave_no_block_and_no_line() -> None:
    stretch = stretch_of([(H, ""), (P, "One."), (P, "  "), (P, "Two.")])
    assert stretch.text == "One.\nTwo."
    assert [b.span.of(stretch.text) for b in stretch.blocks] == ["One.", "Two."]


def test_nothing_gives_nothing() -> None:
    assert stretch_of([]) == Stretch()
    assert joined([]) == Stretch()
    assert joined([Stretch(), Stretch()]) == Stretch()


def test_joining_moves_links_along() -> None:
    whole = joined([stretch_of([(P, "Before.")]), a_linked("See here now.", "here")])
    assert [link.span.of(whole.text) for link in whole.links] == ["here"]


def test_keeping_drops_links_of_other_blocks() -> None:
    whole = joined([a_linked("One link.", "One"), a_linked("Two links.", "Two")])

    second = kept(whole, whole.blocks[1:])

    assert second.text == "Two links."
    assert [link.span.of(second.text) for link in second.links] == ["Two"]


def test_keeping_takes_blocks_in_the_order_given() -> None:
    whole = stretch_of([(P, "One."), (P, "Two.")])
    assert kept(whole, whole.blocks[::-1]).text == "Two.\nOne."


def test_embeds_move_with_their_author() -> None:
    text = "Words — Name (@n)"
    embed = Embed(
        platform="x",
        span=Span(start=0, end=len(text)),
        words=Span(start=0, end=5),
        author="Name",
        author_span=Span(start=8, end=12),
    )
    block = Block(kind=BlockKind.EMBED, span=embed.span)
    posted = Stretch(text=text, blocks=(block,), embeds=(embed,))

    whole = joined([stretch_of([(P, "Before.")]), posted])

    (moved_embed,) = whole.embeds
    assert moved_embed.words.of(whole.text) == "Words"
    assert moved_embed.author_span is not None
    assert moved_embed.author_span.of(whole.text) == "Name"
    assert kept(whole, whole.blocks[1:]).embeds == (embed,)


def test_a_span_moves_both_ends() -> None:
    assert moved(Span(start=2, end=5), 3) == Span(start=5, end=8)


@given(st.lists(st.lists(WORDS, max_size=4), max_size=4))
def test_every_block_keeps_its_words(groups: list[list[str]]) -> None:
    whole = joined([stretch_of((P, words) for words in group) for group in groups])

    filled = [words for group in groups for words in group if words.strip()]
    assert [b.span.of(whole.text) for b in whole.blocks] == filled
    assert kept(whole, whole.blocks) == whole
