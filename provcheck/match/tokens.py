"""The words of a text as matching sees them: folded, with the way back to the original."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import overload

import numpy as np
import numpy.typing as npt

from provcheck.language.hidden import as_read
from provcheck.match.canonical import canonical
from provcheck.match.folding import folded, is_mark
from provcheck.match.pairs import WordIndex
from provcheck.model.span import Span

# A letter that an editor changed within a word: [W]e, (w)e, [un]able; no footnote: quay[12].
# What may not stand before it is looked at last: a search for brackets is much the faster one.
_BRACKETED = re.compile(r"(?:\[(?<!\w\[)([^\W\d_]{1,12})\]|\((?<!\w\()([^\W\d_])\))(?=[^\W\d_])")
_SPACE = ord(" ")


class Norms(Sequence[str]):
    """The folded forms of a text's words, each made when it is asked for."""

    def __init__(self, of: "Tokens") -> None:
        self._of = of

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._of)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        """Return the form of one word, or of a stretch of words."""
        if isinstance(at, slice):
            first, last, step = at.indices(len(self))
            return self._of.stretch(first, last)[::step]
        return self._of.norm(range(len(self))[at])

    def __iter__(self) -> Iterator[str]:
        """Yield the form of each word."""
        return iter(self[:])

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` has the same forms in the same order."""
        return list(self) == list(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]


class Tokens:
    """A text's words in order: `norms` are their folded forms, `starts` and `ends` where they are.

    Offsets are code points of the text as given. Case, accents, apostrophes, ligatures, soft
    hyphens, zero-width and bidi characters, letters of another script that look like Latin ones in
    a Latin word and the hyphen at a line's end make no other word, nor do brackets round its first
    letters; a figure keeps its point, comma and sign, and symbols that carry meaning are words.
    Built in one pass over the text; what a source's words are is looked up only where a quotation
    may stand.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._plain = text.isascii()
        bracketed = list(_BRACKETED.finditer(text))
        made = canonical(as_read(_joined(text, bracketed)))
        self._words = made.words
        self._spaces = np.flatnonzero(np.frombuffer(made.words, np.uint8) == _SPACE)
        self._begin: npt.NDArray[np.int32] = made.offsets[self._spaces[:-1] + 1]
        if bracketed:
            opened = [match.start() for match in bracketed]
            self._begin[np.searchsorted(self._begin, opened)] -= 1
        # Views yield plain integers, and faster than arrays do.
        self.starts, self.ends = self._begin.data, (made.offsets[self._spaces[1:] - 1] + 1).data
        self.norms: Sequence[str] = Norms(self)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text from word `first` up to, not including, word `last`."""
        if first >= last:
            place = self.starts[first] if first < len(self) else len(self.text)
            return Span(start=place, end=place)
        return Span(start=self.starts[first], end=self._end(last - 1))

    def within(self, span: Span) -> tuple[int, int]:
        """Return the words that begin within `span`, half-open."""
        first, last = np.searchsorted(self._begin, (span.start, span.end))
        return int(first), int(last)

    def between(self, word: int) -> str:
        """Return what stands between `word` and the next one, "" behind the last word."""
        after = self.starts[word + 1] if word + 1 < len(self) else len(self.text)
        return self.text[self._end(word) : after]

    def written(self, word: int) -> str:
        """Return a word as it stands in the text."""
        return self.text[self.starts[word] : self._end(word)]

    def words(self, first: int, last: int) -> str:
        """Return the text from word `first` up to, not including, word `last`."""
        return self.text[self.starts[first] : self._end(last - 1)]

    def norm(self, word: int) -> str:
        """Return the folded form of one word."""
        return folded(self.written(word))

    def stretch(self, first: int, last: int) -> list[str]:
        """Return the folded forms of the words from `first` up to, not including, `last`."""
        if first >= last:
            return []
        plain = self._words[self._spaces[first] + 1 : self._spaces[last]]
        if plain.isascii():
            words = plain.decode()
            if words.isprintable():
                return words.split(" ")
        return [self.norm(word) for word in range(first, last)]

    def _end(self, word: int) -> int:
        """Return where a word ends, marks that stand on its last letter included."""
        end = self.ends[word]
        while not self._plain and end < len(self.text) and is_mark(self.text[end]):
            end += 1
        return end

    def occurrences(self, norms: list[str], most: int) -> list[int]:
        """Return the indices of the words at which `norms` stand unbroken, at most `most`."""
        return self.places_of(Tokens(" ".join(norms)), (0, len(norms)), most) if norms else []

    def places_of(self, other: "Tokens", part: tuple[int, int], most: int) -> list[int]:
        """Return the words at which the words of `other` in `part` (half-open) stand unbroken."""
        first, last = part
        if not first < last <= len(other):
            return []
        needle = other.framed(first, last)
        places = self._find(needle, most)
        if needle.isascii():
            return places
        norms = other.stretch(first, last)
        return [at for at in places if self.stretch(at, at + len(norms)) == norms]

    @property
    def canonical(self) -> bytes:
        """Return the whole text as canonical bytes."""
        return self._words

    def word_at(self, byte: int) -> int:
        """Return the word that a canonical byte belongs to, or that follows it."""
        return min(int(np.searchsorted(self._spaces, byte)), max(len(self) - 1, 0))

    def framed(self, first: int, last: int) -> bytes:
        """Return the canonical bytes of some words, with the spaces on either side."""
        return self._words[self._spaces[first] : self._spaces[last] + 1]

    def nearest(self, other: "Tokens", part: tuple[int, int], place: int) -> tuple[int, ...]:
        """Return where the words of `other` in `part` stand next: at `place` or after, and before.

        None, one or two word indices; found however often the words stand elsewhere.
        """
        needle = other.framed(*part)
        at = int(self._spaces[min(max(place, 0), len(self))])
        found = (self._words.find(needle, at), self._words.rfind(needle, 0, at + 1))
        words = {int(np.searchsorted(self._spaces, byte)) for byte in found if byte >= 0}
        norms = other.stretch(*part)
        return tuple(w for w in sorted(words) if self.stretch(w, w + len(norms)) == norms)

    def _find(self, needle: bytes, most: int) -> list[int]:
        places: list[int] = []
        at = self._words.find(needle)
        while at >= 0 and len(places) < most:
            places.append(at)
            at = self._words.find(needle, at + 1)
        return np.searchsorted(self._spaces, places).tolist() if places else []

    @cached_property
    def index(self) -> WordIndex:
        """Return where words stand; made once, when a quotation is not there exactly."""
        return WordIndex(self._words, self._spaces)


@lru_cache(maxsize=64)
def tokens(text: str) -> Tokens:
    """Return the words of `text`; the last 64 texts are remembered."""
    return Tokens(text)


def _joined(text: str, bracketed: list[re.Match[str]]) -> str:
    """Return `text` with each bracket one unseen character, so that offsets stay."""
    parts: list[str] = []
    at = 0
    for match in bracketed:
        parts += text[at : match.start()], f"\u2060{match[1] or match[2]}\u2060"
        at = match.end()
    return "".join((*parts, text[at:])) if parts else text
