"""The shape of rules/quotation.yaml: marks per language, and words round quoted strings."""

import re
from functools import cached_property

from provcheck.model.value import Value
from provcheck.rulebook.tag import base_of


class Quotation(Value):
    """How quotations look. A pair is two characters, the opening and the closing mark."""

    pairs: dict[str, tuple[str, ...]]
    introducing: tuple[str, ...]
    abbreviations: tuple[str, ...]

    def pairs_of(self, lang: str) -> tuple[str, ...]:
        """Return the pairs of the language that `lang` names, else the English ones."""
        return self.pairs.get(base_of(lang), self.pairs["en"])

    @cached_property
    def introduces(self) -> re.Pattern[str]:
        """Return a pattern of a word that announces what was said or written."""
        return re.compile(
            r"\b(?:" + "|".join(map(re.escape, self.introducing)) + r")\b", re.IGNORECASE
        )
