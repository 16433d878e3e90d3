"""The shape of rules/figures.yaml: units, and the words for numbers and for rounding."""

from functools import cache, cached_property

from pydantic import Field

from provcheck.model.value import Value
from provcheck.rulebook.load import load, shipped
from provcheck.rulebook.tag import base_of


class Unit(Value):
    """What a unit measures, and how many of that measure's base one of it is."""

    measures: str
    factor: float
    words: tuple[str, ...]


class NumberWords(Value):
    """One language's words for figures, all in small letters; phrases parted by single spaces.

    `decimal` is the mark before the fraction of a number. `compound` joins the unit and the tens
    in one word (fünfundzwanzig). `short` magnitudes are letters that may mean a unit as well;
    before one of `measured` they do; `of` stands
    between a figure and what it counts. A number behind one of `numbered` is a label, no count.
    """

    decimal: str
    articles: tuple[str, ...] = ()
    compound: str = ""
    numbers: dict[str, int] = Field(default_factory=dict)
    magnitudes: dict[str, int] = Field(default_factory=dict)
    short: dict[str, int] = Field(default_factory=dict)
    measured: tuple[str, ...] = ()
    fractions: dict[str, float] = Field(default_factory=dict)
    lone: dict[str, float] = Field(default_factory=dict)
    not_fractions: tuple[str, ...] = ()
    vague: dict[str, tuple[int, int]] = Field(default_factory=dict)
    about: tuple[str, ...] = ()
    nearly: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    of: tuple[str, ...] = ()

    @cached_property
    def spoken(self) -> dict[str, int]:
        """Return every number that is one word, those joined of unit and tens among them."""
        if not self.compound:
            return self.numbers
        units = {"ein": 1, **{w: n for w, n in self.numbers.items() if 1 < n < _TEN}}
        tens = {w: n for w, n in self.numbers.items() if n >= 2 * _TEN and n % _TEN == 0}
        joined = {
            f"{one}{self.compound}{ten}": n + m
            for one, n in units.items()
            for ten, m in tens.items()
        }
        return {**joined, **self.numbers}

    @cached_property
    def rounding(self) -> dict[str, str]:
        """Return each rounding phrase and the name of its class."""
        kinds = {
            "about": self.about,
            "nearly": self.nearly,
            "over": self.over,
            "under": self.under,
            "between": self.between,
        }
        return {phrase: kind for kind, phrases in kinds.items() for phrase in phrases}


class FigureRules(Value):
    """Units, and the number words of every language."""

    units: dict[str, Unit]
    languages: dict[str, NumberWords]

    def of(self, lang: str) -> NumberWords:
        """Return the words of the language that the BCP 47 code `lang` names, else English ones."""
        return self.languages.get(base_of(lang), self.languages["en"])

    @cached_property
    def unit_of(self) -> dict[str, Unit]:
        """Return the unit of every word or sign that names one."""
        return {word: unit for unit in self.units.values() for word in unit.words}


_TEN = 10


@cache
def figure_rules() -> FigureRules:
    """Return the shipped rules of figures; raises RuleError for a broken file."""
    return load(shipped() / "figures.yaml", FigureRules)
