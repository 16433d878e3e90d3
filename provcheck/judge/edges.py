"""Whether the cut at either end of a quotation lost what limits its words."""

from provcheck.judge import limits
from provcheck.judge.case import Case, Ruling
from provcheck.judge.clauses import untitled
from provcheck.judge.framing import own_words_tell
from provcheck.judge.loss import Loss, LossKind
from provcheck.judge.reports import in_first_person, reporter_of
from provcheck.judge.speakers import voice_at
from provcheck.language.names import same_name
from provcheck.language.sentences import sentences
from provcheck.model.edit import EditKind
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict
from provcheck.rulebook.limits import LimitWords

_SHOWN = 14  # words of what was lost that the message shows
_REACH = 400  # code points on either side of the words in which their sentence is looked at
_STOPS = ".!?…"
_PARTING = ",;:–—"
_CLOSERS = " \n\"'”’»)"


def truncated(case: Case) -> Ruling | None:
    """Rule that the cut lost a negation, condition or qualifier that governs the words.

    Looked for behind (the sentence runs on with "but", "unless" …, or the next one takes back)
    and before (the clause denies, supposes, asks or gives the words to somebody else, or the
    sentence opens with a condition), only within what the same speaker says. Silent when the
    article tells the limit round the quotation in its own words, and about words left out that
    limit nothing. Silent, too, on what a machine wrote down: nothing tells where sentences end.
    """
    post = case.found.text.post
    if post is not None and post.automatic:
        return None
    words = case.rules.limits.of(case.found.text.lang)
    for lost in (_behind(case, words), _before(case, words)):
        if lost and not own_words_tell(case, lost, words):
            rule = case.rules.verdicts.verdict(Verdict.TRUNCATED)
            message = f"the quotation leaves out what limits it: “{_short(lost.words)}”"
            return Ruling(
                verdict=Verdict.TRUNCATED,
                level=rule.level,
                message=message,
                lost=_place(case, lost.words),
            )
    return None


def _place(case: Case, lost: str) -> Span | None:
    """Return where lost words stand in the source, or None where an attribution parts them."""
    words, text = lost.strip(_CLOSERS + _PARTING), case.found.text.text
    at = text.find(words, _end(case), _end(case) + 2 * _REACH)
    if at < 0:
        at = text.rfind(words, 0, _start(case))
    return Span(start=at, end=at + len(words)) if words and at >= 0 else None


def _behind(case: Case, words: LimitWords) -> Loss | None:
    """Return what limits the words from behind, or nothing."""
    end = _end(case)
    onward = _said_from(case, end)
    ended = case.found.text.text[end - 1 : end] in _STOPS or _first(onward) in _STOPS
    rest = onward.lstrip(_CLOSERS + _STOPS) if ended else onward.lstrip("\"'”’»)")
    parts = sentences(rest, Span(start=0, end=min(len(rest), 2 * _REACH)))
    if case.claim.fragment or not parts:
        return None
    sentence = rest[: min(parts[0].end, _REACH)]
    if ended:
        taken_back = limits.opens_correction(sentence, words)
        return Loss(kind=LossKind.CORRECTION, words=sentence) if taken_back else None
    return Loss(kind=LossKind.LIMIT, words=sentence) if _runs_on(case, sentence, words) else None


def _runs_on(case: Case, rest: str, words: LimitWords) -> bool:
    """Tell whether the sentence of the words runs on into their limit."""
    return (
        limits.opens_limit(rest, words)
        or limits.closes_with_limit(rest, words)
        or limits.bounds(case.claim.text, rest, words)
    )


def _before(case: Case, words: LimitWords) -> Loss | None:
    """Return what governs the words from before within their sentence, or nothing.

    A fragment is the article's own statement with a few words quoted: it loses only a denial that
    stands right before it.
    """
    start = _start(case)
    sentence = _sentence_at(case, start)
    lead_in = untitled(case.in_source(max(sentence.start, start - _REACH), start), words)
    if case.claim.fragment:
        denied = limits.denies_next(lead_in, words)
        return Loss(kind=LossKind.DENIAL, words=lead_in) if denied else None
    kind = _governed(case, lead_in, words) or _put_in_doubt(case, lead_in, sentence, words)
    return Loss(kind=kind, words=lead_in) if kind else None


def _governed(case: Case, lead_in: str, words: LimitWords) -> LossKind | None:
    """Return how the clause before the words governs them, if it limits them."""
    said = case.claim.text
    if limits.denies(lead_in, words, said):
        return LossKind.DENIAL
    if limits.opens_condition(lead_in, words) or limits.depends(lead_in, said, words):
        return LossKind.CONDITION
    if limits.supposes(lead_in, words, said):
        return LossKind.SUPPOSITION
    if limits.lends_voice(lead_in, words, said) and not _is_attribution(case):
        return LossKind.VOICE
    return LossKind.WEAKENING if limits.weakens(lead_in, words, said) else None


def _put_in_doubt(case: Case, lead_in: str, sentence: Span, words: LimitWords) -> LossKind | None:
    """Return whether the whole sentence asks what the words assert, or waves it away."""
    rest = case.in_source(_end(case), min(sentence.end, _end(case) + _REACH))
    asked = rest.lstrip(_CLOSERS).startswith("?") and "?" not in _closing(case)
    if asked and limits.asks(lead_in, words):
        return LossKind.QUESTION
    waved = limits.disclaims(lead_in, words) and limits.dismisses(rest, words)
    return LossKind.DENIAL if waved else None


def _is_attribution(case: Case) -> bool:
    """Tell whether "she said that" is the source's own account of the claim's speaker.

    A pronoun in a source that nobody speaks is taken for one.
    """
    place = Span(start=_start(case), end=_start(case) + 1)
    if voice_at(case.found.text, place) is not None:
        return False
    reporter, mine = reporter_of(case.found.text, place), case.claim.speaker
    if reporter is None or reporter.speaker is None:
        return False
    named = reporter.speaker.resolved
    if named is None:
        pronoun = reporter.speaker.as_written.casefold() in case.rules.lexicon.pronouns
        return pronoun and not in_first_person(case)
    return mine is not None and mine.resolved is not None and same_name(named, mine.resolved)


def _closing(case: Case) -> str:
    """Return the quotation's last mark and the one behind its words."""
    end = case.claim.span.end
    return case.article.text[max(end - 1, 0) : end + 1]


def _said_from(case: Case, start: int) -> str:
    """Return what the same speaker goes on to say, attributions that interrupt left out."""
    source = case.found.text
    voice = voice_at(source, Span(start=max(start - 1, 0), end=start))
    if voice is None:
        block = next((b.span for b in source.blocks if b.span.start < start <= b.span.end), None)
        return case.in_source(start, block.end if block else start)
    if voice.quotation is None:
        return case.in_source(start, voice.span.end)
    segments = voice.quotation.segments
    return " ".join(case.in_source(max(s.start, start), s.end) for s in segments if s.end > start)


def _sentence_at(case: Case, start: int) -> Span:
    """Return the sentence that holds `start`, no further back than its speaker's words go."""
    source = case.found.text
    place = Span(start=start, end=min(start + 1, len(source.text)))
    voice = voice_at(source, place)
    holders = [block.span for block in source.blocks if block.span.holds(place)]
    if voice is not None:
        holders.append(voice.span)
    holder = max(holders, key=lambda span: span.start, default=place)
    found = (s for s in sentences(source.text, holder) if s.start <= start < s.end)
    return next(found, place)


def _start(case: Case) -> int:
    return min(span.start for span in _taken(case))


def _end(case: Case) -> int:
    return max(span.end for span in _taken(case))


def _taken(case: Case) -> list[Span]:
    """Return where the source's words stand that the quotation has, those respelt included."""
    respelt = [e.source for e in case.alignment.edits if e.kind == EditKind.SPELLING_VARIANT]
    return [*(piece.source for piece in case.alignment.pieces), *respelt]


def _first(words: str) -> str:
    """Return the first character that is no closing mark; a blank where there is none."""
    return words.lstrip(_CLOSERS)[:1] or " "


def _short(words: str) -> str:
    parts = words.strip(_CLOSERS + _PARTING).split()
    return " ".join(parts[:_SHOWN]) + (" …" if len(parts) > _SHOWN else "")
