"""Other ways to find a quotation in a text: exact search, rapidfuzz, edlib, fuzzysearch.

Each takes (quote, text) and returns (start, end, likeness from 0 to 1) or None. None of them is
given a quotation longer than the text: rapidfuzz would swap the two.
"""

import time
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from benchmarks.prose import plain
from rapidfuzz import fuzz

try:
    import edlib
except ImportError:  # pragma: no cover
    edlib = None
try:
    from fuzzysearch import find_near_matches
except ImportError:  # pragma: no cover
    find_near_matches = None


class Hit(NamedTuple):
    start: int
    end: int
    likeness: float


Way = Callable[[str, str], Hit | None]


def _table() -> np.ndarray:
    codes = np.arange(0x110000, dtype=np.uint32)
    table = (128 + (codes * np.uint32(2654435761) >> 7) % 127).astype(np.uint8)
    table[:128] = [ord(chr(i).lower()) for i in range(128)]
    for alike, one in (
        ("‘’ʼ`´", "'"),
        ("“”„«»", '"'),
        ("‐‑‒–—―−", "-"),
        ("\u00a0\u2009\u202f", " "),
    ):
        for character in alike:
            table[ord(character)] = ord(one)
    return table


_FOLDS = _table()


@lru_cache(maxsize=8)
def folded(text: str) -> bytes:
    """One byte a code point, so that offsets hold: small ASCII, marks and dashes alike."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return bytes(_FOLDS[codes].tobytes())


def exact(quote: str, text: str) -> Hit | None:
    at = text.find(quote)
    return None if at < 0 else Hit(at, at + len(quote), 1.0)


def naive_rapidfuzz(quote: str, text: str, cutoff: float | None = None) -> Hit | None:
    if len(quote) > len(text):
        return None
    hit = fuzz.partial_ratio_alignment(quote, text, score_cutoff=cutoff)
    return hit and Hit(hit.dest_start, hit.dest_end, hit.score / 100)


def rapidfuzz_75(quote: str, text: str) -> Hit | None:
    return naive_rapidfuzz(quote, text, 75)


def edlib_infix(quote: str, text: str) -> Hit | None:
    if len(quote) > len(text):
        return None
    told = edlib.align(folded(quote), folded(text), mode="HW", task="locations")
    start, end = told["locations"][0]
    return Hit(start or 0, end + 1, 1 - told["editDistance"] / len(quote))


def fuzzysearch_at(share: float) -> Way:
    def search(quote: str, text: str) -> Hit | None:
        hits = find_near_matches(quote, text, max_l_dist=max(int(len(quote) * share), 1))
        best = min(hits, key=lambda hit: hit.dist, default=None)
        return best and Hit(best.start, best.end, 1 - best.dist / len(quote))

    return search


def exact_folded(quote: str, text: str) -> Hit | None:
    """Whole words, whatever the case and the marks; offsets are of the folded text."""
    words, there = plain(quote), _plain_text(text)
    at = there.find(words)
    return None if at < 0 else Hit(at, at + len(words), 1.0)


_plain_text = lru_cache(maxsize=8)(plain)


def ways() -> dict[str, Way]:
    """All that are installed, the floor first."""
    known: dict[str, Way] = {
        "str.find": exact,
        "rapidfuzz": naive_rapidfuzz,
        "rapidfuzz 75": rapidfuzz_75,
    }
    if edlib is not None:
        known["edlib"] = edlib_infix
    if find_near_matches is not None:
        known["fuzzysearch 20 %"] = fuzzysearch_at(0.2)
    return known


class Purse:
    """Seconds that a slow way may spend in one cell; its cells then rest on fewer cases."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds

    def call(self, way: Way, quote: str, text: str) -> tuple[bool, Hit | None]:
        """Return whether it was called, and what it found."""
        if self.left <= 0:
            return False, None
        started = time.perf_counter()
        hit = way(quote, text)
        self.left -= time.perf_counter() - started
        return True, hit
