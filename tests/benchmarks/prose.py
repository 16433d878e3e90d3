"""Prose to measure on: held-back articles beside the checkout, else this project's own texts.

The corpora are read at run time only; nothing of them is kept. Everything here is seeded.
"""

import json
import os
import random
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
QUICK = os.environ.get("PROVCHECK_BENCH") == "quick"

Range = tuple[int, int]


class Passage(NamedTuple):
    """A sentence (offsets into `text`) in an article of some collection."""

    article: int
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


class Placed(NamedTuple):
    """A document that holds an article's passage or passages, and where they lie in it."""

    text: str
    spans: tuple[Range, ...]


def count(full: int, quick: int) -> int:
    """How many to take: fewer with PROVCHECK_BENCH=quick."""
    return quick if QUICK else full


@cache
def articles(name: str = "polnear_dev") -> tuple[str, ...]:
    """The texts of a collection of the shared data; where it is not at hand, our own texts."""
    path = DATA / f"{name}.jsonl"
    if not path.exists():
        return _own()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line)["text"] for line in lines)


def _own() -> tuple[str, ...]:
    found = []
    for folder in ("seeds", "fixtures"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".txt", ".md", ".html"} and path.is_file():
                text = re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8", errors="replace"))
                found.append(re.sub(r"[ \t]+", " ", text).strip())
    return tuple(text for text in found if len(text) > 600)


_SENTENCE = re.compile(r"(?<=[.!?]\s)[A-Z][^.!?\n“”\"‘()\[\]…]{20,400}\.(?=\s)")
_SHORTENED = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,2}|Prof|Capt|Sgt|Maj|Mass|Calif|Sept|v|vs|No)\.$")
_AFTER = re.compile(
    r"\s*[(“\"]*(?:But|However|Yet|Although|Though|Unless|Still|Except|Only|If)\b", re.IGNORECASE
)


@cache
def passages(name: str = "polnear_dev", least: int = 8, most: int = 35) -> tuple[Passage, ...]:
    """Whole sentences of `least` to `most` words, with no quotation marks and no short forms.

    Left out: sentences before one that takes them back (But ..., However ...), since quoting them
    alone is not innocent, and those that stand twice in the collection.
    """
    found: list[Passage] = []
    times = Counter(m[0] for text in articles(name) for m in _SENTENCE.finditer(text))
    for number, text in enumerate(articles(name)):
        for match in _SENTENCE.finditer(text):
            size = len(match[0].split())
            before = text[max(match.start() - 12, 0) : match.start()].rstrip()
            whole = not _SHORTENED.search(match[0]) and not _SHORTENED.search(before)
            plain = whole and "--" not in match[0]
            alone = times[match[0]] == text.count(match[0]) == 1 and not _AFTER.match(
                text, match.end()
            )
            if least <= size <= most and plain and alone:
                found.append(Passage(number, text, match.start(), match.end()))
    return tuple(found)


def placed(spans: tuple[Passage, ...], size: int, chance: random.Random) -> Placed:
    """A document of about `size` characters round passages of one article."""
    home, text = spans[0].article, spans[0].text
    low, high = min(p.start for p in spans), max(p.end for p in spans)
    spare = max(size - (high - low), 0)
    before = min(low, spare // 2)
    begin = text.rfind(" ", 0, low - before) + 1 if before < low else 0
    kept = text[begin : begin + max(size, high - begin)].rstrip()
    rest = max(size - len(kept), 0)
    lead = filler(home, chance.randint(0, rest), chance)
    tail = filler(home, rest - len(lead), chance)
    shift = len(lead) - begin
    return Placed(lead + kept + tail, tuple((p.start + shift, p.end + shift) for p in spans))


def filler(home: int, size: int, chance: random.Random, name: str = "polnear_dev") -> str:
    """Whole paragraphs of other articles than number `home`, up to `size` characters."""
    texts = articles(name)
    made: list[str] = []
    total = 0
    for number in chance.sample(range(len(texts)), len(texts)):
        if number == home:
            continue
        for paragraph in texts[number].split("\n"):
            if paragraph.strip() and total + len(paragraph) + 2 <= size:
                made.append("\n" + paragraph)
                total += len(paragraph) + 1
        if size - total < 80:
            break
    return "".join(made) + "\n" if made else ""


def long_text(size: int, seed: int) -> str:
    """A document of `size` characters out of the training articles, begun at a seeded place."""
    chance = random.Random(seed)
    texts = list(articles("polnear_train"))
    chance.shuffle(texts)
    joined = "\n\n".join(texts)
    while len(joined) < size:
        joined += "\n\n" + prose(size - len(joined), seed)
    return joined[:size]


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


_APOSTROPHES = re.compile(r"['’‘ʼ`]")
_OTHER = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Small letters and digits with single spaces between and round them; apostrophes go."""
    return f" {_OTHER.sub(' ', _APOSTROPHES.sub('', text.casefold())).strip()} "


def copied(words: list[str], runs: frozenset[tuple[str, ...]], length: int = 5) -> float:
    """The share of `words` inside runs of `length` words that the document holds too."""
    inside: set[int] = set()
    for at in range(len(words) - length + 1):
        if tuple(words[at : at + length]) in runs:
            inside.update(range(at, at + length))
    return len(inside) / max(len(words), 1)


@cache
def runs_of(text: str, length: int = 5) -> frozenset[tuple[str, ...]]:
    words = plain(text).split()
    return frozenset(zip(*(words[i:] for i in range(length)), strict=False))
