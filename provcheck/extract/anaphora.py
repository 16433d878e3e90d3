"""Whose words a mention means: names, surnames, pronouns, descriptions, the report, the agency."""

import re

from provcheck.extract.discourse import Discourse
from provcheck.extract.entities import Entities
from provcheck.extract.phrases import NAME
from provcheck.language.names import same_name
from provcheck.model.claim import Mention
from provcheck.model.span import Span
from provcheck.rulebook.cues import LanguageCues
from provcheck.syntax.clauses import main_phrase

_NEAR = 80  # characters before "who" in which its noun ends
_BACK = 1500  # characters before a pronoun in which its name is looked for
# What agencies and papers write as well as offices: "the report" takes up whichever came last.
_BY_OUTLETS = frozenset({"report", "dispatch", "bericht", "rapport", "informe"})
_RUN = 80  # characters of a name with its titles
_FAR = 20_000  # characters before a description in which its bearer is named
_RECENT = 50  # outlets and documents named last, among which one is taken up again
_SHARED = 7  # letters that a noun and a name share: broadcaster, Broadcasting
_STEM = 4  # letters that a country and its adjective share


class Story:
    """What a text has told so far, in reading order: who spoke last, which carrier was named."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.prose, self.rules = discourse.prose, discourse.rules
        self.cues: LanguageCues = discourse.cues
        self.entities = Entities(self.prose.text, self.cues)
        self.last: tuple[Span, Mention] | None = None
        self._carriers: list[tuple[int, str]] = []

    def spoke(self, where: Span, mention: Mention) -> None:
        """Remember who spoke last."""
        self.last = (where, mention)

    def carried(self, at: int, name: str) -> None:
        """Remember that an outlet or document was named at an offset."""
        self._carriers.append((at, name))

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
        """Return who answers: the last person named as a subject before the first question."""
        first = self.discourse.first_label
        before = Span(start=0, end=span.start if first is None else first)
        named = self._subjects(before) or self.entities.persons_in(before)
        return named[-1] if named else None

    def subject_before(self, outer: Span) -> Span | None:
        """Return the person whom the sentence before a quotation is about: She frowned. “A.”

        None where a quotation stands in it, or where the quotation is part of a sentence.
        """
        sentence = self.discourse.sentence_at(outer.start)
        if sentence is None or sentence.span.start != outer.start:
            return None
        before = self.discourse.sentence_before(outer.start)
        number = self.discourse.number_at(outer.start)
        if before is None and number:
            before = next(reversed(self.discourse.sentences_of(number - 1)), None)
        if before is None or any(token.kind == "quote" for token in before.tokens):
            return None
        found = main_phrase(before.tokens, 0, len(before.tokens))
        if found is None:
            return None
        words = before.of(found).of(self.prose.text)
        personal = self.cues.pronouns.get(words.casefold(), "") in {"m", "f"}
        named = self.entities.is_person(words) and words == " ".join(
            token.text for token in before.tokens[found.start : found.end] if token.capital
        )
        return before.of(found) if personal or named else None

    def carrier_before(self, at: int, nouns: tuple[str, ...]) -> str | None:
        """Return the last outlet or document named before `at`: one of `nouns` if there is one."""
        before = [name for place, name in self._carriers[-_RECENT:] if place < at]
        if any(noun in _BY_OUTLETS for noun in nouns):
            return before[-1] if before else None
        fitting = [n for n in before if any(_fits(noun, n) for noun in nouns)]
        return fitting[-1] if fitting else (before[-1] if before else None)

    def _resolved(self, span: Span, words: str) -> tuple[str | None, str]:
        plain = words.casefold()
        if plain in self.cues.first_person:
            return None, "unresolved"
        if plain in self.cues.pronouns:
            return self._pronoun(span, plain), "pronoun"
        if plain in self.cues.relatives:
            return self._antecedent(span), "anaphora"
        carrier = self._carrier(span, words)
        if carrier:
            return carrier, "anaphora" if carrier.casefold() not in plain else "name"
        if self._is_crowd(plain):
            return None, "unresolved"
        name = self._name_in(words)
        if name:
            full = self.entities.canonical(name)
            return full, "name" if full == self.entities.bare(name) else "surname"
        return self._description(span, plain), "description"

    def _name_in(self, words: str) -> str | None:
        """Return the name in a noun phrase: its last one, "the" and what follows "of" apart."""
        head = re.split(r",|\(", words)[0]
        names = [m.group() for m in NAME.finditer(head)]
        little = {*self.cues.determiners, *self.cues.pronouns, "our", "mr", "mrs", "ms"}
        names = [name for name in names if name.casefold() not in little]
        stripped = re.sub(r"^(?:The|Der|Die|Das|Le|La|El)\s+", "", names[-1]) if names else ""
        adjective = stripped and self._is_adjective(stripped) and not head.endswith(stripped)
        if adjective or not stripped:
            return None
        person, of, _ = stripped.partition(" of ")
        return person if of and self.entities.is_person(person) else stripped

    def _is_adjective(self, word: str) -> bool:
        known = {a for each in self.rules.places.demonyms.values() for a in each}
        return word in known or bool(re.fullmatch(r"[A-Z]\w+(?:an|ian|ish|ese)", word))

    def _is_crowd(self, plain: str) -> bool:
        """Tell whether a phrase means several unnamed people: five sources, two residents."""
        first = plain.split(maxsplit=1)[0] if plain.split() else ""
        several = {
            "some",
            "several",
            "many",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "a",
            "an",
            "one",
            "another",
            "no",
        }
        return (first in several or first.isdigit()) and not self._capital_inside(plain)

    def _capital_inside(self, plain: str) -> bool:
        at = self.prose.text.casefold().find(plain)
        words = self.prose.text[at : at + len(plain)].split()[1:] if at >= 0 else []
        return any(word[:1].isupper() for word in words)

    def _carrier(self, span: Span, words: str) -> str | None:
        """Return the outlet or document that a phrase names or takes up again."""
        head = re.split(r"\s(?:by|from|of|in|on|with)\s|,", words)[0]
        last = head.split()[-1].casefold() if head.split() else ""
        nouns = (*self.cues.documents, *self.cues.outlets)
        named = self._name_in(words)
        if named and self.rules.agencies.is_outlet(named):
            known = self.rules.agencies.named(named)
            return known.name if known else named
        if last not in nouns:
            return None
        own = [w for w in head.split()[:-1] if not self._says_little(w)]
        if own and head.split()[0].casefold() not in {"this", "its", "their"}:
            return " ".join([*own, head.split()[-1]])
        taken_up = self.carrier_before(span.start, (last,))
        return taken_up or (last if last in self.cues.documents else None)

    def _says_little(self, word: str) -> bool:
        plain = word.casefold()
        return (
            plain in self.cues.determiners
            or plain in self.rules.quotation.weekday_of
            or plain
            in {
                "new",
                "same",
                "latest",
                "recent",
                "first",
                "second",
                "earlier",
            }
        )

    def _antecedent(self, span: Span) -> str | None:
        """Return whom "who" means: the name or description that it follows."""
        before = self.prose.text[max(span.start - _NEAR, 0) : span.start].rstrip(" ,")
        names = [m for m in NAME.finditer(before) if m.end() == len(before)]
        return self.entities.canonical(names[-1].group()) if names else None

    def _pronoun(self, span: Span, plain: str) -> str | None:
        """Return whom a pronoun means: who came up since somebody spoke, or who spoke last.

        The subject of a sentence since then comes before anybody else; a title that tells the other
        gender rules a person out, and he or she is no body and no document.
        """
        gender = self.cues.pronouns[plain]
        since = self.last[0].end if self.last and self.last[0].end <= span.start else 0
        start = max(since, span.start - _BACK)
        subjects = self._subjects(Span(start=start, end=span.start))
        for name in reversed(subjects):
            if self._may_be(name, gender):
                return name
        last = self.last[1].resolved if self.last and span.start - since <= _BACK else None
        if last and self._may_be(last, gender):
            return last
        around = self.entities.persons_in(Span(start=max(span.start - _BACK, 0), end=span.start))
        return next((name for name in reversed(around) if self._may_be(name, gender)), None)

    def _may_be(self, name: str, gender: str) -> bool:
        if gender and (name[:1].islower() or self.rules.agencies.is_outlet(name)):
            return False
        known = self.entities.gender_of(name)
        return not gender or not known or known == gender

    def _subjects(self, span: Span) -> list[str]:
        """Return the people who open a sentence or clause within `span`."""
        found = []
        for at, _key in self.entities.between(span):
            name = self._run_before(at)
            before = self.prose.text[max(name.start - 2, 0) : name.start]
            opens = (
                name.start == span.start or not before.strip() or before.strip()[-1:] in ".!?\n”"
            )
            person = self.entities.canonical(at.of(self.prose.text))
            if opens and " " in person:
                found.append(person)
        return found

    def _run_before(self, surname: Span) -> Span:
        """Return the whole name with its titles that ends in `surname`."""
        start = max(self.discourse.block_round(surname).start, surname.start - _RUN)
        runs = [
            m for m in NAME.finditer(self.prose.text, start, surname.end) if m.end() == surname.end
        ]
        return Span(start=runs[0].start(), end=surname.end) if runs else surname

    def _description(self, span: Span, plain: str) -> str | None:
        """Return whom a description means: the Ukrainian leader, the minister, the spokeswoman."""
        words = [w for w in re.findall(r"[\w’'-]+", plain) if w not in self.cues.determiners]
        office = next((w for w in reversed(words) if w in self.cues.offices), None)
        if office is None:
            return self._body(span, words)
        lands = [w for w in words if w != office]
        named = self.entities.between(Span(start=max(span.start - _FAR, 0), end=span.start))
        for at, _ in reversed(named):
            name = self.entities.canonical(at.of(self.prose.text))
            if " " in name and self._holds_office(at, span.start, office, lands):
                return name
        return None

    def _body(self, span: Span, words: list[str]) -> str | None:
        """Return the body that "the union" or "the company" takes up again."""
        if not words:
            return None
        start = max(span.start - _BACK, 0)
        noun = words[-1]
        named = [m.group() for m in NAME.finditer(self.prose.text, start, span.start)]
        bodies = [re.sub(r"^(?:The|Der|Die|Das|Le|La|El)\s+", "", name) for name in named]
        fitting = [b for b in bodies if " " in b and noun in b.casefold().split()]
        if not fitting and noun in self.cues.bodies:
            block = self.discourse.block_round(span)
            inside = NAME.finditer(self.prose.text, block.start, span.start)
            fitting = [m.group() for m in inside if " " in m.group()][-1:]
        return fitting[-1] if fitting else None

    def _holds_office(self, surname: Span, end: int, office: str, lands: list[str]) -> bool:
        """Tell whether the text up to `end` presents a person in an office, or as a country's."""
        run = self._run_before(surname)
        text = self.prose.text
        lead = text[max(run.start - 60, 0) : surname.end].casefold()
        behind = text[surname.end : min(surname.end + 80, end)].casefold()
        presented = lead.partition("\n")[2] or lead
        introduced = bool(
            re.search(rf"\b{office}\b,?\s", presented)
            or re.match(rf",\s[^,.]*\b{office}\b", behind)
        )
        of_land = any(self._belongs(presented, land) for land in lands)
        return of_land if lands else introduced

    def _belongs(self, presented: str, adjective: str) -> bool:
        """Tell whether a name stands beside the country or the adjective: Ukraine’s, Ukrainian."""
        known = [
            c for c, a in self.rules.places.demonyms.items() if adjective in map(str.casefold, a)
        ]
        for word in re.findall(r"[\w]+(?=[’']s\b)|[\w]+", presented):
            if word == adjective or word in map(str.casefold, known):
                return True
            stem = word.rstrip("aeiouy")
            if len(stem) >= _STEM and adjective.startswith(stem):
                return True
        return False


def _fits(noun: str, name: str) -> bool:
    """Tell whether a noun takes up a carrier's name: the broadcaster, Halden Broadcasting."""
    stem = noun[:_SHARED]
    return any(word.startswith(stem) for word in name.casefold().split())


def is_same(one: Mention | None, two: Mention | None) -> bool:
    """Tell whether two mentions mean the same bearer."""
    if one is None or two is None or one.resolved is None or two.resolved is None:
        return False
    return same_name(one.resolved, two.resolved)
