"""The words of a text as matching sees them: folded, with the way back to the original."""

import re
import unicodedata
from functools import cached_property, lru_cache

from provcheck.model.span import Span

# A number keeps what carries its meaning: sign, decimal point, thousands. Symbols that carry
# meaning are words of their own; every other mark parts words.
_TOKEN = re.compile(
    r"(?<![\w.,])[-−+](?=\d)\d+(?:[.,:]\d+)*|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ‘][^\W\d_]+)*"
    r"|[%‰$£€¥₽<>=±≤≥]|&"
)
_HYPHENATED = re.compile(r"([^\W\d_])[-‐]\n[ \t]*([^\W\d_])")
_ODD = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufb00-\ufb06\u0300-\u036f]"
)
_MARKS = re.compile(r"['’ʼ‘]")


class Tokens:
    """A text's words in order: `norms` are their folded forms, `spans` where they stand.

    Offsets are code points of the text as given. Soft hyphens, zero-width and bidi characters and
    the hyphen at a line's end do not part a word; ligatures and combining accents are folded.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        plain, offsets = _without_odd(text)
        self.norms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _TOKEN.finditer(plain):
            self.norms.append(folded(match.group()))
            self.starts.append(offsets[match.start()] if offsets else match.start())
            self.ends.append((offsets[match.end() - 1] if offsets else match.end() - 1) + 1)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.norms)

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text from word `first` up to, not including, word `last`."""
        if first >= last:
            place = self.starts[first] if first < len(self) else len(self.text)
            return Span(start=place, end=place)
        return Span(start=self.starts[first], end=self.ends[last - 1])

    @cached_property
    def joined(self) -> str:
        """Return the words parted and framed by single spaces, for searching."""
        return f" {' '.join(self.norms)} "

    @cached_property
    def _places(self) -> dict[int, int]:
        places, at = {}, 0
        for index, norm in enumerate(self.norms):
            places[at] = index
            at += len(norm) + 1
        return places

    def occurrences(self, norms: list[str], most: int) -> list[int]:
        """Return the indices of the words at which `norms` stand unbroken, at most `most`."""
        needle, found, at = f" {' '.join(norms)} ", list[int](), -1
        while norms and len(found) < most:
            at = self.joined.find(needle, at + 1)
            if at < 0:
                break
            found.append(self._places[at])
        return found


@lru_cache(maxsize=64)
def tokens(text: str) -> Tokens:
    """Return the words of `text`; the last 64 texts are remembered."""
    return Tokens(text)


def folded(word: str) -> str:
    """Return the form by which words are compared: case, accents and apostrophes left out."""
    if word.isascii() and word.isalpha():
        return word.lower()
    if word == "&":
        return "and"
    plain = unicodedata.normalize("NFKD", _MARKS.sub("", word.replace("−", "-"))).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c)) or word


def _without_odd(text: str) -> tuple[str, list[int] | None]:
    """Return the text without what parts no word, and the original offset of each character."""
    if not _ODD.search(text) and not _HYPHENATED.search(text):
        return text, None
    joints = {m.end(1): m.start(2) for m in _HYPHENATED.finditer(text)}
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    while at < len(text):
        at = joints.get(at, at)
        if not _ODD.match(text[at]):
            kept.append(text[at])
            offsets.append(at)
        elif "\ufb00" <= text[at] <= "\ufb06":
            plain = unicodedata.normalize("NFKC", text[at])
            kept.append(plain)
            offsets.extend([at] * len(plain))
        at += 1
    return "".join(kept), offsets
