"""The shape of the JSON output: what users may rely on from version 1 on.

A field may be added within a version; renaming, removing or giving another meaning to one asks
for a new version. Offsets count code points, of the article's text (claims, edits) or of the
source's text (passage, pieces); spans are half-open.
"""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field, TypeAdapter

from provcheck.model.citation import CitationKind
from provcheck.model.claim import ClaimKind, FactKind
from provcheck.model.edit import EditKind
from provcheck.model.evidence import Completeness, Mode
from provcheck.model.lead import LeadKind, Standing
from provcheck.model.verdict import Level, Verdict
from provcheck.report.decision_schema import IgnoreOut, NoticeOut, SignoffOut
from provcheck.report.output import Output as Output  # noqa: PLC0414  (handed on)

VERSION = "provcheck/1"


class SpanOut(Output):
    """A half-open range of code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class SpeakerOut(Output):
    """Who is said to have said it, where the article names them, and how the name was resolved."""

    as_written: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    resolved: str | None
    how: str


class CiteOut(Output):
    """What the article names as source; the offsets are null where no words say so.

    `media` are the pictures that a post shows: "pic.twitter.com/Xy9".
    """

    kind: CitationKind
    name: str
    url: str | None
    start: int | None
    end: int | None
    media: tuple[str, ...]


class FactOut(Output):
    """A name, number or day in a reported statement."""

    kind: FactKind
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class NestedOut(Output):
    """A quotation within a quotation, and whom its words are given to in there."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    speaker: str


class ClaimOut(Output):
    """What is said to have been said. `said_on` is an ISO 8601 date or `first/last`."""

    id: str
    kind: ClaimKind
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    text: str
    segments: tuple[SpanOut, ...]
    speaker: SpeakerOut | None
    nested_speaker: str | None
    cue: str | None
    via: str | None
    said_on: str | None
    cites: tuple[CiteOut, ...]
    fragment: bool
    facts: tuple[FactOut, ...]
    nested: tuple[NestedOut, ...]


class EditOut(Output):
    """One difference: the words on both sides, and where they stand."""

    kind: EditKind
    article: str
    source: str
    article_start: int
    article_end: int
    source_start: int
    source_end: int
    note: str


class PieceOut(Output):
    """Words of the claim and where they stand in the source."""

    article_start: int
    article_end: int
    source_start: int
    source_end: int
    mark: str


class SourceOut(Output):
    """The source that was compared; the passage is null when the words are not there.

    `page` is that of a paged document, from 1, on which the passage begins.
    """

    url: str
    final_url: str
    canonical: str | None
    title: str | None
    publisher: str | None
    published: datetime | date | None
    passage: str | None
    passage_start: int | None
    passage_end: int | None
    page: int | None
    before: str
    after: str
    sha256: str
    text_sha256: str
    fetched_at: datetime | None
    mode: Mode
    completeness: Completeness


class StepOut(Output):
    """One place that was looked in, why, and how that ended."""

    kind: LeadKind
    target: str
    standing: Standing
    why: str
    hop: int
    status: str
    detail: str
    url: str | None
    sha256: str | None
    mode: Mode | None
    completeness: Completeness | None
    matched: bool


class RemarkOut(Output):
    """Something to see beside the verdict."""

    rule: str
    level: Level
    message: str


class EvidenceOut(Output):
    """How much the matching words prove; see the documentation of `bits`."""

    bits: float
    needed: float
    chance: float
    coverage: float


class FindingOut(Output):
    """One verdict on one claim, with all that proves it. `reason` says why nothing was compared.

    `lost`: the source's words that limit the claim and were cut off, in a `truncated` one.
    `story` is the way of the claim in plain sentences. `primary`: whether the source is where the
    words were first said or published (false: it has them at second hand), null when nobody knows.
    `known`: a baseline lists it. `outstanding` is the gravest level that nobody has settled.
    """

    claim: ClaimOut
    verdict: Verdict
    level: Level
    message: str
    confidence: float
    edits: tuple[EditOut, ...]
    pieces: tuple[PieceOut, ...]
    source: SourceOut | None
    reason: str | None
    speaker_in_source: str | None
    primary: bool | None
    trail: tuple[StepOut, ...]
    remarks: tuple[RemarkOut, ...]
    evidence: EvidenceOut | None
    lost: str | None
    story: str
    signoff: SignoffOut | None
    ignored: tuple[IgnoreOut, ...]
    known: bool
    outstanding: Level


class SourceReadOut(Output):
    """A source that the run was given or fetched."""

    name: str
    url: str | None
    status: str
    detail: str
    sha256: str | None
    warned: str | None
    fetched_at: datetime | None


class QueryOut(Output):
    """What a search service was asked; `sent` are the words that left, "" where none did."""

    provider: str
    sent: str
    host: str
    outcome: str


class ArticleOut(Output):
    """What is known of the article itself; `sha256` is of the file's bytes."""

    path: str
    title: str | None
    byline: str | None
    published: datetime | date | None
    lang: str
    sha256: str


class ReadingOut(ArticleOut):
    """What a run read for an article; `interrupted`: stopped before every source was read.

    `file` is its path from the root of its repository, null where that is not known.
    """

    counts: dict[str, int]
    settings: dict[str, str]
    interrupted: bool
    sources: tuple[SourceReadOut, ...]
    queries: tuple[QueryOut, ...]
    file: str | None
    notices: tuple[NoticeOut, ...]


class CheckedOut(ReadingOut):
    """An article with its findings."""

    findings: tuple[FindingOut, ...]


class ExtractedOut(ArticleOut):
    """An article with the claims found in it, unjudged."""

    claims: tuple[ClaimOut, ...]


class CheckOutput(Output):
    """What `provcheck check --format json` writes."""

    schema_: Literal["provcheck/1"] = Field(alias="schema")
    tool: str
    rules: str
    house: str
    articles: tuple[CheckedOut, ...]


class ClaimsOutput(Output):
    """What `provcheck claims --format json` writes."""

    schema_: Literal["provcheck/1"] = Field(alias="schema")
    tool: str
    rules: str
    house: str
    articles: tuple[ExtractedOut, ...]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of both outputs."""
    outputs: TypeAdapter[CheckOutput | ClaimsOutput] = TypeAdapter(CheckOutput | ClaimsOutput)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Output of provcheck ({VERSION})",
        **outputs.json_schema(mode="serialization", by_alias=True),
    }
