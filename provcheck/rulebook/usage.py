"""The shape of rules/usage.yaml: slips, spelling of speech, obscenities, people without a name."""

from typing import Literal

from pydantic import Field

from provcheck.model.value import Value
from provcheck.rulebook.tag import base_of


class UsageWords(Value):
    """One language's usage; small letters, apostrophes left out.

    `agreement` are groups of forms that differ in number or person alone; `slips` what is said
    and what grammar asks for; `small` words whose putting in or leaving out mends a sentence and
    changes nothing else, unless a `weighed` one follows (few, a few). `speech` are forms written
    as they sound, and their ordinary spelling. `obscenities` are stems; `masks` what stands in
    brackets for one. `unnamed` are people without a name, one of them and several.
    `broadcasters` are words in a broadcaster's name. `noun_capitals`: every noun has a capital,
    so that a capital proves no name.
    """

    agreement: tuple[tuple[str, ...], ...] = ()
    slips: dict[str, str] = Field(default_factory=dict)
    small: tuple[str, ...] = ()
    weighed: tuple[str, ...] = ()
    speech: dict[str, str] = Field(default_factory=dict)
    obscenities: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
    unnamed: dict[str, str] = Field(default_factory=dict)
    broadcasters: tuple[str, ...] = ()
    noun_capitals: bool = False


class UsageExample(Value):
    """What a slip is (source, article), and a pair that is a change of another kind."""

    slip: Literal["grammar", "dialect", "mask"]
    fires: tuple[str, str]
    silent: tuple[str, str]


class Usage(Value):
    """All languages, and examples that one test runs."""

    languages: dict[str, UsageWords]
    examples: tuple[UsageExample, ...]

    def of(self, lang: str) -> UsageWords:
        """Return the usage of the language that the BCP 47 code `lang` names, or an empty one."""
        return self.languages.get(base_of(lang), UsageWords())
