"""Words that say nothing, and marks that are no words of the speaker's."""

import re
import unicodedata

from provcheck.match.side import Side
from provcheck.rulebook.lexicon import Lexicon

_CLOCK = re.compile(r"\d{1,2}(?::\d\d){1,2}(?:[.,]\d{1,3})?")
_RAISED = re.compile(r"([^\W\d_]{3,})[¹²³⁴-⁹⁰]+")
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


def is_unspoken(quote: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether the sides differ only by what nobody says.

    That is a citation mark ([38], or a raised figure behind a word), a transcript's note or time
    ([laughter], 00:12:31), and pictures, which many a page and many an article leaves out.
    """
    if len(quote.norms) == len(source.norms) == 1:
        ours, theirs = quote.written[0], source.written[0]
        return ours != theirs and _unmarked(ours) == _unmarked(theirs)
    written = (*quote.written, *source.written)
    if written and all(is_picture(word) for word in written):
        return not (quote.norms and source.norms)
    if quote.norms:
        return False
    left, right = source.around
    square = left.endswith("[") and right.startswith("]")
    round_ = left.endswith("(") and right[:1] in {")", "."}
    if all(norm.isdigit() for norm in source.norms):
        return square
    if all(_CLOCK.fullmatch(word) for word in source.written):
        return square or round_ or ("\n" in left and "\n" in right)
    notes = lexicon.classes["transcript_notes"]
    said = " ".join(n for n in source.norms if n not in lexicon.classes["function_words"])
    return (square or round_) and all(word in notes for word in said.split())


def _unmarked(word: str) -> str:
    """Return a word without the raised figures of a note; m² is not one."""
    match = _RAISED.fullmatch(word)
    return match[1] if match else word


def is_picture(word: str) -> bool:
    """Tell whether a word is an emoji or another symbol that is no letter, figure or sign."""
    return all(unicodedata.category(c) in {"So", "Sk", "Cf", "Mn"} for c in word)


def _is_parted(side: Side) -> bool | None:
    """Tell whether marks or a sentence's ends part the words from others; None if not known."""
    left, right = side.around
    if not left and not right:
        return True if side.opens else None
    head = side.opens or not _PARTING.isdisjoint(left)
    return head and not _PARTING.isdisjoint(right)
