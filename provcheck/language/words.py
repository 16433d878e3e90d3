"""Words of a text: what counts as one, and what it is when case and marks are left aside."""

import re
import unicodedata

from provcheck.model.span import Span

WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’ʼ‑-]\w+)*")
# Capitals of the Latin, Greek and Cyrillic scripts, for use in a character class.
CAPITALS = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
UNSPACED = "\u3041"  # from here on scripts write no spaces between words
_DROPPED = re.compile(r"['’ʼ`]")
# Ways to write one mark; with soft hyphens, which show nothing, and halves, which no file can hold.
_MARKS = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‚‛`", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": None,
        **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),
    }
)
_OUTER = " .,;:"


def word_spans(text: str, span: Span) -> tuple[Span, ...]:
    """Return the words within `span`, in order; a number with its points and commas is one word."""
    return tuple(
        Span(start=match.start(), end=match.end())
        for match in WORD.finditer(text, span.start, span.end)
    )


def word_count(text: str, span: Span) -> int:
    """Return how many words stand within `span`; two signs of an unspaced script count as one."""
    counts = (
        (len(match.group()) + 1) // 2 if match.group()[0] >= UNSPACED else 1
        for match in WORD.finditer(text, span.start, span.end)
    )
    return sum(counts)


def normalised(words: str) -> str:
    """Return `words` casefolded, in NFKC, apostrophes dropped, parted by single spaces."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(_DROPPED.sub("", match.group()) for match in WORD.finditer(folded))


def spelt(words: str) -> str:
    """Return `words` as a reader would spell them out: what is equal says the same in every detail.

    Blanks and line breaks of any kind are one space; curly marks and dashes are plain ones; a comma
    or point at either end is left out, since it belongs to the sentence around a quotation.
    """
    plain = unicodedata.normalize("NFC", words).translate(_MARKS)
    return " ".join(plain.split()).strip(_OUTER)


def abridged(words: str, most: int) -> str:
    """Return the beginning and the end of a line of more than `most` characters, cut at blanks.

    Where there is no blank to cut at, the cut is made within a word.
    """
    if len(words) <= most:
        return words
    head, tail = words[: most // 2], words[-(most // 2) :]
    head = head.rpartition(" ")[0] or head
    tail = tail.partition(" ")[2] or tail
    return f"{head} … {tail}"
