"""Whose words a quotation is, told by a label, a signature or what leads up to it."""

import re

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.extract.place import Attribution, Place
from provcheck.language.words import CAPITALS
from provcheck.model.span import Span
from provcheck.syntax.clauses import clause_subject, main_phrase
from provcheck.syntax.cues import Cue
from provcheck.syntax.forms import is_adverb, is_pronoun
from provcheck.syntax.phrases import Phrase, phrase_after, phrase_before, trailing_name
from provcheck.syntax.sayings import Parsed
from provcheck.syntax.second import introducing_subject
from provcheck.syntax.tokens import Token

_NAME = rf"[{CAPITALS}][\w.’'-]*"
_SIGNED = re.compile(
    rf"^\s*[—–―-]{{1,2}}\s*"
    rf"(?P<name>{_NAME}(?:[ \u00a0](?:de|van|von|der|of|the|la|le|al|and|&|{_NAME})){{0,7}})"
    r"(?![\w ]*[—–―])"
)
_BEAT = 8  # tokens of a sentence that only shows who speaks next
_DASHED = frozenset({"—", "–", "-", "•", "*"})


def name_label(place: Place) -> Attribution | None:
    """Look for a name alone before a colon: OLSEN: “A”; A dry winter – Ada Brandvold: “A”."""
    opened = _before_colon(place)
    if opened is None:
        return None
    label = place.tokens[opened : place.at - 1]
    named = all(token.kind == "word" and token.capital and token.unlisted for token in label)
    return place.attributed(Phrase(opened, place.at - 1), ":") if label and named else None


def label(place: Place) -> Attribution | None:
    """Look for what a colon ends before it: his answer: “A”; in a letter from Olsen: “A”."""
    start = _before_colon(place)
    if start is None:
        return None
    tokens, colon = place.tokens, place.at - 1
    found = phrase_before(tokens, colon, start)
    second = place.discourse.cues.verb_second
    main = introducing_subject(tokens, colon) if second else None
    if main and found and main.start == found.start and main.end < found.end:
        found = main  # Vollmoser | zeigte sich entsetzt
    if found and found.start == start and "possessive" in tokens[start].classes:
        return place.attributed(Phrase(start, start + 1), ":")  # her answer: “A”
    if found and (found.start == start or "origin" in tokens[found.start - 1].classes):
        return place.attributed(found, ":")
    if not second:
        main = main_phrase(tokens, start, colon)
    main = main or found or trailing_name(tokens, colon)
    return place.attributed(main, ":") if main else None


def _before_colon(place: Place) -> int | None:
    """Return where what a colon right before the quotation ends begins, or None without one."""
    tokens, colon = place.tokens, place.at - 1
    if colon < 1 or tokens[colon].text != ":":
        return None
    ends = {*_DASHED, ".", ";"}
    start = next((i + 1 for i in range(colon - 1, -1, -1) if tokens[i].text in ends), 0)
    return start if start < colon else None


def signature(place: Place) -> Attribution | None:
    """Look for a signature (“A.” —Commissioner Olsen); a name between two dashes is an aside."""
    start = place.passage.outer.end
    number = place.discourse.number_at(start - 1)
    if number is None:
        return None
    blocks = place.discourse.prose.blocks
    end = blocks[number].span.end
    if start == end and number + 1 < len(blocks):
        start, end = blocks[number + 1].span.start, blocks[number + 1].span.end
    match = _SIGNED.match(place.text[start:end])
    if not match:
        return None
    at = Span(start=start + match.start("name"), end=start + match.end("name"))
    return Attribution(speaker=at, cue="—", clause=at)


def sentence_before(place: Place) -> Attribution | None:
    """Look in the sentence before, in the same paragraph (She replied. “A.”; He had a reply: …)."""
    if place.at > 0:
        return None
    before = place.discourse.sentence_before(place.sentence.span.start)
    if before is None or any(token.kind == "quote" for token in before.tokens):
        return None
    for saying in reversed(before.sayings):
        if saying.subject is not None and saying.cue.takes("quote"):
            there = Place(place.passage, before, len(before.tokens), place.discourse)
            return there.said(saying)
    return None


def paragraph_before(place: Place) -> Attribution | None:
    """Look in the last sentence of a paragraph that ends in a colon, right before this one."""
    number = place.discourse.number_at(place.passage.outer.start)
    if number is None or number == 0 or place.at > 0:
        return None
    block = place.discourse.prose.blocks[number - 1].span.of(place.text)
    if not block.rstrip().endswith(":"):
        return None
    sentences = place.discourse.sentences_of(number - 1)
    return introduced(sentences[-1], place.discourse) if sentences else None


def introduced(sentence: Parsed, discourse: Discourse) -> Attribution | None:
    """Return whom a sentence that ends in a colon gives the words behind it to."""
    text = discourse.prose.text
    for saying in sorted(sentence.sayings, key=lambda each: (_standing(each.cue), -each.cue.start)):
        if saying.subject is not None and (saying.cue.takes("quote") or saying.cue.is_phrase):
            cue = sentence.of(Phrase(saying.cue.start, saying.cue.end)).of(text)
            at = sentence.of(saying.subject.phrase)
            return Attribution(speaker=at, cue=" ".join(cue.split()), clause=sentence.span)
    found = _introducer(sentence.tokens) if sentence.tokens[-1].text == ":" else None
    if found is None:
        return None
    return Attribution(speaker=sentence.of(found), cue=":", clause=sentence.span)


def _standing(cue: Cue) -> int:
    """Tell what kind of cue introduces rather than another: one that says, not one that refuses."""
    return (not cue.is_speech) + 2 * (cue.hangs_on or not cue.is_asserted)


def _introducer(tokens: tuple[Token, ...]) -> Phrase | None:
    """Return the phrase that introduces what a colon opens: its subject; a name; from X."""
    end = len(tokens) - 1
    found = phrase_before(tokens, end)
    if found and (found.start == 0 or "origin" in tokens[found.start - 1].classes):
        return found
    subject = clause_subject(tokens, end)
    asks = subject is not None and subject.start == 0 and _is_imperative(tokens)
    return trailing_name(tokens, end) if subject is None or asks else subject


def _is_imperative(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a sentence opens with a verb that asks the reader for something: Read the …."""
    first, behind = tokens[0], tokens[1] if len(tokens) > 1 else None
    takes = behind is not None and behind.classes & {"determiner", "possessive"}
    return first.unlisted and bool(takes)


def handed_over(passage: Passage, discourse: Discourse) -> Span | None:
    """Return whom the words before a quotation without cue leave speaking: Olsen went on. ¶ “A”.

    The subject of the first cue of speech in the last sentence before it, where no quotation stands
    there: in its paragraph, else in the one before.
    """
    before = discourse.ahead_of(passage.outer)
    if before is None or any(token.kind == "quote" for token in before.tokens):
        return None
    for saying in before.sayings:
        spoken = saying.subject is not None and saying.cue.is_verb and saying.cue.is_speech
        if saying.subject is not None and spoken and _is_somebody(before, saying.subject.phrase):
            return before.of(saying.subject.phrase)
    return _beat(before, passage, discourse)


def _beat(before: Parsed, passage: Passage, discourse: Discourse) -> Span | None:
    """Return who does something in the few words right before (Ada laughed. “A.”).

    In the same paragraph alone, and where nothing but a verb follows the subject.
    """
    tokens = before.tokens
    if len(tokens) > _BEAT or before.span.start < discourse.block_round(passage.outer).start:
        return None
    found = phrase_after(tokens, 0)
    verb = tokens[found.end :] if found is not None else ()
    acts = len(verb) > 1 and verb[0].low.endswith(("ed", "s")) and verb[0].unlisted
    alone = acts and all(is_adverb(token) or token.text in {".", "!"} for token in verb[1:])
    return before.of(found) if found is not None and alone and _is_somebody(before, found) else None


def _is_somebody(sentence: Parsed, phrase: Phrase) -> bool:
    """Tell whether a subject may go on speaking: a pronoun or a name, not the rain."""
    tokens = sentence.tokens[phrase.start : phrase.end]
    named = any(token.capital and not token.classes for token in tokens)
    return named or is_pronoun(tokens[0])
