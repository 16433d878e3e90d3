"""The subject of a participle: the sentence's, or the noun it stands right behind."""

from collections.abc import Sequence

from provcheck.syntax.appositions import BREAKS, named
from provcheck.syntax.clauses import dateline_end, main_phrase, over_place
from provcheck.syntax.cues import Cue
from provcheck.syntax.forms import opens_phrase
from provcheck.syntax.phrases import Phrase, phrase_after, phrase_before
from provcheck.syntax.subject import Subject
from provcheck.syntax.tokens import Token


def of_participle(tokens: Sequence[Token], cue: Cue, before: Subject | None) -> Subject | None:
    """Return the sentence's subject, or the noun that a participle stands right behind."""
    previous = tokens[cue.group - 1] if cue.group else None
    if previous is None:
        return _after_comma(tokens, cue)
    cited = _cited(tokens, cue.group - 1)
    if cited is not None:
        return Subject(cited)
    free = previous.kind == "word" and not previous.classes & {
        "preposition",
        "coordinator",
        "subordinator",
    }
    if free:
        found = _beside_with(tokens, cue.group) or phrase_before(tokens, cue.group)
        if found and _stands_free(tokens, found):
            return Subject(found)
        main = of_main(tokens, found.start if found else cue.group)
        return main or (Subject(found) if found else None)
    carried = before is not None and not _is_relative(tokens, before) and previous.text == ","
    return before if carried else of_main(tokens, cue.group) or before


def _cited(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return whom somebody quotes, before "as saying": Olsen quoted | Ada as saying; else None."""
    if "likening" not in tokens[end].classes:
        return None
    found = phrase_before(tokens, end)
    if found is None or found.start < 2 or "cue" not in tokens[found.start - 1].classes:  # noqa: PLR2004
        return None
    return None if "be" in tokens[found.start - 2].classes else found


def _beside_with(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the name between "with" and a participle: with Ada Brandvold saying."""
    at = end
    while at > 0 and (tokens[at - 1].capital or "link" in tokens[at - 1].classes):
        at -= 1
    return Phrase(at, end) if 0 < at < end and tokens[at - 1].low == "with" else None


def _stands_free(tokens: Sequence[Token], found: Phrase) -> bool:
    """Tell whether a phrase is no verb's object: with X saying; and X saying; X saying."""
    before = tokens[found.start - 1] if found.start else None
    return before is None or before.kind == "mark" or before.low in {"with", "and", "while"}


def _is_relative(tokens: Sequence[Token], subject: Subject) -> bool:
    return "relative" in tokens[subject.phrase.start].classes


def _after_comma(tokens: Sequence[Token], cue: Cue) -> Subject | None:
    """Return the subject behind a participle that opens the sentence: Asked why, he said."""
    for at in range(cue.end, len(tokens) - 1):
        if tokens[at].text == "," and opens_phrase(tokens[at + 1]):
            found = phrase_after(tokens, over_place(tokens, at + 1, len(tokens)), tail=True)
            return Subject(found) if found else None
    return None


def of_main(tokens: Sequence[Token], end: int) -> Subject | None:
    """Return the subject of the main clause that stands before `end`, or None."""
    start = 0
    for at in range(end - 1, -1, -1):
        if tokens[at].text in BREAKS and tokens[at].kind == "mark":
            start = at + 1
            break
    found = main_phrase(tokens, start or dateline_end(tokens, end), end)
    if found is None:
        return None
    if found.end < end and tokens[found.end].text == ",":
        beside = phrase_after(tokens, found.end + 1)
        if beside is not None and beside.end < end and tokens[beside.end].text == ",":
            found = named(tokens, found, beside)
    return Subject(_before_last_verb(tokens, found, end))


def _before_last_verb(tokens: Sequence[Token], found: Phrase, end: int) -> Phrase:
    """Return a subject without the verb that ends its clause: The crew marched |, saying so."""
    last = tokens[found.end - 1]
    verb = last.low.endswith("ed") and last.unlisted and not last.capital
    whole = found.end == end - 1 and tokens[found.end].text == ","
    noun = found.end - found.start > 2 and tokens[found.end - 2].unlisted  # noqa: PLR2004
    return Phrase(found.start, found.end - 1) if verb and whole and noun else found
