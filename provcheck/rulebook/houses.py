"""The shape of rules/houses/*.yaml: which edit a house permits, notes, warns of or refuses."""

from enum import StrEnum

from provcheck.model.edit import EditKind
from provcheck.model.value import Value


class Stance(StrEnum):
    """What a house thinks of an edit, from mild to grave."""

    PERMITTED = "permitted"  # the quotation stays `edited`, level ok
    NOTED = "noted"  # stays `edited`, level note
    WARNED = "warned"  # `altered`, level warning
    REFUSED = "refused"  # `altered`, level error


class HouseRule(Value):
    """How a house takes one kind of edit, and where that is written."""

    stance: Stance
    origin: str


class House(Value):
    """A house style. A house that `extends` another holds only what differs from it."""

    id: str
    title: str
    extends: str | None = None
    edits: dict[EditKind, HouseRule]

    def stance(self, kind: EditKind) -> Stance:
        """Return how this house takes `kind`; warned where it does not say."""
        rule = self.edits.get(kind)
        return rule.stance if rule else Stance.WARNED
