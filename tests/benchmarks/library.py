"""A made-up library to search in: words, sentences and documents of our own, all by seeds.

Words are as often used as in a natural language (Zipf), a document keeps to the words of its
topics, and turns of speech come again and again, so that words and phrases are as rare as they are
in the news.
"""

import random
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

import numpy as np

from provcheck.store.library.document import Document

WORDS = 150_000
TOPICS, OF_TOPIC = 400, 250  # topics, and words of each
TURNS = 4_000  # turns of speech of two to five words
_SENTENCE = (9, 28)  # words
_SENTENCES = 19  # about 2,250 characters
_ONSETS = (*"bdfghklmnprstvwzbdfklmnrst", "st", "tr")
_VOWELS = (*"aeiouaeiouaeio", "ea")
_CODAS = (*[""] * 6, *"nrst")


@cache
def vocabulary() -> tuple[str, ...]:
    """Words by rank: the commonest first, and short."""
    chance = random.Random("vocabulary")
    found: dict[str, None] = {}
    while len(found) < WORDS:
        syllables = 1 + (len(found) > 150) + (len(found) > 4_000) + (chance.random() < 0.15)
        parts = (
            chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
            for _ in range(syllables)
        )
        word = "".join(parts)
        found.setdefault(f"{word}’s" if chance.random() < 0.02 else word)
    return tuple(found)


@cache
def _chances() -> np.ndarray:
    shares = 1 / (np.arange(WORDS) + 2.7) ** 1.08
    return np.cumsum(shares / shares.sum())


@cache
def _topics() -> np.ndarray:
    return np.random.default_rng(7).integers(150, 40_000, (TOPICS, OF_TOPIC))


@cache
def _turns() -> tuple[tuple[int, ...], ...]:
    drawn = np.random.default_rng(8)
    sizes = drawn.integers(2, 6, TURNS)
    return tuple(tuple(_ranks(drawn, int(size)).tolist()) for size in sizes)


def _ranks(drawn: np.random.Generator, count: int) -> np.ndarray:
    return np.minimum(np.searchsorted(_chances(), drawn.random(count)), WORDS - 1)


def sentences(number: int, count: int = _SENTENCES) -> tuple[str, ...]:
    """The sentences of document `number`; other ones where there are fewer."""
    drawn = np.random.default_rng(number)
    lengths = drawn.integers(*_SENTENCE, count)
    ranks = _ranks(drawn, int(lengths.sum()))
    own = _topics()[drawn.integers(0, TOPICS, 2)].ravel()
    of_topic = drawn.random(len(ranks)) < 0.25
    ranks[of_topic] = own[(drawn.random(int(of_topic.sum())) ** 2 * len(own)).astype(int)]
    said = ranks.tolist()
    which = (TURNS * drawn.random(len(said) // 16) ** 2).astype(int).tolist()
    places = drawn.integers(0, len(said) - 6, len(which)).tolist()
    for at, turn in zip(places, map(_turns().__getitem__, which), strict=True):
        said[at : at + len(turn)] = turn
    words = list(map(vocabulary().__getitem__, said))
    ends = np.cumsum(lengths).tolist()
    return tuple(
        _sentence(words[end - size : end]) for end, size in zip(ends, lengths.tolist(), strict=True)
    )


def _sentence(words: list[str]) -> str:
    middle = len(words) // 2
    first = f"{words[0].capitalize()} {' '.join(words[1:middle])}"
    return f"{first}{' – ' if len(words) % 5 == 0 else ', '}{' '.join(words[middle:])}."


def text_of(number: int, count: int = _SENTENCES) -> str:
    """The text of document `number`, a paragraph for three sentences."""
    said = sentences(number, count)
    return "\n".join(" ".join(said[at : at + 3]) for at in range(0, len(said), 3))


def documents(count: int) -> Iterator[tuple[Document, str]]:
    """The first `count` documents with their texts."""
    for number in range(count):
        text = text_of(number)
        name = sha256(text.encode()).hexdigest()
        yield document(number, name), text


def document(number: int, name: str) -> Document:
    """Document `number`, whose bytes are its text and are called `name`."""
    url = f"https://news{number % 97}.example/{number}"
    return Document(
        key=name,
        text_sha256=name,
        url=url,
        title=f"Report {number}",
        publisher=f"News {number % 97}",
        published=None,
        lang="en",
        media_type="text/plain",
        wire=None,
        name=url,
    )


def key_of(number: int) -> str:
    return sha256(text_of(number).encode()).hexdigest()


def quoted(kind: str, sentence: str, chance: random.Random) -> str:
    """The sentence as it is quoted, changed in the way that `kind` names."""
    words = sentence.removesuffix(".").split(" ")
    at = chance.randrange(2, len(words) - 4)
    common, rare = vocabulary()[20:120], vocabulary()[2_000:30_000]
    match kind:
        case "typographic":
            return sentence.replace("’", "'").replace(" – ", " -- ").upper()
        case "ellipsis":
            words[at : at + chance.randint(2, 4)] = [chance.choice(("…", "...", ". . .", "[…]"))]
        case "bracket":
            words[at : at + 2] = [f"[{chance.choice(common)} {chance.choice(rare)}]"]
        case "one word":
            words[at] = chance.choice(rare)
        case "negation":
            words.insert(at, chance.choice(common))
        case "8-word cut":
            start = chance.randrange(max(len(words) - 8, 1))
            words = words[start : start + 8]
    return " ".join(words)


KINDS = ("exact", "typographic", "ellipsis", "bracket", "one word", "negation", "8-word cut")
