"""The shape of rules/lexicon.yaml: words whose change can change what a quotation means."""

from provcheck.model.value import Value


class Lexicon(Value):
    """Word classes by which edits are typed."""

    negations: tuple[str, ...]
