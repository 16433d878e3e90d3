from bisect import bisect_right

from provcheck.model.claim import Claim
from provcheck.model.post import PostFacts
from provcheck.model.prose import Prose
from provcheck.model.span import Span
from provcheck.model.value import Value

_INNER = str.maketrans("“”„«»", "‘’‚‹›")


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
    issuer. `wire` is the news agency that a page credits for its text, by the id of
    rules/agencies.yaml; `post` what is known of a post beside its words. `unquoted` is the offset
    from which on nobody looked for quotations, None when it was done throughout. `pages` are the
    offsets at which the pages of a paged document begin, the first one's first.
    """

    extractor: str
    publisher: str | None = None
    canonical: str | None = None
    turns: tuple[Turn, ...] = ()
    quotations: tuple[Claim, ...] = ()
    aside: tuple[Span, ...] = ()
    own_voice: str | None = None
    wire: str | None = None
    post: PostFacts | None = None
    unquoted: int | None = None
    pages: tuple[int, ...] = ()

    @property
    def title_in_marks(self) -> str | None:
        """Return the title in quotation marks, its own ones as inner ones; None without a title."""
        return f"“{self.title.translate(_INNER)}”" if self.title else None

    def page_at(self, offset: int) -> int | None:
        """Return the number of the page on which the character at `offset` stands, from 1.

        It counts the document's pages, whatever numbers are printed on them; None where the
        source has no pages.
        """
        return bisect_right(self.pages, offset) or None
