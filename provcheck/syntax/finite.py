"""The subject of a finite cue: before it, behind it, or past what parts the two."""

from collections.abc import Sequence

from provcheck.syntax.appositions import BREAKS, appended, before_apposition, is_name
from provcheck.syntax.cues import Cue
from provcheck.syntax.forms import is_adverb, is_pronoun, is_verbal
from provcheck.syntax.participles import of_main
from provcheck.syntax.phrases import Phrase, phrase_after, phrase_before
from provcheck.syntax.subject import Subject
from provcheck.syntax.tokens import Token


def of_finite(tokens: Sequence[Token], cue: Cue, before: Subject | None) -> Subject | None:
    """Return the subject of a verb with a tense; `before` is that of the cue before it."""
    previous = tokens[cue.group - 1] if cue.group else None
    if previous is None:
        return behind(tokens, cue)
    if previous.kind == "quote" and cue.takes("ahead"):
        return behind(tokens, cue) or _over_marks(tokens, cue, before)
    if previous.kind in {"mark", "quote"}:
        return _over_marks(tokens, cue, before)
    if "relative" in previous.classes:
        return Subject(Phrase(cue.group - 1, cue.group))
    if "coordinator" in previous.classes:
        return _joined(tokens, cue.group - 1) or before or of_main(tokens, cue.group)
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
    nearest = tokens[cue.group - 1]
    if is_pronoun(nearest) and "oblique" not in nearest.classes:
        return None
    for at in range(cue.group - 1, -1, -1):
        token = tokens[at]
        if token.kind not in {"word", "number"}:
            return None
        if token.low in {"who", "that", "which"} and at > 0:
            relative = at
            break
    if relative is None or relative + 2 > cue.group or not _is_verb(tokens, relative + 1):
        return None
    if any(_takes_clause(tokens, at) for at in range(relative + 1, cue.group)):
        return None
    found = phrase_before(tokens, relative)
    return Subject(found) if found else None


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word right behind a relative is its verb, by its form alone."""
    token = tokens[at]
    shaped = token.unlisted and token.low.endswith(("ed", "s"))
    listed = token.classes & {"verb", "cue", "auxiliary", "be"}
    return token.kind == "word" and not token.capital and bool(shaped or listed)


def _takes_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a cue stands at `at` with what is said behind it: who warned that."""
    following = tokens[at + 1]
    says = "complementizer" in following.classes or following.kind == "quote"
    return says and "cue" in tokens[at].classes and is_verbal(tokens, at)


def behind(tokens: Sequence[Token], cue: Cue) -> Subject | None:
    """Return the subject of an inverted verb: said Ada Brandvold."""
    at = _over_circumstances(tokens, cue.end)
    found = phrase_after(tokens, at, tail=True)
    if found is None or tokens[at].classes & {"time", "complementizer", "oblique"}:
        return None
    if found.end < len(tokens) and _goes_on(tokens, found.end):
        return None
    return appended(tokens, found)


def _over_circumstances(tokens: Sequence[Token], at: int) -> int:
    """Return where a subject behind its verb may begin: declaró el martes a EFE | el alcalde."""
    while at < len(tokens):
        end = at + 1 if is_adverb(tokens[at]) and not tokens[at].capital else _over_day(tokens, at)
        if end == at and "hearer" in tokens[at].classes:
            told = phrase_after(tokens, at + 1)
            then = phrase_after(tokens, told.end) if told else None
            end = told.end if told and then else at
        if end == at:
            return at
        at = end
    return at


def _over_day(tokens: Sequence[Token], at: int) -> int:
    """Return where a day with the small words before it ends: nesta quinta (13) |; else at."""
    end = at
    while end < min(at + 3, len(tokens)) and tokens[end].classes & {"preposition", "determiner"}:
        end += 1
    if end >= len(tokens) or "time" not in tokens[end].classes:
        return at
    while end < len(tokens) and (tokens[end].kind == "number" or tokens[end].classes & {"time"}):
        end += 1
    bracketed = [token.text for token in tokens[end : end + 3 : 2]] == ["(", ")"]
    return end + 3 if bracketed else end


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
    if mark in BREAKS:
        return behind(tokens, cue)
    helped = all("auxiliary" in token.classes for token in tokens[cue.group : cue.start])
    inverts = helped and cue.takes("ahead") and not cue.takes("person")
    after = behind(tokens, cue) if inverts else None
    if after and is_name(tokens, after.phrase) and _ends_clause(tokens, after.phrase.end):
        return after
    return before_apposition(tokens, cue, mark) or after or (before if mark == "," else None)


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether nothing follows that could be said by whoever stands before `at`."""
    if at >= len(tokens) or tokens[at].kind == "mark":
        return True
    return bool(tokens[at].classes & {"preposition", "relative", "time"})
