from provcheck.model.claim import Claim
from provcheck.model.prose import Prose
from provcheck.model.span import Span
from provcheck.model.value import Value


class Turn(Value):
    """A stretch of a transcript in one speaker's mouth; `span` leaves the label out."""

    speaker: str
    span: Span


class SourceText(Prose):
    """The words of a source, derived from its bytes by `extractor` (name and version).

    `turns` are a transcript's; `quotations` what the source itself quotes or reports, from whom
    and citing what. `aside` are stretches that no reader takes for the source's own text:
    teasers, comments, navigation, hidden text; words found only there count as absent.
    `canonical` is the address that the source gives as its own, absolute; it is told and never
    followed. `own_voice` names who speaks where nobody is quoted: a post's author, a statement's
    issuer.
    """

    extractor: str
    publisher: str | None = None
    canonical: str | None = None
    turns: tuple[Turn, ...] = ()
    quotations: tuple[Claim, ...] = ()
    aside: tuple[Span, ...] = ()
    own_voice: str | None = None
