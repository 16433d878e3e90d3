from provcheck.model.edit import Edit
from provcheck.model.span import Span
from provcheck.model.value import Value


class Piece(Value):
    """Words of the claim (offsets into the article) and where they stand in the source.

    `mark` says what parts this piece from the one before: "" for nothing, "ellipsis", "bracket",
    or "attribution" (an interruption such as: he said), or "link" (a short link, a picture's code).
    """

    claim: Span
    source: Span
    mark: str = ""


class Alignment(Value):
    """A claim laid along a source text.

    `pieces` in the claim's order; `edits` what differs, in the claim's order. `bits` is the
    evidence of the best piece, `needed` what this text's length asks for (20 + log2 of the words
    searched), `chance` the matches of that strength to be expected by chance, `coverage` the
    share (0..1) of the claim's words that stand in the pieces. `exact`: every word of the claim
    stands in the source unbroken. `before` and `after` are the source's words round the hull.
    """

    pieces: tuple[Piece, ...]
    edits: tuple[Edit, ...] = ()
    bits: float
    needed: float
    chance: float
    coverage: float
    exact: bool = False
    before: str = ""
    after: str = ""

    @property
    def strong(self) -> bool:
        """Tell whether the words are evidence: bits >= needed."""
        return bool(self.pieces) and self.bits >= self.needed
