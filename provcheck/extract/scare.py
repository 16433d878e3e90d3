"""Which quoted strings nobody is said to have said: scare quotes, titles, terms, mottoes."""

import re

from provcheck.extract.context import block_round, sentence_round
from provcheck.extract.passage import Passage
from provcheck.language.words import word_spans
from provcheck.model.prose import Prose
from provcheck.rulebook.book import Rulebook

_RIGHT_BEHIND = 40  # characters within which a cue behind a quoted string governs it
_SIGNED = re.compile(r"\s*(?:—|–|--)\s?[A-ZÀ-Þ]")
_LONG = 6  # words from which a quoted string in double marks is a quotation, attributed or not
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "und",
        "der",
        "die",
        "das",
        "de",
        "la",
        "le",
        "et",
        "y",
    ]
)


def is_claim(passage: Passage, prose: Prose, rules: Rulebook) -> bool:
    """Tell whether a quoted string is said of somebody.

    Long ones are, unless they are named (a title, a term) or imagined. Short ones, and those in
    single marks, are only where a reporting verb governs them in their sentence or they end, as
    quotations do, in a comma or stop before an attribution.
    """
    text = prose.text
    words = len(word_spans(text, passage.span))
    if not words:
        return False
    before = text[max(passage.outer.start - 80, 0) : passage.outer.start]
    if rules.quotation.imagines.search(before):
        return False
    attributed = _is_attributed(passage, prose, rules)
    if rules.quotation.names.search(before) and not _called(before):
        return words >= _LONG and attributed
    if _is_title(passage, text) and not _ends_open(passage, text):
        return False
    single = text[passage.outer.start] in "'‘‚‹"
    if words >= _LONG:
        return attributed if single else True
    return attributed


def _is_attributed(passage: Passage, prose: Prose, rules: Rulebook) -> bool:
    cues = rules.cues.of(prose.lang)
    sentence = sentence_round(prose, passage.outer, rules)
    before = prose.text[sentence.start : passage.outer.start]
    after = prose.text[passage.outer.end : sentence.end]
    words_before = _unquoted(before)
    if cues.verb.search(words_before) or cues.participle.search(words_before):
        return True
    if cues.phrase.search(words_before) or re.search(r":\s*$", before):
        return True
    block = block_round(prose, passage.outer)
    if _SIGNED.match(prose.text[passage.outer.end : block.end]) or block == passage.outer:
        return True  # signed, or a paragraph of its own
    near = _unquoted(after)[:120]
    said = cues.verb.search(near) or cues.phrase.search(near)
    return said is not None and (_ends_open(passage, prose.text) or said.start() < _RIGHT_BEHIND)


def _ends_open(passage: Passage, text: str) -> bool:
    """Tell whether the string ends as a quotation does before "he said"."""
    last, after = passage.span.end - 1, passage.outer.end
    return text[last : last + 1] in ",.!?…" or text[after : after + 1] == ","


def _called(before: str) -> bool:
    """Tell whether "called" is a verb of speech here: she called it “…”."""
    return bool(re.search(r"\b(?:called|labell?ed|termed|dubbed)\s+(?:\w+\s+){1,4}$", before))


def _is_title(passage: Passage, text: str) -> bool:
    """Tell whether two or more words all have the capitals of a title."""
    found = [span.of(text) for span in word_spans(text, passage.span)]
    weighty = [word for word in found if word.casefold() not in _SMALL]
    return (
        len(found) > 1
        and len(weighty) > 1
        and all(w[:1].isupper() or w[:1].isdigit() for w in weighty)
    )


def _unquoted(words: str) -> str:
    return re.sub(r"[“„«\"][^“”„«»\"]*[”“»\"]", lambda m: " " * len(m.group()), words)
