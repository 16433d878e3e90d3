"""A quoted string and what stands round it, to decide whether anybody is said to have said it."""

from functools import cached_property

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.extract.speakers import governed
from provcheck.language.words import word_spans
from provcheck.syntax.sayings import Parsed, Saying
from provcheck.syntax.tokens import Token

_LEAD = 80  # characters before a string in which a naming or imagining word stands


class QuotedString:
    """A passage in quotation marks that may be a claim, a title, a term or scare quotes."""

    def __init__(self, passage: Passage, discourse: Discourse) -> None:
        self.passage, self.discourse = passage, discourse
        self.text, self.cues = discourse.prose.text, discourse.cues

    @cached_property
    def inner(self) -> str:
        """Return the words, without their marks."""
        return self.passage.span.of(self.text)

    @cached_property
    def words(self) -> list[str]:
        """Return the words one by one."""
        return [span.of(self.text) for span in word_spans(self.text, self.passage.span)]

    @cached_property
    def lead(self) -> str:
        """Return the characters right before the opening mark."""
        start = self.passage.outer.start
        return self.text[max(start - _LEAD, 0) : start]

    @cached_property
    def sentence(self) -> Parsed | None:
        """Return the sentence in which the string begins, or None."""
        return self.discourse.sentence_at(self.passage.outer.start)

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """Return what that sentence says that somebody says."""
        return self.sentence.sayings if self.sentence is not None else ()

    @cached_property
    def at(self) -> int:
        """Return the string's token in that sentence."""
        tokens = self.sentence.tokens if self.sentence is not None else ()
        start = self.passage.outer.start
        return next((i for i, token in enumerate(tokens) if token.end > start), len(tokens))

    @property
    def before(self) -> tuple[Token, ...]:
        """Return the tokens of the sentence before the string."""
        return self.sentence.tokens[: self.at] if self.sentence is not None else ()

    @property
    def behind(self) -> tuple[Token, ...]:
        """Return the tokens of the sentence behind the string."""
        return self.sentence.tokens[self.at + 1 :] if self.sentence is not None else ()

    @cached_property
    def attributed(self) -> bool:
        """Tell whether a cue gives the words to anybody, or the mood of the sentence does."""
        return governed(self.passage, self.discourse) or self._reported

    @property
    def _reported(self) -> bool:
        """Tell whether a verb reports speech by its form: er sei „müde“."""
        mood = self.sentence is not None and any(
            "reported" in token.classes for token in self.sentence.tokens
        )
        likened = self.likened and any(saying.cue.takes("as") for saying in self.sayings)
        return (mood and self.inner[:1].islower()) or likened

    @property
    def likened(self) -> bool:
        """Tell whether "as" stands right before: registered as “A”."""
        return bool(self.before) and self.before[-1].low in self.cues.likening

    @property
    def called(self) -> bool:
        """Tell whether somebody gives this name in the sentence: she called it “A”."""
        return any(
            saying.subject is not None
            and saying.cue.names
            and (saying.cue.passive or any(c.how in _NAMING for c in saying.contents))
            and saying.cue.start < self.at
            for saying in self.sayings
        )


_NAMING = frozenset({"object", "quote", "as"})
