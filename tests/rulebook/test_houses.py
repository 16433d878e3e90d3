import pytest

from provcheck.model.edit import EditKind
from provcheck.model.verdict import Level
from provcheck.rulebook.houses import House, HouseRule, Severity, Slip, Stance, StyleRule

PERMITTED = HouseRule(stance=Stance.PERMITTED, origin="ours")
REFUSED = HouseRule(stance=Stance.REFUSED, origin="ours")


def test_a_house_warns_of_what_it_does_not_mention() -> None:
    house = House(id="h", title="H", edits={EditKind.CASE: PERMITTED})

    assert house.stance(EditKind.CASE) == Stance.PERMITTED
    assert house.stance(EditKind.OMISSION) == Stance.WARNED


def test_what_a_house_says_of_a_slip_goes_before_what_it_says_of_the_kind() -> None:
    house = House(id="h", title="H", edits={EditKind.TENSE: REFUSED, Slip.GRAMMAR: PERMITTED})

    assert house.stance(EditKind.TENSE, Slip.GRAMMAR) == Stance.PERMITTED
    assert house.stance(EditKind.TENSE, Slip.DIALECT) == Stance.REFUSED
    assert house.stance(EditKind.TENSE) == Stance.REFUSED


def a_rule(level: Severity, limit: int | None = None) -> StyleRule:
    return StyleRule(level=level, origin="ours", limit=limit)


def test_a_limit_is_inherited_where_only_the_level_is_set() -> None:
    base = House(id="b", title="B", rules={"x": a_rule(Severity.OFF, 4), "y": a_rule(Severity.OFF)})
    house = House(id="h", title="H", rules={"x": a_rule(Severity.NOTE)}).over(base)

    assert house.rules["x"] == a_rule(Severity.NOTE, 4)
    assert house.rules["y"] == a_rule(Severity.OFF)
    assert (house.limit("x"), house.limit("y"), house.limit("z")) == (4, None, None)


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.OFF, None), (Severity.NOTE, Level.NOTE), (Severity.ERROR, Level.ERROR)],
)
def test_a_severity_is_a_level_or_none(severity: Severity, level: Level | None) -> None:
    assert severity.level == level
