"""The shape of rules/quotation.yaml: marks per language, and words round quoted strings."""

import re
from functools import cached_property

from provcheck.model.value import Value


class Quotation(Value):
    """How quotations look. A pair is two characters, the opening and the closing mark.

    `months` and `weekdays` are lists of names from January and Monday on, in small letters.
    """

    pairs: dict[str, tuple[str, ...]]
    introducing: tuple[str, ...]
    abbreviations: tuple[str, ...]
    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]

    def pairs_of(self, lang: str) -> tuple[str, ...]:
        """Return the pairs of the language that `lang` names, else the English ones."""
        return self.pairs.get(lang.partition("-")[0].casefold(), self.pairs["en"])

    @cached_property
    def introduces(self) -> re.Pattern[str]:
        """Return a pattern of a word that announces what was said or written."""
        return re.compile(
            r"\b(?:" + "|".join(map(re.escape, self.introducing)) + r")\b", re.IGNORECASE
        )

    @cached_property
    def month_of(self) -> dict[str, int]:
        """Return the number, from 1, of each month's name."""
        return {name: i for i, names in enumerate(self.months, start=1) for name in names}

    @cached_property
    def weekday_of(self) -> dict[str, int]:
        """Return the number, from Monday 0, of each weekday's name."""
        return {name: i for i, names in enumerate(self.weekdays) for name in names}
