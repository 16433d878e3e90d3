"""The shape of rules/cues.yaml: the words by which an article says that somebody said something."""

from provcheck.model.value import Value


class CueRules(Value):
    """All cues, by language."""

    languages: dict[str, tuple[str, ...]]
