from datetime import date

from provcheck.model.value import Value


class Interval(Value):
    """Days from `first` to `last`, both included: when something is said to have been said."""

    first: date
    last: date

    def __str__(self) -> str:
        """Return ISO 8601: one date, or `first/last` when they differ."""
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def meets(self, other: "Interval") -> bool:
        """Tell whether the two share a day."""
        return self.first <= other.last and other.first <= self.last
