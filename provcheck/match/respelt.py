"""Words of a short quotation that stand in the source in the other spelling: harbor, harbour."""

from dataclasses import replace

from provcheck.match.evidence import Weights
from provcheck.match.place import Placed
from provcheck.match.tokens import Tokens
from provcheck.rulebook.lexicon import Lexicon

_MOST = 12  # words; of longer quotations enough are spelt alike for the place to be found
_MOSTLY = 0.6  # share of the words that makes another look needless


def respelt(part: Placed, sides: tuple[Tokens, Tokens], lexicon: Lexicon, scale: Weights) -> Placed:
    """Return `part` where all its words stand in British or American spelling, if they do.

    `sides` are the claim's words and the source's. A part that was found stays as it is.
    """
    ours, theirs = sides
    first, last = part.words
    if not 0 < last - first <= _MOST or len(part.pairs) >= _MOSTLY * (last - first):
        return part
    norms = ours.stretch(first, last)
    for spellings in (lexicon.spellings, lexicon.british):
        other = [spellings.get(norm, norm) for norm in norms]
        places = theirs.occurrences(other, 1) if other != norms else []
        if places:
            at = places[0] - first
            pairs = tuple((word, word + at) for word in range(first, last))
            return replace(part, pairs=pairs, bits=scale.total(norms))
    return part
