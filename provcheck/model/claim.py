from enum import StrEnum

from provcheck.model.citation import Citation
from provcheck.model.interval import Interval
from provcheck.model.span import Span
from provcheck.model.value import Value


class ClaimKind(StrEnum):
    """What form a claim has in the article."""

    QUOTE = "quote"
    BLOCK_QUOTE = "block-quote"
    EMBED = "embed"
    PARAPHRASE = "paraphrase"


class Mention(Value):
    """Where the article names somebody: `as_written` stands at `span`.

    `resolved` is the name of the person or body inside this article, None when the article does
    not give one; `how` says which rule resolved it: "name", "surname", "pronoun", "description",
    "anaphora" (the report, the agency), "embed author", "unresolved".
    """

    as_written: str
    span: Span
    resolved: str | None
    how: str


class FactKind(StrEnum):
    """What a checkable detail of a reported statement is."""

    NAME = "name"
    NUMBER = "number"
    DATE = "date"


class Fact(Value):
    """A detail of a reported statement that its source must bear out."""

    kind: FactKind
    span: Span


class NestedQuotation(Value):
    """A quotation within a quotation: its words, and who they are given to in there."""

    span: Span
    text: str
    speaker: str
    speaker_span: Span


class Claim(Value):
    """Something that the article says was said.

    `span` is the hull without outer quotation marks; `text` is its words as they stand (breaks
    and interruptions included); `segments` are the parts that are the speaker's own words, one
    when nothing interrupts. `id` depends on the normalised words and the speaker alone, so it
    survives moving the paragraph. `fragment`: one to three words, quotations within a paraphrase
    not counted. `facts` are the names, numbers and days in a paraphrase; `nested` the quotations
    within it that it gives to somebody else.
    `via` is the outlet or document through which the words came. `speaker` is None for an orphan.
    """

    id: str
    kind: ClaimKind
    span: Span
    text: str
    segments: tuple[Span, ...]
    speaker: Mention | None = None
    nested_speaker: str | None = None
    cue: str | None = None
    via: str | None = None
    said_on: Interval | None = None
    cites: tuple[Citation, ...] = ()
    fragment: bool = False
    facts: tuple[Fact, ...] = ()
    nested: tuple[NestedQuotation, ...] = ()

    @property
    def words(self) -> str:
        """Return the speaker's own words, with “…” for what interrupts them."""
        start = self.span.start
        return " … ".join(
            self.text[each.start - start : each.end - start] for each in self.segments
        )
