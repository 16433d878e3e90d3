"""Numbers in words and in digits, brought to one form: what they say, not what they are worth.

Edits are typed by these, before the language is known, and "4.30" is not "4.3" here;
language/numerals.py reads values, by the marks of one language, for facts of a paraphrase.
"""

import re
from decimal import Decimal

from provcheck.rulebook.lexicon import Lexicon

_GLUED = re.compile(r"([-+]?\d+(?:[.,:]\d+)*)([^\W\d_]+)")
_PLAIN = re.compile(r"[-+]?\d+(?:\.\d+)?")
_ENGLISH = re.compile(r"([-+]?\d{1,3}(?:,\d{3})+)(\.\d+)?")
_CONTINENTAL = re.compile(r"([-+]?\d{1,3}(?:\.\d{3})+),(\d+)|([-+]?\d{1,3}(?:\.\d{3}){2,})")
_DECIMAL_COMMA = re.compile(r"([-+]?\d+),(\d{1,2}|\d{4,})")
_LEADING, _THOUSAND = re.compile(r"[-+]?[1-9]\d{0,2}"), re.compile(r"\d{3}(?:\.\d+)?")
_CLOCK = re.compile(r"\d{1,2}\.[0-5]\d")
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_TEN, _HUNDRED = 10, 100


def numerals(words: list[str], lexicon: Lexicon) -> list[str]:
    """Return the words with every number as digits: "twenty", "five" and "25" both give "25".

    "2.5 million" gives "2500000", "third" gives "3rd", "a hundred" gives "100", "$ 5" gives
    "5", "dollar". A lone "million", and words that are no number, stay as they are. One point
    followed by three digits stays a decimal point: English and German read it differently.
    """
    if not any(word in lexicon.counting or not word.isalpha() for word in words):
        return words
    parted = _clocks(_grouped([part for word in words for part in _parted(word)]), lexicon)
    read: list[str] = []
    at = 0
    while at < len(parted):
        value, after = _number(parted, at, lexicon)
        if value is None:
            read.append(lexicon.unit_names.get(parted[at], parted[at]))
            at += 1
        else:
            read.append(value)
            at = after
    return _units_behind(read, lexicon)


def digits(word: str) -> str:
    """Return a figure without thousands marks and with a decimal point; other words as given."""
    if match := _ENGLISH.fullmatch(word):
        return match[1].replace(",", "") + (match[2] or "")
    if match := _CONTINENTAL.fullmatch(word):
        whole = (match[1] or match[3]).replace(".", "")
        return f"{whole}.{match[2]}" if match[2] else whole
    if match := _DECIMAL_COMMA.fullmatch(word):
        return f"{match[1]}.{match[2]}"
    return word.replace("⁄", "/")


def _parted(word: str) -> list[str]:
    """Return "5m" as two words and an ordinal as one."""
    match = _GLUED.fullmatch(word)
    if match is None or match[2] in ORDINAL_ENDINGS:
        return [digits(word)]
    return [digits(match[1]), match[2]]


def _grouped(words: list[str]) -> list[str]:
    """Return the words with a figure whose thousands stand apart as one: 1 000 000."""
    grouped: list[str] = []
    open_ = False
    for word in words:
        if open_ and _THOUSAND.fullmatch(word):
            grouped[-1] += word
        else:
            grouped.append(word)
            open_ = bool(_LEADING.fullmatch(word))
    return grouped


def _clocks(words: list[str], lexicon: Lexicon) -> list[str]:
    """Return the words with the hour and minutes of a time of day parted by a colon: 3.30 pm."""
    halves = lexicon.classes["day_halves"]
    return [
        word.replace(".", ":")
        if _CLOCK.fullmatch(word) and any(_word(words, i + 1).startswith(half) for half in halves)
        else word
        for i, word in enumerate(words)
    ]


def _number(words: list[str], at: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """Return the number that begins at word `at`, as digits, and the index of the word after it."""
    run = _Run(lexicon)
    start = at
    if words[at] in lexicon.classes["one_words"] and _word(words, at + 1) in lexicon.multipliers:
        run.add_value("1")
        at += 1
    elif _is_half(words, at, lexicon):
        run.add_value("0.5")
        at += 2
    while at < len(words) and not run.ordinal:
        word = words[at]
        joins = word in lexicon.classes["number_joiners"] and run.takes(_word(words, at + 1))
        if not joins and not run.add(word):
            break
        at += 1
    if (
        run.count
        and not run.ordinal
        and _word(words, at) in ORDINAL_ENDINGS
        and words[at - 1].isdigit()
    ):
        run.ordinal, at = True, at + 1
    return (run.told(), at) if run.count else (None, start)


def _is_half(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Tell whether "half a million" begins here."""
    article, power = _word(words, at + 1), _word(words, at + 2)
    half = lexicon.number(words[at]) == "1/2"
    return half and article in lexicon.classes["one_words"] and power in lexicon.multipliers


def _word(words: list[str], at: int) -> str:
    return words[at] if at < len(words) else ""


class _Run:
    """A number while its words are read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.ordinal = False
        self.count = 0
        self._single = ""  # the one word read so far, as digits
        self._whole, self._open = Decimal(0), Decimal(0)
        self._room = Decimal(0)  # a further word must be smaller than this

    def takes(self, word: str) -> bool:
        """Tell whether `word`, after an "and", goes on with this number."""
        value = self._lexicon.number(word)
        return self._room >= _HUNDRED and bool(value) and value[:1] != "-"

    def add(self, word: str) -> bool:
        """Read a word; False where it is no part of this number."""
        power = self._lexicon.multipliers.get(word)
        if power is not None:
            return self._add_power(Decimal(power))
        value = self._lexicon.number(word)
        if not value or not self.add_value(value):
            return False
        if value == word:  # digits: what follows them is another figure, "in 20 5 were lost"
            self._room = Decimal(0)
        return True

    def add_value(self, value: str) -> bool:
        """Read digits, such as "20" or "3rd"."""
        plain = re.sub(r"(?:st|nd|rd|th)$", "", value)
        if not _PLAIN.fullmatch(plain):  # 1/2, 2x, 10:30
            if self.count:
                return False
            self._single, self.count, self._room = value, 1, Decimal(0)
            return True
        amount = Decimal(plain)
        if self.count and not 0 < amount < self._room:
            return False
        self._open += amount
        tens = "." not in plain and len(plain) == 2 and plain[1] == "0" and plain[0] != "1"  # noqa: PLR2004
        self._room = Decimal(_TEN) if tens else Decimal(0)
        self._single, self.count = value, self.count + 1
        self.ordinal = plain != value
        return True

    def _add_power(self, power: Decimal) -> bool:
        if not self.count or not self._open:
            return False
        if power == _HUNDRED:
            self._open *= power
        else:
            self._whole, self._open = self._whole + self._open * power, Decimal(0)
        self._room, self.count = power, self.count + 1
        return True

    def told(self) -> str:
        """Return the number as digits; a lone figure keeps the digits that it has."""
        if self.count == 1 and not self.ordinal:
            return self._single
        if not _PLAIN.fullmatch(re.sub(r"(?:st|nd|rd|th)$", "", self._single)):
            return self._single
        total = (self._whole + self._open).normalize()
        return _ordinal(int(total)) if self.ordinal else f"{total:f}"


def _ordinal(number: int) -> str:
    teens = number // _TEN % _TEN == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % _TEN, 'th')}"


def _units_behind(words: list[str], lexicon: Lexicon) -> list[str]:
    """Return the words with a currency behind its amount and a minus in it."""
    moved: list[str] = []
    waiting = ""  # a currency whose amount has begun
    for i, word in enumerate(words):
        if waiting and word not in lexicon.ambiguous_units:
            moved.append(waiting)
            waiting = ""
        figure = word[:1].isdigit()
        if figure and moved and moved[-1] in lexicon.classes["minus_words"]:
            moved[-1] = f"-{word}"
        elif figure and moved and _leads(words, i - 1, lexicon):
            waiting = moved.pop()
            moved.append(word)
        else:
            moved.append(word)
    return [*moved, waiting] if waiting else moved


def _leads(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a currency stands before its amount, and not behind another one."""
    after_figure = at > 0 and words[at - 1][:1].isdigit()
    return words[at] in lexicon.classes["currencies"] and not after_figure
