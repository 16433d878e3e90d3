"""Where a text says whose the words of a passage are: the cue and the speaker it names."""

import re

from provcheck.extract.context import blanked, block_round, sentence_round
from provcheck.extract.passage import Passage
from provcheck.extract.phrases import after_cue, before_cue, main_subject
from provcheck.model.prose import Prose
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.cues import LanguageCues

_NEAR = 160  # characters after a quotation in which "X said" stands
_LABEL = re.compile(r"^(?P<name>[A-ZÀ-Þ][\w.’' -]{1,40}):\s*$")
_SIGNED = re.compile(r"^\s*[—–-]{1,2}\s*(?P<name>[A-ZÀ-Þ][\w.’' -]{1,60})")


class Attribution(Value):
    """A cue as written, the speaker it names, and the clause that they stand in."""

    speaker: Span
    cue: str
    clause: Span


def attribution(passage: Passage, prose: Prose, rules: Rulebook) -> Attribution | None:
    """Return where the text says whose the words are, or None where no cue governs them.

    Looked for in this order: between the parts of an interrupted quotation and right behind it,
    before it in its sentence, further behind in its sentence, and in the sentence before.
    """
    look = _Look(passage, prose, rules)
    for search in (
        _between,
        _behind,
        _label,
        _ahead,
        _signature,
        _later,
        _sentence_before,
        _paragraph_before,
    ):
        found = search(look)
        if found is not None:
            return found
    return None


class _Look:
    """A passage, its block with quotations blanked, and its sentence."""

    def __init__(self, passage: Passage, prose: Prose, rules: Rulebook) -> None:
        self.passage, self.prose, self.rules = passage, prose, rules
        self.cues: LanguageCues = rules.cues.of(prose.lang)
        self.block = block_round(prose, passage.outer)
        self.sentence = sentence_round(prose, passage.outer, rules)
        pairs = rules.quotation.pairs_of(prose.lang)
        blank = blanked(prose.text, self.block, pairs)
        self.text = " " * self.block.start + blank  # offsets stay those of the prose


def _between(look: _Look) -> Attribution | None:
    """Look between the parts (“A,” she said. “B.”)."""
    segments = look.passage.segments
    if len(segments) < 2:  # noqa: PLR2004
        return None
    return _clause(
        look, Span(start=segments[0].end + 1, end=max(segments[1].start - 1, segments[0].end + 1))
    )


def _behind(look: _Look) -> Attribution | None:
    """Look right behind: “A,” said Hugh Hill, a doctor; “A,” according to the report."""
    start = look.passage.outer.end
    end = min(look.sentence.end, start + _NEAR, look.block.end)
    inner = look.prose.text[look.passage.span.end - 1 : look.passage.span.end]
    following = look.prose.text[start : start + 2]
    if inner not in ",!?…—–" and not following.lstrip().startswith(","):
        return None
    return _clause(look, Span(start=start, end=max(end, start)))


def _clause(look: _Look, span: Span) -> Attribution | None:
    """Return the attribution in a clause that holds nothing else."""
    words = look.text[span.start : span.end]
    quote = words.find("░")
    if quote > 0:
        words = words[:quote]
    phrase = look.cues.phrase.search(words)
    verb = look.cues.verb.search(words)
    if phrase and (not verb or phrase.start() < verb.start()):
        at = Span(start=span.start + phrase.end(), end=span.start + len(words))
        return _found(after_cue(look.text, at, look.cues), phrase.group(), span)
    if not verb:
        return None
    if not words[: verb.start()].strip(" ,\n"):
        at = Span(start=span.start + verb.end(), end=span.start + len(words))
        return _found(after_cue(look.text, at, look.cues), verb.group(), span)
    at = Span(start=span.start, end=span.start + verb.start())
    return _found(before_cue(look.text, at, look.cues), verb.group(), span)


def _label(look: _Look) -> Attribution | None:
    """Look for a label (OLSEN: “A.”)."""
    before = look.text[look.block.start : look.passage.outer.start]
    match = _LABEL.match(before)
    if not match or look.cues.verb.search(before):
        return None
    start = look.block.start + match.start("name")
    speaker = Span(start=start, end=start + len(match["name"]))
    return Attribution(speaker=speaker, cue=":", clause=speaker)


def _ahead(look: _Look) -> Attribution | None:
    """Look before, in the sentence: She told the council that “A”; According to her, “A”."""
    span = Span(start=look.sentence.start, end=max(look.passage.outer.start, look.sentence.start))
    return _in_lead(look, span)


def _in_lead(look: _Look, span: Span) -> Attribution | None:
    words = look.text[span.start : span.end]
    verbs = list(look.cues.verb.finditer(words))
    participles = list(look.cues.participle.finditer(words))
    phrases = list(look.cues.phrase.finditer(words))
    last = max((m.start() for m in (*verbs, *participles, *phrases)), default=-1)
    if phrases and phrases[-1].start() == last:
        at = Span(start=span.start + phrases[-1].end(), end=span.end)
        found = _found(after_cue(look.text, at, look.cues), phrases[-1].group(), span)
        if found:
            return found
    if participles and participles[-1].start() >= last:
        match = participles[-1]
        subject = main_subject(
            look.text, Span(start=span.start, end=span.start + match.start()), look.cues
        )
        return _found(subject, _cue_words(words[match.start() :]), span)
    for match in reversed(verbs):
        at = Span(start=span.start, end=span.start + match.start())
        found = _found(before_cue(look.text, at, look.cues), match.group(), span)
        if found is None:
            at = Span(start=span.start + match.end(), end=span.end)
            inverted = (
                not words[: match.start()].strip() or words[: match.start()].rstrip()[-1:] in "░,"
            )
            found = (
                _found(after_cue(look.text, at, look.cues), match.group(), span)
                if inverted
                else None
            )
        if found:
            return found
    return None


def _signature(look: _Look) -> Attribution | None:
    """Look for a signature (“A.” —Commissioner Olsen)."""
    start = look.passage.outer.end
    match = _SIGNED.match(look.text[start : look.block.end])
    if not match:
        return None
    at = Span(start=start + match.start("name"), end=start + match.end("name"))
    return Attribution(speaker=at, cue="—", clause=at)


def _later(look: _Look) -> Attribution | None:
    """Look further behind in the sentence: “A” is what she told the court."""
    start = look.passage.outer.end
    return _clause(look, Span(start=start, end=max(look.sentence.end, start)))


def _sentence_before(look: _Look) -> Attribution | None:
    """Look in the sentence before, in the same paragraph (She replied. “A.”)."""
    if look.passage.outer.start != look.sentence.start:
        return None
    before = look.text[look.block.start : look.sentence.start].rstrip()
    start = max((m.end() for m in re.finditer(r"[.!?]\s+", before[:-1])), default=0)
    span = Span(start=look.block.start + start, end=look.block.start + len(before))
    return _in_lead(look, span) if len(span) else None


def _paragraph_before(look: _Look) -> Attribution | None:
    """Look in the last sentence of a paragraph that ends in a colon, right before this one."""
    if look.passage.outer.start != look.block.start:
        return None
    blocks = [b.span for b in look.prose.blocks if b.span.end <= look.block.start]
    if not blocks or not blocks[-1].of(look.prose.text).rstrip().endswith(":"):
        return None
    text = look.prose.text
    last = re.split(r"(?<=[.!?])\s+", blocks[-1].of(text))[-1]
    span = Span(start=blocks[-1].end - len(last), end=blocks[-1].end - 1)
    there = _Look(look.passage.model_copy(update={"outer": span}), look.prose, look.rules)
    return _in_lead(there, span)


def _found(speaker: Span | None, cue: str, clause: Span) -> Attribution | None:
    if speaker is None or not len(speaker):
        return None
    return Attribution(speaker=speaker, cue=" ".join(cue.split()), clause=clause)


def _cue_words(words: str) -> str:
    """Return a participle with the frame behind it: saying in a statement."""
    frame = re.match(
        r"\w+(?:\s+(?:in|on|at|during)\s+(?:a|an|the|his|her|its|their)\s+\w+)?", words
    )
    return frame.group() if frame else words.split(maxsplit=1)[0]
