"""Where a text says whose the words of a passage are: the cue and the speaker it names."""

import re
from collections.abc import Callable, Iterator

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.syntax.phrases import (
    Phrase,
    is_pronoun,
    main_phrase,
    opens_phrase,
    phrase_after,
    phrase_before,
    trailing_name,
)
from provcheck.syntax.sayings import Parsed, Saying
from provcheck.syntax.tokens import Token

_SIGNED = re.compile(r"^\s*[—–―-]{1,2}\s*(?P<name>[A-ZÀ-Þ][\w.’' -]{1,60})")
_OPEN_ENDS = ",!?…—–"
_DESCRIBED = 9  # tokens of "the owner," before a name
_SKIPPED = frozenset({",", "—", "–", "―", "--", "-"})
_DASHED = frozenset({"—", "–", "-", "•", "*"})


class Attribution(Value):
    """A cue as written, the speaker it names, and the clause that they stand in."""

    speaker: Span
    cue: str
    clause: Span


class Place:
    """A quotation's token in its sentence."""

    def __init__(self, passage: Passage, sentence: Parsed, at: int, discourse: Discourse) -> None:
        self.passage, self.sentence, self.at = passage, sentence, at
        self.discourse, self.text = discourse, discourse.prose.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @property
    def ends_open(self) -> bool:
        """Tell whether the quotation ends as one does before "he said"."""
        inner = self.tokens[self.at].text.rstrip("\"'”’»“‘«」 \n\u00a0\u202f")
        behind = self.tokens[self.at + 1 : self.at + 2]
        return inner[-1:] in _OPEN_ENDS or any(token.text in {",", "—", "–"} for token in behind)

    def attributed(self, phrase: Phrase, cue: str) -> Attribution:
        return Attribution(
            speaker=self.sentence.of(phrase), cue=" ".join(cue.split()), clause=self.sentence.span
        )

    def said(self, saying: Saying) -> Attribution | None:
        if saying.subject is None:
            return None
        cue = self.sentence.of(Phrase(saying.cue.start, saying.cue.end)).of(self.text)
        return self.attributed(saying.subject.phrase, cue)


def attribution(passage: Passage, discourse: Discourse) -> Attribution | None:
    """Return where the text says whose the words are, or None where no cue governs them.

    Looked for in this order: right behind the quotation and between its parts, before it in its
    sentence, in a label or signature, further behind in its sentence, and in what leads up to it.
    """
    places = list(_places(passage, discourse))
    for search in SEARCHES:
        for place in places:
            found = search(place)
            if found is not None:
                return found
    return None


def _places(passage: Passage, discourse: Discourse) -> Iterator[Place]:
    """Yield where the parts of a quotation stand, in order."""
    for sentence in discourse.sentences_in(passage.outer):
        for at, token in enumerate(sentence.tokens):
            inside = passage.outer.start <= token.start < passage.outer.end
            if token.kind == "quote" and inside:
                yield Place(passage, sentence, at, discourse)


def _directly(place: Place) -> Attribution | None:
    """Look right before, where the comma behind belongs to the sentence: called it “A”, and …"""
    behind = place.tokens[place.at + 1 : place.at + 2]
    if not behind or behind[0].text != "," or place.tokens[place.at].text[-2:-1] in ",.!?":
        return None
    for saying in place.sentence.sayings:
        starts = any(c.start == place.at and c.how != "ahead" for c in saying.contents)
        last = place.at > 0 and any(
            c.start < place.at < c.end and place.tokens[place.at - 1].low in {"as", "it", "als"}
            for c in saying.contents
        )
        if saying.cue.start < place.at and saying.subject is not None and (starts or last):
            return place.said(saying)
    return None


def _behind(place: Place) -> Attribution | None:
    """Look right behind: “A,” said Hugh Hill, a doctor; “A,” according to the report."""
    if not place.ends_open and not _ends_sentence(place):
        return None
    first = place.at + 1
    while first < len(place.tokens) and place.tokens[first].text in _SKIPPED:
        first += 1
    for saying in place.sentence.sayings:
        if saying.cue.start < first or saying.cue.hangs_on or saying.cue.is_noun:
            continue
        if any(token.kind == "quote" for token in place.tokens[first : saying.cue.start]):
            return None
        subject = saying.subject
        if subject is None:
            continue
        opens = min(subject.phrase.start, saying.cue.group)
        return place.said(saying) if _is_near(place, first, opens) else None
    return None


def _is_near(place: Place, first: int, opens: int) -> bool:
    """Tell whether only what describes the subject lies between a quotation and its cue."""
    between = place.tokens[first:opens]
    if opens <= first or all("adverb" in t.classes or t.text in _SKIPPED for t in between):
        return True
    described = between[-1].text == "," and len(between) < _DESCRIBED  # the owner, Ada Brandvold,
    return described and "determiner" in between[0].classes


def _ends_sentence(place: Place) -> bool:
    return place.at + 1 < len(place.tokens) and place.tokens[place.at].text[-2:-1] in ".!?"


def _any_verb(place: Place) -> Attribution | None:
    """Look right behind for a subject with any verb: “A,” beamed Hugh Hill; “A,” he surmised."""
    tokens, first = place.tokens, place.at + 1
    if not place.ends_open or first >= len(tokens):
        return None
    while first < len(tokens) and tokens[first].text in _SKIPPED:
        first += 1
    if first >= len(tokens) or tokens[first].kind != "word":
        return None
    if opens_phrase(tokens[first]):
        found = phrase_after(tokens, first)
        if found is None or found.end >= len(tokens):
            return None
        verb = _verb_near(tokens, found.end)
        return place.attributed(*_before_verb(tokens, found, verb)) if verb else None
    if tokens[first].low.endswith(("ed", "s")) and not tokens[first].classes:
        found = phrase_after(tokens, first + 1, tail=True)
        if found and (tokens[found.start].capital or is_pronoun(tokens[found.start])):
            return place.attributed(found, tokens[first].text)
    return None


def _verb_near(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return a word at `at`, auxiliaries passed over, that can be a verb in the past or present."""
    while at < len(tokens) and tokens[at].classes & {"adverb", "auxiliary", "be"}:
        at += 1
    if at < len(tokens) and tokens[at].kind == "word" and not tokens[at].classes:
        return at
    return None


def _before_verb(tokens: tuple[Token, ...], found: Phrase, verb: int) -> tuple[Phrase, str]:
    return found, tokens[verb].text


def _topic(place: Place) -> Attribution | None:
    """Look for a topic and a verb behind, where a language writes no spaces: 市長は「A」と述べた."""
    cues = place.discourse.cues
    behind = place.text[place.tokens[place.at].end : place.sentence.span.end]
    verb = re.match(cues.postposed, behind) if cues.postposed else None
    if verb is None:
        return None
    within = re.search(cues.topic.replace("(?:、", "(?:述|語|話|言|説|強|、"), behind[1:])
    start = place.sentence.span.start
    before = place.text[start : place.tokens[place.at].start]
    ahead = re.search(cues.topic, before)
    if ahead is not None:
        at = Span(start=start + ahead.start("who"), end=start + ahead.end("who"))
    elif within is not None:
        offset = place.tokens[place.at].end + 1
        at = Span(start=offset + within.start("who"), end=offset + within.end("who"))
    else:
        return None
    return Attribution(speaker=at, cue=verb.group(), clause=place.sentence.span)


def _uttered(place: Place) -> Attribution | None:
    """Look before, in the sentence: the nearest verb of speech whose content it is in."""
    found = [saying for saying in _around(place) if saying.cue.is_speech]
    if found and _is_relative(place, found[0]):
        start = found[0].cue.start
        outer = [s for s in place.sentence.sayings if s.cue.start < start and s.cue.is_speech]
        found = [saying for saying in reversed(outer) if saying.subject is not None] or found
    return place.said(found[0]) if found else None


def _covering(place: Place) -> Attribution | None:
    """Look before, in the sentence: the outermost cue of any kind whose content it is in."""
    found = list(_around(place))
    return place.said(found[-1]) if found else None


def _around(place: Place) -> Iterator[Saying]:
    for saying in reversed(place.sentence.sayings):
        if saying.cue.start > place.at or saying.subject is None:
            continue
        if any(c.start <= place.at < c.end and c.how != "ahead" for c in saying.contents):
            yield saying


def _is_relative(place: Place, saying: Saying) -> bool:
    """Tell whether a cue stands in "what she calls", within what somebody else says."""
    start = saying.subject.phrase.start if saying.subject else 0
    return start > 0 and place.tokens[start - 1].low == "what" and start > 1


def _label(place: Place) -> Attribution | None:
    """Look for what a colon ends before it: OLSEN: “A.”; his answer: “A.”"""
    tokens, colon = place.tokens, place.at - 1
    if colon < 0 or tokens[colon].text != ":":
        return None
    start = next(
        (i + 1 for i in range(colon - 1, -1, -1) if tokens[i].text in {*_DASHED, ".", ";"}), 0
    )
    if start >= colon:
        return None
    found = phrase_before(tokens, colon, start)
    if found and found.start == start and "possessive" in tokens[start].classes:
        return place.attributed(Phrase(start, start + 1), ":")  # her answer: “A”
    if found and (found.start == start or tokens[found.start - 1].low == "from"):
        return place.attributed(found, ":")
    main = main_phrase(tokens, start, colon) or found or trailing_name(tokens, colon)
    return place.attributed(main, ":") if main else None


def _ahead(place: Place) -> Attribution | None:
    """Look behind, in the sentence, for a cue whose content ahead of it holds the quotation."""
    for saying in place.sentence.sayings:
        if saying.cue.start > place.at and saying.subject is not None:
            if any(c.start <= place.at < c.end for c in saying.contents):
                return place.said(saying)
    return None


def _subject(place: Place) -> Attribution | None:
    """Take the subject of the sentence, a person or body, where a quotation is its predicate's."""
    if place.at == 0:
        return None
    found = main_phrase(place.tokens, 0, place.at)
    if found is None or found.end >= place.at:
        return None
    first = place.tokens[found.start]
    named = any(token.capital for token in place.tokens[max(found.start, 1) : found.end])
    personal = first.low in {"he", "she", "they"}
    return place.attributed(found, "") if named or personal else None


def _nearest(place: Place) -> Attribution | None:
    """Look before, in the sentence, for the nearest cue with a subject."""
    for saying in reversed(place.sentence.sayings):
        if saying.cue.start < place.at and saying.subject is not None and saying.cue.is_verb:
            if any(token.text == ";" for token in place.tokens[saying.cue.end : place.at]):
                return None
            return place.said(saying)
    return None


def _signature(place: Place) -> Attribution | None:
    """Look for a signature (“A.” —Commissioner Olsen)."""
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


def _later(place: Place) -> Attribution | None:
    """Look further behind in the sentence: “A” is what she told the court; the “A”, X said."""
    for saying in place.sentence.sayings:
        if saying.cue.start > place.at and saying.subject is not None and saying.cue.is_verb:
            covers = any(c.start <= place.at < c.end for c in saying.contents)
            if covers or saying.subject.phrase.start <= place.at + 2:
                return place.said(saying)
    return None


def _sentence_before(place: Place) -> Attribution | None:
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


def _paragraph_before(place: Place) -> Attribution | None:
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
    for saying in reversed(sentence.sayings):
        if saying.subject is not None and (saying.cue.takes("quote") or saying.cue.is_phrase):
            cue = sentence.of(Phrase(saying.cue.start, saying.cue.end)).of(text)
            at = sentence.of(saying.subject.phrase)
            return Attribution(speaker=at, cue=" ".join(cue.split()), clause=sentence.span)
    end = len(sentence.tokens) - 1
    found = phrase_before(sentence.tokens, end)
    if found is None or (found.start > 0 and sentence.tokens[found.start - 1].low != "from"):
        found = main_phrase(sentence.tokens, 0, end) or trailing_name(sentence.tokens, end)
    if found is None:
        return None
    return Attribution(speaker=sentence.of(found), cue=":", clause=sentence.span)


def handed_over(passage: Passage, discourse: Discourse) -> Span | None:
    """Return whom the words before a quotation without cue leave speaking: Howard went on. ¶ “…”

    The subject of the first cue of speech in the last sentence before it, where no quotation stands
    there: in its paragraph, else in the one before.
    """
    number = discourse.number_at(passage.outer.start)
    sentence = discourse.sentence_at(passage.outer.start)
    if number is None or sentence is None or sentence.tokens[0].start < passage.outer.start:
        return None
    ahead = discourse.sentence_before(sentence.span.start)
    if ahead is None and number > 0:
        ahead = next(reversed(discourse.sentences_of(number - 1)), None)
    if ahead is None or any(token.kind == "quote" for token in ahead.tokens):
        return None
    for saying in ahead.sayings:
        if saying.subject is not None and saying.cue.is_verb and saying.cue.is_speech:
            return ahead.of(saying.subject.phrase)
    return None


Search = Callable[[Place], Attribution | None]

SEARCHES: tuple[Search, ...] = (
    _topic,
    _directly,
    _behind,
    _any_verb,
    _uttered,
    _label,
    _signature,
    _ahead,
    _covering,
    _subject,
    _nearest,
    _later,
    _sentence_before,
    _paragraph_before,
)


def governed(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a cue, a label or a signature gives the words of a passage to anybody."""
    searches = (_topic, _behind, _any_verb, _covering, _label, _signature, _nearest, _later)
    return any(search(place) for place in _places(passage, discourse) for search in searches)


def of_subject(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a person is the subject of the sentence in which a passage stands."""
    return any(_subject(place) for place in _places(passage, discourse))


# Those that need nothing but the sentence itself.
GOVERNING: tuple[Search, ...] = (_behind, _uttered, _label, _ahead)
