"""Names within an edit, and when two of them are one in another spelling.

An edit is a few words without their sentence, so each capital is weighed alone by what stands
before it; match/names.py finds whole names in the running text of a statement.
"""

import re
from functools import cache

from provcheck.language.names import same_name
from provcheck.match.folding import folded
from provcheck.match.side import Side
from provcheck.rulebook.lexicon import Lexicon
from provcheck.rulebook.people import people_rules

_NO_NAMES = ("pronouns", "function_words", "negations", "qualifiers", "auxiliaries", "titles")
_ADJECTIVE = re.compile(r"e[mnrs]?$")  # an ending of German adjectives before a noun


def names(side: Side, lexicon: Lexicon) -> list[str]:
    """Return the folded words of `side` that a capital shows to be names.

    A title is none, nor is a German noun behind an article, where names rarely stand.
    """
    if _has_article(side, lexicon):
        return []
    known = [_honorifics(), *(lexicon.classes[name] for name in _NO_NAMES)]
    return [
        norm
        for norm, capital in zip(side.norms, side.capitals, strict=True)
        if capital and not any(norm in each for each in known)
    ]


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(map(folded, people_rules().honorifics))


def same_names(quote: Side, source: Side) -> bool:
    """Tell whether every word is the same, or a transliteration of the same name."""
    if len(quote.written) != len(source.written):
        return False
    pairs = zip(quote.written, source.written, strict=True)
    return all(a.casefold() == b.casefold() or same_name(a, b) for a, b in pairs)


def _has_article(side: Side, lexicon: Lexicon) -> bool:
    """Tell whether a German article stands before the words, or before their adjective."""
    articles = lexicon.classes["german_articles"]
    *_, other, last = ("", "", *side.before)
    return last in articles or (other in articles and bool(_ADJECTIVE.search(last)))
