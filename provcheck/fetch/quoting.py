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
# What finding quotations takes, in characters of plain prose, of which a million take 2.5 s: a
# quotation, a report, a paragraph take more. So much is 1.5 s, and 400,000 characters of a report.
_MOST = 500_000
_A_MARK = 50  # two to a quotation
_A_CUE = 80  # a word that may report: said
_A_BLOCK = 14
_MARKS = "\"“”„«»‹›‘’'「」『』"
_WORD = re.compile(r"\w+")


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

    Beyond some 400,000 characters (fewer where it is full of quotations) it is not looked
    at: words there are found as anywhere, who is quoted with them is not known, and `unquoted`
    tells from where on.
    """
    # A page may be tagged with another language than it is written in.
    read = text.model_copy(update={"lang": written_in(text)})
    classes = rules.cues.of(read.lang).classes
    cues = frozenset(word for word, its in classes.items() if "cue" in its)
    begun = _looked_at(read, cues)
    # What a transcript's labels give to its speakers is told by its turns already.
    quotations = tuple(c for c in claims(begun, rules) if c.cue != ":" or not text.turns)
    unquoted = len(begun.text) if len(begun.text) < len(read.text) else None
    return text.model_copy(update={"quotations": quotations, "unquoted": unquoted})


def _looked_at(text: SourceText, cues: frozenset[str]) -> SourceText:
    """Return so much of a text as is looked at: whole blocks from its beginning."""
    left = _MOST
    end = 0
    for number, block in enumerate(text.blocks):
        if len(block.span) < left:
            left -= _cost(block.span.of(text.text), cues)
        else:
            left = 0
        if left <= 0:
            return _beginning(text, number, end)
        end = block.span.end
    return text


def _cost(words: str, cues: frozenset[str]) -> int:
    """Return what looking at a block takes."""
    marks = sum(map(words.count, _MARKS))
    reports = sum(word in cues for word in _WORD.findall(words.lower()))
    return len(words) + _A_MARK * marks + _A_CUE * reports + _A_BLOCK


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
