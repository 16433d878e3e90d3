"""The passage of a source that bears on a paraphrase, and where the two differ."""

from collections.abc import Iterator
from itertools import pairwise

from provcheck.language.sentences import sentences
from provcheck.language.written import languages_of, likely_language, written_in
from provcheck.match.differences import differences
from provcheck.match.evidence import Weights, chance, needed, weights
from provcheck.match.facts import Outcome, compared_days, compared_figures
from provcheck.match.names import names_in
from provcheck.match.reading import Reading, Term, language_in
from provcheck.match.tokens import tokens
from provcheck.model.alignment import Alignment, Piece
from provcheck.model.claim import Claim
from provcheck.model.evidence import Found
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook

_COMPARABLE = 14.0  # bits that must be shared before a passage is about the same thing
_FACT = 10.0  # bits of a figure or day that two texts share, in whatever form
_READ = 8  # passages read closely, of those that share most


def compare(claim: Claim, source: Found, rules: Rulebook) -> Alignment:
    """Return the best passage of `source` for a paraphrase, and what differs as edits.

    A passage is one sentence or two in a row. `coverage` is the share of the claim's evidence,
    names, figures and days apart, that stands there. An edit with words on both sides is a
    conflict; one whose source span is empty is a fact that the passage lacks; a `qualifier` is
    left open by the source, and a `substitution` says less than it.
    """
    text = source.text.text
    lang = written_in(source.text)
    language = language_in(lang, rules)
    scale = weights(rules.frequencies, lang)
    ours = Reading(claim.text, language, source.text.published_on)
    # Names and figures alone make no passage of a text that says it in another language.
    passage = None if _is_foreign(claim, source, lang) else _best(ours, source, scale)
    if passage is None:
        words = len(tokens(text))
        return Alignment(pieces=(), bits=0.0, needed=needed(words), chance=1.0, coverage=0.0)
    theirs = Reading(passage.of(text), language, source.text.published_on)
    shared = _shared(ours, theirs, scale)
    # Passages are compared as wholes, so the haystack is the number of sentences, not of words.
    wanted = _COMPARABLE + needed(max(len(source.text.blocks), 1)) - needed(1)
    return Alignment(
        pieces=(Piece(claim=claim.span, source=passage),),
        edits=differences(claim, ours, source, passage),
        bits=round(shared, 1),
        needed=round(wanted, 1),
        chance=chance(shared, len(tokens(text))),
        coverage=round(_coverage(ours, theirs, scale), 4),
        before=text[max(passage.start - 160, 0) : passage.start],
        after=text[passage.end : passage.end + 160],
    )


def _is_foreign(claim: Claim, source: Found, lang: str) -> bool:
    told = likely_language(claim.text, lang)
    return told != lang and told not in languages_of(source.text, source.text.aside)


def _best(ours: Reading, source: Found, scale: Weights) -> Span | None:
    """Return the passage that shares most with the claim; of equals the shorter, read first."""
    text = source.text.text
    terms = tuple(_unlike(ours))
    roughly: list[tuple[float, tuple[Span, ...]]] = []
    for spans in _sentences(source):
        if len(spans[0]) <= _LONGEST:
            stems = Reading(spans[0].of(text), ours.language, ours.anchor).roughly()
            bits = sum(scale.bits(term.norm) for term in terms if term.stem in stems)
            roughly.append((bits, spans))
    likely = sorted(roughly, key=lambda each: -each[0])[:_READ]
    best: tuple[float, Span | None] = (0.0, None)
    for span in (span for bits, spans in likely if bits for span in spans):
        reading = Reading(span.of(text), ours.language, ours.anchor)
        score = _shared(ours, reading, scale) + _placed(ours, reading)
        if score > best[0] + 1e-9:
            best = (score, span)
    return best[1]


_LONGEST = 3000  # characters of a sentence; what is longer is a table or a list


def _sentences(source: Found) -> Iterator[tuple[Span, ...]]:
    """Yield each sentence, and behind it the passages of two that it begins or ends."""
    text = source.text
    for block in text.blocks:
        if any(aside.holds(block.span) for aside in text.aside):
            continue
        found = sentences(text.text, block.span)
        pairs = [Span(start=one.start, end=two.end) for one, two in pairwise(found)]
        for at, span in enumerate(found):
            yield (span, *pairs[max(at - 1, 0) : at + 1])


def _unlike(ours: Reading) -> Iterator[Term]:
    seen = set[str]()
    for term in ours.terms:
        if term.stem not in seen:
            seen.add(term.stem)
            yield term


def _shared(ours: Reading, theirs: Reading, scale: Weights) -> float:
    """Return the bits of the terms, figures and days that both texts have."""
    words = sum(scale.bits(term.norm) for term in _unlike(ours) if term.stem in theirs.stems)
    return words + _FACT * sum(_outcomes(ours, theirs, Outcome.AGREES))


def _placed(ours: Reading, theirs: Reading) -> float:
    """Return a little for each fact in whose place the passage has another one."""
    return _FACT / 2 * sum(_outcomes(ours, theirs, Outcome.CONFLICTS))


def _outcomes(ours: Reading, theirs: Reading, outcome: Outcome) -> Iterator[bool]:
    for each in (*compared_figures(ours, theirs), *compared_days(ours, theirs)):
        yield each.outcome == outcome


def _coverage(ours: Reading, theirs: Reading, scale: Weights) -> float:
    """Return the share of the claim's terms, names apart, that the passage has, by their bits."""
    names = names_in(ours, opens=False)
    tokens_of = ours.tokens
    frame = [
        term
        for term in _unlike(ours)
        if not any(tokens_of.span(term.at, term.at + 1).meets(name) for name in names)
    ] or list(_unlike(ours))
    total = sum(scale.bits(term.norm) for term in frame)
    shared = sum(scale.bits(term.norm) for term in frame if term.stem in theirs.stems)
    return shared / total if total else 0.0
