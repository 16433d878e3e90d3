"""Words, marks and quoted stretches of a block, each with the classes its language gives it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from provcheck.model.span import Span
from provcheck.rulebook.cues import LanguageCues

_NONE: frozenset[str] = frozenset()
OPEN = frozenset(
    {"cue", "unit", "nominal", "event", "title", "plural", "part", "rough", "prompting"}
)
_PART = r"[^\W_](?:[\w]*[^\W_])?"
_TOKEN = (
    r"(?P<short>(?:{short})\.(?=\s+\S|,))|(?P<dotted>(?:[^\W\d_]\.){{2,}})|(?P<initial>\b[^\W\d_]\.(?=\s+[^\W\d_a-zà-þ]))"
    r"|(?P<clitic>['’](?:s|d|ll|ve|re|m)\b)"
    r"|(?P<number>[$€£]?\d++(?:[.,:]\d++)*+%?+(?!-[^\W\d_]))"
    r"|(?P<hyphen>-(?:t-)?(?={enclitic}))"
    rf"|(?P<word>@?{_PART}(?:[-‑.&](?!(?:t-)?{{enclitic}}){_PART}|['’](?!(?:s|d|ll|ve|re|m)\b){_PART})*(?:['’](?!\w))?)"
    r"|(?P<mark>--|\.\.\.|[^\w\s])"
)


class Token(NamedTuple):
    """A word, number, mark or quoted stretch at [start, end) of the text.

    `low` is the word in small letters ("" for a quoted stretch); `kind` "word", "number", "mark" or
    "quote"; `classes` what the language's lists call it.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str
    classes: frozenset[str]

    @property
    def capital(self) -> bool:
        """Tell whether it is written as a name."""
        return self.text[:1].isupper()

    @property
    def unlisted(self) -> bool:
        """Tell whether it is in no list of small words, so a noun, a verb or the like."""
        return self.classes <= OPEN


def tokens(text: str, block: Span, quoted: Iterable[Span], reading: "Reading") -> list[Token]:
    """Return the tokens of `block` in order; each span of `quoted` is one token of kind "quote"."""
    found: list[Token] = []
    at = block.start
    for span in quoted:
        found += _plain(text, at, span.start, reading)
        found.append(Token(span.start, span.end, text[span.start : span.end], "", "quote", _NONE))
        at = span.end
    found += _plain(text, at, block.end, reading)
    return found


class Reading(NamedTuple):
    """What is needed to read a language: its cues and its pattern of tokens."""

    cues: LanguageCues
    pattern: re.Pattern[str]


@lru_cache(maxsize=32)
def pattern_of(abbreviations: tuple[str, ...], enclitics: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Return the pattern of tokens where `abbreviations` keep their stop.

    `enclitics` are pronouns that a hyphen joins to the verb before them: dit-il, a-t-elle.
    """
    longest = sorted(abbreviations, key=lambda word: (-len(word), word))
    short = "|".join(map(re.escape, longest))
    enclitic = rf"(?:{'|'.join(map(re.escape, enclitics))})\b" if enclitics else r"(?!)"
    return re.compile(_TOKEN.format(short=short, enclitic=enclitic))


def _plain(text: str, start: int, end: int, reading: Reading) -> list[Token]:
    classes = reading.cues.classes
    found: list[Token] = []
    for match in reading.pattern.finditer(text, start, end):
        word = match.group()
        kind = match.lastgroup
        if kind == "hyphen":
            continue
        low = word.lower()
        named = found and word[:1].isupper() and "title" in found[-1].classes  # Mr. May
        sort = "mark" if kind == "mark" else "number" if kind == "number" else "word"
        listed = _NONE if named else classes.get(low, _NONE)
        found.append(Token(match.start(), match.end(), word, low, sort, listed))
    return found
