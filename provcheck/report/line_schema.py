"""The shape of the lines that `--format jsonl` writes, on the terms of report/schema.py.

Each line is one JSON object that needs no other one. First comes a line of the article, then one
of each of its claims, in the order of the article; `record` tells them apart.
"""

from typing import Any, Literal

from pydantic import Field, TypeAdapter

from provcheck.report.schema import VERSION, FindingOut, Output, ReadingOut


class LineOut(Output):
    """The head of every line: by what it was made, and of which article, by its bytes."""

    record: Literal["article", "claim"]
    schema_: Literal["provcheck/1"] = Field(alias="schema")
    tool: str
    rules: str
    house: str
    path: str
    sha256: str


class ArticleLineOut(ReadingOut, LineOut):
    """What is known of an article beside its claims; written for one without claims too."""

    record: Literal["article"]


class ClaimLineOut(FindingOut, LineOut):
    """One finding; `path` and `sha256` are those of the article in which its claim stands."""

    record: Literal["claim"]


def line_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one line."""
    lines: TypeAdapter[ArticleLineOut | ClaimLineOut] = TypeAdapter(ArticleLineOut | ClaimLineOut)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A line of the output of provcheck ({VERSION})",
        **lines.json_schema(mode="serialization", by_alias=True),
    }
