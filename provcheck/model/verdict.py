from enum import StrEnum


class Verdict(StrEnum):
    """What is said of a claim; each has an entry in rules/verdicts.yaml."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    ALTERED = "altered"
    SPLICED = "spliced"
    TRUNCATED = "truncated"
    MISATTRIBUTED = "misattributed"
    WRONG_SOURCE = "wrong-source"
    NOT_FOUND = "not-found"
    TRANSLATED = "translated"
    UNAVAILABLE = "unavailable"
    UNSOURCED = "unsourced"
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"


class Level(StrEnum):
    """How grave a finding is."""

    OK = "ok"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0 for ok up to 3 for error."""
        return list(Level).index(self)
