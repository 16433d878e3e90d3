"""What a rule of house style has before it."""

import re

from provcheck.judge.case import Case, Walk
from provcheck.model.alignment import Alignment
from provcheck.model.article import Article
from provcheck.model.claim import Claim
from provcheck.model.edit import Edit, EditKind
from provcheck.model.evidence import Found
from provcheck.model.finding import Finding
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.usage import UsageWords

_REACH = 8  # code points of source round the matched words in which its own points are looked for


class Look(Value):
    """One judged claim, and the source in which its words stand, where they were located."""

    article: Article
    finding: Finding
    walks: tuple[Walk, ...]
    rules: Rulebook

    @property
    def claim(self) -> Claim:
        """Return the claim that was judged."""
        return self.finding.claim

    @property
    def found(self) -> Found | None:
        """Return the source in which the words were located, None where they were not."""
        evidence = self.finding.evidence
        return evidence if isinstance(evidence, Found) and self.finding.alignment else None

    @property
    def alignment(self) -> Alignment | None:
        """Return how the words lie along `found`."""
        return self.finding.alignment

    @property
    def case(self) -> Case | None:
        """Return the claim against the source that holds its words, None where none does."""
        if self.found is None or self.alignment is None:
            return None
        return Case(
            article=self.article,
            claim=self.claim,
            found=self.found,
            alignment=self.alignment,
            rules=self.rules,
        )

    @property
    def usage(self) -> UsageWords:
        """Return the usage of the article's language."""
        return self.rules.usage.of(self.article.lang)

    def edits(self, kind: EditKind) -> tuple[Edit, ...]:
        """Return the edits of one kind, none where the words were not located."""
        edits = self.alignment.edits if self.alignment and self.found else ()
        return tuple(edit for edit in edits if edit.kind == kind)

    def limit(self, rule: str) -> int:
        """Return the number that the house holds a counting rule to; 1 where it gives none."""
        return self.rules.house.limit(rule) or 1

    def written(self, span: Span) -> str:
        """Return the article's words at `span` on one line."""
        return " ".join(span.of(self.article.text).split())

    def names(self, name: str) -> bool:
        """Tell whether the article names `name` anywhere, a leading “the” left aside."""
        return stands(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE), self.article.text)

    def passage(self) -> str:
        """Return the source's words from a little before the first located one to the last."""
        if self.found is None or not self.alignment or not self.alignment.pieces:
            return ""
        start = min(piece.source.start for piece in self.alignment.pieces)
        end = max(piece.source.end for piece in self.alignment.pieces)
        return self.found.text.text[max(start - _REACH, 0) : end + _REACH]


def stands(name: str, text: str) -> bool:
    """Tell whether `name` stands in `text` as whole words, whatever its capitals and spaces."""
    words = r"\s+".join(map(re.escape, name.split()))
    return bool(words) and re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE) is not None
