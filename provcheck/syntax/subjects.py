"""Who speaks: the noun phrase that a cue has for its subject."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provcheck.rulebook.cues import LanguageCues
from provcheck.syntax.cues import Cue, possessor
from provcheck.syntax.phrases import (
    Phrase,
    dateline_end,
    is_adverb,
    is_pronoun,
    is_verbal,
    main_phrase,
    opens_phrase,
    over_place,
    phrase_after,
    phrase_before,
)
from provcheck.syntax.second import second_subject
from provcheck.syntax.tokens import Token

_DASHES = frozenset({"—", "–", "--"})
_LINKS = frozenset(
    {"de", "van", "von", "der", "den", "la", "le", "al", "bin", "of", "the", "’s", "'s"}
)
_BREAKS = frozenset({";", ":"})
_AGENT = 6  # tokens behind a passive within which "by" stands


class Subject(NamedTuple):
    """A speaker's tokens; `inverted` where they stand behind the verb (“…,” said X).

    `described` is where a description before the name begins: the owner, Ada Brandvold, said.
    """

    phrase: Phrase
    inverted: bool = False
    described: int | None = None

    @property
    def opens(self) -> int:
        """Return the token with which the phrase and a description before it begin."""
        return self.phrase.start if self.described is None else self.described


def subject_of(
    tokens: Sequence[Token], cue: Cue, before: Subject | None, language: LanguageCues
) -> Subject | None:
    """Return the subject of `cue`; `before` is that of the cue before it in the sentence.

    None where the sentence has none, or one that is nobody: there, hours later.
    """
    found = _subject_of(tokens, cue, before, language)
    if found is None or tokens[found.phrase.start].low in language.expletives:
        return None
    return found


def _subject_of(
    tokens: Sequence[Token], cue: Cue, before: Subject | None, language: LanguageCues
) -> Subject | None:
    if cue.is_phrase:
        found = phrase_after(tokens, cue.end, tail=True)
        return _appended(tokens, found) if found else None
    if cue.is_hearsay:
        return None
    if cue.is_noun:
        return _owner(tokens, cue)
    if cue.passive:
        return _agent(tokens, cue, language)
    if cue.hangs_on:
        return _of_participle(tokens, cue, before)
    if language.verb_second and tokens[max(cue.group - 1, 0)].kind != "quote":
        second = second_subject(tokens, cue)
        if second is not None:
            return Subject(second, inverted=second.start > cue.start)
    subject = _of_finite(tokens, cue, before)
    if subject is None and language.verb_second:
        return _behind(tokens, cue)
    return subject


def _owner(tokens: Sequence[Token], cue: Cue) -> Subject | None:
    """Return whose claim it is: her, or the phrase before an apostrophe."""
    at = possessor(tokens, cue.start)
    if at is None:
        return None
    if "possessive" in tokens[at].classes:
        return Subject(Phrase(at, at + 1))
    found = phrase_before(tokens, at)
    return Subject(found) if found else None


def _of_finite(tokens: Sequence[Token], cue: Cue, before: Subject | None) -> Subject | None:
    previous = tokens[cue.group - 1] if cue.group else None
    if previous is None:
        return _behind(tokens, cue)
    if previous.kind == "quote" and cue.takes("ahead"):
        return _behind(tokens, cue) or _over_marks(tokens, cue, before)
    if previous.kind in {"mark", "quote"}:
        return _over_marks(tokens, cue, before)
    if "relative" in previous.classes:
        return Subject(Phrase(cue.group - 1, cue.group))
    if "coordinator" in previous.classes:
        return _joined(tokens, cue.group - 1) or before or _main(tokens, cue.group)
    return _of_main_clause(tokens, cue) or _plain(tokens, cue)


def _joined(tokens: Sequence[Token], end: int) -> Subject | None:
    """Return the subject of a verb without object that "and" joins to a cue: X laughed and said."""
    at = end - 1
    while at > 0 and is_adverb(tokens[at]) and tokens[at].kind == "word":
        at -= 1
    if at < 1 or not is_verbal(tokens, at):
        return None
    found = phrase_before(tokens, at)
    return Subject(found) if found else None


def _plain(tokens: Sequence[Token], cue: Cue) -> Subject | None:
    found = phrase_before(tokens, cue.group)
    return Subject(found) if found else None


def _of_main_clause(tokens: Sequence[Token], cue: Cue) -> Subject | None:
    """Return the noun before a relative clause with a verb of its own: those who left | said."""
    relative = None
    if is_pronoun(tokens[cue.group - 1]):
        return None
    for at in range(cue.group - 1, -1, -1):
        token = tokens[at]
        if token.kind != "word" and token.kind != "number":
            return None
        if token.low in {"who", "that", "which"} and at > 0:
            relative = at
            break
    if relative is None or relative + 2 >= cue.group or not is_verbal(tokens, relative + 1):
        return None
    if any(is_verbal(tokens, at) and tokens[at].classes & {"cue"} for at in range(relative + 1, cue.group)):
        return None
    found = phrase_before(tokens, relative)
    return Subject(found) if found else None


def _behind(tokens: Sequence[Token], cue: Cue) -> Subject | None:
    """Return the subject of an inverted verb: said Ada Brandvold."""
    at = cue.end
    while at < len(tokens) and is_adverb(tokens[at]) and not tokens[at].capital:
        at += 1
    found = phrase_after(tokens, at, tail=True)
    if found is None or tokens[at].classes & {"time", "complementizer"}:
        return None
    if found.end < len(tokens) and _goes_on(tokens, found.end):
        return None
    return _appended(tokens, found)


def _appended(tokens: Sequence[Token], found: Phrase) -> Subject:
    """Return the subject behind its cue, or the name in apposition to it: said the owner, X."""
    if found.end < len(tokens) and tokens[found.end].text == ",":
        beside = phrase_after(tokens, found.end + 1)
        if beside is not None and (
            beside.end >= len(tokens) or tokens[beside.end].kind in {"mark", "quote"}
        ):
            found = _named(tokens, found, beside)
    return Subject(found, inverted=True)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what follows a noun phrase makes it the subject of another verb."""
    token = tokens[at]
    if token.classes & {"auxiliary", "be"}:
        return token.low not in {"’s", "'s"}
    if token.kind != "word" or not token.unlisted or is_adverb(token):
        return False
    return is_pronoun(tokens[at - 1]) or not token.capital


def _over_marks(tokens: Sequence[Token], cue: Cue, before: Subject | None) -> Subject | None:
    """Return the subject that an apposition parts from its verb, or one behind the verb."""
    mark = tokens[cue.group - 1].text if tokens[cue.group - 1].kind == "mark" else ","
    if mark in _BREAKS:
        return _behind(tokens, cue)
    helped = all("auxiliary" in token.classes for token in tokens[cue.group : cue.start])
    inverts = helped and cue.takes("ahead") and not cue.takes("person")
    behind = _behind(tokens, cue) if inverts else None
    if behind and _is_name(tokens, behind.phrase) and _ends_clause(tokens, behind.phrase.end):
        return behind
    return _before_apposition(tokens, cue, mark) or behind or (before if mark == "," else None)


def _before_apposition(tokens: Sequence[Token], cue: Cue, mark: str) -> Subject | None:
    """Return the subject before what stands between two commas, dashes or brackets and the cue."""
    end = cue.group - 1
    for at in _openings(tokens, end, mark):
        found = phrase_before(tokens, at)
        first = _segment_start(tokens, at)
        listed = mark != ")" and first > 0 and _is_apposition(tokens, first)
        if found is not None and not listed:
            return Subject(_named(tokens, found, Phrase(at + 1, end)), described=found.start)
        beside = phrase_before(tokens, end, at + 1)
        if mark == "," and beside == Phrase(at + 1, _unbracketed(tokens, end)) and _is_name(tokens, beside):
            return Subject(beside)  # After the race, Ada Brandvold (15), said
    return None


def _unbracketed(tokens: Sequence[Token], end: int) -> int:
    """Return where a phrase ends before the brackets that close at `end`."""
    if tokens[end - 1].text != ")":
        return end
    return next((at for at in range(end - 1, -1, -1) if tokens[at].text == "("), end)


def _openings(tokens: Sequence[Token], end: int, mark: str) -> Iterator[int]:
    """Yield where the marks stand that may open what `mark` closes, the nearest first."""
    opening = {")": {"("}, ",": {","}}.get(mark, set(_DASHES) if mark in _DASHES else {mark})
    for at in range(end - 1, -1, -1):
        if tokens[at].text in _BREAKS:
            return
        if tokens[at].text in opening and tokens[at].kind == "mark":
            yield at


def _named(tokens: Sequence[Token], found: Phrase, beside: Phrase) -> Phrase:
    """Return the name in apposition to a description: the owner, Ada Brandvold, said."""
    described = not any(token.capital for token in tokens[found.start + 1 : found.end])
    run = tokens[beside.start : beside.end]
    names = bool(run) and all(token.capital or token.low in _LINKS for token in run)
    return beside if described and names and "determiner" in tokens[found.start].classes else found


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether nothing follows that could be said by whoever stands before `at`."""
    if at >= len(tokens) or tokens[at].kind == "mark":
        return True
    return bool(tokens[at].classes & {"preposition", "relative", "time"})


def _is_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return is_pronoun(tokens[phrase.start]) or any(
        t.capital for t in tokens[phrase.start : phrase.end]
    )


def _segment_start(tokens: Sequence[Token], end: int) -> int:
    for at in range(end - 1, -1, -1):
        if tokens[at].text in {",", *_BREAKS} and tokens[at].kind == "mark":
            return at + 1
    return 0


def _is_apposition(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a stretch between commas describes the name before it."""
    first = tokens[at]
    if first.kind == "number" or first.low in {"a", "an", "then"}:
        return True
    return bool(first.classes & {"relative", "preposition"}) or (
        first.low.endswith("ing") and not first.capital
    )


def _of_participle(tokens: Sequence[Token], cue: Cue, before: Subject | None) -> Subject | None:
    """Return the sentence's subject, or the noun that a participle stands right behind."""
    previous = tokens[cue.group - 1] if cue.group else None
    if previous is None:
        return _after_comma(tokens, cue)
    free = previous.kind == "word" and not previous.classes & {
        "preposition",
        "coordinator",
        "subordinator",
    }
    if free:
        found = _beside_with(tokens, cue.group) or phrase_before(tokens, cue.group)
        if found and _stands_free(tokens, found):
            return Subject(found)
        main = _main(tokens, found.start if found else cue.group)
        return main or (Subject(found) if found else None)
    carried = before is not None and not _is_relative(tokens, before) and previous.text == ","
    return before if carried else _main(tokens, cue.group) or before


def _beside_with(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the name between "with" and a participle: with Ada Brandvold saying."""
    at = end
    while at > 0 and (tokens[at - 1].capital or tokens[at - 1].low in _LINKS):
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


def _main(tokens: Sequence[Token], end: int) -> Subject | None:
    start = 0
    for at in range(end - 1, -1, -1):
        if tokens[at].text in _BREAKS and tokens[at].kind == "mark":
            start = at + 1
            break
    found = main_phrase(tokens, start or dateline_end(tokens, end), end)
    if found is None:
        return None
    if found.end < end and tokens[found.end].text == ",":
        beside = phrase_after(tokens, found.end + 1)
        if beside is not None and beside.end < end and tokens[beside.end].text == ",":
            found = _named(tokens, found, beside)
    return Subject(found)


def _agent(tokens: Sequence[Token], cue: Cue, language: LanguageCues) -> Subject | None:
    """Return who does what a passive says: was called “…” by Ada Brandvold."""
    for at in range(cue.end, min(cue.end + _AGENT, len(tokens))):
        if tokens[at].low == language.agent and language.agent:
            found = phrase_after(tokens, at + 1, tail=True)
            return Subject(found, inverted=True) if found else None
    return None
