from enum import StrEnum

from provcheck.model.span import Span
from provcheck.model.value import Value


class EditKind(StrEnum):
    """What happened to words between source and article; each has an entry in verdicts.yaml."""

    TYPOGRAPHY = "typography"
    CASE = "case"
    SPELLING_VARIANT = "spelling-variant"
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    FILLER = "filler"
    SUBSTITUTION = "substitution"
    INSERTION = "insertion"
    OMISSION = "omission"
    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    MODALITY = "modality"
    QUALIFIER = "qualifier"
    TENSE = "tense"
    PRONOUN = "pronoun"
    REORDER = "reorder"


class Edit(Value):
    """One difference: `claim` points into the article's text, `source` into the source's.

    A span is empty, at the place concerned, where that side has no words. `note` is a sentence an
    editor understands.
    """

    kind: EditKind
    claim: Span
    source: Span
    note: str
