"""People that a text names, each under one name however it is written."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from provcheck.extract.discourse import Discourse
from provcheck.extract.persons import LONGEST, SUFFIXES, Named, Persons
from provcheck.language.names import name_key, same_name
from provcheck.model.prose import BlockKind
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.syntax.sayings import Parsed
from provcheck.syntax.tokens import Token

_BEARERS = 50  # bearers of one surname, the last ones named, among which a given name is sought
_BESIDE = 6  # tokens behind a name in which an apposition tells its bearer's gender
_HEADLINE = 0.7  # share of words with capitals from which a line is set as a title


class Sighting(NamedTuple):
    """Where a surname stands, the key of its bearer, and whether a person is sure."""

    span: Span
    key: str
    sure: bool


class Entities:
    """The people of one text. Made once a text; answers whose a written name is."""

    def __init__(self, discourse: Discourse) -> None:
        self._rules: Rulebook = discourse.rules
        self._persons = Persons(discourse.rules, discourse.cues)
        self.by_sentence = [(s, tuple(self._persons.named(s))) for s in _sentences(discourse)]
        self._bearers = _bearers(named for _, found in self.by_sentence for named in found)
        self._given: dict[str, Counter[str]] = {}
        self._surnames: dict[str, Counter[str]] = {}
        self._gender: dict[str, Counter[str]] = {}
        self._sure: set[str] = set()
        self.sightings: list[Sighting] = []
        for sentence, found in self.by_sentence:
            for named in found:
                self._take(sentence, named)
        self._starts = [sighting.span.start for sighting in self.sightings]

    def key_of(self, words: Sequence[str]) -> str:
        """Return the key of whom a name's words mean, "" for none.

        Relatives who share a surname have keys of their own; the surname alone means the one whom
        the text names in full most often, and nobody of them where two are named as often.
        """
        plain = name_key(words[-1]) if words else ""
        bearers = self._bearers.get(plain, [])
        if len(bearers) < 2:  # noqa: PLR2004
            return plain
        own = " ".join(words[:-1])
        if own:
            fitting = [i for i, given in enumerate(bearers) if _fits(own, given)]
            return f"{plain}/{fitting[0]}" if fitting else plain
        first, second = sorted((sum(given.values()) for given in bearers), reverse=True)[:2]
        named = [i for i, given in enumerate(bearers) if sum(given.values()) == first]
        return plain if first == second else f"{plain}/{named[0]}"

    def _take(self, sentence: Parsed, named: Named) -> None:
        key, last = self.key_of(named.words), named.words[-1]
        if not key:
            return
        tokens = sentence.tokens
        if len(named.words) > 1:
            self._given.setdefault(key, Counter())[" ".join(named.words[:-1])] += 1
        self._surnames.setdefault(key, Counter())[last] += 1
        if named.sure:
            self._sure.add(key)
        span = Span(start=tokens[named.end - 1].start, end=tokens[named.end - 1].end)
        self.sightings.append(Sighting(span, key, named.sure))
        for gender, weight in self._told(tokens, named):
            self._gender.setdefault(key, Counter())[gender] += weight

    def _told(self, tokens: tuple[Token, ...], named: Named) -> Iterator[tuple[str, int]]:
        """Yield the genders that words in and beside a name tell, and how much each weighs."""
        people = self._rules.people
        given = people.given.get(named.words[0].casefold()) if len(named.words) > 1 else None
        if given is not None:
            yield given, 2
        ahead = named.start - 1 - (named.start > 1 and tokens[named.start - 1].text == ",")
        for token in tokens[max(ahead, 0) : ahead + 1]:
            if token.low.rstrip(".") in people.telling:
                yield people.telling[token.low.rstrip(".")], 3
        behind = tokens[named.end : named.end + _BESIDE]
        if behind and behind[0].text == ",":
            for token in behind[1:]:
                if token.low in people.telling:
                    yield people.telling[token.low], 3
                if token.kind != "word" or token.capital or "relative" in token.classes:
                    break

    def bare(self, name: str) -> str:
        """Return a name without possessors, titles and offices before it."""
        words = name.replace("’s", "'s").split()
        owned = max((i for i, w in enumerate(words[:-1]) if w.endswith("'s")), default=-1)
        words = words[owned + 1 :]
        title = max((i for i, w in enumerate(words) if self._persons.is_title(w)), default=-1)
        kept = words[title + 1 :] or words
        while len(kept) > 1 and kept[-1].casefold().strip(".,") in SUFFIXES:
            kept = kept[:-1]
        return " ".join(kept).removesuffix("'s").removesuffix(",")

    def is_office(self, name: str) -> bool:
        """Tell whether a name is nothing but titles and offices: the Prime Minister."""
        return all(self._persons.is_title(word) for word in name.split())

    def canonical(self, name: str) -> str:
        """Return the fullest form of a person's name in this text, or the bare name itself."""
        bare = self.bare(name)
        words = bare.split()
        own = " ".join(words[:-1])
        alone = len(words) == 1 and self.is_full(self.key_of(words))  # Park, of Oswin Park
        if not words or (self._is_body(words) and not alone):
            return bare
        return self._full(self.key_of(words), own) or bare

    def full(self, key: str) -> str:
        """Return the fullest name of the person whose surname has `key`, at least the surname."""
        spelt = self._surnames.get(key)
        return self._full(key, "") or (max(spelt, key=lambda w: spelt[w]) if spelt else key)

    def _full(self, key: str, own: str) -> str | None:
        given = self._given.get(key)
        spelt = self._surnames.get(key)
        if not given or not spelt:
            return None
        fitting = [g for g in given if not own or _fits(own, [g])]
        if not fitting:
            return None
        best = max(fitting, key=lambda g: (not _is_loud(g), given[g], len(g)))
        surname = max(spelt, key=lambda last: (not last.isupper(), spelt[last]))
        return f"{best.title() if _is_loud(best) else best} {surname}"

    def _is_body(self, words: list[str]) -> bool:
        links = {"of", "for", "the", "and"}
        return any(w in links or w.casefold() in self._rules.people.body_words for w in words)

    def is_person(self, name: str) -> bool:
        """Tell whether a name is a person's in this text: two words or more, none of a body's."""
        words = self.bare(name).split()
        return 1 < len(words) <= LONGEST and not self._is_body(words)

    def is_sure(self, key: str) -> bool:
        """Tell whether the bearer of a surname is shown to be a person anywhere in the text."""
        return key in self._sure

    def is_full(self, key: str) -> bool:
        """Tell whether the text gives a name before the surname anywhere."""
        return key in self._given

    def count(self, key: str) -> int:
        """Return how often the text names the bearer of a surname."""
        return sum(self._surnames.get(key, Counter()).values())

    def between(self, span: Span) -> list[Sighting]:
        """Return the surnames within `span`, in order."""
        first = bisect_left(self._starts, span.start)
        return self.sightings[first : bisect_left(self._starts, span.end)]

    def persons_in(self, span: Span) -> list[str]:
        """Return the people named within `span`, in order, by their fullest known names."""
        return [self.full(each.key) for each in self.between(span) if each.key in self._given]

    def gender_of(self, name: str) -> str:
        """Return "m", "f" or "" where the text does not tell, or tells both."""
        return self.gender_by_key(self.key_of(name.split()))

    def gender_by_key(self, key: str) -> str:
        """Return the gender of the bearer of a surname: "m", "f", or "" where it is not told."""
        told = self._gender.get(key, Counter())
        men, women = told["m"], told["f"]
        return "" if men == women else ("m" if men > women else "f")


def _bearers(found: Iterable[Named]) -> dict[str, list[Counter[str]]]:
    """Return the given names of each surname, those of one bearer together."""
    bearers: dict[str, list[Counter[str]]] = {}
    written: dict[tuple[str, str], Counter[str]] = {}  # whose a name is that came before
    for named in found:
        own, key = " ".join(named.words[:-1]), name_key(named.words[-1])
        if own and (key, own) not in written:
            known = bearers.setdefault(key, [])
            near = known[-_BEARERS:]
            mine = next((given for given in near if _fits(own, given)), None)
            if mine is None:
                mine = Counter()
                known.append(mine)
            written[key, own] = mine
        if own:
            written[key, own][own] += 1
    return bearers


def _fits(own: str, given: Iterable[str]) -> bool:
    """Tell whether given names may be those of the bearer of others."""
    return any(same_name(f"{own} X", f"{other} X") for other in given)


def _is_loud(name: str) -> bool:
    """Tell whether a given name is written in capitals throughout, initials apart."""
    return name.isupper() and len(name.strip(".")) > 2 and "." not in name  # noqa: PLR2004


def _sentences(discourse: Discourse) -> Iterator[Parsed]:
    """Yield the sentences of a text but for lines set as titles, whose capitals tell nothing."""
    for number, block in enumerate(discourse.prose.blocks):
        found = discourse.sentences_of(number)
        if block.kind == BlockKind.HEADING and _is_headline(found):
            continue
        if len(found) == 1 and not _ends(found[0]) and _is_headline(found):
            continue
        yield from found


def _ends(sentence: Parsed) -> bool:
    """Tell whether a sentence ends as running text does: in a stop or a quotation."""
    return sentence.tokens[-1].text == "." or sentence.tokens[-1].kind == "quote"


def _is_headline(found: tuple[Parsed, ...]) -> bool:
    words = [t for each in found for t in each.tokens if t.kind == "word" and len(t.text) > 3]  # noqa: PLR2004
    return len(words) > 2 and sum(t.capital for t in words) > _HEADLINE * len(words)  # noqa: PLR2004
