"""The houses as newsrooms state them, and a house of one's own from the page that explains it."""

import re
from pathlib import Path

import pytest
from acceptance.expected import ROOT

from provcheck.model.edit import EditKind
from provcheck.pipeline import check
from provcheck.rulebook.book import load_house
from provcheck.rulebook.houses import Severity, Slip, Stance
from provcheck.settings import Settings

PAGE = ROOT / "docs" / "houses.md"
REFUSED, WARNED, NOTED, PERMITTED = Stance.REFUSED, Stance.WARNED, Stance.NOTED, Stance.PERMITTED
SHIPPED = ("default", "strict", "ap", "reuters", "guardian")


@pytest.mark.parametrize(
    ("what", "stances"),
    [
        pytest.param(
            EditKind.SUBSTITUTION,
            (WARNED, REFUSED, REFUSED, REFUSED, WARNED),
            id="Q1 Q2 another word",
        ),
        pytest.param(
            EditKind.INSERTION, (WARNED, REFUSED, REFUSED, REFUSED, WARNED), id="Q2 put in"
        ),
        pytest.param(
            EditKind.OMISSION, (WARNED, REFUSED, REFUSED, REFUSED, WARNED), id="Q5 unmarked"
        ),
        pytest.param(
            EditKind.PRONOUN, (WARNED, REFUSED, REFUSED, REFUSED, WARNED), id="Q1 pronoun"
        ),
        pytest.param(EditKind.ELLIPSIS, (PERMITTED,) * 5, id="Q5 marked"),
        pytest.param(
            Slip.GRAMMAR, (WARNED, REFUSED, REFUSED, NOTED, PERMITTED), id="Q3 Q4 grammar"
        ),
        pytest.param(
            EditKind.FILLER, (PERMITTED, WARNED, WARNED, PERMITTED, PERMITTED), id="Q4 ums"
        ),
        pytest.param(
            EditKind.BRACKET, (PERMITTED, WARNED, PERMITTED, PERMITTED, PERMITTED), id="Q11"
        ),
        pytest.param(EditKind.REORDER, (REFUSED,) * 5, id="Q13 order"),
        pytest.param(Slip.DIALECT, (PERMITTED, NOTED, PERMITTED, PERMITTED, PERMITTED), id="Q14"),
        pytest.param(Slip.MASK, (PERMITTED, NOTED, PERMITTED, PERMITTED, PERMITTED), id="Q15"),
    ],
)
def test_every_house_takes_an_edit_as_its_rules_say(what: EditKind | Slip, stances) -> None:
    assert tuple(load_house(name).edits[what].stance for name in SHIPPED) == stances


def test_the_default_house_makes_no_alarm_of_style() -> None:
    levels = {rule.level for rule in load_house("default").rules.values()}

    assert levels <= {Severity.OFF, Severity.NOTE}


def shown() -> str:
    """The house file that the page shows."""
    return next(iter(re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)))


def test_the_house_on_the_page_loads_and_says_what_the_page_says(tmp_path: Path) -> None:
    file = tmp_path / "house.yaml"
    file.write_text(shown(), encoding="utf-8")

    house = load_house(str(file))

    assert house.extends == "reuters"
    assert house.stance(EditKind.FILLER) == Stance.NOTED
    assert house.stance(EditKind.SUBSTITUTION, Slip.GRAMMAR) == Stance.PERMITTED
    assert house.limit("fragmentary-quote") == 3
    assert house.rules["name-at-hand"].level == Severity.OFF
    assert house.rules["plural-sources"].level == Severity.WARNING


def rows() -> dict[str, list[str]]:
    """The cells of the page's tables by the word in their first column."""
    lines = re.findall(r"^\| `([\w-]+)` \|[^|]*\|(.*)\|$", PAGE.read_text("utf-8"), re.MULTILINE)
    return {word: [cell.strip() for cell in cells.split("|")] for word, cells in lines}


@pytest.mark.parametrize("slip", list(Slip))
def test_the_page_tells_how_every_house_takes_a_slip(slip: Slip) -> None:
    assert rows()[slip] == [load_house(name).edits[slip].stance for name in SHIPPED]


@pytest.mark.parametrize("rule", list(load_house("default").rules))
def test_the_page_tells_the_level_and_the_limit_of_every_rule(rule: str) -> None:
    told = []
    for name in SHIPPED:
        held = load_house(name).rules[rule]
        limit = f", {held.limit}" if held.limit else ""
        told.append("" if held.level == Severity.OFF else f"{held.level}{limit}")

    assert rows()[rule] == told


def test_a_house_of_ones_own_is_given_by_its_file(tmp_path: Path) -> None:
    folder = ROOT / "fixtures" / "house-guardian-slip-mended"
    file = tmp_path / "house.yaml"
    file.write_text("id: own\ntitle: Own\nedits: {grammar: {stance: refused, origin: ours}}\n")
    settings = Settings(sources=(folder / "sources",), offline=True, house=str(file))

    report = check(str(folder / "article.txt"), settings)

    assert report.house == "own"
    assert str(report.findings[0].level) == "error"
