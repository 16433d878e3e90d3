"""How often words that stand nowhere in a document are taken for evidence; nothing asserted.

Quotations of held-back articles against documents made of others. Counted apart: those that do
stand there word for word (case and marks aside), and long ones of which the document holds most in
runs of five words (two articles that quote one statement). Run alone with `-k absent`.
"""

import random
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import pytest
from benchmarks.ours import AS_SAID, THERE, Laid, evidence, laid
from benchmarks.peers import Purse, edlib, edlib_infix, find_near_matches, fuzzysearch_at
from benchmarks.prose import DATA, articles, copied, count, long_text, plain, prose, runs_of
from rapidfuzz import fuzz

from provcheck.model.evidence import Found

WORDS = (2, 3, 4, 5, 6, 8, 12, 20, 35)
TARGETS = {6_000: 0.5, 60_000: 0.5, 1_000_000: 1.5}
EACH = {6_000: count(300, 100), 60_000: count(300, 60), 1_000_000: count(100, 20)}
DOCUMENTS = {6_000: 60, 60_000: count(30, 15), 1_000_000: count(3, 1)}
MARKED = re.compile(r'[\[\](){}…“”"]|\.\.|\. \.')
PURSE = count(2, 0.1)  # seconds for fuzzysearch at each length
SLOW_UP_TO = 10_000  # characters of a document that it is tried on
COPIED = 0.6  # share of a quotation of eight words or more that makes it another copy


class Tally:
    """What was said of the absent quotations of one length."""

    def __init__(self) -> None:
        self.tried = self.verbatim = self.copies = 0
        self.strong = self.there = self.as_said = 0
        self.rapid80 = self.rapid90 = self.edlib80 = 0
        self.fuzzy_tried = self.fuzzy = 0
        self.purse = Purse(PURSE)

    def add(self, other: "Tally") -> None:
        for name, value in vars(other).items():
            if isinstance(value, int):
                setattr(self, name, getattr(self, name) + value)

    def row(self, name: str) -> str:
        def share(n: int) -> str:
            return f"{100 * n / max(self.tried, 1):7.2f} %"

        return (
            f"  {name:>6} {self.tried:6}{share(self.strong)} {share(self.there)} "
            f"{share(self.as_said)}{share(self.rapid80):>14}{share(self.rapid90):>12}"
            f"{share(self.edlib80):>12}{self.verbatim:10}{self.copies:8}"
            + f"   {self.fuzzy} of {self.fuzzy_tried}"
            * bool(self.fuzzy_tried)
        )


class Drawn(NamedTuple):
    article: int
    words: str


def drawn(length: int, chance: random.Random) -> Iterator[Drawn]:
    """Runs of `length` words within a paragraph of a held-back article, begun anywhere."""
    texts = articles()
    while True:
        number = chance.randrange(len(texts))
        paragraph = chance.choice(texts[number].split("\n")).split()
        if len(paragraph) >= length:
            at = chance.randint(0, len(paragraph) - length)
            words = " ".join(paragraph[at : at + length]).strip("“”\"‘’',;:.—–- ")
            # Marks would be read as cuts, insertions or other voices.
            if len(words.split()) == length and not MARKED.search(words):
                yield Drawn(number, words)


class Page(NamedTuple):
    """A document, and the numbers of the held-back articles that are not in it."""

    homes: frozenset[int]
    text: str
    source: Found
    plain: str


def a_page(homes: frozenset[int], text: str) -> Page:
    return Page(homes, text, evidence(text), plain(text))


def documents(size: int) -> list[Page]:
    every = frozenset(range(len(articles())))
    if size >= 1_000_000:
        return [a_page(every, long_text(size, seed)) for seed in range(DOCUMENTS[size])]
    made = []
    for seed in range(DOCUMENTS[size]):
        chance = random.Random(seed)
        homes = frozenset(chance.sample(sorted(every), max(len(every) // 8, 2)))
        made.append(a_page(homes, _without(homes, size, chance)))
    return made


def _without(homes: frozenset[int], size: int, chance: random.Random) -> str:
    texts = articles()
    others = [i for i in range(len(texts)) if i not in homes]
    chance.shuffle(others)
    joined = "\n".join(texts[i] for i in others)
    if len(joined) < size:  # our own texts are few
        joined += "\n" + prose(size - len(joined), 1)
    return joined[:size].rsplit(" ", 1)[0]


def fill(tally: Tally, page: Page, wanted: tuple[int, int], chance: random.Random) -> None:
    """Try quotations on a page; wanted are their words and how many."""
    length, each = wanted
    took = 0
    for quote in islice(drawn(length, chance), 60 * each):
        if took == each:
            return
        if quote.article not in page.homes:
            continue
        words = plain(quote.words)
        if words in page.plain:
            tally.verbatim += 1
        elif length >= 8 and copied(words.split(), runs_of(page.text)) >= COPIED:
            tally.copies += 1
        else:
            took += 1
            _try(tally, quote.words, page.text, laid(quote.words, page.source))


def _try(tally: Tally, words: str, text: str, told: Laid) -> None:
    tally.tried += 1
    tally.strong += told.alignment.strong
    tally.there += told.verdict in THERE
    tally.as_said += told.verdict in AS_SAID
    if told.verdict in THERE:
        print(f"    {told.verdict} {told.alignment.bits} of {told.alignment.needed}: {words!r}")
    score = fuzz.partial_ratio(words, text)
    tally.rapid80 += score >= 80
    tally.rapid90 += score >= 90
    if edlib is not None:
        tally.edlib80 += edlib_infix(words, text).likeness >= 0.8
    if find_near_matches is not None and len(text) <= SLOW_UP_TO:
        called, hit = tally.purse.call(fuzzysearch_at(0.2), words, text)
        tally.fuzzy_tried += called
        tally.fuzzy += hit is not None


@pytest.mark.parametrize("size", list(TARGETS), ids=["6k", "60k", "1M"])
def test_absent(size: int) -> None:
    if size >= 1_000_000 and not DATA.exists():
        pytest.skip("our own texts would be quoted from themselves")
    pages = documents(size)
    tallies = {length: Tally() for length in WORDS}
    each = -(-EACH[size] // len(pages))
    for number, page in enumerate(pages):
        for length, tally in tallies.items():
            fill(tally, page, (length, each), random.Random(f"{length} {size} {number}"))
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    print(f"\n== absent quotations accepted, {size:,} characters; {EACH[size]} a length")
    print(
        "   words  tried   strong  words there   as said  rapidfuzz ≥ 80        ≥ 90  edlib ≥ .80",
        end="",
    )
    print("  apart: verbatim  copies   fuzzysearch 20 %")
    for length, tally in tallies.items():
        print(tally.row(str(length)))
    print(total.row("all"))
    worst = max(100 * t.strong / max(t.tried, 1) for t in tallies.values())
    told = max(100 * t.there / max(t.tried, 1) for t in tallies.values())
    target = TARGETS[size]
    print(
        f"  target at any length ≤ {target} %: worst strong {worst:.2f} % {_met(worst, target)}, ",
        end="",
    )
    print(f"worst verdict {told:.2f} % {_met(told, target)}")


def _met(share: float, target: float) -> str:
    return "(met)" if share <= target else "(missed)"
