"""WebVTT and SubRip captions: cues with their speakers, timings dropped."""

import html
import re
from collections.abc import Iterator
from itertools import pairwise

from provcheck.model.value import Value
from provcheck.rulebook.pages import PageRules
from provcheck.sources.labels import line_of

_TIMING = re.compile(
    r"^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{3})"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]{1,200})>")
_TAG = re.compile(r"</?[a-zA-Z0-9:.][^<>]{0,200}>|</?[a-zA-Z]?>|\{\\[^}]{0,200}\}")
_BLANK = re.compile(r"\s+")
# A cue that goes on where the one before stopped for longer than this begins a new paragraph.
_PAUSE_MS = 4000
_ROLLING_SHARE = 0.5
_FEWEST_ROLLING = 4


class Cue(Value):
    """One caption: when it is shown (milliseconds), and its lines as (speaker or None, words)."""

    start: int
    end: int
    lines: tuple[tuple[str | None, str], ...]


class Utterance(Value):
    """Words in one mouth, or in nobody's known mouth; `pause`: silence came before them."""

    speaker: str | None
    words: str
    pause: bool = False


def is_captions(text: str) -> bool:
    """Tell whether `text` is WebVTT or SubRip: a timing stands in its first lines."""
    head = text.lstrip("\ufeff")[:2000]
    if head.startswith("WEBVTT"):
        return True
    return any(_TIMING.match(line) for line in head.splitlines()[:4])


def utterances(text: str, rules: PageRules) -> tuple[Utterance, ...]:
    """Return the words of all cues in order, those of one speaker in one mouth brought together.

    Captions that roll, each cue repeating the line before it, give each line once. Notes, styles
    and regions are no words. A text without cues gives ().
    """
    tagged = _VOICE.search(text) is not None
    spoken: list[tuple[str | None, bool, list[str]]] = []
    end = 0
    for cue in _unrolled(tuple(_cues(text))):
        pause = bool(spoken) and cue.start - end > _PAUSE_MS
        for voice, line in cue.lines:
            who, words = (voice, line) if tagged else _labelled(line, rules)
            goes_on = spoken and (spoken[-1][0] == who or (who is None and not tagged))
            if goes_on and not pause:
                spoken[-1][2].append(words)
            else:
                spoken.append((who, pause, [words]))
            pause = False
        end = max(end, cue.end)
    return tuple(
        Utterance(speaker=who, words=" ".join(filter(None, words)), pause=pause)
        for who, pause, words in spoken
        if any(words)
    )


def _labelled(line: str, rules: PageRules) -> tuple[str | None, str]:
    """Return who speaks in a line of untagged captions: a label, "" after a bare `>>`, or None."""
    read = line_of(line, rules)
    if read.label is not None:
        return read.label, read.words
    return ("", read.text) if line.startswith(">>") else (None, line)


def _cues(text: str) -> Iterator[Cue]:
    """Yield the cues; a cue is a timing line and the lines after it up to an empty one."""
    lines = text.splitlines()
    timings = [(i, match) for i, line in enumerate(lines) if (match := _TIMING.match(line))]
    for place, (at, match) in enumerate(timings):
        stop = timings[place + 1][0] if place + 1 < len(timings) else len(lines)
        payload = []
        for line in lines[at + 1 : stop]:
            if not line.strip():
                break
            payload.append(line)
        yield Cue(start=_ms(match, 1), end=_ms(match, 5), lines=tuple(_voices(payload)))


def _ms(match: re.Match[str], first: int) -> int:
    hours, minutes, seconds, thousandths = (int(match[first + i] or 0) for i in range(4))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _voices(payload: list[str]) -> Iterator[tuple[str | None, str]]:
    """Yield (speaker, words) for each line of a cue; a voice tag holds until it is closed."""
    speaker: str | None = None
    for line in payload:
        parts = _VOICE.split(line)
        for i, part in enumerate(parts):
            if i % 2:
                speaker = _clean(part) or None
                continue
            inside, closed, outside = part.partition("</v>")
            if words := _clean(_TAG.sub("", inside)):
                yield speaker, words
            if closed:
                speaker = None
                if words := _clean(_TAG.sub("", outside)):
                    yield None, words


def _clean(words: str) -> str:
    return _BLANK.sub(" ", html.unescape(words)).strip()


def _unrolled(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return the cues without repeated lines where most cues begin with the line before."""
    filled = [cue for cue in cues if cue.lines]
    pairs = list(pairwise(filled))
    rolling = sum(1 for before, cue in pairs if cue.lines[0] == before.lines[-1])
    if rolling < max(_FEWEST_ROLLING, len(pairs) * _ROLLING_SHARE):
        return tuple(filled)
    fresh = filled[:1]
    for before, cue in pairs:
        repeated = cue.lines[0] == before.lines[-1]
        fresh.append(cue.model_copy(update={"lines": cue.lines[1:]}) if repeated else cue)
    return tuple(fresh)
