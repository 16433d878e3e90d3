"""Whether an article says in its own words, round a quotation, what the cut left out."""

from provcheck.judge import limits
from provcheck.judge.case import Case
from provcheck.judge.clauses import holds, padded, parts, starts
from provcheck.judge.loss import Loss, LossKind
from provcheck.language.sentences import sentences
from provcheck.language.words import normalised
from provcheck.model.span import Span
from provcheck.rulebook.limits import LimitWords

_TOLD = 300  # code points of the article in which it may repeat the limit word for word
_REACH = 400  # code points of the article on either side in which the words' sentence is sought
_MARKS = " \n\"'“”„‘’«»‹›"
_STOPS = (".", "!", "?", "…")
_WEIGHTY = 4  # letters from which a word says something


def own_words_tell(case: Case, loss: Loss, words: LimitWords) -> bool:
    """Tell whether the article tells what was lost: by a limit of the same kind, or most words.

    A limit of the same kind counts within the quotation's own sentence; the lost words themselves
    count a few lines round it too.
    """
    lead_in, rest = _own_sentence(case)
    return _says_the_like(loss, lead_in, rest, words) or _repeats(case, loss.words)


def _says_the_like(loss: Loss, lead_in: str, rest: str, words: LimitWords) -> bool:
    around = padded(f"{lead_in} {rest}")
    match loss.kind:
        case LossKind.DENIAL | LossKind.SUPPOSITION:
            return _denies_too(lead_in, rest, words)
        case LossKind.CONDITION | LossKind.LIMIT | LossKind.CORRECTION:
            return _limits_too(lead_in, rest, words)
        case LossKind.QUESTION:
            return holds(around, words.asking)
        case LossKind.WEAKENING:
            return holds(around, (*words.weakeners, *words.hedges))
        case LossKind.VOICE:
            lost = padded(loss.words)
            who = {other.split()[-1] for other in words.others if padded(other) in lost}
            return limits.lends_voice(lead_in, words) or holds(around, who)


def _denies_too(lead_in: str, rest: str, words: LimitWords) -> bool:
    if limits.denies(lead_in, words) or limits.supposes(lead_in, words):
        return True
    set_off = (*words.deniers, *words.asking)
    return holds(padded(lead_in), set_off) or holds(padded(rest), (*words.negations, *set_off))


def _limits_too(lead_in: str, rest: str, words: LimitWords) -> bool:
    if limits.opens_condition(lead_in, words) or holds(padded(rest), words.conditions):
        return True
    # The first part behind the words is the attribution ("according to her"), not a limit.
    return any(starts(part, words.openers) for part in parts(rest)[1:])


def _own_sentence(case: Case) -> tuple[str, str]:
    """Return what the article itself says before and behind the words, in their sentence."""
    span, text = case.claim.span, case.article.text
    block = next((b.span for b in case.article.blocks if b.span.holds(span)), span)
    before = text[max(block.start, span.start - _REACH) : span.start].rstrip(_MARKS)
    said = sentences(before, Span(start=0, end=len(before)))
    lead_in = "" if not said or before.endswith(_STOPS) else said[-1].of(before)
    behind = text[span.end : min(block.end, span.end + _REACH)].lstrip(_MARKS)
    ended = text[span.start : span.end].endswith(_STOPS) and not behind[:1].islower()
    following = sentences(behind, Span(start=0, end=len(behind)))
    return lead_in, "" if ended or not following else following[0].of(behind)


def _repeats(case: Case, lost: str) -> bool:
    span, text = case.claim.span, case.article.text
    before = text[max(span.start - _TOLD, 0) : span.start]
    around = set(normalised(before + " " + text[span.end : span.end + _TOLD]).split())
    weighty = {word for word in normalised(lost).split() if len(word) >= _WEIGHTY}
    return len(weighty & around) * 2 > len(weighty) > 0
