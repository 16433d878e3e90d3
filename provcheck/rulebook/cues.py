"""The shape of rules/cues.yaml: the words by which an article says that somebody said something."""

import re
from functools import cached_property

from provcheck.model.value import Value


class LanguageCues(Value):
    """The cues of one language, in small letters.

    `verbs` are finite reporting verbs; `participles` those that hang on a sentence's subject;
    `phrases` introduce a source without a verb ("according to"); `adverbs` may stand between a
    subject and its verb; `pronouns` are subjects that name nobody, with their gender (m, f, or ""
    where any fits); `determiners` open a noun phrase; `documents` and `outlets` are nouns for what
    carries words, `offices` for who speaks; `bodies` take up
    whatever company or group was named; `events` are occasions of speech; `own` phrases mark
    the paper's own reporting; `resumes` show that an article speaks again after quoting a text.
    """

    verbs: tuple[str, ...]
    participles: tuple[str, ...]
    phrases: tuple[str, ...]
    adverbs: tuple[str, ...]
    pronouns: dict[str, str]
    determiners: tuple[str, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    offices: tuple[str, ...]
    bodies: tuple[str, ...]
    events: tuple[str, ...]
    own: tuple[str, ...]
    resumes: tuple[str, ...]

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """Return a pattern of any finite cue verb as a whole word."""
        return _any(self.verbs)

    @cached_property
    def participle(self) -> re.Pattern[str]:
        """Return a pattern of any participle cue."""
        return _any(self.participles)

    @cached_property
    def phrase(self) -> re.Pattern[str]:
        """Return a pattern of any introducing phrase."""
        return _any(self.phrases)


class CueExample(Value):
    """A sentence whose quotation a speaker is found for, and one that names none."""

    lang: str
    fires: str
    speaker: str
    silent: str


class CueRules(Value):
    """All languages, and examples that one test runs."""

    languages: dict[str, LanguageCues]
    examples: tuple[CueExample, ...]

    def of(self, lang: str) -> LanguageCues:
        """Return the cues of the language that the BCP 47 code `lang` names, else English ones."""
        return self.languages.get(lang.partition("-")[0].casefold(), self.languages["en"])


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b", re.IGNORECASE)
