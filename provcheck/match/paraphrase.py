"""The passage of a source that bears on a paraphrase, and where the two conflict."""

import re
from collections.abc import Iterator
from itertools import pairwise

from provcheck.language.names import same_name
from provcheck.language.sentences import sentences
from provcheck.match.evidence import Weights, chance, needed, weights
from provcheck.match.lexical import same_meaning
from provcheck.match.notes import note
from provcheck.match.tokens import Tokens, tokens
from provcheck.model.alignment import Alignment, Piece
from provcheck.model.claim import Claim
from provcheck.model.edit import Edit, EditKind
from provcheck.model.evidence import Found
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.lexicon import Lexicon

_ENOUGH = 0.5  # share of the paraphrase's evidence a passage must hold before it can contradict
_COMPARABLE = 14.0  # bits that must be shared before a passage is about the same thing
_STEM = 5  # letters of a word that its inflections share


def compare(claim: Claim, source: Found, rules: Rulebook) -> Alignment:
    """Return the best passage of `source` for a paraphrase, with conflicts alone as edits.

    A passage is one sentence or two in a row. Words count by their stems and their evidence in
    bits; `coverage` is the share of the claim's evidence found there. Conflicts (number, name,
    negation) are told only of a passage that holds half of that evidence or more.
    """
    text = source.text.text
    scale = weights(rules.frequencies, source.text.lang)
    whole = tokens(text)
    passage, shared, coverage = _best(claim, source, scale, rules.lexicon)
    if passage is None:
        return Alignment(pieces=(), bits=0.0, needed=needed(len(whole)), chance=1.0, coverage=0.0)
    # Passages are compared as wholes, so the haystack is the number of sentences, not of words.
    wanted = _COMPARABLE + needed(max(len(source.text.blocks), 1)) - needed(1)
    edits = _conflicts(claim, text, passage, rules) if coverage >= _ENOUGH else ()
    return Alignment(
        pieces=(Piece(claim=claim.span, source=passage),),
        edits=edits,
        bits=round(shared, 1),
        needed=round(wanted, 1),
        chance=chance(shared, len(whole)),
        coverage=round(coverage, 4),
        before=text[max(passage.start - 160, 0) : passage.start],
        after=text[passage.end : passage.end + 160],
    )


def _best(
    claim: Claim, source: Found, scale: Weights, lexicon: Lexicon
) -> tuple[Span | None, float, float]:
    ours = _stems(Tokens(claim.text), lexicon)
    total = sum(map(scale.bits, ours.values())) or 1.0
    best: tuple[Span | None, float, float] = (None, 0.0, 0.0)
    for passage in _passages(source):
        theirs = _stems(Tokens(passage.of(source.text.text)), lexicon)
        shared = sum(scale.bits(norm) for stem, norm in ours.items() if stem in theirs)
        # Of two passages with the same evidence the shorter one, read first, is the better.
        if shared > best[1] + 1e-9:
            best = (passage, shared, shared / total)
    return best


def _passages(source: Found) -> Iterator[Span]:
    text = source.text
    for block in text.blocks:
        if any(aside.holds(block.span) for aside in text.aside):
            continue
        found = sentences(text.text, block.span)
        yield from found
        for one, two in pairwise(found):
            yield Span(start=one.start, end=two.end)


def _stems(words: Tokens, lexicon: Lexicon) -> dict[str, str]:
    """Return the words that say something, by what their inflections share."""
    empty = {*lexicon.function_words, *lexicon.auxiliaries, *lexicon.pronouns}
    plain = same_meaning(tuple(n for n in words.norms if n not in empty), lexicon)
    return {_stem(lexicon.bases.get(norm, norm)): norm for norm in plain}


def _stem(norm: str) -> str:
    return norm if norm[:1].isdigit() else re.sub(r"(?:ing|ed|es|s)$", "", norm)[:_STEM]


def _conflicts(claim: Claim, text: str, passage: Span, rules: Rulebook) -> tuple[Edit, ...]:
    ours, theirs = Tokens(claim.text), Tokens(passage.of(text))
    pairs = [
        *_numbers(ours, theirs, rules.lexicon),
        *_names(ours, theirs, rules.lexicon),
        *_negations(ours, theirs, rules.lexicon),
    ]
    return tuple(
        Edit(
            kind=kind,
            claim=Span(start=one.start + claim.span.start, end=one.end + claim.span.start),
            source=Span(start=two.start + passage.start, end=two.end + passage.start),
            note=note(kind, one.of(claim.text), two.of(passage.of(text))),
        )
        for kind, one, two in pairs
    )


Conflict = tuple[EditKind, Span, Span]


def _numbers(ours: Tokens, theirs: Tokens, lexicon: Lexicon) -> Iterator[Conflict]:
    """Yield figures of one unit, or before one noun, that differ; a shared figure clears both."""
    one, two = _figures(ours, lexicon), _figures(theirs, lexicon)
    known = {value for value, _, _ in two}
    for value, noun, at in one:
        if value in known:
            continue
        for other, its_noun, place in two:
            if noun and noun == its_noun and other not in {v for v, _, _ in one}:
                yield EditKind.NUMBER, ours.span(at, at + 1), theirs.span(place, place + 1)
                break


def _figures(words: Tokens, lexicon: Lexicon) -> list[tuple[str, str, int]]:
    """Return (figure, what it counts, where) of each figure, magnitudes made part of it."""
    found = []
    for at, norm in enumerate(words.norms):
        value = same_meaning((norm,), lexicon)[0]
        if not value[:1].isdigit():
            continue
        after = at + 1
        while after < len(words) and words.norms[after] in lexicon.magnitudes:
            value += f" {words.norms[after]}"
            after += 1
        noun = words.norms[after] if after < len(words) else ""
        found.append((value, _stem(same_meaning((noun,), lexicon)[0]) if noun else "", at))
    return found


def _names(ours: Tokens, theirs: Tokens, lexicon: Lexicon) -> Iterator[Conflict]:
    """Yield a name for which, between the same two words, the passage has another one."""
    for at, place in _same_setting(ours, theirs):
        one, two = ours.span(at, at + 1), theirs.span(place, place + 1)
        names = [s.of(t.text) for s, t in ((one, ours), (two, theirs))]
        known = any(n.casefold() in (*lexicon.function_words, *lexicon.pronouns) for n in names)
        if all(n[:1].isupper() for n in names) and not known and not same_name(*names):
            yield EditKind.NAME, one, two


def _same_setting(ours: Tokens, theirs: Tokens) -> Iterator[tuple[int, int]]:
    for at in range(1, len(ours) - 1):
        for place in range(1, len(theirs) - 1):
            before = ours.norms[at - 1] == theirs.norms[place - 1]
            after = ours.norms[at + 1] == theirs.norms[place + 1]
            if before and after and ours.norms[at] != theirs.norms[place]:
                yield at, place


def _negations(ours: Tokens, theirs: Tokens, lexicon: Lexicon) -> Iterator[Conflict]:
    """Yield a verb that exactly one side denies: "will close" and "will not close"."""
    one, two = _denied(ours, lexicon), _denied(theirs, lexicon)
    for verb, at in one.items():
        if verb in two or verb not in {_stem(n) for n in theirs.norms}:
            continue
        place = next(i for i, n in enumerate(theirs.norms) if _stem(n) == verb)
        yield EditKind.NEGATION, ours.span(at, at + 1), theirs.span(place, place + 1)
    for verb, place in two.items():
        if verb in one or verb not in {_stem(n) for n in ours.norms}:
            continue
        at = next(i for i, n in enumerate(ours.norms) if _stem(n) == verb)
        yield EditKind.NEGATION, ours.span(at, at + 1), theirs.span(place, place + 1)


def _denied(words: Tokens, lexicon: Lexicon) -> dict[str, int]:
    """Return the stem of the word that each negation stands before, and where it stands."""
    empty = {*lexicon.function_words, *lexicon.auxiliaries, *lexicon.pronouns, *lexicon.qualifiers}
    denied = {}
    for at, norm in enumerate(words.norms):
        if norm not in lexicon.negations:
            continue
        following = (n for n in words.norms[at + 1 : at + 4] if n not in empty)
        verb = next(following, None)
        if verb is not None:
            denied[_stem(verb)] = at
    return denied
