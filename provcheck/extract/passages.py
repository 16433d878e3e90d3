"""Everything in a text that somebody is given to have said, in reading order."""

from collections.abc import Callable, Iterator

from provcheck.extract.blocks import block_quotes
from provcheck.extract.embeds import embeds
from provcheck.extract.paraphrase import paraphrases
from provcheck.extract.passage import Passage
from provcheck.extract.quotes import quotes
from provcheck.model.prose import Prose
from provcheck.rulebook.book import Rulebook

Extractor = Callable[[Prose, Rulebook], Iterator[Passage]]

# In the order of precedence: what an earlier one holds, a later one does not claim again.
EXTRACTORS: tuple[Extractor, ...] = (embeds, block_quotes, quotes, paraphrases)


def passages(prose: Prose, rules: Rulebook) -> tuple[Passage, ...]:
    """Return the passages of `prose` in reading order, none within or across another one.

    A quotation inside a block quotation or a post is part of it; indirect speech that holds a
    quotation is that quotation's frame, not a claim of its own.
    """
    kept: list[Passage] = []
    for extractor in EXTRACTORS:
        held = [passage.outer for passage in kept]
        found = extractor(prose, rules)
        kept += [each for each in found if not any(each.outer.meets(span) for span in held)]
    return tuple(sorted(kept, key=lambda passage: (passage.span.start, passage.span.end)))
