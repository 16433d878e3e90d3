"""What a judge has before it, and what it may say."""

from provcheck.model.alignment import Alignment
from provcheck.model.article import Article
from provcheck.model.citation import CitationKind
from provcheck.model.claim import Claim
from provcheck.model.evidence import Completeness, Evidence, Found, Unavailable
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook


class Walk(Value):
    """A lead that was walked: what it ended in and, where a source was read, how the words lie."""

    lead: Lead
    evidence: Evidence
    alignment: Alignment | None = None

    @property
    def cited(self) -> bool:
        """Tell whether the article itself names this source for the claim."""
        return self.lead.standing == Standing.CITED

    @property
    def is_read(self) -> bool:
        """Tell whether a source was read, whole or in part."""
        return isinstance(self.evidence, Found)

    @property
    def is_whole(self) -> bool:
        """Tell whether a source was read whole."""
        found = self.evidence
        return isinstance(found, Found) and found.completeness is Completeness.WHOLE

    @property
    def by_name_only(self) -> bool:
        """Tell whether the article names the source and nothing leads to a copy of it.

        A post's picture that leads nowhere is no more than the post's name.
        """
        via = self.lead.via
        unmet = isinstance(self.evidence, Unavailable) and self.lead.kind == LeadKind.URL
        by_picture = via is not None and via.kind == CitationKind.POST and via.url is None
        return self.lead.kind == LeadKind.NAME or (unmet and by_picture)


def weighing(walks: tuple[Walk, ...]) -> tuple[Walk, ...]:
    """Return the walks that count where words are not found.

    A copy in an archive of a page that was read itself counts only where it was read whole: that
    there is none, or none that can be read, takes nothing from what the page shows. What a run
    that was stopped did not come to counts: nobody knows what it shows.
    """
    read = {address for walk in walks for address in _read_at(walk)}
    return tuple(
        walk
        for walk in walks
        if walk.lead.kind != LeadKind.ARCHIVE
        or walk.lead.address not in read
        or walk.is_whole
        or (isinstance(walk.evidence, Unavailable) and walk.evidence.interrupted)
    )


def _read_at(walk: Walk) -> tuple[str, ...]:
    """Return the addresses of a page that was read: where it was asked for, and where it is."""
    found = walk.evidence
    if walk.lead.kind != LeadKind.URL or not isinstance(found, Found):
        return ()
    own = (found.text.post.url,) if found.text.post else ()
    return (walk.lead.target, found.snapshot.final_url, *own)


class Case(Value):
    """One claim against one source in which its words stand."""

    article: Article
    claim: Claim
    found: Found
    alignment: Alignment
    rules: Rulebook

    def in_source(self, start: int, end: int) -> str:
        """Return the source's words from `start` to `end`, clipped to its text."""
        return self.found.text.text[max(start, 0) : max(end, 0)]


class Ruling(Value):
    """What a judge says of the wording: a verdict, how grave, and one sentence why.

    `lost`: the source's words that limit the quotation and were cut off, where that is the fault.
    """

    verdict: Verdict
    level: Level
    message: str
    speaker_in_source: str | None = None
    lost: Span | None = None
