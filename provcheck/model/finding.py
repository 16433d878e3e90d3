from pydantic import Field

from provcheck.model.alignment import Alignment
from provcheck.model.claim import Claim
from provcheck.model.evidence import Completeness, Evidence, Mode
from provcheck.model.lead import Lead
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.model.verdict import Level, Verdict


class Step(Value):
    """One lead that was walked, and how it ended.

    `status` is that of the evidence ("found", "unavailable", "unsourced"); `detail` a plain
    clause; `url` and `sha256` of what was read, if anything; `matched`: the words stand there.
    """

    lead: Lead
    status: str
    detail: str
    url: str | None = None
    sha256: str | None = None
    mode: Mode | None = None
    completeness: Completeness | None = None
    matched: bool = False


class Remark(Value):
    """Something beside the verdict that the editor should see; `level` counts for the exit code."""

    rule: str
    level: Level
    message: str


class Finding(Value):
    """One verdict on one claim, with all that proves it.

    `confidence` is 0..1. `speaker_in_source` is who says the words there, where the source tells.
    `primary`: True when the source reached is where the words were first said or published, False
    when it reports them at second hand, None when that cannot be told. `lost`: the source's words
    that limit the claim and that a cut left out, where the verdict is about them.
    """

    claim: Claim
    verdict: Verdict
    level: Level
    message: str
    confidence: float = Field(ge=0, le=1)
    trail: tuple[Step, ...] = ()
    evidence: Evidence
    alignment: Alignment | None = None
    speaker_in_source: str | None = None
    lost: Span | None = None
    primary: bool | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def gravest(self) -> Level:
        """Return the gravest level among the verdict and its remarks."""
        return max((self.level, *(r.level for r in self.remarks)), key=lambda level: level.rank)
