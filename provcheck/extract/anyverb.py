"""Whose words a quotation is, told by a verb behind it that no lexicon lists: “A,” he beamed."""

from provcheck.extract.beside import is_taken, over_marks
from provcheck.extract.place import Attribution, Place
from provcheck.syntax.forms import is_pronoun, opens_phrase
from provcheck.syntax.phrases import phrase_after
from provcheck.syntax.tokens import Token


def any_verb(place: Place) -> Attribution | None:
    """Look right behind for a subject with any verb: “A,” beamed Ada; “A,” he surmised."""
    first = over_marks(place) if place.ends_open else len(place.tokens)
    if first >= len(place.tokens) or place.tokens[first].kind != "word" or is_taken(place):
        return None
    token = place.tokens[first]
    if token.classes & {"relative", "subordinator", "complementizer"}:
        return None
    return _subject_first(place, first) if opens_phrase(token) else _verb_first(place, first)


def _subject_first(place: Place, first: int) -> Attribution | None:
    found = phrase_after(place.tokens, first)
    verb = _verb_near(place.tokens, found.end) if found is not None else None
    return place.attributed(found, verb.text) if found and verb else None


def _verb_first(place: Place, first: int) -> Attribution | None:
    tokens, cues = place.tokens, place.discourse.cues
    while first + 1 < len(tokens) and "auxiliary" in tokens[first].classes:
        first += 1  # ha | rincarato
    shaped = cues.inflection != "english" or tokens[first].low.endswith(("ed", "s"))
    if not tokens[first].unlisted or tokens[first].kind != "word" or not shaped:
        return None
    reflexive = any("reflexive" in token.classes for token in tokens[first + 1 : first + 2])
    found = phrase_after(tokens, first + 1 + reflexive, tail=True)
    if found is None:
        return None
    named = tokens[found.start].capital or is_pronoun(tokens[found.start])
    held = any(token.capital for token in tokens[found.start : found.end])
    described = cues.inflection != "english" and opens_phrase(tokens[found.start]) and held
    return place.attributed(found, tokens[first].text) if named or described else None


def _verb_near(tokens: tuple[Token, ...], at: int) -> Token | None:
    """Return a word at `at`, auxiliaries passed over, that can be a verb in the past or present."""
    while at < len(tokens) and tokens[at].classes & {"adverb", "auxiliary", "be"}:
        at += 1
    if at < len(tokens) and tokens[at].kind == "word" and tokens[at].unlisted:
        return tokens[at]
    return None
