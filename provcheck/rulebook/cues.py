"""The shape of rules/cues/: the words by which an article says that somebody said something."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from provcheck.model.value import Value
from provcheck.rulebook.frames import Example, Frame, Hearsay, Phrases
from provcheck.rulebook.grammar import Grammar
from provcheck.rulebook.senses import Sense, of_frames, of_hearsay, of_phrases, senses_by_word
from provcheck.rulebook.tag import base_of


class LanguageCues(Grammar):
    """The cues of one language, and the nouns and phrases of its news writing.

    `documents` and `outlets` are nouns for what carries words, `dispatches` those that agencies
    and offices both write, `vague` words before them that name none (a new report); `offices` are
    who speaks; `bodies` take up whatever company or group was named; `events` are occasions of
    speech. `carrying` phrases stand before an outlet (told), words of `hearers` between the
    speaker and one (à, gegenüber); `own` phrases there mark the paper's own reporting; `resumes`
    show that an article speaks again after a quoted text. `incise` are the marks that set off an
    attribution inside quotation marks. `questions` and `answers` are the labels of an interview.
    Words of `naming` before a quoted string make it a title, a term or words as words; those of
    `imagined` say that nobody uttered it.
    """

    frames: tuple[Frame, ...]
    phrases: tuple[Phrases, ...] = ()
    hearsay: tuple[Hearsay, ...] = ()
    questions: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    imagined: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    dispatches: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    carrying: tuple[str, ...] = ()
    hearers: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    incise: str = ""
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
                *of_frames(self.frames, self.inflected),
                *of_phrases(self.phrases),
                *of_hearsay(self.hearsay, self.inflected),
            )
        )

    def _classed(self) -> Iterator[tuple[str, Iterable[str]]]:
        yield from super()._classed()
        yield "cue", self._unambiguous()
        yield "hearer", self.hearers
        yield "event", (event for event in self.events if " " not in event)

    def _unambiguous(self) -> set[str]:
        """Return the first words of cues that are verbs in any place: said, went on."""
        finite = {"past", "present"}
        first = {word for word, senses in self.senses.items() for s in senses if s.tense in finite}
        return first - set(self.ambiguous) - set(self.be)

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """Return a pattern of a naming word at the end of a text, or None where there are none."""
        return _pattern(rf"{_ANY}[\s,:]*$", self.naming)

    @cached_property
    def imagines(self) -> re.Pattern[str] | None:
        """Return a pattern of an imagining phrase at the end of a text, or None."""
        return _pattern(rf"{_ANY}[\s,:]*$", self.imagined)

    @cached_property
    def carries(self) -> re.Pattern[str] | None:
        """Return a pattern of a carrying phrase, what follows it in the group "who", or None."""
        return _pattern(_ANY + self._who, self.carrying)

    @cached_property
    def heard(self) -> re.Pattern[str] | None:
        """Return a pattern of a hearer's word behind a speaker, what follows in "who", or None."""
        return _pattern(rf"[^\n“”„«»\".;:!?]{{0,80}}?{_ANY}{self._who}", self.hearers)

    @property
    def _who(self) -> str:
        """Return the source of a pattern of what follows a phrase, an article left out."""
        article = "|".join(map(re.escape, self.determiners))
        elided = r"l[’']"  # à l’Agence, all’Agenzia
        return rf"\s+(?:(?:{article})\s+|{elided})?[“„«‚‘\"]?(?=(?P<who>\w.{{0,60}}))"

    @cached_property
    def reports_itself(self) -> re.Pattern[str] | None:
        """Return a pattern of a carrying phrase with the paper itself behind it, or None."""
        own = "|".join(map(re.escape, self.own))
        return _pattern(rf"{_ANY}\s+(?:{own})(?!\w)", self.carrying) if own else None

    @cached_property
    def occasion(self) -> re.Pattern[str] | None:
        """Return a pattern of an event behind a preposition, in the group "event", or None."""
        before = "|".join(map(re.escape, self.prepositions))
        reach = rf"(?<!\w)(?:{before})\W(?:[\w’']+\W){{0,5}}?" if before else ""
        return _pattern(rf"{reach}(?P<event>{_ANY})", self.events)

    @cached_property
    def event(self) -> re.Pattern[str] | None:
        """Return a pattern of any event's noun, or None where the language lists none."""
        return _pattern(_ANY, self.events)


class CueRules(Value):
    """All languages by their code."""

    languages: dict[str, LanguageCues]

    def of(self, lang: str) -> LanguageCues:
        """Return the cues of the language that the BCP 47 code `lang` names, else English ones."""
        return self.languages.get(base_of(lang), self.languages["en"])


_ANY = "<any>"  # stands for the phrases in a pattern's source


def _pattern(source: str, phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern in which `_ANY` stands for whole phrases, or None where there are none."""
    if not phrases:
        return None
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)"
    words = words.replace("…", r"\S+(?:\s\S+){0,4}")  # up to five words between
    return re.compile(source.replace(_ANY, words), re.IGNORECASE)
