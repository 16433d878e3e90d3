"""People and bodies taken up by a description: the Ukrainian leader, the minister, the union."""

import re
from typing import NamedTuple

from provcheck.extract.discourse import Discourse
from provcheck.extract.entities import Entities
from provcheck.extract.phrases import ARTICLE, NAME
from provcheck.model.span import Span

_NEAR = 1_500  # characters before a description in which a body is named
_FAR = 20_000  # characters before it in which a person is
_RUN = 80  # characters of a name with its titles
_LEAD, _BEHIND = 60, 80  # characters before and behind a name that present its bearer
_STEM = 4  # letters that a country and its adjective share
_WORD = re.compile(r"[\w’'-]+")
_AGE = re.compile(r"\d+(?:-\w+)*")


class Office(NamedTuple):
    """What a description says of a person: an office, with what stands before and behind it.

    `lands` are the adjectives with capitals before it (Ukrainian), `kinds` the others (deputy) but
    for those that tell nothing (new); `rest` what follows it (of government). All in small letters.
    """

    noun: str
    lands: tuple[str, ...]
    kinds: tuple[str, ...]
    rest: str


class Descriptions:
    """Whom the descriptions of one text mean."""

    def __init__(self, discourse: Discourse, entities: Entities) -> None:
        self._discourse, self._entities = discourse, entities
        self._text, self._cues = discourse.prose.text, discourse.cues
        self._places = discourse.rules.places
        self._read: dict[Span, tuple[str, ...]] = {}  # what presents the bearer of a surname

    def bearer(self, span: Span) -> str | None:
        """Return the name of whom the noun phrase at `span` describes, or None.

        The person presented last before it in the same office and by the same qualities, or as of
        the same country; else the body whose name ends in the same noun.
        """
        phrase = _WORD.findall(span.of(self._text))
        opens = self._cues.classes.get(phrase[0].casefold(), frozenset()) if phrase else frozenset()
        if opens & {"possessive", "indefinite"}:
            return None  # her lawyer, a lawyer
        words = [w for w in phrase if not self._is_small(w)]
        office = self._office(words)
        if office is None:
            return self._body(span, words[-1].casefold()) if words else None
        before = Span(start=max(span.start - _FAR, 0), end=span.start)
        for sighting in reversed(self._entities.between(before)):
            name = self._entities.full(sighting.key)
            known = " " in name or sighting.sure
            if known and self._holds(self._words_before(sighting.span, span.start), office):
                return name
        return None

    def _is_small(self, word: str) -> bool:
        return word.casefold() in self._cues.determiners

    def _office(self, words: list[str]) -> Office | None:
        """Return what a description says, by the last office before anything hangs on it."""
        plain = [word.casefold() for word in words]
        hung = next((i for i, w in enumerate(plain) if self._is_preposition(w)), len(plain))
        held = [i for i in range(hung) if plain[i] in self._cues.offices]
        if not held:
            return None
        at = held[-1]
        ahead = [w for w in words[:at] if not _AGE.fullmatch(w)]
        return Office(
            noun=plain[at],
            lands=tuple(w.casefold() for w in ahead if w[:1].isupper()),
            kinds=tuple(w for w in ahead if w[:1].islower() and w not in self._cues.vague),
            rest=" ".join(plain[at + 1 :]),
        )

    def _is_preposition(self, word: str) -> bool:
        return "preposition" in self._cues.classes.get(word, ())

    def _body(self, span: Span, noun: str) -> str | None:
        start = max(span.start - _NEAR, 0)
        named = [match.group() for match in NAME.finditer(self._text, start, span.start)]
        bodies = [ARTICLE.sub("", name) for name in named]
        fitting = [b for b in bodies if " " in b and noun in b.casefold().split()]
        if not fitting and noun in self._cues.bodies:
            block = self._discourse.block_round(span)
            inside = NAME.finditer(self._text, block.start, span.start)
            names = (ARTICLE.sub("", match.group()) for match in inside)
            fitting = [n for n in names if " " in n and not self._is_somebody(n)]
        return fitting[-1] if fitting else None

    def _is_somebody(self, name: str) -> bool:
        return self._entities.is_sure(self._entities.key_of(name.split()))

    def _words_before(self, surname: Span, end: int) -> tuple[str, ...]:
        """Return the words up to `end` that present a person, read once where they end before."""
        if surname in self._read:
            return self._read[surname]
        words = tuple(_WORD.findall(self._presented(surname, end)))
        if surname.end + _BEHIND <= end:
            self._read[surname] = words
        return words

    def _presented(self, surname: Span, end: int) -> str:
        """Return the words up to `end` that present a person: calling, name and apposition."""
        run = self._run_before(surname)
        others = self._entities.between(Span(start=max(run.start - _LEAD, 0), end=run.start))
        begin = others[-1].span.end if others else max(run.start - _LEAD, 0)
        lead = self._text[begin : run.start].rpartition("\n")[2].rstrip(" ")
        lead = re.split(r"[,;:.!?”“\"(]\s*", lead.rstrip(","))[-1]
        behind = self._text[surname.end : min(surname.end + _BEHIND, end)].partition("\n")[0]
        beside = re.match(r"(?:,\s(?:\d+,\s)?|\s\(|\s(?=of\s))[^,;.!?()“”\"]*", behind)
        after = beside.group() if beside else ""
        return f"{lead} {self._text[run.start : surname.end]} {after}".casefold()

    def _run_before(self, surname: Span) -> Span:
        """Return the whole name with its titles that ends in `surname`."""
        start = max(self._discourse.block_round(surname).start, surname.start - _RUN)
        runs = NAME.finditer(self._text, start, surname.end)
        begins = next((m.start() for m in runs if m.end() == surname.end), surname.start)
        return Span(start=begins, end=surname.end)

    def _holds(self, words: tuple[str, ...], office: Office) -> bool:
        """Tell whether words present a person in an office, or as a country's."""
        if office.lands:
            return any(self._belongs(words, land) for land in office.lands)
        named = f"{office.noun} {office.rest}".strip() in " ".join(words)
        return named and office.noun in words and all(kind in words for kind in office.kinds)

    def _belongs(self, presented: tuple[str, ...], adjective: str) -> bool:
        """Tell whether a name stands beside the country or the adjective: Ukraine’s, Ukrainian."""
        countries = self._places.countries_of(adjective)
        for word in presented:
            bare = re.sub(r"[’']s$", "", word)
            stem = bare.rstrip("aeiouy")
            if bare == adjective or bare in countries:
                return True
            if len(stem) >= _STEM and adjective.startswith(stem):
                return True
        return False
