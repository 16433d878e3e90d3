"""Where what is said begins: behind the cue, ahead of it, or on both sides."""

from provcheck.syntax.adjuncts import LOOSE, after_adjuncts, over_adverbs
from provcheck.syntax.content import Content, Scope
from provcheck.syntax.cues import Cue
from provcheck.syntax.ends import FINAL, end_of, is_clause
from provcheck.syntax.forms import describes, is_verbal, opens_phrase
from provcheck.syntax.phrases import phrase_after, phrase_before
from provcheck.syntax.subject import Subject
from provcheck.syntax.taken import opened, taken
from provcheck.syntax.tokens import Token

_DASHES = frozenset({"—", "–", "-", "--"})
_EARLY = 2  # tokens before the subject of a clause that opens the sentence


def contents(scope: Scope, cue: Cue, subject: Subject | None) -> list[Content]:
    """Return what the cue says is said, in order; empty where the sentence does not tell."""
    if cue.is_hearsay:
        return _heard(scope, cue)
    if cue.is_noun:
        found = opened(scope, cue.end, cue) or _predicate(scope, cue)
        return [found] if found is not None and (found.how != "quote" or cue.takes("is")) else []
    if cue.is_phrase:
        return _of_phrase(scope, cue, subject)
    return [] if cue.passive else _of_verb(scope, cue, subject)


def _of_verb(scope: Scope, cue: Cue, subject: Subject | None) -> list[Content]:
    cited = _cited(scope, cue, subject)
    if cited is not None:
        return [cited]
    if subject is not None and subject.inverted:
        if cue.group and scope.tokens[cue.group - 1].kind == "word":
            return _behind_subject(scope, cue, subject)
        return _parted(scope, cue, subject)
    behind = _behind(scope, cue, subject)
    if behind is not None:
        return [behind]
    return _around(scope, cue, subject) if subject is not None and cue.takes("ahead") else []


def _cited(scope: Scope, cue: Cue, subject: Subject | None) -> Content | None:
    """Return what follows a clause that only says who says it: Wie X sagte, | hat …; or None."""
    if subject is None or "citing" not in scope.tokens[0].classes or not cue.is_speech:
        return None
    comma = max(cue.end, subject.phrase.end)
    if min(cue.group, subject.opens) != 1 or scope.text(comma) != ",":
        return None
    at = comma + 1
    return Content(at, end_of(scope, at, "clause"), "clause") if at < len(scope.tokens) else None


def _predicate(scope: Scope, cue: Cue) -> Content | None:
    """Return what follows a form of be behind a noun: her answer to all this was: “A”."""
    if not cue.takes("is"):
        return None
    for at in range(cue.end, min(cue.end + LOOSE, len(scope.tokens) - 1)):
        if "be" in scope.tokens[at].classes:
            then = scope.tokens[at + 1]
            says = "introducer" in then.classes or then.text == ":" or then.kind == "quote"
            return opened(scope, at + 1, cue) if says else None
        if scope.tokens[at].kind != "word" or is_verbal(scope.tokens, at):
            return None
    return None


def _heard(scope: Scope, cue: Cue) -> list[Content]:
    """Return what is reported without saying by whom, its subject first: the strike … to last."""
    verbal = "particle" in scope.tokens[cue.end - 1].classes
    at = cue.end - 1 if verbal else cue.end
    if at + 1 >= len(scope.tokens):
        return []
    rest = Content(at, end_of(scope, at, "infinitive"), "hearsay")
    start = cue.start
    while not verbal and start > 0 and scope.tokens[start - 1].classes & {"auxiliary", "be"}:
        start -= 1
    whose = phrase_before(scope.tokens, start)
    ahead = Content(whose.start, cue.start, "hearsay") if whose else None
    return [ahead, rest] if ahead is not None else [rest]


def _of_phrase(scope: Scope, cue: Cue, subject: Subject | None) -> list[Content]:
    """Return what "according to X" governs: behind it at a sentence's head, else ahead of it."""
    tokens = scope.tokens
    if subject is None:
        return []
    end = max(subject.phrase.end, cue.end)
    quoted = end + (scope.text(end) == ",")
    if scope.is_quote(quoted):  # it is, according to X, “A”
        return [Content(quoted, end_of(scope, quoted, "clause"), "quote")]
    if any(token.kind != "mark" for token in tokens[: cue.start]):
        ahead = [_last_clause(scope, part) for part in _ahead(scope, cue.start)]
        return _resumed(scope, ahead, subject) if scope.text(cue.start - 1) == "," else ahead
    behind = range(end, len(tokens))
    comma = next((at for at in behind if tokens[at].text in {",", ":"}), None)
    start = end if comma is None else comma + 1
    if start >= len(tokens) or tokens[start].text in FINAL:
        return []
    return [Content(start, end_of(scope, start, "clause"), "clause")]


def _resumed(scope: Scope, found: list[Content], subject: Subject) -> list[Content]:
    """Return what stands ahead, and what goes on behind: Fares, according to X, have risen."""
    after = subject.phrase.end
    if not found or after + 2 >= len(scope.tokens) or scope.text(after) != ",":
        return found
    ahead = found[0]
    told = range(ahead.start, ahead.end)
    if scope.is_quote(ahead.end - 1) or any(is_verbal(scope.tokens, at) for at in told):
        return found
    if scope.hangs(after + 1) or "relative" in scope.tokens[after + 1].classes:
        return found
    return [*found, Content(after + 1, end_of(scope, after + 1, "clause"), "resumed")]


def _last_clause(scope: Scope, found: Content) -> Content:
    """Return only the relative clause that a source is given for: a deal, which …, according to."""
    for at in range(found.end - 2, found.start, -1):
        if scope.text(at) == ",":
            clause = "thing" in scope.tokens[at + 1].classes
            return found._replace(start=at + 1) if clause else found
    return found


def _ahead(scope: Scope, end: int) -> list[Content]:
    """Return what stands before "X said", from the sentence's start; a quotation behind a colon."""
    stop = end
    while stop > 0 and scope.text(stop - 1) in {",", *_DASHES}:
        stop -= 1
    start = stop - 1 if scope.is_quote(stop - 1) and scope.text(stop - 2) == ":" else 0
    return [Content(start, stop, "ahead")] if stop > 0 else []


def _parted(scope: Scope, cue: Cue, subject: Subject) -> list[Content]:
    """Return what stands ahead of "said X", and behind it if broken off: Half, said X, was lost."""
    found = [part for part in _ahead(scope, cue.group) if not _is_condition(scope, part)]
    after = subject.phrase.end
    if not found or after + 2 >= len(scope.tokens) or scope.text(after) != ",":
        return found
    ahead = found[0]
    whole = scope.is_quote(ahead.end - 1) or is_clause(scope, ahead.start, ahead.end)
    if whole or scope.hangs(after + 1) or not _is_verbal(scope.tokens[after + 1]):
        return found
    return [*found, Content(after + 1, end_of(scope, after + 1, "clause"), "resumed")]


def _is_condition(scope: Scope, found: Content) -> bool:
    """Tell whether nothing but a subordinate clause stands ahead: If you read it, | read on."""
    commas = [at for at in range(found.start, found.end) if scope.text(at) == ","]
    quoted = any(scope.is_quote(at) for at in range(found.start, found.end))
    return "subordinator" in scope.tokens[found.start].classes and not commas and not quoted


def _is_verbal(token: Token) -> bool:
    return bool(token.classes & {"auxiliary", "be", "verb"})


def _behind_subject(scope: Scope, cue: Cue, subject: Subject) -> list[Content]:
    """Return what follows a subject that itself follows its verb: Gestern sagte X, …."""
    at = subject.phrase.end + (scope.text(subject.phrase.end) == ",")
    found = taken(scope, cue._replace(end=at)) if at < len(scope.tokens) else None
    return [found] if found is not None else []


def _behind(scope: Scope, cue: Cue, subject: Subject | None) -> Content | None:
    """Return what stands behind the verb, cut where the clause of the cue itself ends."""
    found = taken(scope, cue)
    if found is None or subject is None:
        return found
    if cue.group == 0 and cue.hangs_on:
        return _before_main(scope, found)
    if not _is_subordinate(scope, subject):
        return found
    for at in range(found.start, found.end):
        if scope.text(at) == "," and at > found.start:
            return found._replace(end=at)
        if scope.is_quote(at) and scope.text(at)[-2:-1] == ",":
            return found._replace(end=at + 1)
    return found


def _before_main(scope: Scope, found: Content) -> Content:
    """Return what a participle at a sentence's head governs: Noting that A, | the mayor left."""
    for at in range(found.start + 1, found.end - 1):
        if scope.text(at) == "," and opens_phrase(scope.tokens[at + 1]):
            phrase = phrase_after(scope.tokens, at + 1, tail=True)
            behind = over_adverbs(scope.tokens, phrase.end) if phrase else len(scope.tokens)
            if behind < len(scope.tokens) and _may_be_verb(scope.tokens[behind]):
                return found._replace(end=at)
    return found


def _may_be_verb(token: Token) -> bool:
    """Tell whether a word behind a noun phrase is its verb rather than what hangs on it."""
    small = token.classes & {"preposition", "coordinator", "relative", "introducer"}
    return token.kind == "word" and not token.capital and not small


def _is_subordinate(scope: Scope, subject: Subject) -> bool:
    """Tell whether the cue stands in a clause of another: While X said …, …; X, who said …, …."""
    start = subject.phrase.start
    if "relative" in scope.tokens[start].classes:
        return scope.text(start - 1) == ","
    if start > 1 and "relative" in scope.tokens[start - 1].classes:
        return scope.text(start - 2) == ","
    return 0 < start <= _EARLY and "subordinator" in scope.tokens[start - 1].classes


def _around(scope: Scope, cue: Cue, subject: Subject) -> list[Content]:
    """Return what stands before "X said", and behind it where commas set it off."""
    start = subject.opens
    if not _stands_aside(scope, cue, subject) or "relative" in scope.tokens[start].classes:
        return []
    if scope.text(start - 1) not in {",", *_DASHES} and not scope.is_quote(start - 1):
        return []
    if scope.is_quote(start - 1) and describes(scope.tokens, start - 1):
        return []
    found = _ahead(scope, start)
    after = after_adjuncts(scope.tokens, cue.end)
    goes_on = scope.text(after) in {",", "—"} and after + 2 < len(scope.tokens)
    if goes_on and not scope.hangs(after + 1) and _resumes(scope, after + 1):
        found.append(Content(after + 1, end_of(scope, after + 1, "clause"), "resumed"))
    return found


def _stands_aside(scope: Scope, cue: Cue, subject: Subject) -> bool:
    """Tell whether nothing but adjuncts and whom one tells follows "X said" up to a mark."""
    beside = subject.phrase.end == cue.group or scope.text(cue.group - 1) in {",", ")", "—"}
    told = phrase_after(scope.tokens, cue.end) if cue.takes("person") else None
    at = after_adjuncts(scope.tokens, told.end if told else cue.end)
    ended = at >= len(scope.tokens) or scope.is_quote(at) or scope.tokens[at].kind == "mark"
    return beside and ended and scope.text(at) != ":"


def _resumes(scope: Scope, at: int) -> bool:
    """Tell whether what was said goes on behind "X said,": not "…, pulling her hood up"."""
    following = scope.tokens[at]
    if "aside" in following.classes or (following.low.endswith("ing") and not following.capital):
        return False
    if "coordinator" in following.classes and at + 1 < len(scope.tokens):
        beyond = scope.tokens[at + 1]
        return opens_phrase(beyond) or bool(beyond.classes) or beyond.kind == "quote"
    return True
