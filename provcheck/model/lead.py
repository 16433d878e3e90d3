from enum import StrEnum

from provcheck.model.citation import Citation
from provcheck.model.value import Value


class LeadKind(StrEnum):
    """What `target` is."""

    URL = "url"
    ARCHIVE = "archive"  # an archived copy of the URL in `target` is wanted
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
    """

    kind: LeadKind
    target: str
    standing: Standing
    reason: str
    via: Citation | None = None
    hop: int = 0
    searched: int = 0
