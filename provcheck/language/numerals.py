"""Numbers of a text: digits by the marks of its language, number words, fractions, magnitudes."""

import re
from collections.abc import Iterator

from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.figures import FigureRules, NumberWords

_WORD = re.compile(
    r"\d{1,3}(?:[   ’']\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*(?::\d+)*"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*[²³]?|[%‰€$£¥°]|[–—-]"
)
_SPACED = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?")
_MOST_DIGITS = 15  # of a figure; a longer one is a code
_TEN = 10


class Number(Value):
    """A number that begins at some word: its value, the place of its last digit that counts.

    `end` is the word behind it; `top` the upper end of a vague word (dozens), 0 where it has none;
    `measures` is "share" for a fraction, whose value is in per cent.
    """

    value: float
    step: float
    end: int
    top: float = 0.0  # the upper end of a vague word
    measures: str = ""


class Numerals:
    """One text's words, and the number that begins at each of them."""

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

    def word(self, at: int) -> str:
        """Return the word numbered `at` in small letters, or "" where there is none."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def number(self, at: int) -> Number | None:
        """Return the number that begins at word `at`, magnitudes and fractions made part of it."""
        number = self._vague(at) or self._fraction(at) or self._plain(at)
        if number is None:
            return None
        while self.word(number.end) in self.words.magnitudes:
            size = self.words.magnitudes[self.word(number.end)]
            number = self._added(self._times(number, size), size, spoken=self._is_spoken(at))
        money = self.word(at - 1) in self.rules.unit_of
        short = self.words.short.get(self.word(number.end))
        if short and (money or self.word(number.end + 1) not in {"", *self.words.measured}):
            number = self._times(number, short)
        return number if number.value < 10.0**_MOST_DIGITS else None

    def _is_spoken(self, at: int) -> bool:
        return not self.word(at)[:1].isdecimal()

    def _added(self, number: Number, size: int, *, spoken: bool) -> Number:
        """Return a number in words with what stands behind its magnitude: and forty."""
        at = number.end + 1 if self.word(number.end) in self.words.middle else number.end
        more = self._plain(at) if spoken and self._is_spoken(at) and self.value(at) else None
        if more is None or more.value >= size or self.word(more.end) in self.words.magnitudes:
            return number
        value = number.value + more.value
        return number.model_copy(update={"value": value, "step": 1.0, "end": more.end})

    @staticmethod
    def _times(number: Number, size: int) -> Number:
        scaled = {"value": number.value * size, "step": min(number.step, 1.0) * size}
        return number.model_copy(update={**scaled, "end": number.end + 1, "measures": ""})

    def _vague(self, at: int) -> Number | None:
        word = self.word(at)
        follows = at + 1 if word in self.words.articles else at
        known = self.words.vague.get(self.word(follows))
        if known is None:
            return None
        low, high = known
        top = float(high) if high > low else 0.0
        return Number(value=low, step=1, end=follows + 1, top=top)

    def _fraction(self, at: int) -> Number | None:
        """Return a half, a third, two thirds as a share in per cent; "half a" as a half of it."""
        if self.word(at - 1) in self.words.not_fractions:
            return None
        times, follows = 1.0, at
        if self.word(at) in self.words.articles or self.value(at) is not None:
            times, follows = self.value(at) or 1.0, at + 1
        word = self.word(follows)
        part = self.words.fractions.get(word) if follows > at else None
        part = part or self.words.lone.get(word)
        if part is None:
            return None
        behind = follows + 1
        skipped = behind + 1 if self.word(behind) in self.words.articles else behind
        counted = self.word(skipped)
        if counted in self.words.magnitudes or counted in self.rules.unit_of:
            return Number(value=times * part, step=0.1, end=skipped)
        return Number(value=100 * times * part, step=2, end=behind, measures="share")

    def _plain(self, at: int) -> Number | None:
        value = self.value(at)
        if value is None and not (
            self.word(at) in self.words.articles and self.word(at + 1) in self.words.magnitudes
        ):
            return None
        if value is None:
            return Number(value=1, step=1, end=at + 1)
        if self.word(at)[:1].isdecimal():
            return Number(value=value, step=self._step(self.word(at), value), end=at + 1)
        end = at + 1
        while (more := self.value(self._over_hyphen(end))) and 0 < more < _TEN <= value % 100:
            value, end = value + more, self._over_hyphen(end) + 1
        return Number(value=value, step=1, end=end)

    def _over_hyphen(self, at: int) -> int:
        return at + 1 if self.word(at) == "-" else at

    def value(self, at: int) -> float | None:
        """Return the value of the word numbered `at` alone, None where it is no number."""
        word = self.word(at)
        if word in self.words.spoken:
            return float(self.words.spoken[word])
        if not word[:1].isdecimal() or ":" in word or len(word) > _MOST_DIGITS + 5:
            return None
        return _digits(word, self.words.decimal)

    def _step(self, word: str, value: float) -> float:
        """Return the place of the last digit that counts; a round figure may be off by 1.5 %."""
        places = len(re.split(r"[.,]", word)[-1]) if value % 1 else 0
        if places:
            return 10.0**-places
        zeros = len(str(int(value))) - len(str(int(value)).rstrip("0")) if value else 0
        return max(min(10.0**zeros, 0.03 * value), 1.0)


def _digits(word: str, decimal: str) -> float | None:
    """Return the value of digits; a mark that stands twice, or before three digits, is thousands.

    The language's own mark for fractions is one even before three digits. None where the marks
    make no number.
    """
    plain = re.sub(r"[\u00a0\u202f\u2009 ’']", "", word)
    other = "," if decimal == "." else "."
    if plain.count(decimal) > 1:
        plain = plain.replace(decimal, "")
    elif re.fullmatch(rf"\d+\{other}\d{{1,2}}|\d+\{other}\d{{4,}}", plain):
        plain = plain.replace(other, decimal)  # a fraction written the foreign way
    elif re.fullmatch(rf"\d{{1,3}}(?:\{other}\d{{3}})+(?:\{decimal}\d+)?", plain):
        plain = plain.replace(other, "")
    plain = plain.replace(decimal, ".")
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None
