"""What people decided about findings: by sign-off, by a comment in the article, by a baseline."""

from datetime import date
from enum import StrEnum

from provcheck.model.article import Position
from provcheck.model.value import Value
from provcheck.model.verdict import Verdict


class Status(StrEnum):
    """What an editor decided of a claim. Only `accepted` settles the finding."""

    ACCEPTED = "accepted"  # it may stand as it is, whatever was found
    CORRECTED = "corrected"  # the article is to say something else
    REJECTED = "rejected"  # it must not be published
    UNDER_REVIEW = "under-review"


class Method(StrEnum):
    """By what the editor checked the claim."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    PHONE = "phone"
    RECORDING = "recording"


class Signoff(Value):
    """One editor's decision on one claim, as it stands in the file beside the article.

    `quote` are the claim's words, which find it again when its id has changed. `verdict`,
    `evidence` and `remarks` are what the program said when it was signed: `evidence` is
    "sha256:" and the hash of the text of the source, None where no source was read; `remarks`
    are the rules of those that the editor saw. `day` is when it was signed. `line` is that of
    the entry in its file, from 1.
    """

    claim: str
    quote: str
    status: Status
    verdict: Verdict
    evidence: str | None = None
    remarks: tuple[str, ...] = ()
    by: str
    day: date
    method: Method | None = None
    note: str = ""
    expires: date | None = None
    line: int = 1


class Ignore(Value):
    """A comment in the article that settles a verdict or remark of the claims it stands beside."""

    rule: str
    reason: str
    position: Position
