"""Inputs made to be slow, and the memory of a long source; nothing asserted.

Each case runs in a process of its own and is given up after a time. Run alone with `-k worst`.
"""

import gc
import os
import resource
import tracemalloc
from pathlib import Path

import pytest
from benchmarks.bench_match import aligned
from benchmarks.clock import boxed, in_child
from benchmarks.ours import evidence, laid
from benchmarks.prose import articles, count, long_text, prose
from rapidfuzz import fuzz

BOX = count(60, 10)  # seconds for ours
THEIRS = count(6, 1)  # and for rapidfuzz
HEADLINE = "Ferry board votes to keep the harbour open through the winter"


def inputs() -> dict[str, tuple[str, str]]:
    """Name to (quotation, source)."""
    return {
        "hello × 2,000 in itself": ("hello" * 2_000, "hello" * 2_000),
        "hello, spaced × 2,000 in × 20,000": ("hello " * 2_000, "hello " * 20_000),
        "a a a a, 8,000 in 1 MB": ("a " * 4_000, "a " * 500_000),
        "a b with a stranger each 10, 8,000 in 1 MB": (
            ("a b a b a b a b a stranger " * 296),
            "a b " * 250_000,
        ),
        "absent block of 8,000 in 1 MB": (prose(8_000, 3), long_text(1_000_000, 1)),
        "absent block of held-back prose": (
            "\n".join(articles())[:8_000],
            long_text(1_000_000, 1),
        ),
        "headline 16,000 × over, exact": (HEADLINE, f"{HEADLINE}\n" * 16_000),
        "headline 16,000 × over, altered": (
            HEADLINE.replace("keep", "move"),
            f"{HEADLINE}\n" * 16_000,
        ),
        "200 ellipses": (" … ".join(prose(3_000, 4).split()[:200]), long_text(1_000_000, 1)),
        "100 pieces of the source, backwards": (_backwards(), long_text(1_000_000, 1)),
        "marks only": ("!?.,;:-–—… " * 500, "!?.,;:-–—… " * 50_000),
        "a quotation longer than its source": (long_text(100_000, 1), HEADLINE),
        "the source's own 100,000 characters": (
            long_text(1_000_000, 1)[:100_000],
            long_text(1_000_000, 1),
        ),
    }


def _backwards() -> str:
    words = long_text(1_000_000, 1).split()
    return " ".join(" ".join(words[i : i + 12]) for i in range(60_000, 0, -600))


def test_worst_cases() -> None:
    print(f"\n== worst cases, ms in all (preparation among it), given up after {BOX} s")
    print(f"  {'':46}{'ours':>12}{'rapidfuzz':>14} (given up after {THEIRS} s)")
    for name, (quote, text) in inputs().items():
        words = quote.strip()
        ours = boxed(aligned(words, evidence(f"{text}\n{name}")), BOX)
        theirs = boxed(lambda q=words, t=text: fuzz.partial_ratio_alignment(q, t), THEIRS)
        print(f"  {name:46}{ours:>12}{theirs:>14}")


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _traced() -> tuple[float, float]:
    """Megabytes kept and at most held while a quotation is laid along a source of 1 MB."""
    text = long_text(1_000_000, 99)
    source = evidence(text)
    words = text[500_000:500_200].strip().replace("\n", " ")
    tracemalloc.start()
    laid(words, source)
    gc.collect()
    kept, peak = tracemalloc.get_traced_memory()
    return kept / 1e6, peak / 1e6


def _grown() -> float:
    text = long_text(1_000_000, 99)
    source = evidence(text)
    before = _resident()
    laid(text[500_000:500_200].strip().replace("\n", " "), source)
    return _resident() - before


@pytest.mark.skipif(os.name != "posix", reason="needs fork")
def test_worst_memory_of_a_source_of_1_mb() -> None:
    kept, peak = in_child(_traced, 120) or (float("nan"), float("nan"))
    grown = in_child(_grown, 120)
    print("\n== memory for a source of 1,000,000 characters, beyond its text")
    print(f"  kept {kept:.1f} MB, at most {peak:.1f} MB; the resident set grew by {grown:.1f} MB")
