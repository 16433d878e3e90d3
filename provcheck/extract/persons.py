"""Names of people in a sentence, titles and offices before them cut off."""

from collections.abc import Iterator
from typing import NamedTuple

from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.cues import LanguageCues
from provcheck.syntax.sayings import Parsed
from provcheck.syntax.tokens import Token

_OPENING, _CLOSING = frozenset("“‘„«\"'"), frozenset("”’“»\"'")
_OWNS = frozenset({"'s", "’s"})
LONGEST = 4  # words of a person's name
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])


class Named(NamedTuple):
    """A person's name at tokens [start, end) of a sentence: its words and how sure it is one.

    `sure` where a given name, a title, an office or a verb of speech shows a person.
    """

    start: int
    end: int
    words: tuple[str, ...]
    sure: bool


class Persons:
    """Finds people's names by the given names, titles and offices of the rules."""

    def __init__(self, rules: Rulebook, cues: LanguageCues) -> None:
        self._rules, self._cues = rules, cues

    def named(self, sentence: Parsed) -> Iterator[Named]:
        """Yield the names of people in a sentence in order, none of places and bodies."""
        for start, end in _runs(sentence.tokens):
            found = self._cut(sentence, start, end)
            if found is not None:
                yield found

    def _cut(self, sentence: Parsed, start: int, end: int) -> Named | None:
        """Return the name in a run of capitals, what stands before it as a title cut off."""
        tokens = sentence.tokens
        run = tokens[start:end]
        while run and run[-1].low.rstrip(".") in SUFFIXES:
            run = run[:-1]
        if not run:
            return None
        titled = max((i for i, token in enumerate(run) if self.is_title(token.low)), default=-1)
        owned = max((i for i, token in enumerate(run) if token.low in _OWNS), default=-1)
        name = self._from_given(_without_nickname(run[max(titled, owned) + 1 :]))
        small = bool(name) and name[0].classes and not self._is_given(name[0])
        while small and start == 0:
            name = name[1:]  # Now Olsen; But Ada
            small = bool(name) and bool(name[0].classes) and not self._is_given(name[0])
        if not name or len(name) > LONGEST or self._is_no_person(name):
            return None
        first, last = tokens.index(name[0], start), tokens.index(name[-1], start)
        if len(name) == 1 and self._is_modifier(tokens, first + 1):
            return None  # former Arizona governor Ada Brandvold
        sure = titled >= 0 or self._shows_person(sentence, first, last + 1)
        return Named(first, last + 1, tuple(token.text for token in name), sure)

    def _from_given(self, name: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return a name from its given name on: Olympic champion Ada Brandvold → Ada Brandvold."""
        starts = [i for i, token in enumerate(name[:-1]) if self._is_given(token)]
        return name[starts[0] :] if starts and len(name) > 2 else name  # noqa: PLR2004

    def _is_given(self, token: Token) -> bool:
        return token.low in self._rules.people.given

    def is_title(self, word: str) -> bool:
        """Tell whether a word in any case is an office or stands before names: Dr, Judge."""
        plain = word.casefold().rstrip(".")
        return plain in self._cues.offices or plain in self._rules.people.before_names

    def _is_modifier(self, tokens: tuple[Token, ...], end: int) -> bool:
        """Tell whether an office follows a word that so only says where or of what it is one."""
        return end < len(tokens) and not tokens[end].capital and self.is_title(tokens[end].low)

    def _is_no_person(self, name: tuple[Token, ...]) -> bool:
        words = " ".join(token.text for token in name)
        given = len(name) > 1 and self._is_given(name[0])  # Oswin Park
        if not given and any(token.low in self._rules.people.body_words for token in name):
            return True
        if self._rules.agencies.is_outlet(words) or self._rules.places.is_place(words):
            return True
        return all("time" in t.classes or self._rules.places.is_demonym(t.text) for t in name)

    def _shows_person(self, sentence: Parsed, first: int, end: int) -> bool:
        """Tell whether a given name, a title, "who" or a verb of speech shows a person."""
        tokens = sentence.tokens
        initial = end - first > 1 and len(tokens[first + 1].text.rstrip(".")) == 1
        if end - first > 1 and (initial or self._is_given(tokens[first])):
            return True
        before = tokens[first - 1].low if first else ""
        if self.is_title(before) or before in self._rules.people.telling:
            return True
        if [token.low for token in tokens[end : end + 2]] == [",", "who"]:
            return True
        return any(
            saying.subject is not None
            and saying.cue.is_speech
            and saying.subject.phrase.start <= first < saying.subject.phrase.end == end
            for saying in sentence.sayings
        )


def _runs(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of words with capitals, particles and nicknames among them."""
    at = 0
    while at < len(tokens):
        if not _is_capital(tokens[at]):
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and (more := _more(tokens, end)):
            end += more
        yield at, end
        at = end


def _without_nickname(run: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the words of a name but for those in marks within it."""
    marks = [i for i, token in enumerate(run) if token.kind == "mark"]
    inside = set(range(marks[0], marks[-1] + 1)) if marks else set()
    return tuple(token for i, token in enumerate(run) if i not in inside)


def _more(tokens: tuple[Token, ...], at: int) -> int:
    """Return how many tokens at `at` go on a run of capitals: one, a particle, a nickname; or 0."""
    if _is_capital(tokens[at]):
        return 1
    particles = at
    while particles < len(tokens) and _is_particle(tokens[particles]):
        particles += 1  # van der Berg
    if particles > at:
        return particles - at if particles < len(tokens) and _is_capital(tokens[particles]) else 0
    nickname = tokens[at : at + 4]  # “Bones” Pettersen
    kinds = [token.kind for token in nickname] == ["mark", "word", "mark", "word"]
    marked = kinds and nickname[0].text in _OPENING and nickname[2].text in _CLOSING
    return 4 * (marked and nickname[1].capital and nickname[3].capital)


def _is_capital(token: Token) -> bool:
    return token.kind == "word" and token.capital


def _is_particle(token: Token) -> bool:
    small = {"preposition", "determiner", "coordinator"}
    return "link" in token.classes and not token.classes & small and token.kind == "word"
