"""Spans that human writers quoted, against their source and against near misses; nothing asserted.

The spans labelled verbatim must be said verbatim (or edited: another first letter) of their
source, and none may be found in the other sources of the same question. A span of one or two words
may truly stand in another source; whether it does is told by a search for whole words, and those
are counted apart, and so are those of which the other source holds nearly all (rapidfuzz at 85 or
more): altered is a right answer there. Spans cut inside a word are left out. Needs QuoteSum beside
the checkout. Run alone with `-k quotesum`.
"""

import json
from collections import Counter
from functools import lru_cache
from typing import Any

import pytest
from benchmarks.ours import AS_SAID, THERE, evidence, laid
from benchmarks.peers import edlib, edlib_infix, exact, naive_rapidfuzz
from benchmarks.prose import DATA, count, plain

SPANS = DATA / "quotesum_spans.jsonl"
NEARLY = 85
VERBATIM = frozenset({"exact", "verbatim"})
needs_spans = pytest.mark.skipif(not SPANS.exists(), reason="QuoteSum is not at hand")
page = lru_cache(maxsize=None)(evidence)


def spans() -> list[dict[str, Any]]:
    read = [json.loads(line) for line in SPANS.read_text(encoding="utf-8").splitlines()]
    whole = [r for r in read if plain(r["quote"]) in plain(r["source"])]
    return [r for r in whole if r["machine_label"] in VERBATIM][: count(10_000, 200)]


def size_of(quote: str) -> str:
    length = len(plain(quote).split())
    return "1–2 words" if length <= 2 else "3–5 words" if length <= 5 else "6 words or more"


@needs_spans
def test_quotesum_in_the_right_source() -> None:
    said: dict[str, Counter[str]] = {}
    peers: Counter[str] = Counter()
    for span in spans():
        quote, source = span["quote"], span["source"]
        told = laid(quote, page(source))
        said.setdefault(size_of(quote), Counter())[str(told.verdict)] += 1
        peers["str.find"] += exact(quote, source) is not None
        peers["rapidfuzz ≥ 90"] += (naive_rapidfuzz(quote, source, 90)) is not None
        if told.verdict not in AS_SAID:
            edits = ", ".join(f"{e.kind}: {e.note}" for e in told.alignment.edits)
            print(f"    {told.verdict}: {quote[:140]!r} [{edits[:140]}]")
    total = sum(sum(verdicts.values()) for verdicts in said.values())
    right = sum(verdicts[v] for verdicts in said.values() for v in AS_SAID)
    print(f"\n== QuoteSum, {total} verbatim spans in their source: {right} verbatim or edited")
    for size, verdicts in sorted(said.items()):
        print(f"  {size:16} {dict(verdicts.most_common())}")
    print(f"  found by peers: {dict(peers)}")


@needs_spans
def test_quotesum_in_other_sources() -> None:
    tried, there, nearly, wrong, strong = (Counter[str]() for _ in range(5))
    peers: Counter[str] = Counter()
    for span in spans():
        quote, size = span["quote"], size_of(span["quote"])
        for other in span["other_sources"]:
            if plain(quote) in plain(other):
                there[size] += 1
                continue
            if naive_rapidfuzz(quote, other, NEARLY):
                nearly[size] += 1
                continue
            told = laid(quote, page(other))
            tried[size] += 1
            strong[size] += told.alignment.strong
            wrong[size] += told.verdict in THERE
            peers["rapidfuzz ≥ 75"] += naive_rapidfuzz(quote, other, 75) is not None
            hit = edlib_infix(quote, other) if edlib else None
            peers["edlib ≥ .75"] += hit is not None and hit.likeness >= 0.75
            if told.verdict in THERE:
                print(f"    {told.verdict} {told.alignment.bits}: {quote[:120]!r}")
    print(f"\n== QuoteSum, {sum(tried.values())} pairs of a span and a source without it, target 0")
    for size in sorted(tried):
        print(
            f"  {size:16} tried {tried[size]:5}  words said to be there {wrong[size]:3}  "
            f"strong {strong[size]:3}  (apart: really there {there[size]}, "
            f"nearly {nearly[size]})"
        )
    print(f"  taken for found by peers: {dict(peers)}")
