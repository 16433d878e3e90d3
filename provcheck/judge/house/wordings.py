"""What a house would not print in quotation marks: fragments, dialect spelling, obscenities."""

import re
from collections.abc import Iterator

from provcheck.judge.house.look import Look
from provcheck.judge.house.masks import obscene
from provcheck.language.words import WORD, normalised, word_count
from provcheck.model.claim import ClaimKind

_ENDS = ".!?…,"
_DROPPED_G = re.compile(r"(?<!\w)[^\W\d_]{2,}in['’](?=\s+\w)")


def fragmentary(look: Look) -> Iterator[str]:
    """Yield a message for a quotation of fewer words than the house asks for.

    Silent about a sentence of its own, however short: “We won,” he said.
    """
    words = look.claim.text.strip()
    if look.claim.kind != ClaimKind.QUOTE or (words[:1].isupper() and words[-1:] in _ENDS):
        return
    count = sum(word_count(look.article.text, segment) for segment in look.claim.segments)
    if count < look.limit("fragmentary-quote"):
        noun = "word" if count == 1 else "words"
        yield f"only {count} {noun} in quotation marks"


def dialect(look: Look) -> Iterator[str]:
    """Yield one message that names the forms spelt as they sound; a post's own stay unnamed."""
    heard = [word for word in _words(look) if normalised(word) in look.usage.speech]
    for segment in look.claim.segments if _spoken(look) else ():
        said = segment.of(look.article.text)
        if "‘" not in said:  # ’ may close it
            heard += _DROPPED_G.findall(said) if look.usage.speech else []
    if heard:
        yield f"spelt as it sounds: {', '.join(dict.fromkeys(heard))}"


def unmasked(look: Look) -> Iterator[str]:
    """Yield one message where obscenities stand in full in a quotation."""
    if any(obscene(normalised(word), look.usage) for word in _words(look)):
        yield "the quotation holds an obscenity in full"


def _spoken(look: Look) -> bool:
    return look.claim.kind in {ClaimKind.QUOTE, ClaimKind.BLOCK_QUOTE}


def _words(look: Look) -> list[str]:
    if not _spoken(look):
        return []
    text = look.article.text
    return [m for s in look.claim.segments for m in WORD.findall(text, s.start, s.end)]
