"""The shape of rules/days.yaml: the words for days, weeks and months."""

import re
from functools import cached_property

from provcheck.model.value import Value


class Days(Value):
    """How articles name days, all languages together.

    `months` and `weekdays` are lists of names from January and Monday on, in small letters; words
    of `before` and `behind` make a weekday that of the week before. The others are whole phrases.
    """

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    today: tuple[str, ...]
    yesterday: tuple[str, ...]
    this_week: tuple[str, ...]
    last_week: tuple[str, ...]
    this_month: tuple[str, ...]
    last_month: tuple[str, ...]

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
        """Return a pattern of a weekday, to be sought in small letters."""
        return re.compile(any_of(self.weekday_of))

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

    def is_before(self, words: str, at: int, end: int) -> bool:
        """Tell whether the word before `at` or behind `end` makes a weekday that of last week."""
        ahead, behind = words[:at].split()[-1:], words[end:].split()[:1]
        return bool({*ahead} & {*self.before} or {*behind} & {*self.behind})


def any_of(phrases: "tuple[str, ...] | dict[str, int]") -> str:
    """Return the source of a pattern of any phrase, longest first, whole words where there are.

    A language without spaces has no words to end in: 水曜日 is found wherever it stands.
    """
    ordered = sorted({p.casefold() for p in phrases}, key=lambda phrase: (-len(phrase), phrase))
    spaced = "|".join(re.escape(p) for p in ordered if p[0] < _UNSPACED)
    unspaced = [re.escape(p) for p in ordered if p[0] >= _UNSPACED]
    return "(?:" + "|".join([rf"(?<!\w)(?:{spaced})(?!\w)", *unspaced]) + ")"


_UNSPACED = "\u3000"  # from here on scripts write no spaces
