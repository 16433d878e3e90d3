from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from provcheck.syntax.cues import Cue
from provcheck.syntax.subject import Subject
from provcheck.syntax.tokens import Token


class Voice(NamedTuple):
    """A cue and who speaks by it."""

    cue: Cue
    subject: Subject | None


class Content(NamedTuple):
    """Tokens [start, end) of what is said.

    `how` tells by what the cue takes it: clause, bare, infinitive, object, quote, as, of; ahead of
    the cue or resumed behind it; or as hearsay.
    """

    start: int
    end: int
    how: str


class Scope:
    """The sentence in which contents are looked for: its tokens and all its voices, in order."""

    def __init__(self, tokens: Sequence[Token], voices: Sequence[Voice]) -> None:
        self.tokens = tokens
        self._hanging = {c.group for c, _ in voices if c.hangs_on or c.is_phrase}
        self._cues = [cue for cue, _ in voices]
        self._ends = [cue.end for cue in self._cues]
        self._opening: dict[int, list[Voice]] = {}
        self.tensed = {c.start for c in self._cues if c.sense.tense in {"past", "present"}}
        for voice in voices:
            starts = {voice.cue.group, voice.subject.phrase.start if voice.subject else -1}
            for at in starts:
                self._opening.setdefault(at, []).append(voice)

    def text(self, at: int) -> str:
        """Return the token at `at` as written, "" beyond the sentence."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def is_quote(self, at: int) -> bool:
        """Tell whether a quotation stands at `at`."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "quote"

    def hangs(self, at: int) -> bool:
        """Tell whether a participle or "according to" begins at `at`."""
        return at in self._hanging

    def opening(self, at: int) -> Sequence[Voice]:
        """Return the voices whose subject or verb begins at `at`, in order."""
        return self._opening.get(at, ())

    def last_cue(self, at: int) -> Cue | None:
        """Return the last cue that ends at or before `at`, or None."""
        count = bisect_right(self._ends, at)
        return self._cues[count - 1] if count else None
