"""The words on one side of an edit, with what stands round them."""

from functools import cached_property

from provcheck.model.value import Value


class Side(Value):
    """Words of one side: folded for comparing, and as written.

    `opens` tells whether the first one opens a sentence, where a capital proves no name. `before`
    and `after` are a few folded words that stand next to them, `around` the marks and spaces right
    before and right after them; what is not known is left empty.
    """

    norms: tuple[str, ...]
    written: tuple[str, ...]
    opens: bool = False
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    around: tuple[str, str] = ("", "")

    @cached_property
    def capitals(self) -> tuple[bool, ...]:
        """Return of each word whether a capital marks it that its place does not explain."""
        marked = [word[:1].isupper() for word in self.written]
        return tuple(m and not (self.opens and i == 0) for i, m in enumerate(marked))

    def part(self, first: int, last: int) -> "Side":
        """Return the words from `first` up to `last`; the others become what stands round them."""
        return Side(
            norms=self.norms[first:last],
            written=self.written[first:last],
            opens=self.opens and first == 0,
            before=(*self.before, *self.norms[:first]),
            after=(*self.norms[last:], *self.after),
            around=(
                self.around[0] if first == 0 else "",
                self.around[1] if last == len(self.norms) else "",
            ),
        )

    def widened(self, before: int, after: int) -> "Side":
        """Return the words with that many of those that stand before and after them.

        How the added words are written is not known, and they show no capital.
        """
        head, tail = self.before[len(self.before) - before :], self.after[:after]
        return Side(
            norms=(*head, *self.norms, *tail),
            written=(*head, *self.written, *tail),
            opens=self.opens and not before,
            before=self.before[: len(self.before) - before],
            after=self.after[after:],
            around=("" if before else self.around[0], "" if after else self.around[1]),
        )


def trimmed(quote: Side, source: Side) -> tuple[Side, Side]:
    """Return both sides without the words at head and tail that they share."""
    ours, theirs = quote.norms, source.norms
    most = min(len(ours), len(theirs))
    head = 0
    while head < most and ours[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < most - head and ours[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    if not head and not tail:
        return quote, source
    return quote.part(head, len(ours) - tail), source.part(head, len(theirs) - tail)
