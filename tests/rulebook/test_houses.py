from provcheck.model.edit import EditKind
from provcheck.rulebook.houses import House, HouseRule, Stance


def test_a_house_warns_of_what_it_does_not_mention() -> None:
    rule = HouseRule(stance=Stance.PERMITTED, origin="ours")
    house = House(id="h", title="H", edits={EditKind.CASE: rule})

    assert house.stance(EditKind.CASE) == Stance.PERMITTED
    assert house.stance(EditKind.OMISSION) == Stance.WARNED
