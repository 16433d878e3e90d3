"""Whose words a quotation is, told by the sentence that it stands in."""

from collections.abc import Iterator

from provcheck.extract.place import Attribution, Place
from provcheck.syntax.clauses import clause_subject
from provcheck.syntax.forms import describes, is_adverb, is_pronoun
from provcheck.syntax.phrases import Phrase, phrase_after
from provcheck.syntax.sayings import Saying
from provcheck.syntax.tokens import Token


def uttered(place: Place) -> Attribution | None:
    """Look before for the nearest verb of speech whose content the quotation is in.

    One that says what was uttered comes before one that says what may be or was not: in "told him
    that she would not agree to “A”" he was told. Within "what she calls “A”" she is the speaker
    only where nobody else says so.
    """
    around = list(_around(place))
    if around and _is_named_owner(place, around[0]):
        return place.said(around[0])
    found = [saying for saying in around if saying.cue.is_speech]
    found.sort(key=lambda saying: not saying.cue.is_asserted or _is_neuter(place, saying))
    if found and _is_relative(place, found[0]):
        start = found[0].cue.start
        outer = [s for s in place.sentence.sayings if s.cue.start < start and s.cue.is_speech]
        found = [saying for saying in reversed(outer) if saying.subject is not None] or found
    return place.said(found[0]) if found else None


def _is_named_owner(place: Place, saying: Saying) -> bool:
    """Tell whether a noun with a named owner governs it: mocked Ada’s promise to “A”."""
    opens = place.tokens[saying.cue.end].classes & {"introducer", "particle"}
    if saying.subject is None or not saying.cue.is_noun or not opens:
        return False
    between = place.tokens[saying.cue.end : place.at]
    if "particle" in opens and any("be" in token.classes for token in between):
        return False  # Ada’s refusal to come was “A”
    phrase = saying.subject.phrase
    return all(token.capital for token in place.tokens[phrase.start : phrase.end])


def _is_neuter(place: Place, saying: Saying) -> bool:
    """Tell whether a cue's subject is "it": she says it underscores that “A”."""
    return saying.subject is not None and place.tokens[saying.subject.phrase.start].low == "it"


def covering(place: Place) -> Attribution | None:
    """Look before for the outermost cue of any kind whose content the quotation is in."""
    found = list(_around(place))
    return place.said(found[-1]) if found else None


def _around(place: Place) -> Iterator[Saying]:
    """Yield the cues before a quotation that govern it, the nearest first."""
    for saying in reversed(place.sentence.sayings):
        if saying.cue.start > place.at or saying.subject is None:
            continue
        if any(c.start <= place.at < c.end and c.how != "ahead" for c in saying.contents):
            yield saying


def _is_relative(place: Place, saying: Saying) -> bool:
    """Tell whether a cue stands in "what she calls", within what somebody else says."""
    start = saying.subject.phrase.start if saying.subject else 0
    return start > 0 and "fused" in place.tokens[start - 1].classes and start > 1


def ahead(place: Place) -> Attribution | None:
    """Look behind for a cue whose content ahead of it holds the quotation."""
    for saying in place.sentence.sayings:
        follows = saying.cue.start > place.at and saying.subject is not None
        if follows and any(c.start <= place.at < c.end for c in saying.contents):
            return place.said(saying)
    return None


def of_subject(place: Place) -> Attribution | None:
    """Take the subject of the sentence, a person or body, where a quotation is its predicate's."""
    if place.at == 0:
        return None
    for saying in place.sentence.sayings:
        if saying.cue.passive and saying.cue.takes("person") and saying.cue.end <= place.at:
            return place.said(saying)  # was asked by a guest, “A”; nobody where none is named
    found = clause_subject(place.tokens, place.at)
    if found is None or found.end >= place.at:
        return None
    agent = _agent(place, found)
    if agent is not None:
        return place.attributed(agent, place.tokens[agent.start - 2].text)
    if _passive(place, found) is not None or _is_elsewhere(place, found):
        return None
    first = place.tokens[found.start]
    named = any(token.capital for token in place.tokens[max(found.start, 1) : found.end])
    named = named or (first.capital and first.unlisted and place.discourse.is_name(first.text))
    personal = first.low in {"he", "she", "they"}
    return place.attributed(found, "") if named or personal else None


def _agent(place: Place, found: Phrase) -> Phrase | None:
    """Return who does what a passive before a quotation says: was accused by | X of “A”.

    In the main clause, or right behind the subject where the words follow: described by X as “A”.
    """
    by, tokens = place.discourse.cues.agent, place.tokens
    done = _passive(place, found)
    reduced = done is None
    if done is None:
        done = found.end + (tokens[found.end].text == ",")
    at = _over_adverbs(place, done + 1)
    if at + 1 >= place.at or tokens[at].low != by or not _is_participle(tokens[done]):
        return None
    agent = phrase_after(tokens, at + 1)
    if agent is None or not any(token.capital for token in tokens[agent.start : agent.end]):
        return None
    follows = agent.end + 1 == place.at and "cue" in tokens[done].classes
    return agent if follows or not reduced else None


def _passive(place: Place, found: Phrase) -> int | None:
    """Return the participle of a clause whose subject something is done to: was | convicted of."""
    at = _over_adverbs(place, found.end)
    if at >= place.at or "be" not in place.tokens[at].classes:
        return None
    at = _over_adverbs(place, at + 1)
    return at if at < place.at - 1 and _is_participle(place.tokens[at]) else None


def _over_adverbs(place: Place, at: int) -> int:
    while at < place.at and is_adverb(place.tokens[at]):
        at += 1
    return at


def _is_participle(token: Token) -> bool:
    plain = token.kind == "word" and not token.capital
    return plain and ("cue" in token.classes or (token.unlisted and token.low.endswith("ed")))


def _is_elsewhere(place: Place, found: Phrase) -> bool:
    """Tell whether a quotation stands in a clause of its own: left after he was called “A”."""
    for at in range(found.end, place.at - 1):
        classes, then = place.tokens[at].classes, place.tokens[at + 1]
        opens = "subordinator" in classes and not classes & {"complementizer", "likening"}
        if opens and (then.capital or is_pronoun(then)):
            return True
    return False


def nearest(place: Place) -> Attribution | None:
    """Look before for the nearest cue with a subject."""
    for saying in reversed(place.sentence.sayings):
        if saying.cue.start < place.at and saying.subject is not None and saying.cue.is_verb:
            if any(token.text == ";" for token in place.tokens[saying.cue.end : place.at]):
                return None
            return place.said(saying)
    return None


def later(place: Place) -> Attribution | None:
    """Look further behind: “A” is what she told the court; the “A”, X said."""
    for saying in place.sentence.sayings:
        if saying.cue.start > place.at and saying.subject is not None and saying.cue.is_verb:
            covers = any(c.start <= place.at < c.end for c in saying.contents)
            start = saying.subject.phrase.start
            joint = place.tokens[start - 1]
            free = "subordinator" not in joint.classes or joint.low in place.discourse.cues.likening
            beside = start <= place.at + 2 and free and not describes(place.tokens, place.at)
            if covers or beside:
                return place.said(saying)
    return None
