"""Times of laying a quotation along a source, beside other ways, in one run; nothing asserted.

Preparation is what a source costs once: the first alignment in a text never seen before, less a
second one. Every time is of `align` alone, without the judge. Run alone with `-k match`.
"""

import random
from collections.abc import Callable
from itertools import islice
from statistics import median

import pytest
from benchmarks.alterations import word_swapped
from benchmarks.clock import boxed, in_child, milliseconds
from benchmarks.ours import RULES, claimed, evidence
from benchmarks.peers import folded, ways
from benchmarks.prose import QUICK, Passage, articles, count, filler, long_text, passages, placed
from rapidfuzz import fuzz

from provcheck.match.align import align
from provcheck.match.evidence import weights
from provcheck.match.sweep import Sweep
from provcheck.match.tokens import Tokens, tokens
from provcheck.model.evidence import Found

KINDS = ("exact", "altered", "absent")
DOCUMENTS = count(18, 6)
QUOTES = count(6, 2)  # of each kind in each document
ROUNDS = {6_000: 3, 60_000: 3, 1_000_000: 1}
SLOW = {6_000: DOCUMENTS, 60_000: count(4, 1), 1_000_000: 0}  # documents for fuzzysearch
BOX = 60  # seconds for one call of rapidfuzz on a block quotation


def aligned(words: str, source: Found) -> Callable[[], object]:
    claim = claimed(words)[1]
    return lambda: align(claim, source, RULES)


def fresh(text: str, number: int) -> Found:
    """The same source as one never seen before, so that no cache of any kind answers."""
    return evidence(f"{text}\nNumber {number}.")


def preparation(text: str, words: str, number: int) -> float:
    task = aligned(words, fresh(text, number))
    first = milliseconds(task)
    return max(first - milliseconds(task, 3), 0.0)


def document(size: int, number: int) -> tuple[str, list[Passage]]:
    """A document and sentences that stand in it."""
    chance = random.Random(f"{size} {number}")
    collection = "polnear_train" if size >= 1_000_000 else "polnear_dev"
    if size >= 1_000_000:
        text = long_text(size, number)
    else:
        text = placed((chance.choice(passages()),), size, chance).text
    return text, standing_in(text, collection, QUOTES, chance)


def standing_in(text: str, collection: str, number: int, chance: random.Random) -> list[Passage]:
    """Up to `number` sentences of the collection that stand in the text."""
    drawn = chance.sample(passages(collection), len(passages(collection)))
    return list(islice((p for p in drawn if p.words in text), number))


def quoted(kind: str, passage: Passage, chance: random.Random) -> str:
    if kind == "exact":
        return passage.words
    changed = word_swapped(passage, chance)
    return changed.quote if changed else passage.words.replace(" the ", " a ", 1)


def absent_from(text: str, number: int, chance: random.Random) -> list[str]:
    drawn = chance.sample(passages(), len(passages()))
    return list(islice((p.words for p in drawn if p.words not in text), number))


def quantiles(times: list[float]) -> str:
    ranked = sorted(times)
    return f"{median(ranked):8.3f}/{ranked[int(0.9 * (len(ranked) - 1))]:8.3f}"


Times = dict[str, dict[str, list[float]]]  # by kind, then by way


@pytest.mark.parametrize("size", list(ROUNDS), ids=["6k", "60k", "1M"])
def test_match_one_quote(size: int) -> None:
    """Every document in a process of its own, so that what is kept of one burdens no other."""
    times: Times = {kind: {} for kind in KINDS}
    once: list[tuple[float, float]] = []
    aligned("what is loaded once", evidence("What is loaded once is loaded here."))()
    documents = DOCUMENTS if size < 1_000_000 else count(18, 3)
    for number in range(documents):
        told = in_child(lambda number=number: _on_document(size, number), BOX)
        if told is None:
            print(f"  document {number} was given up after {BOX} s")
            continue
        once.append(told[0])
        for kind, cells in told[1].items():
            for name, cell in cells.items():
                times[kind].setdefault(name, []).extend(cell)
    _print_times(size, times, once)


def _on_document(size: int, number: int) -> tuple[tuple[float, float], Times]:
    """The preparations (ours, folded bytes) and the times of one document."""
    text, inside = document(size, number)
    source, chance = evidence(text), random.Random(number)
    ready = preparation(text, inside[0].words, number)
    folds = milliseconds(lambda: folded.__wrapped__(text))
    folded(text)
    lost = absent_from(text, QUOTES, chance)
    times: Times = {}
    for kind in KINDS:
        words = lost if kind == "absent" else [quoted(kind, p, chance) for p in inside]
        for i, quote in enumerate(words):
            rare = number < SLOW[size] and i == 0
            for name, took in _timed(quote, source, rounds=ROUNDS[size], slow=rare).items():
                times.setdefault(kind, {}).setdefault(name, []).append(took)
    return (ready, folds), times


def _timed(quote: str, source: Found, *, rounds: int, slow: bool) -> dict[str, float]:
    text = source.text.text
    task = aligned(quote, source)
    task()  # the source is made ready
    times = {"ours": milliseconds(task, rounds)}
    for name, way in ways().items():
        if "fuzzysearch" not in name:
            times[name] = milliseconds(lambda way=way: way(quote, text), rounds)
        elif slow:
            times[name] = milliseconds(lambda way=way: way(quote, text))
    return times


def _print_times(size: int, times: Times, once: list[tuple[float, float]]) -> None:
    ours, folds = (median(each) for each in zip(*once, strict=True))
    print(f"\n== one quotation in {size:,} characters, ms, median / p90; {len(once)} documents")
    print(f"  once a document: ours {ours:.2f} ms, folded bytes for edlib {folds:.2f} ms")
    for kind, cells in times.items():
        naive = median(cells["rapidfuzz"])
        for name, cell in cells.items():
            ratio = naive / max(median(cell), 1e-9)
            number = f"n {len(cell)}"
            print(f"  {kind:8} {name:18}{quantiles(cell)}  {number:6} rapidfuzz: {ratio:8.2f} ×")


@pytest.mark.parametrize("size", [60_000, 1_000_000], ids=["60k", "1M"])
def test_match_thirty_quotes(size: int) -> None:
    chance = random.Random(size)
    text, _ = document(size, 0)
    collection = "polnear_train" if size >= 1_000_000 else "polnear_dev"
    inside = standing_in(text, collection, 20, chance)
    words = [quoted("exact" if i < 10 else "altered", p, chance) for i, p in enumerate(inside)]
    words += absent_from(text, 10, chance)

    def all_of(source: Found) -> Callable[[], object]:
        tasks = [aligned(quote, source) for quote in words]
        return lambda: [task() for task in tasks]

    cold = min(milliseconds(all_of(fresh(text, number))) for number in range(count(3, 1)))
    source = evidence(text)
    all_of(source)()
    warm = milliseconds(all_of(source), 3)
    naive = milliseconds(lambda: [fuzz.partial_ratio_alignment(w, text) for w in words], 2)
    cut = milliseconds(
        lambda: [fuzz.partial_ratio_alignment(w, text, score_cutoff=75) for w in words], 2
    )
    quotes = tuple(Tokens(each) for each in words)
    sweep = Sweep(quotes, weights(RULES.frequencies, "en"))
    found = milliseconds(lambda: sweep.places(tokens(text)), 3)
    found_cold = min(milliseconds(lambda: sweep.places(Tokens(text))) for _ in range(3))
    print(f"\n== 30 quotations in {size:,} characters (10 exact, 10 altered, 10 absent), ms")
    rows = (
        ("placed", found_cold, found),
        ("laid out, edits typed", cold, warm),
    )
    for name, first, again in rows:
        print(f"  ours, {name}: {first:.1f} with preparation of the source, {again:.1f} without")
        for peer, theirs in (("rapidfuzz", naive), ("rapidfuzz, cutoff 75", cut)):
            faster = f"{theirs / first:.2f} × with, {theirs / again:.2f} × without"
            print(f"    {peer} {theirs:.1f}: {faster}")


def block(text: str, length: int, chance: random.Random) -> str:
    """A stretch of `length` characters with one word in forty changed."""
    at = text.index(" ", chance.randint(0, len(text) - length - 200)) + 1
    words = text[at : at + length].rsplit(" ", 1)[0].split(" ")
    for i in range(20, len(words), 40):
        words[i] = "Brandvold"
    return " ".join(words)


@pytest.mark.parametrize("length", [2_000, 4_000, 8_000])
def test_match_block_quotes(length: int) -> None:
    chance = random.Random(length)
    texts = articles("polnear_train")
    half = len(texts) // 2
    text = "\n".join(texts[:half])[:200_000]
    text += filler(-1, max(200_000 - len(text), 0), chance)
    absent = "\n".join(texts[half:])[1_000 : 1_000 + length]
    print(f"\n== block quotation of {length:,} characters in {len(text):,}, ms")
    source = evidence(text)
    for kind, words in (("altered", block(text, length, chance)), ("absent", absent)):
        task = aligned(words, source)
        task()
        ours = milliseconds(task, 3)
        row = f"  {kind:8} ours {ours:9.2f}"
        for name, cutoff in (("rapidfuzz", None), ("cutoff 75", 75)):
            if QUICK and length > 2_000:
                continue
            theirs = boxed(
                lambda w=words, c=cutoff: fuzz.partial_ratio_alignment(w, text, score_cutoff=c), BOX
            )
            times = f" ({float(theirs) / ours:.1f} × ours)" if theirs[0] != ">" else ""
            row += f"   {name} {theirs}{times}"
        if "edlib" in ways():
            took = milliseconds(lambda w=words: ways()["edlib"](w, text), 2)
            row += f"   edlib {took:.1f}"
        print(row)
