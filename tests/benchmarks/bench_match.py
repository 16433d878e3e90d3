"""Times of laying a quotation along a source, beside other ways, in one run; no bounds asserted."""

import random
import time
from collections.abc import Callable

import pytest
from building import a_claim, a_source, found
from rapidfuzz import fuzz

from provcheck.match.align import align
from provcheck.match.tokens import tokens
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
ROUNDS = 5


def prose(characters: int, seed: int) -> str:
    """Made-up prose: words of two to nine letters, common ones more often."""
    chance = random.Random(seed)
    words = [
        "".join(chance.choices("etaoinshrdlucmfwyp", k=chance.randint(2, 9))) for _ in range(5000)
    ]
    made: list[str] = []
    size = 0
    while size < characters:
        word = words[min(int(chance.expovariate(0.004)), 4999)]
        made.append(word)
        size += len(word) + 1
    return " ".join(made)


def best(task: Callable[[], object]) -> float:
    """The shortest of some runs, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        task()
        times.append(time.perf_counter() - started)
    return min(times) * 1000


@pytest.mark.parametrize(
    ("name", "size", "length"),
    [
        pytest.param("a sentence in 60,000 characters", 60_000, 120, id="60k"),
        pytest.param("a sentence in 1,000,000 characters", 1_000_000, 120, id="1M"),
        pytest.param("2,000 characters in 200,000", 200_000, 2_000, id="block"),
    ],
)
def test_times(name: str, size: int, length: int) -> None:
    text = prose(size, 1)
    start = text.index(" ", size // 2) + 1
    quote = text[start : start + length].rsplit(" ", 1)[0]
    changed = quote.replace(quote.split()[3], "changed", 1)
    absent = prose(length, 2)
    source = found(a_source(text))
    prepared = best(lambda: tokens.__wrapped__(text))
    tokens(text)

    print(f"\n{name}; words of the source made ready once: {prepared:.1f} ms")
    for kind, words in (("exact", quote), ("changed", changed), ("absent", absent)):
        claim = a_claim(words, words)
        ours = best(lambda claim=claim: align(claim, source, RULES))
        theirs = best(lambda words=words: fuzz.partial_ratio_alignment(words, text))
        floor = best(lambda words=words: text.find(words))
        print(f"  {kind:8} align {ours:8.2f} ms  rapidfuzz {theirs:8.2f} ms  find {floor:7.3f} ms")
