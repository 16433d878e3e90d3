"""The shape of rules/frequencies.yaml: the common words of a language, commonest first."""

from provcheck.model.value import Value


class Frequencies(Value):
    """Language to its common words, by falling frequency."""

    ranked: dict[str, tuple[str, ...]]
