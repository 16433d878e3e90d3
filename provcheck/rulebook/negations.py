"""The shape of rules/negations.yaml: the words that deny."""

from functools import cache

from provcheck.model.value import Value
from provcheck.rulebook.load import load, shipped
from provcheck.rulebook.tag import base_of


class Negations(Value):
    """Language (its two letters) to its words, in small letters, apostrophes left out."""

    languages: dict[str, tuple[str, ...]]

    def of(self, lang: str) -> tuple[str, ...]:
        """Return the words of the language that the BCP 47 code `lang` names, else none."""
        return self.languages.get(base_of(lang), ())

    def every(self) -> tuple[str, ...]:
        """Return the words of all languages together."""
        return tuple(word for words in self.languages.values() for word in words)


@cache
def negation_rules() -> Negations:
    """Return the shipped words that deny; raises RuleError for a broken file."""
    return load(shipped() / "negations.yaml", Negations)
