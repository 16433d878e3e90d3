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


class Scope(NamedTuple):
    """The sentence in which contents are looked for: its tokens and all its voices."""

    tokens: Sequence[Token]
    voices: Sequence[Voice]

    def text(self, at: int) -> str:
        """Return the token at `at` as written, "" beyond the sentence."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def is_quote(self, at: int) -> bool:
        """Tell whether a quotation stands at `at`."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "quote"

    def hangs(self, at: int) -> bool:
        """Tell whether a participle or "according to" begins at `at`."""
        return any(c.group == at and (c.hangs_on or c.is_phrase) for c, _ in self.voices)
