"""Whose words a mention means: names, surnames, pronouns, descriptions, the report, the agency."""

from provcheck.extract.carriers import Carriers
from provcheck.extract.descriptions import Descriptions
from provcheck.extract.discourse import Discourse
from provcheck.extract.entities import Entities
from provcheck.extract.focus import Focus
from provcheck.extract.heads import Heads
from provcheck.extract.phrases import NAME
from provcheck.language.names import same_name
from provcheck.model.claim import Mention
from provcheck.model.span import Span
from provcheck.rulebook.cues import LanguageCues
from provcheck.syntax.clauses import main_phrase

_NEAR = 80  # characters before "who" in which its noun ends
_BACK = 1500  # characters before "it" or "they" in which somebody spoke


class Story:
    """What a text has told so far, in reading order: who spoke last, which carrier was named."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.prose, self.rules = discourse.prose, discourse.rules
        self.cues: LanguageCues = discourse.cues
        self.days = discourse.rules.days.of(self.prose.lang)
        self.entities = Entities(discourse)
        self.heads = Heads(discourse, self.entities)
        self.carriers = Carriers(discourse)
        self._focus = Focus(discourse, self.entities)
        self._descriptions = Descriptions(discourse, self.entities)
        self._last: tuple[Span, Mention] | None = None

    def spoke(self, where: Span, mention: Mention) -> None:
        """Remember who spoke last."""
        self._last = (where, mention)

    def mention(self, span: Span) -> Mention:
        """Return who the words at `span` mean, unresolved where the text does not tell."""
        words = span.of(self.prose.text)
        if words in self.cues.answers:
            resolved, how = self._interviewee(span), "anaphora"
        elif words.isupper() and len(words) > 1:  # OLSEN: a label in a transcript
            resolved, how = self._resolved(span, words.title())
        else:
            resolved, how = self._resolved(span, words)
        return Mention(
            as_written=words, span=span, resolved=resolved, how=how if resolved else "unresolved"
        )

    def _interviewee(self, span: Span) -> str | None:
        """Return who answers: the one in focus before the first question, else the last named."""
        first = self.discourse.first_label
        at = span.start if first is None else first
        key = self._focus.who(at, "")
        if key is not None:
            return self.entities.full(key)
        named = self.entities.persons_in(Span(start=0, end=at))
        return named[-1] if named else None

    def subject_before(self, outer: Span) -> Span | None:
        """Return the person whom the sentence before a quotation is about: She frowned. “A”.

        None where a quotation stands in it, or where the quotation is part of a sentence.
        """
        before = self.discourse.ahead_of(outer)
        if before is None or any(token.kind == "quote" for token in before.tokens):
            return None
        found = main_phrase(before.tokens, 0, len(before.tokens))
        if found is None:
            return None
        words = before.of(found).of(self.prose.text)
        personal = self.cues.pronouns.get(words.casefold(), "") in {"m", "f"}
        capitals = [t.text for t in before.tokens[found.start : found.end] if t.capital]
        named = words == " ".join(capitals) and self._is_person(words)
        return before.of(found) if personal or named else None

    def _is_person(self, words: str) -> bool:
        """Tell whether words are a person's whole name, or a surname that the text gave in full."""
        return self.entities.is_person(words) or " " in self.entities.canonical(words)

    def _resolved(self, span: Span, words: str) -> tuple[str | None, str]:
        """Return the name that words at `span` stand for, and the rule that says so."""
        plain = words.casefold()
        if plain in self.cues.relatives:
            return self._antecedent(span), "anaphora"
        if plain in self.cues.pronouns:
            own = plain in self.cues.first_person
            return None if own else self._pronoun(span, self.cues.pronouns[plain]), "pronoun"
        name = self.heads.name_in(words)
        carrier = self.carriers.named_by(span.start, words, name)
        if carrier:
            return carrier, "anaphora" if carrier.casefold() not in plain else "name"
        if self._is_crowd(words):
            return None, "unresolved"
        if name:
            full = self.entities.canonical(name)
            return full, "name" if full == self.entities.bare(name) else "surname"
        return self._descriptions.bearer(span), "description"

    def _is_crowd(self, words: str) -> bool:
        """Tell whether a phrase means people without a name: five sources, a resident."""
        first, _, rest = words.partition(" ")
        plain = first.casefold()
        counted = plain in self.cues.quantifiers or plain in self.cues.indefinite
        return (counted or first.isdigit()) and not any(w[:1].isupper() for w in rest.split())

    def _antecedent(self, span: Span) -> str | None:
        """Return whom "who" means: the name or description that it follows."""
        before = self.prose.text[max(span.start - _NEAR, 0) : span.start].rstrip(" ,")
        names = [m for m in NAME.finditer(before) if m.end() == len(before)]
        if not names or self.heads.hangs(before[: names[-1].start()]):
            return None
        return self.entities.canonical(names[-1].group())

    def _pronoun(self, span: Span, gender: str) -> str | None:
        """Return whom a pronoun means: he or she the person in focus; it or they who spoke last."""
        if gender:
            key = self._focus.who(span.start, gender)
            return self.entities.full(key) if key is not None else None
        if self._last is None or span.start - self._last[0].end > _BACK:
            return None
        last = self._last[1].resolved
        return last if last and not self.entities.is_person(last) else None


def is_same(one: Mention | None, two: Mention | None) -> bool:
    """Tell whether two mentions mean the same bearer."""
    if one is None or two is None or one.resolved is None or two.resolved is None:
        return False
    return same_name(one.resolved, two.resolved)
