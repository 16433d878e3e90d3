"""The language in which words really are written, whatever a page says of itself."""

from collections import Counter
from functools import lru_cache

from provcheck.language.detect import language_of
from provcheck.language.scripts import script_of
from provcheck.language.words import normalised
from provcheck.model.prose import Prose
from provcheck.model.span import Span
from provcheck.rulebook.pages import page_rules
from provcheck.rulebook.stance import stance_rules
from provcheck.rulebook.tag import base_of

_FEW = 2  # small words that tell the language of a sentence
_SHARE = 0.2  # of a sentence's words that must be such
_LEAD = 2  # times as many as any other language has in it
_PART = 0.15  # share of a page's text from which a language is one of its own


def written_in(prose: Prose) -> str:
    """Return the language of a text: by its small words where they tell, else by its tag.

    A tag of a language whose small words the rules do not know is believed: Danish would pass for
    Swedish.
    """
    return _written(prose.text, base_of(prose.lang))


@lru_cache(maxsize=64)
def _written(text: str, tag: str) -> str:
    if tag not in page_rules().languages and tag != "ja":
        return tag
    return language_of(text, page_rules()) or tag


def likely_language(words: str, default: str) -> str:
    """Return the language of a sentence by two small words or more, else `default`.

    Words that are small in the language of `default` too (English do, no) say nothing.
    """
    shared = stance_rules().of(default).empty
    counts = Counter(normalised(words).split(" "))
    hits = Counter(
        {
            code: sum(counts[word] for word in small if code == default or word not in shared)
            for code, small in page_rules().languages.items()
        }
    )
    (first, most), (_, second) = hits.most_common(2)
    told = most >= max(_FEW, _SHARE * counts.total()) and most >= _LEAD * second
    return first if told else default


def languages_of(prose: Prose, aside: tuple[Span, ...] = ()) -> dict[str, tuple[Span, ...]]:
    """Return the blocks of each language that a text has a part in, its own language first.

    Blocks too short to tell go with the language before them; a language with less than 15 % of
    the text is a quotation or a name, and goes with its surroundings too.
    """
    main = written_in(prose)
    found: dict[str, list[Span]] = {main: []}
    current = main
    for block in prose.blocks:
        if any(each.holds(block.span) for each in aside):
            continue
        current = likely_language(block.span.of(prose.text), current)
        found.setdefault(current, []).append(block.span)
    total = sum(len(span) for spans in found.values() for span in spans) or 1
    shares = {code: sum(map(len, spans)) / total for code, spans in found.items()}
    return {
        code: tuple(spans) for code, spans in found.items() if shares[code] >= _PART or code == main
    }


def same_script(one: str, two: str) -> bool:
    """Tell whether two texts are written in one script."""
    return script_of(one) == script_of(two)
