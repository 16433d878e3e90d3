"""People and bodies taken up by a description: the Ukrainian leader, the minister, the union."""

import re

from provcheck.extract.discourse import Discourse
from provcheck.extract.entities import Entities
from provcheck.extract.phrases import ARTICLE, NAME
from provcheck.model.span import Span

_NEAR = 1_500  # characters before a description in which a body is named
_FAR = 20_000  # characters before it in which a person is
_RUN = 80  # characters of a name with its titles
_LEAD, _BEHIND = 60, 80  # characters before and behind a name that present its bearer
_STEM = 4  # letters that a country and its adjective share


class Descriptions:
    """Whom the descriptions of one text mean."""

    def __init__(self, discourse: Discourse, entities: Entities) -> None:
        self._discourse, self._entities = discourse, entities
        self._text, self._cues = discourse.prose.text, discourse.cues
        self._places = discourse.rules.places

    def bearer(self, span: Span) -> str | None:
        """Return the name of whom the noun phrase at `span` describes, or None.

        The person presented last before it in the same office, or as of the same country; else the
        body whose name ends in the same noun.
        """
        plain = span.of(self._text).casefold()
        words = [w for w in re.findall(r"[\w’'-]+", plain) if w not in self._cues.determiners]
        office = next((w for w in reversed(words) if w in self._cues.offices), None)
        if office is None:
            return self._body(span, words[-1]) if words else None
        lands = [word for word in words if word != office]
        before = Span(start=max(span.start - _FAR, 0), end=span.start)
        for sighting in reversed(self._entities.between(before)):
            name = self._entities.full(sighting.key)
            if " " in name and self._holds(sighting.span, span.start, (office, lands)):
                return name
        return None

    def _body(self, span: Span, noun: str) -> str | None:
        start = max(span.start - _NEAR, 0)
        named = [match.group() for match in NAME.finditer(self._text, start, span.start)]
        bodies = [ARTICLE.sub("", name) for name in named]
        fitting = [b for b in bodies if " " in b and noun in b.casefold().split()]
        if not fitting and noun in self._cues.bodies:
            block = self._discourse.block_round(span)
            inside = NAME.finditer(self._text, block.start, span.start)
            fitting = [match.group() for match in inside if " " in match.group()]
        return fitting[-1] if fitting else None

    def _holds(self, surname: Span, end: int, described: tuple[str, list[str]]) -> bool:
        """Tell whether the text up to `end` presents a person in an office, or as a country's."""
        office, lands = described
        run = self._run_before(surname)
        lead = self._text[max(run.start - _LEAD, 0) : surname.end].casefold()
        behind = self._text[surname.end : min(surname.end + _BEHIND, end)].casefold()
        presented = lead.partition("\n")[2] or lead
        if lands:
            return any(self._belongs(presented, land) for land in lands)
        ahead = re.search(rf"\b{re.escape(office)}\b,?\s", presented)
        return bool(ahead or re.match(rf",\s[^,.]*\b{re.escape(office)}\b", behind))

    def _run_before(self, surname: Span) -> Span:
        """Return the whole name with its titles that ends in `surname`."""
        start = max(self._discourse.block_round(surname).start, surname.start - _RUN)
        runs = NAME.finditer(self._text, start, surname.end)
        begins = next((m.start() for m in runs if m.end() == surname.end), surname.start)
        return Span(start=begins, end=surname.end)

    def _belongs(self, presented: str, adjective: str) -> bool:
        """Tell whether a name stands beside the country or the adjective: Ukraine’s, Ukrainian."""
        countries = self._places.countries_of(adjective)
        for word in re.findall(r"[\w]+(?=[’']s\b)|[\w]+", presented):
            stem = word.rstrip("aeiouy")
            if word == adjective or word in countries:
                return True
            if len(stem) >= _STEM and adjective.startswith(stem):
                return True
        return False
