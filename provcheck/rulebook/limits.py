"""The shape of rules/limits.yaml: the words that limit what a speaker says."""

from functools import cached_property
from typing import Literal

from provcheck.model.value import Value


class LimitWords(Value):
    """One language's limiting words; each entry is one word or a phrase, in small letters."""

    negations: tuple[str, ...]
    affirmations: tuple[str, ...]
    openers: tuple[str, ...]
    conditions: tuple[str, ...]
    corrections: tuple[str, ...]
    doubts: tuple[str, ...]
    joints: tuple[str, ...]
    hedges: tuple[str, ...]


class LimitExample(Value):
    """Words that a rule must fire on, and words that it must pass by."""

    rule: Literal["openers", "corrections", "conditions", "denials", "limits"]
    fires: str
    silent: str


class Limits(Value):
    """All languages, and examples that one test runs."""

    languages: dict[str, LimitWords]
    examples: tuple[LimitExample, ...]

    @cached_property
    def english(self) -> LimitWords:
        """Return the words of the language that is read where no other is listed."""
        return self.languages["en"]

    def of(self, lang: str) -> LimitWords:
        """Return the words of the language that the BCP 47 code `lang` names, else English ones."""
        return self.languages.get(lang.partition("-")[0].casefold(), self.english)
