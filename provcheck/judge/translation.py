"""What can be compared of a claim when its source is in another language: figures, days, names."""

import re
from collections.abc import Iterator

from provcheck.language.agreement import Agreement, agreement
from provcheck.language.calendar import Fit, days_in, fit
from provcheck.language.figures import Figure, figures
from provcheck.language.scripts import script_of, sounds_in, stands_in
from provcheck.language.sentences import sentences
from provcheck.language.written import (
    languages_of,
    likely_language,
    same_script,
    written_in,
)
from provcheck.model.article import Article
from provcheck.model.claim import Claim
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.figures import figure_rules
from provcheck.rulebook.tag import base_of

_PERSON = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)+")
_READ = {"latin", "cyrillic", "greek"}  # scripts in which a name can be looked for
_LOOKED_AT = 300  # sentences of a source that are compared


class Foreign(Value):
    """The part of a source that is in another language than a claim: `lang`, and its blocks."""

    lang: str
    blocks: tuple[Span, ...]


def foreign_part(article: Article, claim: Claim, source: SourceText) -> Foreign | None:
    """Return the part of a source whose words a claim could only give in translation, or None.

    By the words of both, not by what the page says of itself. A claim that quotes the source's
    own language is in that language. Where a page has parts in several, one in another language
    counts when it makes up most of the page, or when it has a figure or name of the claim.
    """
    ours = _language_of(article, claim, source)
    parts = languages_of(source, source.aside)
    others = {lang: blocks for lang, blocks in parts.items() if lang != ours}
    if not others:
        return None
    lang, blocks = max(others.items(), key=lambda part: (sum(map(len, part[1])), part[0]))
    foreign = Foreign(lang=lang, blocks=blocks)
    if ours not in parts or written_in(source) == lang:
        return foreign
    return foreign if _has_facts(claim, source, foreign) else None


def _language_of(article: Article, claim: Claim, source: SourceText) -> str:
    usual = written_in(article)
    told = likely_language(claim.text, usual)
    if told == usual and not same_script(claim.text, article.text):
        return written_in(source) if same_script(claim.text, source.text) else told
    return told


def compared(claim: Claim, source: SourceText, foreign: Foreign, rules: Rulebook) -> str:
    """Return in plain clauses how figures, days and names of a claim stand to a foreign source.

    They are compared with the sentence that has most of them. Empty where the claim has none, or
    nothing can be said; a difference is told only where one figure or day stands in the place.
    """
    ours = _Facts(claim.text, "", rules, source)
    if not ours.figures and not ours.days and not ours.names:
        return ""
    if claim.speaker is not None and claim.speaker.resolved:
        ours.people = (*ours.names, claim.speaker.resolved)
    best = _nearest(ours, source, foreign, rules)
    told = [*_absent_names(ours, source)]
    if best is not None:
        told += [*_different(ours, best)]
        if not told and best.agrees_with(ours):
            told = ["figures and names that can be compared agree"]
    return "; ".join(told)


class _Facts:
    """Figures, days and names of one text in one language."""

    def __init__(self, text: str, lang: str, rules: Rulebook, source: SourceText) -> None:
        self.text = text
        self.lang = lang or likely_language(text, "en")
        known = figures(text, figure_rules(), self.lang)
        self.anchor = source.published_on
        days = rules.days.of(self.lang)
        self.days = days_in(text, days, self.anchor)
        held = [day.span for day in self.days]
        self.figures = tuple(f for f in known if not any(f.span.meets(span) for span in held))
        self.names = tuple(dict.fromkeys(_PERSON.findall(text)))
        self.people = self.names  # and the speaker, by whom a passage is found

    def agrees_with(self, other: "_Facts") -> bool:
        """Tell whether a figure or day of one is one of the other."""
        agreed = any(
            agreement(ours, theirs) == Agreement.AGREES
            for ours in other.figures
            for theirs in self.figures
        )
        return agreed or any(
            fit(ours, theirs, self.anchor) == Fit.AGREES
            for ours in other.days
            for theirs in self.days
        )


def _nearest(ours: _Facts, source: SourceText, foreign: Foreign, rules: Rulebook) -> _Facts | None:
    """Return the sentence, or two in a row, with most of the claim's figures, days and names."""
    best: tuple[float, _Facts | None] = (0.0, None)
    for span in _sentences(source, foreign):
        words = span.of(source.text)
        sounds = sounds_in(words)
        theirs = _Facts(words, foreign.lang, rules, source)
        score = 2.0 * sum(stands_in(name, sounds) for name in ours.people)
        score += 2.0 * theirs.agrees_with(ours) + _alike(ours, theirs)
        if score > best[0]:
            best = (score, theirs)
    return best[1]


def _sentences(source: SourceText, foreign: Foreign) -> Iterator[Span]:
    """Yield each sentence of the foreign part, and each with the one behind it."""
    count = 0
    for block in foreign.blocks:
        found = sentences(source.text, block)[: _LOOKED_AT - count]
        count += len(found)
        for at, span in enumerate(found):
            yield span
            if at + 1 < len(found):
                yield Span(start=span.start, end=found[at + 1].end)


def _alike(ours: _Facts, theirs: _Facts) -> int:
    measured = {f.measures for f in ours.figures} & {f.measures for f in theirs.figures}
    return len(measured) + bool(ours.days and theirs.days)


def _different(ours: _Facts, theirs: _Facts) -> Iterator[str]:
    for mine in ours.figures:
        its = [f for f in theirs.figures if f.measures == mine.measures]
        if _only(mine, its, ours) == Agreement.CONFLICTS:
            there, here = its[0].whole.of(theirs.text), mine.whole.of(ours.text)
            yield f"the source has “{there}” where the article has “{here}”"
    if len(ours.days) == len(theirs.days) == 1:
        here_on, there_on = ours.days[0], theirs.days[0]
        if fit(here_on, there_on, theirs.anchor) == Fit.CONFLICTS:
            there, here = there_on.span.of(theirs.text), here_on.span.of(ours.text)
            yield f"the source has “{there}” where the article has “{here}”"


def _only(mine: Figure, its: list[Figure], ours: _Facts) -> Agreement:
    """Return how a figure stands to the only one of its measure on the other side."""
    alone = sum(f.measures == mine.measures for f in ours.figures) == 1
    return agreement(mine, its[0]) if alone and len(its) == 1 else Agreement.OPEN


def _absent_names(ours: _Facts, source: SourceText) -> Iterator[str]:
    """Yield people whose surname no word of the source sounds like, in a script that is read."""
    if not ours.names or script_of(source.text) not in _READ:
        return
    sounds = sounds_in(source.text)
    for name in ours.names:
        if not stands_in(name, sounds):
            yield f"“{name}” stands nowhere in it"


def _has_facts(claim: Claim, source: SourceText, foreign: Foreign) -> bool:
    """Tell whether the foreign part has a figure of the claim, or somebody whom it names."""
    text = " ".join(block.of(source.text) for block in foreign.blocks)
    sounds = sounds_in(text)
    if any(stands_in(name, sounds) for name in _PERSON.findall(claim.text)):
        return True
    lang = likely_language(claim.text, base_of(source.lang))
    ours = figures(claim.text, figure_rules(), lang)
    theirs = figures(text, figure_rules(), foreign.lang)
    return any(
        agreement(a, b) == Agreement.AGREES for a in ours for b in theirs if a.low >= _TELLING
    )


_TELLING = 13  # a smaller count stands in many a text
