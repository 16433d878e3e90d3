"""Figures of a text as values: how much of what, and how exactly it is meant."""

from collections.abc import Iterator
from enum import StrEnum
from math import isfinite

from provcheck.language.numerals import Number, Numerals
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.figures import FigureRules, Unit

_LONGEST = 4  # words of a unit or a rounding phrase
_CALENDAR = range(1500, 2100)  # four digits alone that mean a year


class Shape(StrEnum):
    """How exactly a figure is meant."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    UNDER = "under"
    RANGE = "range"


class Figure(Value):
    """One figure: `low` to `high` in the base of what it `measures` ("" for a plain count).

    `step` is the place of its last digit that counts, in the same base: 100,000 for 4.3 million.
    `noun` is the word behind a plain count, in small letters; `factor` that of the unit as written;
    `span` covers the number with its magnitude, sign or unit, `whole` the rounding word as well.
    """

    span: Span
    whole: Span
    low: float
    high: float
    step: float
    shape: Shape
    measures: str
    factor: float = 1.0
    noun: str = ""

    @property
    def year(self) -> bool:
        """Tell whether this may be a year as well: four digits that count nothing."""
        plain = not self.measures and self.shape == Shape.EXACT and self.step == 1
        return plain and self.low == self.high and int(self.low) in _CALENDAR


def figures(text: str, rules: FigureRules, lang: str) -> tuple[Figure, ...]:
    """Return the figures of `text` in order, with spans into it; labels (room 12) are none.

    Digits are read by the language's marks for fractions and thousands, words by its number
    words. A lone "one" and ordinals count nothing.
    """
    reader = _Reader(text, rules, rules.of(lang))
    return tuple(reader.read())


class _Reader(Numerals):
    """One text's words, and the figures that begin at each of them."""

    def read(self) -> Iterator[Figure]:
        at = 0
        while at < len(self.low):
            number = self.number(at)
            if number is None or self._is_label(at):
                at += 1
                continue
            figure, at = self._figure(at, number)
            if figure is not None:
                yield figure

    def _is_label(self, at: int) -> bool:
        return at > 0 and self.low[at - 1] in self.words.numbered

    def _figure(self, at: int, number: Number) -> tuple[Figure | None, int]:
        """Return the figure that begins with `number`, and the word behind it."""
        upper, end = self._second(number)
        unit, end = self._unit(at, end)
        if unit is None and upper is None and number.value == 1 and number.step == 1:
            return None, end
        first = at - 1 if self._is_sign(at - 1) else at
        kind, begins = self._shape(first)
        top = upper.value if upper else number.top or number.value
        factor = (unit.factor if unit else 1.0) * self._sign_of(at)
        low, high = sorted((number.value * factor, top * factor))
        figure = Figure(
            span=Span(start=self.found[first].start, end=self.found[end - 1].end),
            whole=Span(start=self.found[begins].start, end=self.found[end - 1].end),
            low=low,
            high=high,
            step=number.step * abs(factor),
            shape=Shape.RANGE if upper or number.top else kind,
            measures=unit.measures if unit else number.measures,
            factor=abs(factor),
            noun=self.word(end + 1 if self.word(end) in self.words.of else end),
        )
        return (figure if isfinite(high) else None), end

    def _is_sign(self, at: int) -> bool:
        """Tell whether a word is the sign of a unit, as of money before its sum."""
        return self.word(at) in self.rules.unit_of and not self.word(at).isalpha()

    def _sign_of(self, at: int) -> int:
        start = self.found[at].start
        before = self.text[max(start - 2, 0) : start]
        return -1 if before[-1:] in {"-", "−"} and not before[:-1].strip("( ") else 1

    def _second(self, number: Number) -> tuple[Number | None, int]:
        """Return the upper number of a range (4 to 6, 4-6), and the word behind the figure."""
        at = number.end
        opened = self._rounding_before(number.end - 1, inside=True)[0] == "between"
        middle = self.word(at) in ({*self.words.middle} if opened else {"–", "—", "-", "to", "bis"})
        upper = self.number(at + 1) if middle else None
        if upper is None or upper.value <= number.value or upper.top:
            return None, at
        return upper, upper.end

    def _rounding_before(self, at: int, *, inside: bool = False) -> tuple[str, int]:
        """Return the class of the rounding phrase that ends before word `at`, and where it begins.

        `inside` steps over numbers first, to what opens a range.
        """
        furthest = at - _LONGEST if inside else at
        while at > max(furthest, 0) and self.low[at - 1] not in self.words.rounding:
            if self.value(at - 1) is None:
                return "", at
            at -= 1
        for size in range(_LONGEST, 0, -1):
            phrase = " ".join(self.low[max(at - size, 0) : at])
            if at >= size and phrase in self.words.rounding:
                return self.words.rounding[phrase], at - size
        return "", at

    def _shape(self, first: int) -> tuple[Shape, int]:
        """Return how exactly a figure is meant, and the word with which that begins."""
        before = first - 1 if self.word(first - 1) in self.words.articles else first
        kind, begins = max(self._rounding_before(first), self._rounding_before(before))
        return (Shape(kind), begins) if kind and kind != "between" else (Shape.EXACT, first)

    def _unit(self, at: int, end: int) -> tuple[Unit | None, int]:
        end += self.word(end) in self.words.of and self._names_unit(end + 1)
        for size in range(_LONGEST - 1, 0, -1):
            unit = self._unit_at(end, size)
            if unit is not None:
                return unit, min(end + size, len(self.low))
        return (self.rules.unit_of[self.word(at - 1)] if self._is_sign(at - 1) else None), end

    def _names_unit(self, at: int) -> bool:
        return self._unit_at(at, 1) is not None

    def _unit_at(self, at: int, size: int) -> Unit | None:
        words = " ".join(self.low[at : at + size])
        return self.rules.unit_of.get(words) or self.rules.unit_of.get(_elided(words))


def _elided(word: str) -> str:
    """Return what stands behind an article or preposition cut short: d’euros."""
    return word[2:] if word[1:2] in {"’", "'"} else word
