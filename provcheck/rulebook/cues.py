"""The shape of rules/cues/: the words by which an article says that somebody said something."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from pydantic import Field

from provcheck.model.value import Value
from provcheck.rulebook.frames import Example, Frame, Hearsay, Phrases
from provcheck.rulebook.inflection import Form, english_forms
from provcheck.rulebook.senses import Sense, of_frames, of_hearsay, of_phrases, senses_by_word


class LanguageCues(Value):
    """The cues of one language and the small words round them, in small letters.

    Grammar: `inflection` "english" where verbs are lemmas whose forms are derived (`irregular` ones
    given as third person, past, perfect, participle); `verb_second` where a subject may follow any
    verb; `nouns_capital` where all nouns have capitals; `postposed` and `topic` patterns where a
    language writes no spaces. `ambiguous` are forms that are nouns as well; `finite` other verbs'
    forms, `reported` those of a mood that reports speech; `pronouns` are subjects that name nobody,
    with their gender (m, f, or "" where any fits), `first_person` those of whoever writes,
    `expletives` subjects that are nobody (there); `definite` and `indefinite` the
    articles;
    `introducers` stand before a clause that is said (that); `units` count time and `reckonings`
    follow them (hours later); `links` join names, `tails` hang on nouns, `nominals` end as adverbs
    do and are none.

    `quantifiers` count people without a name (five sources); `vague` words name no document (a new
    report).

    The field: `documents` and `outlets` are nouns for what carries words, `dispatches` those that
    agencies and offices both write, `offices` for who speaks;
    `bodies` take up whatever company or group was named; `events` are occasions of speech; `own`
    phrases mark the paper's own reporting; `resumes` show that an article speaks again after a
    quoted text; `questions` and `answers` are the labels of an interview. Words of `naming` before a
    quoted string make it a title, a term or words as words; those of `imagined` say that nobody
    uttered it; `likening` words stand before what somebody is called (as).
    """

    lang: str
    inflection: str = ""
    verb_second: bool = False
    nouns_capital: bool = False
    irregular: Mapping[str, tuple[str, str, str, str]] = Field(default_factory=dict)
    frames: tuple[Frame, ...]
    phrases: tuple[Phrases, ...] = ()
    hearsay: tuple[Hearsay, ...] = ()
    ambiguous: tuple[str, ...] = ()
    complementizers: tuple[str, ...] = ()
    introducers: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    be: tuple[str, ...] = ()
    particle: str = ""
    agent: str = ""
    relatives: tuple[str, ...] = ()
    subordinators: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    pronouns: dict[str, str]
    first_person: tuple[str, ...] = ()
    indefinites: tuple[str, ...] = ()
    expletives: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    determiners: tuple[str, ...]
    definite: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    postposed: str = ""
    topic: str = ""
    reported: tuple[str, ...] = ()
    likening: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    reckonings: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    nominals: tuple[str, ...] = ()
    finite: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    imagined: tuple[str, ...] = ()
    quantifiers: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    dispatches: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()

    @property
    def examples(self) -> tuple[Example, ...]:
        """Return every group of cues with its example."""
        return (*self.frames, *self.phrases, *self.hearsay)

    @cached_property
    def senses(self) -> Mapping[str, tuple[Sense, ...]]:
        """Return the cues by their first word, longer ones first."""
        return senses_by_word(
            (
                *of_frames(self.frames, self._inflect),
                *of_phrases(self.phrases),
                *of_hearsay(self.hearsay, self._inflect),
            )
        )

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """Return a pattern of a naming word at the end of a text, or None where there are none."""
        return _at_end(self.naming)

    @cached_property
    def imagines(self) -> re.Pattern[str] | None:
        """Return a pattern of an imagining phrase at the end of a text, or None."""
        return _at_end(self.imagined)

    def _inflect(self, verb: str) -> tuple[Form, ...]:
        if self.inflection == "english":
            return tuple(english_forms(verb, self.irregular))
        return (Form(tuple(verb.split()), "past"),)

    @cached_property
    def classes(self) -> dict[str, frozenset[str]]:
        """Return the classes of each small word: determiner, preposition, pronoun and so on."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, words in (
            ("determiner", self.determiners),
            ("definite", self.definite),
            ("indefinite", self.indefinite),
            ("possessive", self.possessives),
            ("pronoun", (*self.pronouns, *self.indefinites)),
            ("relative", self.relatives),
            ("preposition", self.prepositions),
            ("coordinator", self.coordinators),
            ("subordinator", self.subordinators),
            ("adverb", self.adverbs),
            ("auxiliary", self.auxiliaries),
            ("be", self.be),
            ("time", self.times),
            ("complementizer", self.complementizers),
            ("introducer", self.introducers),
            ("verb", self.finite),
            ("ambiguous", self.ambiguous),
            ("reported", self.reported),
            ("unit", self.units),
            ("reckoning", self.reckonings),
            ("link", self.links),
            ("tail", self.tails),
            ("nominal", self.nominals),
        ):
            for word in words:
                found[word].add(name)
        for word in self._unambiguous():
            found[word].add("cue")
        return {word: frozenset(names) for word, names in found.items()}

    def _unambiguous(self) -> set[str]:
        """Return the first words of cues that are verbs in any place: said, went on."""
        finite = {"past", "present"}
        first = {word for word, senses in self.senses.items() for s in senses if s.tense in finite}
        return first - set(self.ambiguous) - set(self.be)


class CueRules(Value):
    """All languages by their code."""

    languages: dict[str, LanguageCues]

    def of(self, lang: str) -> LanguageCues:
        """Return the cues of the language that the BCP 47 code `lang` names, else English ones."""
        return self.languages.get(lang.partition("-")[0].casefold(), self.languages["en"])


def _at_end(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    words = "|".join(map(re.escape, phrases))
    return re.compile(rf"\b(?:{words})[\s,:]*$", re.IGNORECASE)
