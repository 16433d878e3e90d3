"""The shape of what people decided of findings in the JSON output, on the terms of schema.py."""

import datetime as dt

from pydantic import Field

from provcheck.model.signoff import Method, Status
from provcheck.model.verdict import Level, Verdict
from provcheck.report.output import Output


class SignoffOut(Output):
    """What an editor signed of the claim; verdict, evidence and remarks are those of that day.

    `holds`: nothing has changed since. `line` is that of the entry in its file, from 1.
    """

    claim: str
    quote: str
    status: Status
    verdict: Verdict
    evidence: str | None
    remarks: tuple[str, ...]
    by: str
    date: dt.date
    method: Method | None
    note: str
    expires: dt.date | None
    line: int = Field(ge=1)
    holds: bool


class IgnoreOut(Output):
    """A comment in the article that settles a verdict or a remark of this finding."""

    rule: str
    reason: str
    line: int = Field(ge=1)
    column: int = Field(ge=1)


class NoticeOut(Output):
    """Something found that belongs to no claim; `path` is the file that line and column are in."""

    rule: str
    level: Level
    message: str
    path: str
    line: int = Field(ge=1)
    column: int = Field(ge=1)
