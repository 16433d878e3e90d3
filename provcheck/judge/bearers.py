"""Whether two names are one bearer's, and whether a person speaks for a body."""

import re
from collections.abc import Iterable, Iterator

from provcheck.language.names import name_key, same_name, surname
from provcheck.language.sentences import sentences
from provcheck.language.words import normalised
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.people import People

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_NEAR = 4  # words on either side of a body in which its speaker's office stands
_MENTIONS = 20  # of a speaker in a source that are looked at for whom he speaks
_REACH = 500  # code points before and behind a mention in which its sentence is sought
_JOINED = re.compile(r"[-‐‑–]")


class Ties(Value):
    """The words that tie a speaker to a body: prepositions and verbs, and offices.

    `of_a_person`: what the article names is a person, for whom only an office speaks.
    """

    joins: frozenset[str]
    offices: frozenset[str]
    of_a_person: bool = False

    def fit(self, near: list[str]) -> bool:
        """Tell whether words beside the name tie somebody to it: of a person only an office."""
        return not self.of_a_person or not self.offices.isdisjoint(near)


def is_named(name: str) -> bool:
    """Tell whether `name` holds a name at all: "The Minister" and "of Ports" hold none."""
    return bool(surname(name)) and not name.startswith(("of ", "for ", "de ", "du ", "der "))


def is_person(name: str, people: People) -> bool:
    """Tell whether `name` is a person's full name: a known given name, and no body's word."""
    words = [word.casefold().rstrip(".") for word in _WORD.findall(name)]
    while words and words[0] in people.before_names:
        words = words[1:]
    full = len(words) > 1 and words[0] in people.given
    return full and not people.body_words.intersection(words)


def same_bearer(a: str, b: str) -> bool:
    """Tell whether two names may be one person's, as an article and a source may give them.

    As same_name, and: a given name alone, and one half of a double surname, are the same person's
    beside an equal given name.
    """
    if same_name(a, b):
        return True
    one, two = _WORD.findall(a), _WORD.findall(b)
    if not one or not two or name_key(one[0]) != name_key(two[0]):
        return False
    if min(len(one), len(two)) == 1:
        return True
    return any(same_name(x, y) for x in _halves(surname(a)) for y in _halves(surname(b)))


def speaks_for(text: str, speaker: str, body: str, ties: Ties) -> bool:
    """Tell whether `text` presents the speaker as one of the body's, or of a person's people.

    In some sentence that names both the body stands behind "for", "of", "at" …, or right before
    the speaker or an office: "Tove Lind, a spokeswoman for the Ports Council", "Ports Council
    director Tove Lind". Of a person it takes an office: friends of hers do not speak for her. The
    speaker must be named beside the body: "Ada Lind" names no Tove Lind.
    """
    wanted = normalised(body).removeprefix("the ").split()
    last = surname(speaker)
    if not wanted or not last:
        return False
    key = normalised(last)
    return any(_tied(said.split(), wanted, key, ties) for said in _naming(text, last))


def renamed(text: str, names: tuple[str, str], changes: Iterable[str]) -> bool:
    """Tell whether `text` gives one name as the other's former one: "Ada Lind, née Brandvold"."""
    one, two = (normalised(surname(name)) for name in names)
    if not one or not two:
        return False
    said = f" {normalised(text)} "
    return any(
        {one, two}
        <= {
            *said[max(at - _REACH, 0) : at].split()[-_NEAR:],
            *said[at : at + _REACH].split()[: _NEAR + 1],
        }
        for change in changes
        for at in _places(said, f" {normalised(change)} ")
    )


def _places(said: str, phrase: str) -> Iterator[int]:
    at = said.find(phrase)
    for _ in range(_MENTIONS):
        if at < 0:
            return
        yield at
        at = said.find(phrase, at + 1)


def _tied(said: list[str], body: list[str], last: str, ties: Ties) -> bool:
    for at in range(len(said) - len(body) + 1):
        end = at + len(body)
        if [word.removesuffix("s") for word in said[at:end]] != [w.removesuffix("s") for w in body]:
            continue
        if last not in (*said[:at], *said[end:]):
            continue
        before, behind = said[max(at - _NEAR, 0) : at], said[end : end + _NEAR]
        if ties.joins.intersection(before[-2:]) and ties.fit(before):
            return True
        if last in behind and ties.fit(behind):
            return True
        if ties.offices.intersection(behind[:1]) and last in said[:at] and not ties.of_a_person:
            return True
    return False


def _naming(text: str, last: str) -> list[str]:
    """Return the sentences, as spoken, that hold the name; the first twenty."""
    found: list[str] = []
    at = text.find(last)
    while at >= 0 and len(found) < _MENTIONS:
        start = max(text.rfind("\n", 0, at) + 1, at - _REACH)
        end = text.find("\n", at, at + _REACH)
        line = Span(start=start, end=min(len(text), at + _REACH) if end < 0 else end)
        sentence = next((s for s in sentences(text, line) if s.start <= at < s.end), line)
        if not text[at + len(last) :].startswith(":"):  # a label is no account of anybody
            found.append(normalised(sentence.of(text)))
        at = text.find(last, max(sentence.end, at + 1))
    return found


def _halves(name: str) -> list[str]:
    return [half for half in _JOINED.split(name) if half]
