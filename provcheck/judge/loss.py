"""What a cut may lose: the kinds, and the words that were lost."""

from enum import StrEnum

from provcheck.model.value import Value


class LossKind(StrEnum):
    """What the lost words did to those that were kept."""

    DENIAL = "denial"
    CONDITION = "condition"
    SUPPOSITION = "supposition"
    VOICE = "voice"  # they gave the words to a third party
    QUESTION = "question"
    WEAKENING = "weakening"
    LIMIT = "limit"  # the sentence runs on into its limit
    CORRECTION = "correction"  # the next sentence takes back


class Loss(Value):
    """Words of the source that limit the quotation and were cut off."""

    kind: LossKind
    words: str
