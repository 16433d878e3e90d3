"""Where a source reports words in its own account, without quotation marks, and whose they are."""

from provcheck.judge.case import Case
from provcheck.language.names import same_name
from provcheck.language.words import normalised
from provcheck.model.claim import Claim, ClaimKind, Mention
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span


def reporter_of(source: SourceText, span: Span) -> Claim | None:
    """Return the source's own report, without quotation marks, that holds all of `span`."""
    holding = [q for q in source.quotations if q.kind == ClaimKind.PARAPHRASE]
    within = [quotation for quotation in holding if quotation.span.holds(span)]
    return min(within, key=lambda quotation: len(quotation.span), default=None)


def reported(case: Case, span: Span) -> bool:
    """Tell whether the source reports the words at `span` as the claim's speaker's.

    Not where whoever writes the source says it ("we remind the company that"), nor where the
    report is of a third party within a speech ("my opponent says", "nobody denies").
    """
    report = reporter_of(case.found.text, span)
    if report is None:
        return False
    if report.speaker is None:
        return not in_first_person(case)
    if _is_own(report.speaker, case):
        return False
    mine = case.claim.speaker
    named = report.speaker.resolved
    if mine is not None and mine.resolved and named and same_name(mine.resolved, named):
        return True
    return _may_speak(report.speaker, case) and not in_first_person(case)


def in_first_person(case: Case) -> bool:
    """Tell whether the source speaks of itself or to somebody ("we", "you") outside what it quotes.

    A speech does, an account of one does not. The words in question do not count.
    """
    source = case.found.text
    lang = source.lang
    words = case.rules.limits.of(lang)
    own = {*case.rules.cues.of(lang).first_person, *words.own, *words.addressed}
    quoted = [q.span for q in source.quotations if q.kind != ClaimKind.PARAPHRASE]
    quoted += [piece.source for piece in case.alignment.pieces]
    at, outside = 0, []
    for span in sorted(quoted, key=lambda each: each.start):
        outside.append(source.text[at : max(span.start, at)])
        at = max(at, span.end)
    return not own.isdisjoint(normalised(" ".join((*outside, source.text[at:]))).split())


def _is_own(speaker: Mention, case: Case) -> bool:
    cues = case.rules.cues.of(case.found.text.lang)
    return speaker.as_written.casefold() in cues.first_person


def _may_speak(speaker: Mention, case: Case) -> bool:
    """Tell whether a mention is of somebody: a name, a pronoun, an office, a body; no "nobody"."""
    lang = case.found.text.lang
    cues = case.rules.cues.of(lang)
    written = normalised(speaker.as_written)
    denied = set(written.split()).intersection(case.rules.limits.of(lang).negations)
    if speaker.resolved or denied:
        return not denied
    nouns = {*cues.offices, *cues.bodies, *case.rules.people.his, *case.rules.people.hers}
    return written in case.rules.lexicon.pronouns or not nouns.isdisjoint(written.split())
