"""Figures of a text as values: how much of what, and how exactly it is meant."""

import re
from collections.abc import Iterator
from enum import StrEnum
from math import inf, isfinite

from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.figures import FigureRules, NumberWords, Unit

_WORD = re.compile(
    r"\d{1,3}(?:[   ’']\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*(?::\d+)*"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*[²³]?|[%‰€$£¥°]|[–—-]"
)
_SPACED = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?")
_LONGEST = 4  # words of a unit or a rounding phrase
_MOST_DIGITS = 15  # of a figure; a longer one is a code
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


class _Number(Value):
    value: float
    step: float
    end: int
    top: float = 0.0  # the upper end of a vague word
    measures: str = ""


class _Reader:
    """One text's words, and what stands at each of them."""

    def __init__(self, text: str, rules: FigureRules, words: NumberWords) -> None:
        self.text, self.rules, self.words = text, rules, words
        self.found = list(self._split())
        self.low = [text[m.start : m.end].casefold() for m in self.found]

    def _split(self) -> Iterator[Span]:
        spaced = {m.start(): m.end() for m in _SPACED.finditer(self.text)}
        use_spaces, at = self.words.decimal == ",", 0
        for match in _WORD.finditer(self.text):
            if match.start() < at:
                continue
            end = spaced.get(match.start()) if use_spaces else None
            at = end or match.end()
            yield Span(start=match.start(), end=at)

    def read(self) -> Iterator[Figure]:
        at = 0
        while at < len(self.low):
            number = self._number(at)
            if number is None or self._is_label(at):
                at += 1
                continue
            figure, at = self._figure(at, number)
            if figure is not None:
                yield figure

    def _is_label(self, at: int) -> bool:
        return at > 0 and self.low[at - 1] in self.words.numbered

    def _figure(self, at: int, number: _Number) -> tuple[Figure | None, int]:
        """Return the figure that begins with `number`, and the word behind it."""
        first = at
        upper, end = self._second(number)
        unit, end = self._unit(at, end)
        if unit is None and upper is None and number.value == 1 and number.step == 1:
            return None, end
        if at > 0 and self.low[at - 1] in self.rules.unit_of and not self.low[at - 1].isalpha():
            first = at - 1  # a sign in front
        kind, begins = self._shape(first)
        shape = Shape.RANGE if upper or number.top else kind
        top = upper.value if upper else number.top or number.value
        factor = unit.factor if unit else 1.0
        low, high = sorted((number.value, top))
        figure = Figure(
            span=Span(start=self.found[first].start, end=self.found[end - 1].end),
            whole=Span(start=self.found[begins].start, end=self.found[end - 1].end),
            low=low * factor,
            high=high * factor,
            step=number.step * factor,
            shape=shape,
            measures=unit.measures if unit else number.measures,
            factor=factor,
            noun=self._word(end + 1 if self._word(end) in self.words.of else end),
        )
        return (figure if isfinite(high * factor) else None), end

    def _second(self, number: _Number) -> tuple[_Number | None, int]:
        """Return the upper number of a range (4 to 6, 4-6), and the word behind the figure."""
        at = number.end
        opened = self._rounding_before(number.end - 1, inside=True)[0] == "between"
        middle = self._word(at) in (
            {*self.words.middle} if opened else {"–", "—", "-", "to", "bis"}
        )
        upper = self._number(at + 1) if middle else None
        if upper is None or upper.value <= number.value or upper.top:
            return None, at
        return upper, upper.end

    def _rounding_before(self, at: int, *, inside: bool = False) -> tuple[str, int]:
        """Return the class of the rounding phrase that ends before word `at`, and where it begins.

        `inside` steps over numbers first, to what opens a range.
        """
        furthest = at - _LONGEST if inside else at
        while at > max(furthest, 0) and self.low[at - 1] not in self.words.rounding:
            if self._value(at - 1) is None:
                return "", at
            at -= 1
        for size in range(_LONGEST, 0, -1):
            phrase = " ".join(self.low[max(at - size, 0) : at])
            if at >= size and phrase in self.words.rounding:
                return self.words.rounding[phrase], at - size
        return "", at

    def _shape(self, first: int) -> tuple[Shape, int]:
        """Return how exactly a figure is meant, and the word with which that begins."""
        before = first - 1 if self._word(first - 1) in self.words.articles else first
        kind, begins = max(self._rounding_before(first), self._rounding_before(before))
        return (Shape(kind), begins) if kind and kind != "between" else (Shape.EXACT, first)

    def _unit(self, at: int, end: int) -> tuple[Unit | None, int]:
        end += self._word(end) in self.words.of and self._names_unit(end + 1)
        for size in range(_LONGEST - 1, 0, -1):
            unit = self._unit_at(end, size)
            if unit is not None:
                return unit, min(end + size, len(self.low))
        ahead = self._word(at - 1)
        return (self.rules.unit_of.get(ahead) if not ahead.isalpha() else None), end

    def _names_unit(self, at: int) -> bool:
        return self._unit_at(at, 1) is not None

    def _unit_at(self, at: int, size: int) -> Unit | None:
        words = " ".join(self.low[at : at + size])
        return self.rules.unit_of.get(words) or self.rules.unit_of.get(_elided(words))

    def _number(self, at: int) -> _Number | None:
        """Return the number that begins at word `at`, magnitudes and fractions made part of it."""
        number = self._vague(at) or self._fraction(at) or self._plain(at)
        if number is None:
            return None
        while self._word(number.end) in self.words.magnitudes:
            size = self.words.magnitudes[self._word(number.end)]
            number = self._added(self._times(number, size), size, spoken=self._is_spoken(at))
        money = self._word(at - 1) in self.rules.unit_of
        short = self.words.short.get(self._word(number.end))
        if short and (money or self._word(number.end + 1) not in {"", *self.words.measured}):
            number = self._times(number, short)
        return number if number.value < 10.0**_MOST_DIGITS else None

    def _is_spoken(self, at: int) -> bool:
        return not self._word(at)[:1].isdecimal()

    def _added(self, number: _Number, size: int, *, spoken: bool) -> _Number:
        """Return a number in words with what stands behind its magnitude: and forty."""
        at = number.end + 1 if self._word(number.end) in self.words.middle else number.end
        more = self._plain(at) if spoken and self._is_spoken(at) and self._value(at) else None
        if more is None or more.value >= size or self._word(more.end) in self.words.magnitudes:
            return number
        value = number.value + more.value
        return number.model_copy(update={"value": value, "step": 1.0, "end": more.end})

    @staticmethod
    def _times(number: _Number, size: int) -> _Number:
        scaled = {"value": number.value * size, "step": min(number.step, 1.0) * size}
        return number.model_copy(update={**scaled, "end": number.end + 1, "measures": ""})

    def _vague(self, at: int) -> _Number | None:
        word = self._word(at)
        follows = at + 1 if word in self.words.articles else at
        known = self.words.vague.get(self._word(follows))
        if known is None:
            return None
        low, high = known
        top = float(high) if high > low else 0.0
        return _Number(value=low, step=1, end=follows + 1, top=top)

    def _fraction(self, at: int) -> _Number | None:
        """Return a half, a third, two thirds as a share in per cent; "half a" as a half of it."""
        if self._word(at - 1) in self.words.not_fractions:
            return None
        times, follows = 1.0, at
        if self._word(at) in self.words.articles or self._value(at) is not None:
            times, follows = self._value(at) or 1.0, at + 1
        word = self._word(follows)
        part = self.words.fractions.get(word) if follows > at else None
        part = part or self.words.lone.get(word)
        if part is None:
            return None
        behind = follows + 1
        skipped = behind + 1 if self._word(behind) in self.words.articles else behind
        counted = self._word(skipped)
        if counted in self.words.magnitudes or counted in self.rules.unit_of:
            return _Number(value=times * part, step=0.1, end=skipped)
        return _Number(value=100 * times * part, step=2, end=behind, measures="share")

    def _plain(self, at: int) -> _Number | None:
        value = self._value(at)
        if value is None and not (
            self._word(at) in self.words.articles and self._word(at + 1) in self.words.magnitudes
        ):
            return None
        if value is None:
            return _Number(value=1, step=1, end=at + 1)
        if self._word(at)[:1].isdecimal():
            return _Number(value=value, step=self._step(self._word(at), value), end=at + 1)
        end = at + 1
        while (more := self._value(self._over_hyphen(end))) and 0 < more < _TEN <= value % 100:
            value, end = value + more, self._over_hyphen(end) + 1
        return _Number(value=value, step=1, end=end)

    def _over_hyphen(self, at: int) -> int:
        return at + 1 if self._word(at) == "-" else at

    def _value(self, at: int) -> float | None:
        word = self._word(at)
        if word in self.words.spoken:
            return float(self.words.spoken[word])
        if not word[:1].isdecimal() or ":" in word or len(word) > _MOST_DIGITS + 5:
            return None
        return _digits(word, self.words.decimal)

    def _step(self, word: str, value: float) -> float:
        """Return the place of the last digit that counts; a round figure may be off by 1.5 %."""
        mark = self.words.decimal
        places = len(word.rpartition(mark)[2]) if mark in word and value % 1 else 0
        if places:
            return 10.0**-places
        zeros = len(str(int(value))) - len(str(int(value)).rstrip("0")) if value else 0
        return max(min(10.0**zeros, 0.03 * value), 1.0)

    def _word(self, at: int) -> str:
        return self.low[at] if 0 <= at < len(self.low) else ""


_TEN = 10


def _digits(word: str, decimal: str) -> float | None:
    """Return the value of digits; a mark that stands twice, or before three digits, is thousands.

    The language's own mark for fractions is one even before three digits.
    """
    plain = re.sub(r"[   ’' ]", "", word)
    other = "," if decimal == "." else "."
    if plain.count(decimal) > 1:
        plain = plain.replace(decimal, "")
    elif other in plain and not re.fullmatch(
        rf"\d{{1,3}}(?:\{other}\d{{3}})+(?:\{decimal}\d+)?", plain
    ):
        if decimal in plain or plain.count(other) > 1:
            return None
        return float(plain.replace(other, "."))  # a fraction written the foreign way
    else:
        plain = plain.replace(other, "")
    return float(plain.replace(decimal, "."))


def _elided(word: str) -> str:
    """Return what stands behind an article or preposition cut short: d’euros."""
    return word[2:] if word[1:2] in {"’", "'"} else word


class Agreement(StrEnum):
    """How a figure of a claim stands to one of its source."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    OPEN = "open"  # neither: the source is vaguer, or nearly the same
    APART = "apart"  # of different things


_ABOUT, _NEARLY, _ROUND, _CONVERTED = 0.12, 0.15, 0.05, 0.04


def agreement(ours: Figure, theirs: Figure) -> Agreement:
    """Return how a claim's figure stands to its source's; what they count is not looked at.

    Units of one measure are converted, with a tolerance; currencies never, and per cent is not
    percentage points: the same number of another one conflicts, another number proves nothing.
    """
    if ours.measures != theirs.measures:
        return _across(ours, theirs)
    if ours.shape == theirs.shape and ours.shape in {Shape.OVER, Shape.UNDER}:
        return _same_side(ours, theirs)
    low, high = _reach(ours, theirs.step)
    their_low, their_high = _reach(theirs, ours.step)
    if ours.factor != theirs.factor:
        low, high = low * (1 - _CONVERTED), high * (1 + _CONVERTED)
    if low <= their_high and their_low <= high:
        vaguer = theirs.shape in {Shape.OVER, Shape.UNDER} and _far(ours, theirs)
        return Agreement.OPEN if vaguer else Agreement.AGREES
    gap = max(low - their_high, their_low - high)
    rounded = ours.shape == Shape.ABOUT or (ours.shape == Shape.EXACT and ours.step > theirs.step)
    return Agreement.OPEN if rounded and gap <= _ROUND * ours.high else Agreement.CONFLICTS


def _across(ours: Figure, theirs: Figure) -> Agreement:
    money = len(ours.measures) and ours.measures[:1].isupper() and theirs.measures[:1].isupper()
    shares = {ours.measures, theirs.measures} == {"share", "points"}
    if not money and not shares:
        return Agreement.APART
    same = abs(ours.low - theirs.low) <= max(ours.step, theirs.step) / 2
    return Agreement.CONFLICTS if same else Agreement.OPEN


def _same_side(ours: Figure, theirs: Figure) -> Agreement:
    """Compare two "more than" or two "fewer than": a claim may say less than its source."""
    if not _far(ours, theirs):
        return Agreement.AGREES
    says_more = ours.low > theirs.low if ours.shape == Shape.OVER else ours.low < theirs.low
    return Agreement.CONFLICTS if says_more else Agreement.AGREES


def _far(ours: Figure, theirs: Figure) -> bool:
    if ours.shape in {Shape.OVER, Shape.UNDER} and ours.shape != theirs.shape:
        return False
    return abs(ours.low - theirs.low) > _ABOUT * max(ours.low, theirs.low)


def _reach(figure: Figure, other_step: float) -> tuple[float, float]:
    """Return the lowest and highest value that the figure, as it is meant, lets pass."""
    half = max(figure.step, other_step) / 2 if figure.step > other_step else figure.step * 1e-6
    match figure.shape:
        case Shape.ABOUT:
            return figure.low * (1 - _ABOUT), figure.high * (1 + _ABOUT)
        case Shape.NEARLY:
            return figure.low * (1 - _NEARLY), figure.high
        case Shape.OVER:
            return figure.low, inf
        case Shape.UNDER:
            return 0.0, figure.high
        case _:
            return figure.low - half, figure.high + half
