"""The name that a noun phrase is about, not one that only hangs on its noun or modifies it."""

import re

from provcheck.extract.discourse import Discourse
from provcheck.extract.entities import Entities
from provcheck.extract.phrases import ARTICLE, NAME
from provcheck.syntax.tokens import OPEN

_OWNED = ("’s", "'s")


class Heads:
    """Finds the names of the noun phrases of one text."""

    def __init__(self, discourse: Discourse, entities: Entities) -> None:
        self._cues, self._rules = discourse.cues, discourse.rules
        self._entities = entities

    def name_in(self, words: str) -> str | None:
        """Return the name in a noun phrase: its last one, "the" and what follows "of" apart.

        A name that only hangs on the noun is not its own: the mayor of Halvik, an aide to Olsen; a
        body may be called by one: the town of Halvik.
        """
        if self._cues.topic:
            return self._unspaced(words)
        head = re.split(r",|\(", words)[0]
        found = [m for m in NAME.finditer(head) if not self._is_small(m.group())]
        free = [m for m in found if not self.hangs(head[: m.start()])]
        first = free[0].end() if free else 0
        names = [m for m in free if not self._parts(head[first : m.start()])]
        names = [m for m in names if not self._owns(head, m)]
        if found and not names:
            return self._body_called(head[: found[-1].end()])
        return self._own(head, names[-1]) if names else None

    def _unspaced(self, words: str) -> str | None:
        """Return a name without the office behind it, in a language without spaces: 高瀬 | 町長."""
        name = words.rpartition("の")[2]
        for office in sorted(self._cues.offices, key=len, reverse=True):
            if name.endswith(office):
                return name.removesuffix(office) or None
        return None

    def _owns(self, head: str, found: re.Match[str]) -> bool:
        """Tell whether a name's bearer only owns what the phrase is about: Olsen’s | father."""
        return found.group().endswith(_OWNED) and found.end() < len(head)

    def _own(self, head: str, found: re.Match[str]) -> str | None:
        """Return the name that a phrase is headed by, found last in it, or None."""
        name = ARTICLE.sub("", found.group())
        person, of, _ = name.partition(" of ")
        if of and self._entities.is_person(person):
            return person
        if not name[:1].isupper() or self._only_modifies(name, head[found.end() :]):
            return None
        if self._cues.nouns_capital and head[: found.start()].strip():
            return self._behind_noun(name)
        return name

    def _behind_noun(self, name: str) -> str | None:
        """Return the name behind a noun where nouns have capitals: der Händler | Corvin Lathe."""
        if self._rules.agencies.is_outlet(name):
            return name
        _, _, rest = name.partition(" ")
        return (
            rest if " " in rest or self._entities.is_full(self._entities.key_of([rest])) else None
        )

    def _parts(self, between: str) -> bool:
        """Tell whether a preposition parts a name from the one before: Olsen of the | Wire."""
        words = between.casefold().split()
        return any("preposition" in self._cues.classes.get(word, ()) for word in words)

    def hangs(self, ahead: str) -> bool:
        """Tell whether a preposition governs what follows, an article between or not."""
        words = ahead.casefold().split()
        while words and "determiner" in self._cues.classes.get(words[-1], ()):
            words.pop()
        return bool(words) and "preposition" in self._cues.classes.get(words[-1], ())

    def _body_called(self, words: str) -> str | None:
        """Return a body's noun with the name it is called by: the town of Halvik."""
        noun = re.search(r"(?P<noun>\w+) of [^\W\d_][\w’' -]*$", words)
        return noun.group() if noun and noun["noun"].casefold() in self._cues.bodies else None

    def _is_small(self, word: str) -> bool:
        """Tell whether a word with a capital is only a small word at the head of a sentence."""
        plain = word.casefold().rstrip(".")
        small = {"determiner", "pronoun", "possessive", "rough"}
        classes = self._cues.classes.get(plain, frozenset())
        dated = plain in self._rules.days.weekday_of
        return dated or bool(classes & small) or plain in self._rules.people.telling

    def _only_modifies(self, name: str, behind: str) -> bool:
        """Tell whether a name only says which noun it stands before: a Halvik | official.

        So does an office written as a name by itself: the Minister.
        """
        following = behind.split(maxsplit=1)[0].strip(",.") if behind.split() else ""
        listed = self._cues.classes.get(following, frozenset())
        noun = following.islower() and listed <= OPEN
        return noun or not self._entities.bare(name) or self._entities.is_office(name)
