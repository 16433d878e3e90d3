from collections import Counter
from datetime import datetime

from provcheck.model.article import Article
from provcheck.model.finding import Finding
from provcheck.model.notice import Notice
from provcheck.model.query import Query
from provcheck.model.value import Value
from provcheck.model.verdict import Verdict


class SourceRead(Value):
    """A source that the run was given or fetched: its name, and how reading it ended.

    `fetched_at` is when the bytes were taken, where that is known. `warned` is what an editor
    should know of the copy that was read: a kept one, since asking for the page again failed; one
    that the site asks programs not to read.
    """

    name: str
    url: str | None
    status: str
    detail: str
    sha256: str | None = None
    warned: str | None = None
    fetched_at: datetime | None = None


class Report(Value):
    """All that is known of one article; every output format reads only this.

    `settings` are the ones that bear on verdicts, name to value as text; `interrupted`: the run was
    stopped before every source was read; `queries` are what search services were asked.
    `file` is the article's path from the root of its repository, with slashes, for formats that
    are read there; None where it has none. `notices` are findings that belong to no claim.
    Two runs on the same article, sources and settings give equal Reports: nothing in here depends
    on clock or machine.
    """

    article: Article
    findings: tuple[Finding, ...]
    sources: tuple[SourceRead, ...] = ()
    queries: tuple[Query, ...] = ()
    tool: str
    rules: str
    house: str
    settings: tuple[tuple[str, str], ...] = ()
    interrupted: bool = False
    file: str | None = None
    notices: tuple[Notice, ...] = ()

    def counts(self) -> dict[Verdict, int]:
        """Return how many findings have each verdict, in the order of Verdict, zeros left out."""
        seen = Counter(f.verdict for f in self.findings)
        return {verdict: seen[verdict] for verdict in Verdict if seen[verdict]}
