from pydantic import Field

from provcheck.model.alignment import Alignment
from provcheck.model.claim import Claim
from provcheck.model.evidence import Completeness, Evidence, Mode
from provcheck.model.lead import Lead
from provcheck.model.signoff import Ignore, Signoff, Status
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.model.verdict import Level, Verdict

STALE = "stale-signoff"  # the remark on a sign-off that no longer holds


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

    `signoff` is what an editor signed of the claim; the remark "stale-signoff" says that it no
    longer holds. `ignores` are the comments in the article that speak of this finding; `known`: a
    baseline holds it.
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
    signoff: Signoff | None = None
    ignores: tuple[Ignore, ...] = ()
    known: bool = False

    @property
    def gravest(self) -> Level:
        """Return the gravest level among the verdict and its remarks."""
        return max((self.level, *(r.level for r in self.remarks)), key=lambda level: level.rank)

    @property
    def holds(self) -> bool:
        """Tell whether an editor signed the claim and nothing has changed since."""
        return self.signoff is not None and all(r.rule != STALE for r in self.remarks)

    @property
    def undecided(self) -> bool:
        """Tell whether an editor has yet to decide: something stands out, and nobody signed it.

        What is under review is not decided; what is rejected or to be corrected is.
        """
        signed = self.signoff if self.holds else None
        waits = signed is None or signed.status is Status.UNDER_REVIEW
        return waits and self.outstanding is not Level.OK

    @property
    def outstanding(self) -> Level:
        """Return the gravest level among what nobody has settled; this counts for the exit code.

        Settled is what a baseline holds, what a comment in the article ignores, and what an editor
        accepted having seen it; a remark that came up later is not.
        """
        if self.known:
            return Level.OK
        settled = {ignore.rule for ignore in self.ignores}
        levels = [self.level]
        if self.signoff and self.holds and self.signoff.status is Status.ACCEPTED:
            settled |= set(self.signoff.remarks)
            levels = []
        if str(self.verdict) in settled:
            levels = []
        levels += [remark.level for remark in self.remarks if remark.rule not in settled]
        return max(levels, key=lambda level: level.rank, default=Level.OK)
