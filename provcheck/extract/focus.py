"""Whom a text speaks of at any place in it: the people that "he" or "she" may mean there."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provcheck.extract.discourse import Discourse
from provcheck.extract.entities import Entities
from provcheck.extract.persons import Named
from provcheck.syntax.clauses import clause_subject
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.sayings import Parsed

_SENTENCES = 8  # before a pronoun, in which its bearer is looked for
_CHARACTERS = 2_500
_SUBJECT = 3.0  # what being a subject weighs beside a sentence's distance
_SPEAKER = 1.0  # what being the subject of a cue weighs besides
_STEP = 2.0  # what one sentence of distance weighs
_TOLD = 1.5  # what a known gender weighs
_UNSURE = 4.0  # what is taken off a name that may be no person's
_OFTEN = 0.15  # what each naming of a person weighs, up to six


class Seen(NamedTuple):
    """A person named in a sentence: where, by which key, and what its part there weighs."""

    at: int
    key: str
    part: float


class Scene(NamedTuple):
    """A sentence with the people that it names, in order; `start` is its offset."""

    start: int
    block: int
    people: tuple[Seen, ...]


class Focus:
    """The people of a text in the order in which it names them, pronouns among them resolved.

    After Grosz, Joshi and Weinstein's centering (Computational Linguistics 21, 1995): a subject is
    taken up before an object, a near sentence before a far one.
    """

    def __init__(self, discourse: Discourse, entities: Entities) -> None:
        self._discourse, self._entities = discourse, entities
        self._genders = discourse.cues.pronouns
        self._scenes: list[Scene] = []
        self._starts: list[int] = []
        for sentence, named in entities.by_sentence:
            self._see(sentence, named)

    def _see(self, sentence: Parsed, named: Sequence[Named]) -> None:
        start = sentence.span.start
        main, speakers = _main(sentence), list(_speakers(sentence))
        subjects = [phrase for phrase in (main, *speakers) if phrase is not None]
        heads = {_head(phrase, named): _SUBJECT for phrase in subjects}
        heads |= {_head(phrase, named): _SUBJECT + _SPEAKER for phrase in speakers}
        people = [
            Seen(
                sentence.tokens[each.start].start,
                self._entities.key_of(each.words),
                heads.get(each, 0),
            )
            for each in named
            if not _owns(sentence, each.end)
        ]
        number = self._discourse.number_at(start) or 0
        self._scenes.append(Scene(start, number, tuple(people)))
        self._starts.append(start)
        taken_up = list(self._pronouns(sentence, subjects))
        if taken_up:
            both = tuple(sorted((*people, *taken_up)))
            self._scenes[-1] = Scene(start, number, both)

    def _pronouns(self, sentence: Parsed, subjects: Sequence[Phrase]) -> Iterator[Seen]:
        """Yield whom the pronouns that are subjects of a sentence mean."""
        for phrase in subjects:
            token = sentence.tokens[phrase.start]
            gender = self._genders.get(token.low, "")
            if gender and phrase.end == phrase.start + 1:
                key = self.who(token.start, gender)
                if key is not None:
                    yield Seen(token.start, key, _SUBJECT)

    def who(self, at: int, gender: str) -> str | None:
        """Return the key of the person whom a pronoun of `gender` at an offset means, or None.

        None where nobody fits within eight sentences, or only names that may be no person's.
        """
        best: tuple[float, str] | None = None
        for distance, seen in self._before(at):
            weight = self._weight(seen, distance, gender)
            if weight is not None and (best is None or weight > best[0]):
                best = weight, seen.key
        return best[1] if best is not None and best[0] > 0 else None

    def _before(self, at: int) -> Iterator[tuple[int, Seen]]:
        """Yield the people named before an offset, the latest first, with the sentences between."""
        last = bisect_right(self._starts, at) - 1
        for distance in range(min(_SENTENCES, last + 1)):
            scene = self._scenes[last - distance]
            if at - scene.start > _CHARACTERS and distance:
                return
            for seen in reversed(scene.people):
                if seen.at < at:
                    yield distance, seen

    def _weight(self, seen: Seen, distance: int, gender: str) -> float | None:
        """Return how likely a pronoun takes up a person, or None where it cannot.

        The gender may forbid it, or nothing but a capital may speak for a person.
        """
        known = self._entities.gender_by_key(seen.key)
        sure = self._entities.is_sure(seen.key)
        if (known and gender and known != gender) or not (sure or self._entities.is_full(seen.key)):
            return None
        weight = _STEP * (_SENTENCES - distance) / 2 + seen.part
        weight += _TOLD * bool(known) + _OFTEN * min(self._entities.count(seen.key), 6)
        return weight - _UNSURE * (not sure)


def _main(sentence: Parsed) -> Phrase | None:
    """Return the subject of a sentence's main clause, or None."""
    return clause_subject(sentence.tokens, len(sentence.tokens))


def _speakers(sentence: Parsed) -> Iterator[Phrase]:
    """Yield the subjects of a sentence's cues."""
    return (s.subject.phrase for s in sentence.sayings if s.subject is not None)


def _head(phrase: Phrase, named: Sequence[Named]) -> Named | None:
    """Return the name that a phrase is about: its last one, before which a calling may stand."""
    inside = [n for n in named if phrase.start <= n.start and n.end <= phrase.end]
    return inside[-1] if inside else None


def _owns(sentence: Parsed, end: int) -> bool:
    """Tell whether an apostrophe follows a name, whose bearer only owns what is spoken of."""
    return end < len(sentence.tokens) and sentence.tokens[end].low in {"'s", "’s", "’", "'"}
