from enum import StrEnum

from provcheck.model.citation import Citation
from provcheck.model.value import Value


class LeadKind(StrEnum):
    """What `target` is."""

    URL = "url"
    ARCHIVE = "archive"  # a copy in an archive of the URL in `target`, see Lead
    GIVEN = "given"  # key of a source given by hand
    LIBRARY = "library"  # key of a document of the library
    NAME = "name"  # an outlet, document or event that no address is known for


class Standing(StrEnum):
    """What the lead is to the claim; it decides between not-found and wrong-source."""

    CITED = "cited"  # the article links or names this very source for the claim
    NEARBY = "nearby"  # given by hand, not cited for this claim
    ONWARD = "onward"  # a found source cites it


class Lead(Value):
    """Where to look for a claim's words, and why there.

    `via` is the citation that led here, None when the source was merely at hand.
    `hop` counts onward citations walked to get here: 0 for what the article itself cites.
    `searched`: how many words a search for the claim's own words went through to come here, 0 for
    a lead that does not come of one. The more, the more must match to be evidence.

    The target of a lead to an archived copy is `URL@MOMENT`: with a date and time, the copy of that
    moment that was given by hand; with a date, the copy nearest to that day that a public archive
    has; with nothing, the latest.
    """

    kind: LeadKind
    target: str
    standing: Standing
    reason: str
    via: Citation | None = None
    hop: int = 0
    searched: int = 0

    @property
    def address(self) -> str:
        """Return `target` without the moment of an archived copy."""
        return self.target.rpartition("@")[0] if self.kind == LeadKind.ARCHIVE else self.target

    @property
    def moment(self) -> str:
        """Return the moment in the target of a lead to an archived copy, "" elsewhere."""
        return self.target.rpartition("@")[2] if self.kind == LeadKind.ARCHIVE else ""
