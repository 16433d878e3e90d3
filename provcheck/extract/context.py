"""The block and the sentence round a passage, and text with its quotations blanked."""

from functools import lru_cache

from provcheck.extract.marks import outermost, quoted_in
from provcheck.language.sentences import sentences
from provcheck.model.prose import Prose
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook

BLANK = "\u2591"  # stands for each character within quotation marks


def block_round(prose: Prose, span: Span) -> Span:
    """Return the block that holds the start of `span`; the span itself where none does."""
    for block in prose.blocks:
        if block.span.start <= span.start < max(block.span.end, block.span.start + 1):
            return block.span
    return span


def sentence_round(prose: Prose, span: Span, rules: Rulebook) -> Span:
    """Return the stretch of whole sentences that holds `span`, quotations not taken apart.

    Ends of sentences within quotation marks do not count; one right before a closing mark does
    not either, since "he said" may follow.
    """
    block = block_round(prose, span)
    blank = blanked(prose.text, block, rules.quotation.pairs_of(prose.lang))
    found = sentences(blank, Span(start=0, end=len(blank)))
    shifted = [Span(start=s.start + block.start, end=s.end + block.start) for s in found]
    start = max((s.start for s in shifted if s.start <= span.start), default=block.start)
    end = min((s.end for s in shifted if s.end >= min(span.end, block.end)), default=block.end)
    return Span(start=start, end=max(end, start))


@lru_cache(maxsize=512)
def blanked(text: str, block: Span, pairs: tuple[str, ...]) -> str:
    """Return the block's text with every quoted character blanked, as long as it was."""
    characters = list(text[block.start : block.end])
    for quoted in outermost(quoted_in(text, block, pairs)):
        for at in range(quoted.outer.start, quoted.outer.end):
            characters[at - block.start] = BLANK
        if text[quoted.inner.end - 1 : quoted.inner.end] == "." and quoted.closed:
            # A stop within the marks ends the sentence: before "he said" stands a comma.
            characters[quoted.outer.end - 1 - block.start] = "."
    return "".join(characters)
