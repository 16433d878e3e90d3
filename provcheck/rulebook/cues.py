"""The shape of rules/cues/: the words by which an article says that somebody said something."""

import re
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from provcheck.model.value import Value
from provcheck.rulebook.inflection import Form, english_forms


class Frame(Value):
    """Cues that govern what is said in one way, with an example and one that stays silent.

    `noun` where the cue is a noun with a possessor (her claim that). `speech` where the cue says that words were uttered, not only thought or shown. `verbs` are lemmas where the language's forms are derived, else the forms themselves; `takes`
    what may stand behind the cue (quote, clause, bare, infinitive, object, person, as) and `ahead`
    where the words may stand before it; `of` the prepositions before what is said.
    """

    id: str
    speech: bool = False
    noun: bool = False
    takes: tuple[str, ...]
    verbs: tuple[str, ...]
    of: tuple[str, ...] = ()
    fires: str
    speaker: str
    content: str | None = None
    silent: str


class Phrases(Value):
    """Introducing phrases without a verb ("according to"), with their examples.

    `behind` where they stand only behind what is said, set off by a mark.
    """

    words: tuple[str, ...]
    behind: bool = False
    fires: str
    speaker: str
    silent: str


class Sense(NamedTuple):
    """A cue as it is written: its words, tense ("phrase" or "trailing phrase" where it is no verb) and frames."""

    words: tuple[str, ...]
    tense: str
    frames: tuple[Frame, ...]


class LanguageCues(Value):
    """The cues of one language and the small words round them, in small letters.

    `inflection` "english" where verbs are lemmas whose forms are derived (`irregular` ones given as
    third person, past, perfect, participle); `verb_second` where a subject may follow any verb.
    `hearsay` reports words without saying whose; `ambiguous` are forms that are nouns as well;
    `finite` other verbs' forms, `reported` those of a mood that reports speech; `likening` words
    stand before what somebody is called ("as"). `definite` are the articles that name something. `pronouns` are subjects that name nobody, with their gender (m, f,
    or "" where any fits); `expletives` are subjects that are nobody (there); `first_person` those of whoever writes. `nouns_capital` where all nouns have capitals. `documents` and `outlets` are nouns for what carries words, `offices` for
    who speaks; `bodies` take up whatever company or group was named; `events` are occasions of
    speech; `own` phrases mark the paper's own reporting; `resumes` show that an article speaks again
    after a quoted text. `questions` and `answers` are the labels of an interview. Words of `naming` before a quoted string make it a title, a term or words
    as words; those of `imagined` say that nobody uttered it.
    """

    lang: str
    inflection: str = ""
    verb_second: bool = False
    nouns_capital: bool = False
    irregular: dict[str, tuple[str, str, str, str]] = {}
    frames: tuple[Frame, ...]
    phrases: tuple[Phrases, ...] = ()
    hearsay: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    complementizers: tuple[str, ...] = ()
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
    documents: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()

    @cached_property
    def senses(self) -> dict[str, tuple[Sense, ...]]:
        """Return the cues by their first word, longer ones first."""
        frames: dict[Form, list[Frame]] = defaultdict(list)
        for frame in self.frames:
            for verb in frame.verbs:
                for form in (Form((verb,), "noun"),) if frame.noun else self._forms(verb):
                    if frame not in frames[form]:
                        frames[form].append(frame)
        found: dict[str, list[Sense]] = defaultdict(list)
        for form, held in frames.items():
            found[form.words[0]].append(Sense(form.words, form.tense, tuple(held)))
        for phrases in self.phrases:
            tense = "trailing phrase" if phrases.behind else "phrase"
            for parts in (tuple(words.split()) for words in phrases.words):
                found[parts[0]].append(Sense(parts, tense, ()))
        for words in self.hearsay:
            parts = tuple(words.split())
            found[parts[0]].append(Sense(parts, "hearsay", ()))
        return {
            word: tuple(sorted(senses, key=lambda sense: -len(sense.words)))
            for word, senses in found.items()
        }

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """Return a pattern of a naming word at the end of a text, or None where there are none."""
        return _at_end(self.naming)

    @cached_property
    def imagines(self) -> re.Pattern[str] | None:
        """Return a pattern of an imagining phrase at the end of a text, or None."""
        return _at_end(self.imagined)

    def _forms(self, verb: str) -> tuple[Form, ...]:
        if self.inflection == "english":
            return tuple(english_forms(verb, self.irregular))
        return (Form(tuple(verb.split()), "past"),)

    @cached_property
    def classes(self) -> dict[str, frozenset[str]]:
        """Return the classes of each small word: "determiner", "preposition", "pronoun" …"""
        found: dict[str, set[str]] = defaultdict(set)
        for name, words in (
            ("determiner", self.determiners),
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
