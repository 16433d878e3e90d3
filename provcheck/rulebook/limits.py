"""The shape of rules/limits.yaml: the words that limit what a speaker says."""

from functools import cache, cached_property
from typing import Literal

from provcheck.model.value import Value
from provcheck.rulebook.load import load, shipped
from provcheck.rulebook.negations import negation_rules
from provcheck.rulebook.tag import base_of


class LimitWords(Value):
    """One language's limiting words; each entry is one word or a phrase, in small letters.

    The head of the file says what each list is for. A list left out is empty: that language then
    gives no such sign, and nothing is said of it.
    """

    negations: tuple[str, ...] = ()
    affirmations: tuple[str, ...]
    factives: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    joints: tuple[str, ...]
    openers: tuple[str, ...]
    unparted: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    closers: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    conditions: tuple[str, ...]
    asides: tuple[str, ...] = ()
    corrections: tuple[str, ...]
    suppositions: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    sayings: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    dismissals: tuple[str, ...] = ()
    unreal: tuple[str, ...] = ()
    weakeners: tuple[str, ...] = ()
    belonging: tuple[str, ...] = ()
    renaming: tuple[str, ...] = ()
    hedges: tuple[str, ...]


class LimitExample(Value):
    """Words that a rule must fire on, and words that it must pass by."""

    rule: Literal[
        "openers",
        "closers",
        "bounds",
        "corrections",
        "conditions",
        "denials",
        "suppositions",
        "voices",
        "questions",
        "dismissals",
        "weakeners",
        "limits",
    ]
    fires: str
    silent: str
    lang: str = "en"


class Limits(Value):
    """All languages, and examples that one test runs."""

    languages: dict[str, LimitWords]
    examples: tuple[LimitExample, ...]

    @cached_property
    def english(self) -> LimitWords:
        """Return the words of the language that is read where no other is listed."""
        return self.languages["en"]

    def hedging(self) -> frozenset[str]:
        """Return the single words, of all languages, that make less certain or less general."""
        listed = self.languages.values()
        words = (word for each in listed for word in (*each.hedges, *each.weakeners))
        return frozenset(word for word in words if " " not in word)

    def of(self, lang: str) -> LimitWords:
        """Return the words of the language that the BCP 47 code `lang` names, else English ones."""
        return self.languages.get(base_of(lang), self.english)


@cache
def limit_rules() -> Limits:
    """Return the shipped limits, negations.yaml among them; raises RuleError for a broken file."""
    listed = load(shipped() / "limits.yaml", Limits)
    languages = {
        lang: words.model_copy(update={"negations": (*negation_rules().of(lang), *words.negations)})
        for lang, words in listed.languages.items()
    }
    return Limits(languages=languages, examples=listed.examples)
