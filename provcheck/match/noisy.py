"""Words that are misspelt throughout, as in a machine's transcript or a scan: found by letters."""

from collections import Counter
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from provcheck.match.evidence import Weights
from provcheck.match.locate import Run, heaviest
from provcheck.match.seeds import Pair, windows_of_words
from provcheck.match.tokens import Tokens

_FEWEST = 4  # words below which a likeness of letters proves nothing
_MOST = 8_000  # bytes of a part and of a window that are laid along each other
_CHUNK = 64  # letters of a part that are looked for in the whole source
_LIKELY = 72  # likeness (0..100) of these from which a place is looked at
_SHARED = 0.5  # share of a word's letters that its counterpart has, at least
# Likeness of letters (0..1) from which two passages are the same. The best of an absent quotation
# of 8 words reaches 0.81 in a million characters, of 4 words 1.0 (reference: matching, null model).
_ALIKE, _ALIKE_SHORT, _SHORT = 0.78, 0.88, 8


def noisy(ours: Tokens, part: Pair, source: Tokens, weights: Weights) -> Run | None:
    """Return where the words of `part` stand misspelt, the couples of like words, or None.

    Letters are laid along each other in at most three windows of the source in which some words
    stand rightly spelt, else where the middle of the part is spelt most alike. A couple of unlike
    words counts by the share of letters that they have in common.
    """
    if part[1] - part[0] < _FEWEST:
        return None
    found = [
        run
        for window in windows_of_words(ours, part, source, weights)
        if (run := _in_window(ours, part, (source, window), weights)) is not None
    ]
    window = None if found else _by_letters(ours, part, source)
    if window is not None and (run := _in_window(ours, part, (source, window), weights)):
        found.append(run)
    return max(found, key=lambda run: run.bits, default=None)


def _by_letters(ours: Tokens, part: Pair, source: Tokens) -> Pair | None:
    """Return the words of the source that are spelt most like the middle of `part`, with a margin.

    Sixty-four letters of it at most are looked for: the work grows with the source alone.
    """
    letters = ours.framed(*part)
    skipped = max((len(letters) - _CHUNK) // 2, 0)
    chunk = letters[skipped : skipped + _CHUNK]
    if len(chunk) > len(source.canonical):
        return None
    place = fuzz.partial_ratio_alignment(chunk, source.canonical, score_cutoff=_LIKELY)
    if place is None:
        return None
    first = source.word_at(place.dest_start) - letters.count(b" ", 0, skipped)
    length = part[1] - part[0]
    reach = 2 + length // 4
    return max(first - reach, 0), min(first + length + reach, len(source))


def _in_window(
    ours: Tokens, part: Pair, theirs: tuple[Tokens, Pair], weights: Weights
) -> Run | None:
    source, window = theirs
    one, two = ours.framed(*part)[1:-1], source.framed(*window)[1:-1]
    if max(len(one), len(two)) > _MOST:
        return None
    likeness = dict(_likeness(one, two))
    pairs = [(part[0] + a, window[0] + b) for a, b in _ascending(likeness)]
    worth = {pair: likeness[pair[0] - part[0], pair[1] - window[0]] for pair in pairs}
    blocks = [(word, place, 1) for word, place in pairs]
    run = heaviest(blocks, lambda b: weights.bits(ours.norm(b[0])) * worth[b[0], b[1]])
    return run if run is not None and _alike(ours, part, source, run) else None


def _alike(ours: Tokens, part: Pair, source: Tokens, run: Run) -> bool:
    """Tell whether the whole part and the passage that the run lies in are spelt alike."""
    before, after = run.quote[0] - part[0], part[1] - run.quote[1]
    first, last = max(run.source[0] - before, 0), min(run.source[1] + after, len(source))
    alike = Indel.normalized_similarity(ours.framed(*part), source.framed(first, last))
    return bool(alike >= (_ALIKE if part[1] - part[0] >= _SHORT else _ALIKE_SHORT))


def _likeness(one: bytes, two: bytes) -> Iterator[tuple[Pair, float]]:
    """Yield (word, word) and the share of letters that they have in common, for like words."""
    of_one, of_two = _numbered(one), _numbered(two)
    shared: Counter[Pair] = Counter()
    for op in Levenshtein.opcodes(one, two):
        if op.tag == "equal":
            for k in range(op.src_end - op.src_start):
                if one[op.src_start + k] != ord(" "):
                    shared[of_one[op.src_start + k], of_two[op.dest_start + k]] += 1
    lengths = [len(word) for word in one.split(b" ")], [len(word) for word in two.split(b" ")]
    for (a, b), count in shared.items():
        share = count / max(lengths[0][a], lengths[1][b])
        if share >= _SHARED:
            yield (a, b), share


def _numbered(words: bytes) -> list[int]:
    """Return the number of the word that each byte belongs to."""
    numbered, word = [], 0
    for byte in words:
        numbered.append(word)
        word += byte == ord(" ")
    return numbered


def _ascending(couples: dict[Pair, float]) -> Iterator[Pair]:
    """Yield couples that ascend on both sides, each word once."""
    last = (-1, -1)
    for pair in sorted(couples):
        if pair[0] > last[0] and pair[1] > last[1]:
            last = pair
            yield pair
