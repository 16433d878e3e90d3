"""Who says the words in the source, and whether the article puts them into another mouth."""

from provcheck.judge.bearers import Ties, is_named, is_person, renamed, same_bearer, speaks_for
from provcheck.judge.case import Case, Ruling
from provcheck.judge.reports import reporter_of
from provcheck.judge.voice import Voice, read_aloud
from provcheck.language.names import same_name, surname
from provcheck.model.claim import Claim, ClaimKind, NestedQuotation
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict


def voice_at(source: SourceText, span: Span) -> Voice | None:
    """Return who says the words at `span`, or None where the source speaks for itself.

    A quotation within a transcript's turn, or within another quotation, is the quoted person's;
    otherwise the turn's speaker's.
    Half of the words must lie in the voice. An unresolved speaker is no voice.
    """
    quoted = _quotation_at(source, span)
    inner = _nested_at(quoted, span)
    if inner is not None:
        return Voice(name=inner.speaker, span=inner.span)
    if quoted is not None and quoted.speaker is not None and quoted.speaker.resolved:
        return Voice(
            name=quoted.speaker.resolved,
            span=quoted.span,
            nested=quoted.nested_speaker,
            quotation=quoted,
        )
    for turn in source.turns:
        if _mostly_in(span, turn.span):
            return Voice(name=turn.speaker, span=turn.span)
    return None


def misattributed(case: Case) -> Ruling | None:
    """Rule that somebody else says the words in the source, or is reported there to say them.

    Silent when either side gives no name, when the article's speaker is the outlet or document
    that carries the words, when the source's speaker is the nested one, or speaks for the body
    that the article names. A turn that is labelled with an office ("The Minister") names nobody.
    """
    claimed = case.claim.speaker
    if claimed is None or claimed.resolved is None or not case.alignment.pieces:
        return None
    longest = max(case.alignment.pieces, key=lambda piece: len(piece.source))
    said = voice_at(case.found.text, longest.source)
    voice = read_aloud(case, said) if said is not None else _reported(case, longest.source)
    if voice is None or not is_named(voice.name) or _fits(case, claimed.resolved, voice):
        return None
    rule = case.rules.verdicts.verdict(Verdict.MISATTRIBUTED)
    return Ruling(
        verdict=Verdict.MISATTRIBUTED,
        level=rule.level,
        message=f"the source has {voice.name} say this, not {claimed.resolved}",
        speaker_in_source=voice.name,
    )


def _reported(case: Case, span: Span) -> Voice | None:
    """Return whom the source reports to say the words, where it gives a person's full name.

    Or who posted them, where the whole source is one person's.
    """
    source = case.found.text
    report = reporter_of(source, span)
    if report is not None and report.speaker is not None and report.speaker.resolved:
        name = report.speaker.resolved
        other = case.claim.speaker is not None and is_person(name, case.rules.people)
        return Voice(name=name, span=report.span, quotation=report) if other else None
    own = source.own_voice
    if report is None and own is not None and is_person(own, case.rules.people):
        return Voice(name=own, span=Span(start=0, end=len(source.text)))
    return None


def _fits(case: Case, claimed: str, voice: Voice) -> bool:
    claim, source = case.claim, case.found.text
    names = (voice.name, *([voice.nested] if voice.nested else ()))
    said_by = (claimed, *([claim.nested_speaker] if claim.nested_speaker else ()))
    if any(same_bearer(mine, name) for mine in said_by for name in names):
        return True
    if _renamed(case, claimed, voice.name):
        return True
    if any(carrier and same_name(claimed, carrier) for carrier in _carriers(claim, source, voice)):
        return True
    return speaks_for(source.text, voice.name, claimed, _ties(case, claimed, voice))


def _renamed(case: Case, claimed: str, name: str) -> bool:
    """Tell whether the article or the source says that one name was the other's bearer's."""
    changes = case.rules.limits.of(case.found.text.lang).renaming
    texts = (case.article.text, case.found.text.text)
    return any(renamed(text, (claimed, name), changes) for text in texts)


def _ties(case: Case, claimed: str, voice: Voice) -> Ties:
    """Return what ties the voice to `claimed`, taken for a person also by the same surname."""
    lang = case.found.text.lang
    relative = " " in claimed and same_name(surname(claimed), voice.name)
    return Ties(
        joins=frozenset(case.rules.limits.of(lang).belonging),
        offices=frozenset(case.rules.cues.of(lang).offices),
        of_a_person=relative or is_person(claimed, case.rules.people),
    )


def _carriers(claim: Claim, source: SourceText, voice: Voice) -> tuple[str | None, ...]:
    """Return who carries the words rather than saying them: the outlet, the document, the page.

    Whoever quotes another post below an own one does not carry its words.
    """
    quoted = voice.quotation is not None and voice.quotation.kind == ClaimKind.EMBED
    if claim.kind == ClaimKind.EMBED or (quoted and source.post is not None):
        return (claim.via,)
    return (claim.via, source.publisher, source.own_voice, source.title)


def _quotation_at(source: SourceText, span: Span) -> Claim | None:
    """Return the narrowest direct quotation that holds most of `span`."""
    holding = [
        quotation
        for quotation in source.quotations
        if quotation.kind != ClaimKind.PARAPHRASE and _mostly_in(span, quotation.span)
    ]
    return min(holding, key=lambda quotation: len(quotation.span), default=None)


def _nested_at(quoted: Claim | None, span: Span) -> NestedQuotation | None:
    """Return the quotation within `quoted` that holds most of `span` and has a speaker by name.

    One word may be a pronoun ("I wrote"): then the outer speaker keeps the words.
    """
    inner = quoted.nested if quoted is not None else ()
    named = (nested for nested in inner if " " in nested.speaker and is_named(nested.speaker))
    return next((nested for nested in named if _mostly_in(span, nested.span)), None)


def _mostly_in(span: Span, holder: Span) -> bool:
    shared = min(span.end, holder.end) - max(span.start, holder.start)
    return shared * 2 > len(span)
