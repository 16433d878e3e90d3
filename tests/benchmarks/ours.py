"""Our way in one call: words of a quotation against a source that the article cites."""

from typing import NamedTuple

from building import a_claim, a_source, a_walk, an_article, found

from provcheck.judge.judge import judge
from provcheck.match.align import align
from provcheck.model.alignment import Alignment
from provcheck.model.claim import Claim
from provcheck.model.evidence import Found
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
AS_SAID = frozenset({Verdict.VERBATIM, Verdict.EDITED})
THERE = AS_SAID | {Verdict.ALTERED, Verdict.SPLICED, Verdict.TRUNCATED, Verdict.MISATTRIBUTED}


class Laid(NamedTuple):
    """Where the words lie and what is said of them."""

    alignment: Alignment
    verdict: Verdict

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        return tuple((p.source.start, p.source.end) for p in self.alignment.pieces)


def evidence(text: str) -> Found:
    """A page with `text` for its words, one paragraph a line."""
    return found(a_source(text))


def claimed(words: str) -> tuple[str, Claim]:
    """An article of one sentence and the claim in it."""
    text = f"“{words}” she said."
    return text, a_claim(text, words, fragment=len(words.split()) <= 3)


def laid(words: str, source: Found) -> Laid:
    text, claim = claimed(words)
    alignment = align(claim, source, RULES)
    finding = judge(an_article(text), claim, (a_walk(source, alignment),), RULES)
    return Laid(alignment, finding.verdict)
