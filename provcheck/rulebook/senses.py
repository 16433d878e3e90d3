"""Cues as they are written: the forms of each verb with the frames it has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from provcheck.rulebook.frames import Frame, Hearsay, Phrases
from provcheck.rulebook.inflection import Form, Inflection


class Sense(NamedTuple):
    """A cue as it is written: its words, its tense and its frames.

    `tense` is that of the verb, or "noun", "phrase", "trailing phrase" or "hearsay".
    """

    words: tuple[str, ...]
    tense: str
    frames: tuple[Frame, ...]


def senses_by_word(senses: Iterable[Sense]) -> Mapping[str, tuple[Sense, ...]]:
    """Return the senses by their first word, longer ones first."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for sense in senses:
        found[sense.words[0]].append(sense)
    return {
        word: tuple(sorted(held, key=lambda sense: -len(sense.words)))
        for word, held in found.items()
    }


def of_frames(frames: Iterable[Frame], inflect: Inflection) -> Iterator[Sense]:
    """Yield the forms of all verbs and nouns, each once with every frame that it is in."""
    held: dict[Form, list[Frame]] = defaultdict(list)
    for frame in frames:
        for verb in frame.verbs:
            for form in (Form((verb,), "noun"),) if frame.noun else inflect(verb):
                if frame not in held[form]:
                    held[form].append(frame)
    for form, of_form in held.items():
        yield Sense(form.words, form.tense, tuple(of_form))


def of_phrases(phrases: Iterable[Phrases]) -> Iterator[Sense]:
    """Yield the phrases without a verb."""
    for each in phrases:
        tense = "trailing phrase" if each.behind else "phrase"
        for words in each.words:
            yield Sense(tuple(words.split()), tense, ())


def of_hearsay(hearsay: Iterable[Hearsay], inflect: Inflection) -> Iterator[Sense]:
    """Yield the adverbs and the forms of the verbs that report what is said by nobody named."""
    for each in hearsay:
        for words in each.words:
            yield Sense(tuple(words.split()), "hearsay", ())
        for verb in each.verbs:
            for form in dict.fromkeys(form.words for form in inflect(verb)):
                yield Sense(form, "hearsay", ())
