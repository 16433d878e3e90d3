"""What a statement, or a passage that may bear it out, says: its terms, figures, days and names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from provcheck.language.calendar import Day, days_in
from provcheck.language.figures import Figure, figures
from provcheck.language.sentences import sentences
from provcheck.match.folding import folded
from provcheck.match.lexical import same_meaning
from provcheck.match.tokens import Tokens
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.figures import figure_rules
from provcheck.rulebook.pages import page_rules
from provcheck.rulebook.stance import StanceWords, stance_rules
from provcheck.rulebook.tag import base_of

_STEM = 6  # letters that the forms of one word share
_ENDS = ((re.compile(r"ies$|ied$"), "y"), (re.compile(r"(?<=\w{3})(?:ing|ed|es|s)$"), ""))
_REMEMBERED = 100_000  # words of a language whose stems are kept
_MOST = 100  # figures and days of one passage that are looked at; a table has more
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu)['’ʼ](?=\w\w)", re.IGNORECASE)  # l’usine, d’avril
_STOPS = re.compile(r"[.!?;:…]")


@dataclass(frozen=True)
class Term:
    """A word that says something: `stem` is what its forms share, `at` the token's number."""

    stem: str
    norm: str
    at: int


class Language:
    """The rules by which texts in one language are read, its words folded as tokens are."""

    def __init__(self, lang: str, rules: Rulebook) -> None:
        self.lang = lang
        self._stems: dict[str, str] = {}
        self.rules = rules
        self.stance: StanceWords = stance_rules().of(lang)
        base = base_of(lang)
        common = page_rules().languages.get(base, ())
        self.telling = telling = frozenset(map(folded, self.stance.telling))
        self.empty = frozenset(map(folded, (*self.stance.empty, *common))) - telling
        self.auxiliaries = frozenset(map(folded, self.stance.auxiliaries))
        self.partial = frozenset(map(folded, self.stance.partial))
        self.limits = frozenset(map(folded, self.stance.limits))
        self.cues = {
            " ".join(map(folded, phrase.split())): kind for phrase, kind in self.stance.cues.items()
        }
        self.nouns_capital = rules.cues.of(lang).nouns_capital
        words = figure_rules().of(lang)
        counted = (*words.rounding, *words.middle, *words.articles)
        self.counting = frozenset(folded(w) for w in counted if " " not in w)

    def stem(self, norm: str) -> str:
        """Return what the forms of a folded word share."""
        known = self._stems.get(norm)
        if known is None:
            known = _stem(norm, self._base(norm))
            if len(self._stems) < _REMEMBERED:
                self._stems[norm] = known
        return known

    def _base(self, norm: str) -> str:
        lexicon = self.rules.lexicon
        return lexicon.bases.get(norm) or " ".join(same_meaning((norm,), lexicon))


@lru_cache(maxsize=32768)
def _stem(norm: str, base: str) -> str:
    if norm[:1].isdigit():
        return norm
    plain = base
    for pattern, put in _ENDS:
        plain, count = pattern.subn(put, plain, count=1)
        if count:
            break
    plain = re.sub(r"(.)\1$", r"\1", plain).removesuffix("e")
    return (plain or base)[:_STEM]


_LANGUAGES: dict[tuple[str, str], Language] = {}


def language_in(lang: str, rules: Rulebook) -> Language:
    """Return the language that the BCP 47 code `lang` names, read once for one rulebook."""
    key = (base_of(lang), rules.digest)
    if key not in _LANGUAGES:
        _LANGUAGES[key] = Language(lang, rules)
    return _LANGUAGES[key]


class Reading:
    """One text read in one language; `anchor` is the day it was published.

    Figures and days never overlap: four digits that count nothing are a year. Terms are the words
    that say something, those of figures and days left out.
    """

    def __init__(self, text: str, language: Language, anchor: date | None) -> None:
        self.text, self.language, self.anchor = text, language, anchor
        self.tokens = Tokens(text)

    @cached_property
    def _numbers(self) -> tuple[Figure, ...]:
        return figures(self.text, figure_rules(), self.language.lang)[:_MOST]

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Return the days that the text names."""
        counted = [f.span for f in self._numbers if not f.year or self._counts(f)]
        return tuple(
            day
            for day in self._named_days()
            if not any(span.meets(day.span) for span in counted if day.month is None)
        )

    def _named_days(self) -> tuple[Day, ...]:
        days = self.language.rules.days.of(self.language.lang)
        return days_in(self.text, days, self.anchor)[:_MOST]

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Return the figures that are no part of a day."""
        days = self.days
        return tuple(f for f in self._numbers if not any(d.span.meets(f.span) for d in days))

    def _counts(self, figure: Figure) -> bool:
        """Tell whether four digits count what follows: 2000 trees, not "in 2019 prices rose"."""
        before = self.text[: figure.span.start].split()[-1:]
        empty = folded(before[0]) in self.language.empty if before else False
        return bool(figure.noun) and figure.noun not in self.language.empty and not empty

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Return the words that say something, in order."""
        taken = [*(f.whole for f in self._numbers), *(day.span for day in self.days)]
        found = []
        for at, norm in enumerate(self.tokens.norms):
            span = self.tokens.span(at, at + 1)
            plain = self._unelided(norm, span)
            if any(span.meets(other) for other in taken) or self._is_empty(plain):
                continue
            found.append(Term(stem=self.language.stem(plain), norm=plain, at=at))
        return tuple(found)

    def _unelided(self, norm: str, span: Span) -> str:
        elided = _ELIDED.match(self.text, span.start, span.end)
        return folded(self.text[elided.end() : span.end]) if elided else norm

    def _is_empty(self, norm: str) -> bool:
        if not norm[:1].isalpha() or (len(norm) == 1 and norm.isascii()):
            return True
        return norm in self.language.empty or norm in self.language.counting

    def roughly(self) -> frozenset[str]:
        """Return the stems of all words, those of figures and days too: quickly told."""
        norms = self.tokens.norms
        if "’" in self.text or "'" in self.text:
            places = enumerate(norms)
            norms = [self._unelided(norm, self.tokens.span(at, at + 1)) for at, norm in places]
        return frozenset(map(self.language.stem, norms))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return the stems of all terms."""
        return frozenset(term.stem for term in self.terms)

    def before(self, span: Span) -> Term | None:
        """Return the nearest term before `span` in its sentence, or None."""
        start = span.start
        ahead = [t for t in self.terms if self.tokens.ends[t.at] <= start]
        if not ahead or _STOPS.search(self.text[self.tokens.ends[ahead[-1].at] : start]):
            return None
        return ahead[-1]

    def after(self, span: Span) -> Term | None:
        """Return the nearest term behind `span` in its sentence, or None."""
        behind = [t for t in self.terms if self.tokens.starts[t.at] >= span.end]
        if not behind or _STOPS.search(self.text[span.end : self.tokens.starts[behind[0].at]]):
            return None
        return behind[0]

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return sentences(self.text, Span(start=0, end=len(self.text)))

    def _borders(self, span: Span) -> Span:
        starts = (s.start for s in self._sentences if s.start <= span.start)
        ends = (s.end for s in self._sentences if s.end >= span.end)
        return Span(start=max(starts, default=0), end=min(ends, default=len(self.text)))

    def sentence(self, span: Span) -> frozenset[str]:
        """Return the stems of the sentence round `span`."""
        here, starts = self._borders(span), self.tokens.starts
        return frozenset(t.stem for t in self.terms if here.start <= starts[t.at] < here.end)

    def within(self, span: Span, others: Iterable[Span]) -> tuple[Span, ...]:
        """Return those of `others` that stand in the sentence round `span`."""
        here = self._borders(span)
        return tuple(other for other in others if here.holds(other))
