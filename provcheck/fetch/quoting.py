"""Reads a source with what it quotes, from whom: looked for in so much of it as ends soon."""

import re

from provcheck.extract.claims import claims
from provcheck.language.written import written_in
from provcheck.model.evidence import Completeness
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.read import read_source

FAILED = "reading it failed"

# Finding quotations takes 2.6 s a million characters, and as long for a pair of marks as for 140
# characters, for a paragraph as for 14. So much is 1.5 s, and 500,000 characters of a ruling.
_MOST = 500_000
_A_MARK = 70
_A_BLOCK = 14
_MARKS = re.compile("[\"“”„«»‹›‘’'「」『』]")


def read_quoting(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    """Return the words of a source with what it quotes, and how much of it they are.

    Raises Unreadable, with one plain clause, and MemoryError; nothing else.
    """
    try:
        text, completeness = read_source(body, rules)
        return quoting(text, rules), completeness
    except (Unreadable, MemoryError):
        raise
    except Exception as problem:  # a fault of ours costs one source, not the run
        raise Unreadable(FAILED) from problem


def quoting(text: SourceText, rules: Rulebook) -> SourceText:
    """Return the text with what it quotes, and from whom, by the code that reads articles.

    Beyond the first 500,000 characters (fewer where it is full of quotation marks) it is not
    looked at: words there are found as anywhere, who is quoted with them is not known.
    """
    # A page may be tagged with another language than it is written in.
    read = _looked_at(text).model_copy(update={"lang": written_in(text)})
    # What a transcript's labels give to its speakers is told by its turns already.
    quotations = tuple(c for c in claims(read, rules) if c.cue != ":" or not text.turns)
    return text.model_copy(update={"quotations": quotations})


def _looked_at(text: SourceText) -> SourceText:
    """Return so much of a text as is looked at: whole blocks from its beginning."""
    left = _MOST
    end = 0
    for number, block in enumerate(text.blocks):
        words = block.span.of(text.text)
        left -= len(words) + _A_MARK * len(_MARKS.findall(words)) + _A_BLOCK
        if left < 0:
            return _beginning(text, number, end)
        end = block.span.end
    return text


def _beginning(text: SourceText, blocks: int, end: int) -> SourceText:
    """Return the first blocks of a text, which end at `end`."""
    return text.model_copy(
        update={
            "text": text.text[:end],
            "blocks": text.blocks[:blocks],
            "links": tuple(link for link in text.links if link.span.end <= end),
            "embeds": tuple(embed for embed in text.embeds if embed.span.end <= end),
        }
    )
