"""Who says the words in the source, and whether the article puts them into another mouth."""

from provcheck.judge.case import Case, Ruling
from provcheck.language.names import same_name
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.model.verdict import Verdict

_NEAR = 200  # code points round a mention in which its bearer's office is given


class Voice(Value):
    """Who says a stretch of a source: a name, and the stretch that is in that mouth."""

    name: str
    span: Span
    nested: str | None = None
    quotation: Claim | None = None


def voice_at(source: SourceText, span: Span) -> Voice | None:
    """Return who says the words at `span`, or None where the source speaks for itself.

    A quotation within a transcript's turn is the quoted person's; otherwise the turn's speaker's.
    Half of the words must lie in the voice. An unresolved speaker is no voice.
    """
    quoted = _quotation_at(source, span)
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
    """Rule that somebody else says the words in the source.

    Silent when either side gives no name, when the article's speaker is the outlet or document
    that carries the words, when the source's speaker is the nested one, or speaks for the body
    that the article names.
    """
    claimed = case.claim.speaker
    if claimed is None or claimed.resolved is None or not case.alignment.pieces:
        return None
    longest = max(case.alignment.pieces, key=lambda piece: len(piece.source))
    voice = voice_at(case.found.text, longest.source)
    if voice is None or _fits(case, claimed.resolved, voice):
        return None
    rule = case.rules.verdicts.verdict(Verdict.MISATTRIBUTED)
    return Ruling(
        verdict=Verdict.MISATTRIBUTED,
        level=rule.level,
        message=f"the source has {voice.name} say this, not {claimed.resolved}",
        speaker_in_source=voice.name,
    )


def _fits(case: Case, claimed: str, voice: Voice) -> bool:
    claim, source = case.claim, case.found.text
    names = (voice.name, *([voice.nested] if voice.nested else ()))
    if any(same_name(claimed, name) for name in names):
        return True
    if claim.nested_speaker and any(same_name(claim.nested_speaker, name) for name in names):
        return True
    if any(carrier and same_name(claimed, carrier) for carrier in _carriers(claim, source)):
        return True
    return _speaks_for(source, voice, claimed)


def _carriers(claim: Claim, source: SourceText) -> tuple[str | None, ...]:
    """Return who carries the words rather than saying them: the outlet, the document, the page."""
    if claim.kind == ClaimKind.EMBED:
        return (claim.via,)
    return (claim.via, source.publisher, source.own_voice, source.title)


def _speaks_for(source: SourceText, voice: Voice, body: str) -> bool:
    """Tell whether the source presents the speaker beside the body that the article names."""
    if voice.quotation is None or voice.quotation.speaker is None:
        return False
    mention = voice.quotation.speaker.span
    near = source.text[max(mention.start - _NEAR, 0) : mention.end + _NEAR]
    is_person = _is_person(source, body)
    return not is_person and body.casefold().removeprefix("the ") in near.casefold()


def _is_person(source: SourceText, name: str) -> bool:
    """Tell whether the source itself lets somebody of this name speak, as a person would."""
    speakers = [turn.speaker for turn in source.turns]
    speakers += [q.speaker.resolved for q in source.quotations if q.speaker and q.speaker.resolved]
    return any(same_name(name, speaker) for speaker in speakers)


def _quotation_at(source: SourceText, span: Span) -> Claim | None:
    """Return the narrowest direct quotation that holds most of `span`."""
    holding = [
        quotation
        for quotation in source.quotations
        if quotation.kind != ClaimKind.PARAPHRASE and _mostly_in(span, quotation.span)
    ]
    return min(holding, key=lambda quotation: len(quotation.span), default=None)


def _mostly_in(span: Span, holder: Span) -> bool:
    shared = min(span.end, holder.end) - max(span.start, holder.start)
    return shared * 2 > len(span)
