"""The shape of rules/houses/*.yaml: what a house permits in a quotation, and what it remarks on."""

from enum import StrEnum

from pydantic import Field

from provcheck.model.edit import EditKind
from provcheck.model.value import Value
from provcheck.model.verdict import Level


class Stance(StrEnum):
    """What a house thinks of an edit, from mild to grave."""

    PERMITTED = "permitted"  # the quotation stays `edited`, level ok
    NOTED = "noted"  # stays `edited`, level note
    WARNED = "warned"  # `altered`, level warning
    REFUSED = "refused"  # `altered`, level error


class Slip(StrEnum):
    """What an edit does no more than: a house may take it otherwise than the edit's own kind."""

    GRAMMAR = "grammar"  # a grammatical slip was mended, no phrase reworded
    DIALECT = "dialect"  # speech written as it sounds, set in ordinary spelling or back
    MASK = "mask"  # an obscenity was masked: f---, s**t, [expletive]


class Severity(StrEnum):
    """How grave a house takes the breach of a rule; `off`: the rule is not looked at."""

    OFF = "off"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def level(self) -> Level | None:
        """Return the level of a remark, None for off."""
        return None if self == Severity.OFF else Level(self.value)


class HouseRule(Value):
    """How a house takes one kind of edit, and where that is written."""

    stance: Stance
    origin: str


class StyleRule(Value):
    """How grave a house takes one rule of style, and where that is written.

    `limit` is for rules that count (verdicts.yaml says what); None inherits the limit of the
    house that is extended.
    """

    level: Severity
    origin: str
    limit: int | None = Field(default=None, ge=1, le=10_000)


class House(Value):
    """A house style. A house that `extends` another holds only what differs from it.

    `rules` are by the id of a remark in verdicts.yaml. `publishes_as` are the names of the
    house's own titles: what they reported first needs no credit.
    """

    id: str
    title: str
    extends: str | None = None
    edits: dict[EditKind | Slip, HouseRule] = Field(default_factory=dict)
    rules: dict[str, StyleRule] = Field(default_factory=dict)
    publishes_as: tuple[str, ...] = ()

    def stance(self, kind: EditKind, slip: Slip | None = None) -> Stance:
        """Return how this house takes `kind`, or the `slip` that it amounts to.

        Warned where it does not say.
        """
        rule = self.edits.get(slip) if slip else None
        rule = rule or self.edits.get(kind)
        return rule.stance if rule else Stance.WARNED

    def limit(self, remark: str) -> int | None:
        """Return the number that a counting rule is held to, None where no house gives one."""
        rule = self.rules.get(remark)
        return rule.limit if rule else None

    def over(self, base: "House") -> "House":
        """Return this house with what it does not say taken from `base`."""
        rules = {**base.rules}
        for name, rule in self.rules.items():
            limit = rule.limit if rule.limit is not None else base.limit(name)
            rules[name] = rule.model_copy(update={"limit": limit})
        inherited = {
            "edits": {**base.edits, **self.edits},
            "rules": rules,
            "publishes_as": (*base.publishes_as, *self.publishes_as),
        }
        return self.model_copy(update=inherited)
