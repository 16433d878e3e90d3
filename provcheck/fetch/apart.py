"""The one door through which the bytes of a source are read."""

from provcheck.fetch.quoting import quoting
from provcheck.model.evidence import Completeness
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Limits
from provcheck.sources.body import Body
from provcheck.sources.read import read_source


class Apart:
    """Reads sources, for now in this process."""

    def __init__(self, rules: Rulebook, limits: Limits) -> None:
        self._rules, self._limits = rules, limits

    async def read(self, body: Body) -> tuple[SourceText, Completeness]:
        """Return the words of a source with what it quotes; raises Unreadable."""
        text, completeness = read_source(body, self._rules)
        return quoting(text, self._rules), completeness

    async def aclose(self) -> None:
        """End what was started."""
