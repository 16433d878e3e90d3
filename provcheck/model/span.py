from typing import Self

from pydantic import model_validator

from provcheck.model.value import Value


class Span(Value):
    """A half-open range of code points, [start, end), into one text; empty when start == end.

    Refuses a negative start and an end before the start.
    """

    start: int
    end: int

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not 0 <= self.start <= self.end:
            message = f"no span: {self.start}..{self.end}"
            raise ValueError(message)
        return self

    def __len__(self) -> int:
        """Return the length in code points."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """Return True for an empty span too: it still points to a place."""
        return True

    def of(self, text: str) -> str:
        """Return the words of `text` that this span points to."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies within this span; equal spans hold each other."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)


def hull(spans: "tuple[Span, ...]") -> Span:
    """Return the smallest span that holds all of `spans`; refuses an empty tuple (ValueError)."""
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
