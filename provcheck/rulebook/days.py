"""The shape of rules/days.yaml: the words for days, weeks and months."""

import datetime as dt
import re
from functools import cache, cached_property

from provcheck.model.value import Value
from provcheck.rulebook.load import load, shipped
from provcheck.rulebook.tag import base_of

_NUMERIC = re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b")
_SIGNS = re.compile(r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")


class Counted(Value):
    """Phrases by how many years, months or days they lie from the day of the text."""

    years: dict[int, tuple[str, ...]]
    months: dict[int, tuple[str, ...]]
    days: dict[int, tuple[str, ...]]


class Days(Value):
    """How articles name days, all languages together.

    `months` and `weekdays` are lists of names from January and Monday on, in small letters; words
    of `before` and `behind` make a weekday that of the week before; `parts` of the day are joined
    to one (woensdagavond). The others are whole phrases. A word of `only` means a day in those
    languages alone: French hier.
    """

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    parts: tuple[str, ...]
    only: dict[str, tuple[str, ...]]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    today: tuple[str, ...]
    yesterday: tuple[str, ...]
    this_week: tuple[str, ...]
    last_week: tuple[str, ...]
    this_month: tuple[str, ...]
    last_month: tuple[str, ...]
    counted: Counted

    def of(self, lang: str) -> "Days":
        """Return the words without those that mean a day in other languages than `lang` only."""
        known = base_of(lang)
        return self._by_lang.get(known, self._by_lang[""])

    @cached_property
    def _by_lang(self) -> dict[str, "Days"]:
        """Return the days of each language that has words of its own, and of all others as ""."""
        found = {}
        for lang in {"", *(each for langs in self.only.values() for each in langs)}:
            foreign = {word for word, langs in self.only.items() if lang not in langs}
            kept = tuple(word for word in self.yesterday if word not in foreign)
            fields = {name: getattr(self, name) for name in type(self).model_fields}
            found[lang] = Days(**{**fields, "yesterday": kept})
        return found

    @cached_property
    def shifts(self) -> Counted:
        """Return every phrase that counts from the day of the text, those of articles included."""
        months = {-1: self.last_month, **self.counted.months}
        today = (*self.today, *self.counted.days.get(0, ()))
        days = {**self.counted.days, -1: self.yesterday, 0: today}
        return Counted(years=self.counted.years, months=months, days=days)

    @cached_property
    def month_of(self) -> dict[str, int]:
        """Return the number, from 1, of each month's name."""
        return {name: i for i, names in enumerate(self.months, start=1) for name in names}

    @cached_property
    def weekday_of(self) -> dict[str, int]:
        """Return the number, from Monday 0, of each weekday's name."""
        return {name: i for i, names in enumerate(self.weekdays) for name in names}

    @cached_property
    def weekday(self) -> re.Pattern[str]:
        """Return a pattern of a weekday, in the group "name", to be sought in small letters."""
        compound = "|".join(map(re.escape, self.parts))
        return re.compile(f"(?P<name>{any_of(self.weekday_of, rf'(?={compound})')})")

    @cached_property
    def date(self) -> re.Pattern[str]:
        """Return a pattern of a day and a month, in either order, with a year or without.

        The groups are m1, d1, y1 where the month stands first, m2, d2, y2 where the day does; to be
        sought in small letters.
        """
        months = any_of(self.month_of)
        return re.compile(
            rf"(?:(?P<m1>{months})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y1>\d{{4}}))?"
            rf"|\b(?P<d2>\d{{1,2}})(?:\.|st|nd|rd|th|er)?\s+(?:of\s+|de\s+)?(?P<m2>{months})\.?"
            rf"(?:,?\s+(?:de\s+)?(?P<y2>\d{{4}}))?)"
        )

    @cached_property
    def phrases(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Return a pattern of each kind of phrase by the name of its field, for small letters."""
        kinds = ("this_week", "last_week", "this_month", "last_month", "yesterday", "today")
        return tuple((kind, re.compile(any_of(getattr(self, kind)))) for kind in kinds)

    def full_date(self, words: str) -> dt.date | None:
        """Return the day that `words` name with its year, in any of the languages, or None."""
        low = words.casefold()
        numbers = _NUMERIC.search(low) or _SIGNS.search(low)
        if numbers:
            return _day(*map(int, numbers.group("y", "m", "d")))
        named = self.date.search(low)
        year = named["y1"] or named["y2"] if named else None
        if named is None or year is None:
            return None
        month = self.month_of[named["m1"] or named["m2"]]
        return _day(int(year), month, int(named["d1"] or named["d2"]))

    def is_before(self, words: str, at: int, end: int) -> bool:
        """Tell whether the word before `at` or behind `end` makes a weekday that of last week."""
        ahead, behind = words[:at].split()[-1:], words[end:].split()[:1]
        return bool({*ahead} & {*self.before} or {*behind} & {*self.behind})


@cache
def day_rules() -> Days:
    """Return the shipped words for days; raises RuleError for a broken file."""
    return load(shipped() / "days.yaml", Days)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def any_of(phrases: "tuple[str, ...] | dict[str, int]", joined: str = r"(?!)") -> str:
    """Return the source of a pattern of any phrase, longest first, whole words where there are.

    A word may also end where the pattern `joined` matches.

    A language without spaces has no words to end in: 水曜日 is found wherever it stands.
    """
    ordered = sorted({p.casefold() for p in phrases}, key=lambda phrase: (-len(phrase), phrase))
    spaced = "|".join(re.escape(p) for p in ordered if p[0] < _UNSPACED)
    unspaced = [re.escape(p) for p in ordered if p[0] >= _UNSPACED]
    return "(?:" + "|".join([rf"(?<!\w)(?:{spaced})(?:(?!\w)|{joined})", *unspaced]) + ")"


_UNSPACED = "\u3000"  # from here on scripts write no spaces
