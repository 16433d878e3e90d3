"""The shape of rules/stance.yaml: words that deny, make uncertain or make a duty."""

from functools import cache, cached_property

from provcheck.model.value import Value
from provcheck.rulebook.load import load, shipped
from provcheck.rulebook.negations import negation_rules
from provcheck.rulebook.tag import base_of


class StanceWords(Value):
    """One language's words and phrases, in small letters, apostrophes left out.

    What each list means stands at the head of rules/stance.yaml.
    """

    small: tuple[str, ...]
    auxiliaries: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    clause: bool = False
    denials: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    rejections: tuple[str, ...] = ()
    gerund: str = ""
    transparent: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    pondering: tuple[str, ...] = ()
    could: tuple[str, ...] = ()
    intended: tuple[str, ...] = ()
    certain: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    should: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()

    @cached_property
    def empty(self) -> frozenset[str]:
        """Return the words that say nothing by themselves."""
        single = (
            *self.possible,
            *self.pondering,
            *self.could,
            *self.certain,
            *self.must,
            *self.should,
        )
        return frozenset((*self.small, *self.auxiliaries, *self.denials, *single))

    @cached_property
    def cues(self) -> dict[str, str]:
        """Return each word or phrase that changes how a statement stands, and its class."""
        kinds = (*_STRENGTHS, "rejections", "refusals", "denials")
        return {phrase: kind for kind in kinds for phrase in getattr(self, kind)}


class StanceRules(Value):
    """All languages."""

    languages: dict[str, StanceWords]

    def of(self, lang: str) -> StanceWords:
        """Return the words of the language that the BCP 47 code `lang` names, else none at all."""
        return self.languages.get(base_of(lang), _NONE)


_STRENGTHS = ("intended", "should", "must", "certain", "could", "possible", "pondering")
_NONE = StanceWords(small=())


@cache
def stance_rules() -> StanceRules:
    """Return the shipped rules of stance, negations.yaml among the denials.

    Raises RuleError for a broken file.
    """
    listed = load(shipped() / "stance.yaml", StanceRules).languages
    return StanceRules(
        languages={
            lang: words.model_copy(update={"denials": (*negation_rules().of(lang), *words.denials)})
            for lang, words in listed.items()
        }
    )
