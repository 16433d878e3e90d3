"""People and bodies that a text names, each under one name however it is written."""

import re
from bisect import bisect_left
from collections import Counter

from provcheck.extract.phrases import CAPITAL, NAME
from provcheck.language.names import name_key, same_name
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.cues import LanguageCues

_BODY_WORDS = re.compile(
    r"\b(?:Ministry|Council|Institute|Authority|Government|Party|Union|Bank|Office|House|Department|Committee|"
    r"Board|Company|Court|Court|University|College|Association|Society|Chancellery|Commission|Parliament|Senate|"
    r"Group|Foundation|Trust|Service|Police|Army|Navy|Forces|Federation|League|Club|Church|Museum|Hospital|School|Port|"
    r"Agency|News|Wire|Broadcasting|Inc|Ltd|Corp|Co|Kremlin|Harbour|Harbor|City|Republic|Street|Bridge|River|Sea|Sound|Bay)\b"
)
# Parts of "Ada Brandvold and Per Olsen", and a nickname within a name: Waldo “Bones” Pettersen.
_PARTED = re.compile(r"(?:(?!\s(?:and|&|und|et|y|e|i)\s)[^\n])+(?=\s(?:and|&|und|et|y|e|i)\s|$|)")
_NICKNAMED = re.compile(
    rf"(?P<given>{CAPITAL})\s[“\"‘(][^”\"’)\n]{{2,20}}[”\"’)]\s(?P<last>{CAPITAL})"
)
_MEN, _WOMEN = (
    re.compile(r"\b(?:Mr|Sir|Lord|Herr)\b"),
    re.compile(r"\b(?:Mrs|Ms|Miss|Dame|Lady|Frau)\b"),
)


class Entities:
    """The names of one text. Made once a text; answers which bearer a written name is."""

    def __init__(self, text: str, cues: LanguageCues) -> None:
        self._text, self._cues = text, cues
        self.people: list[tuple[Span, str]] = []
        self._given: dict[str, Counter[str]] = {}
        self._surnames: dict[str, Counter[str]] = {}
        self.gender: dict[str, str] = {}
        for match in NAME.finditer(text):
            for part in _PARTED.finditer(text, match.start(), match.end()):
                self._take(part)
        self._starts = [at.start for at, _ in self.people]
        for match in _NICKNAMED.finditer(text):
            given, last = match["given"], match["last"]
            self._given.setdefault(name_key(last), Counter())[given] += 1

    def _take(self, match: re.Match[str]) -> None:
        words = self.bare(match.group()).split()
        while words and words[0].casefold() in self._cues.classes:
            words = words[1:]  # Now Olsen; But She
        if not words or _BODY_WORDS.search(match.group()) or len(words) > 4:  # noqa: PLR2004
            return
        last = words[-1]
        key = name_key(last)
        if len(words) > 1 and not any(w in {"of", "for", "and", "the"} for w in words):
            self._given.setdefault(key, Counter())[" ".join(words[:-1])] += 1
        self._surnames.setdefault(key, Counter())[last] += 1
        end = match.end()
        self.people.append((Span(start=end - len(last), end=end), key))
        before = (
            self._text[max(match.start() - 12, 0) : match.start()] + match.group()[: -len(last)]
        )
        if _MEN.search(before):
            self.gender[key] = "m"
        elif _WOMEN.search(before):
            self.gender[key] = "f"

    def bare(self, name: str) -> str:
        """Return a name without possessors, titles and offices before it."""
        words = [word for word in name.split() if word]
        for at in range(len(words) - 1, -1, -1):
            word = words[at]
            if word.endswith(("’s", "'s")) and at + 1 < len(words):
                words = words[at + 1 :]
                break
        at = max((i for i, w in enumerate(words) if self._is_title(w)), default=-1)
        bare = words[at + 1 :] or words
        return re.sub(r"[’']s$", "", " ".join(bare))

    def canonical(self, name: str) -> str:
        """Return the fullest form of a person's name in this text, or the name itself."""
        bare = self.bare(name)
        words = bare.split()
        if not words or _BODY_WORDS.search(bare) or any(w in {"of", "for", "the"} for w in words):
            return bare
        key = name_key(words[-1])
        given = self._given.get(key)
        spelt = self._surnames.get(key, Counter({words[-1]: 1}))
        surname = max(spelt, key=lambda last: (not last.isupper(), spelt[last]))
        if not given:
            return bare
        own = " ".join(words[:-1])
        fitting = [g for g in given if not own or same_name(f"{g} X", f"{own} X")]
        if not fitting:
            return bare
        return f"{max(fitting, key=lambda g: (given[g], len(g)))} {surname}"

    def is_person(self, name: str) -> bool:
        """Tell whether a name looks like a person's: two words or more, none of a body's."""
        words = self.bare(name).split()
        return 1 < len(words) < 5 and not _BODY_WORDS.search(" ".join(words))  # noqa: PLR2004

    def between(self, span: Span) -> list[tuple[Span, str]]:
        """Return the surnames within `span` with their keys, in order."""
        first = bisect_left(self._starts, span.start)
        return self.people[first : bisect_left(self._starts, span.end)]

    def persons_in(self, span: Span) -> list[str]:
        """Return the people named within `span`, in order, by their fullest known names."""
        return [
            self.canonical(at.of(self._text))
            for at, key in self.between(span)
            if key in self._given
        ]

    def gender_of(self, name: str) -> str:
        """Return "m", "f" or "" where the text does not tell by a title."""
        return self.gender.get(name_key(name.rsplit(maxsplit=1)[-1]), "") if name else ""

    def _is_title(self, word: str) -> bool:
        plain = word.casefold().rstrip(".")
        return plain in self._cues.offices or plain in _TITLES


_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sir",
        "lord",
        "lady",
        "dame",
        "herr",
        "frau",
        "rev",
        "sen",
        "rep",
        "gov",
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "deputy",
        "vice",
        "acting",
        "former",
        "prime",
        "foreign",
        "chief",
        "senior",
        "interim",
        "finance",
        "interior",
        "defence",
        "defense",
        "justice",
        "health",
        "king",
        "queen",
        "prince",
    ]
)


def entities(text: str, lang: str, rules: Rulebook) -> Entities:
    """Return the names of `text`."""
    return Entities(text, rules.cues.of(lang))
