"""Words that say nothing, and marks that are no words of the speaker's."""

from provcheck.match.side import Side
from provcheck.rulebook.lexicon import Lexicon

_PARTING = frozenset(",;:–—.!?…-()\n")


def is_filler(side: Side, lexicon: Lexicon) -> bool:
    """Tell whether words say nothing: "um" anywhere, "like" and "well" where marks part them.

    Where it is not known what stands round them, a phrase such as "you know" is taken for a filler
    and a single word such as "like", which may be a verb, is not.
    """
    said = f" {' '.join(side.norms)} "
    parted = _is_parted(side)
    for phrase in lexicon.asides:
        if parted or (parted is None and " " in phrase):
            said = said.replace(f" {phrase} ", "  ")
    return all(word in lexicon.classes["fillers"] for word in said.split())


def is_repeated(side: Side, lexicon: Lexicon) -> bool:
    """Tell whether words, hesitation apart, say again what stands beside them: "we were we were".

    A figure said twice is no slip.
    """
    fillers = lexicon.classes["fillers"]
    words = tuple(norm for norm in side.norms if norm not in fillers)
    again = words in (side.before[-len(words) :], side.after[: len(words)])
    return bool(words) and again and not any(lexicon.number(norm) for norm in words)


def is_citation(quote: Side, source: Side) -> bool:
    """Tell whether only a citation mark was left out, a figure in square brackets: [38]."""
    left, right = source.around
    figures = bool(source.norms) and all(norm.isdigit() for norm in source.norms)
    return not quote.norms and figures and left.endswith("[") and right.startswith("]")


def _is_parted(side: Side) -> bool | None:
    """Tell whether marks or a sentence's ends part the words from others; None if not known."""
    left, right = side.around
    if not left and not right:
        return True if side.opens else None
    head = side.opens or not _PARTING.isdisjoint(left)
    return head and not _PARTING.isdisjoint(right)
