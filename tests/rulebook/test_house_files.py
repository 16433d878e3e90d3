import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provcheck.errors import ProvcheckError, RuleError, SettingsError
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import load_rulebook
from provcheck.rulebook.house_files import load_house
from provcheck.rulebook.houses import Severity, Slip, Stance

REMARKS = load_rulebook().verdicts.remarks
HEAD = "id: gazette\ntitle: The Gazette\nextends: reuters\n"


def own(folder: Path, body: str, name: str = "gazette.yaml") -> str:
    file = folder / name
    file.write_text(body, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("id: gazette\ntitle: The Gazette\n", id="nothing but a name"),
        pytest.param(HEAD, id="all of Reuters"),
        pytest.param(f"{HEAD}edits: {{}}\nrules: {{}}\n", id="empty parts"),
        pytest.param(f"{HEAD}publishes_as: [The Gazette]\n", id="its titles"),
        pytest.param(
            f"{HEAD}rules: {{second-hand: {{level: off, origin: ours}}}}\n", id="any remark"
        ),
    ],
)
def test_a_house_that_is_right(tmp_path: Path, body: str) -> None:
    assert load_house(own(tmp_path, body), REMARKS)[0].id == "gazette"


def test_what_a_house_does_not_say_it_takes_from_the_one_that_it_extends(tmp_path: Path) -> None:
    rules = "rules: {long-omission: {level: error, origin: ours}}\n"
    file = own(tmp_path, f"{HEAD}edits: {{filler: {{stance: refused, origin: ours}}}}\n{rules}")

    house, files = load_house(file, REMARKS)

    assert house.stance(EditKind.FILLER) == Stance.REFUSED
    assert house.stance(EditKind.PRONOUN) == Stance.REFUSED
    assert house.stance(EditKind.SUBSTITUTION, Slip.GRAMMAR) == Stance.NOTED
    assert house.rules["long-omission"].level == Severity.ERROR
    assert house.limit("long-omission") == 60
    assert house.rules["plural-sources"].level == Severity.WARNING
    assert [each.name for each in files] == ["gazette.yaml", "reuters.yaml", "default.yaml"]


def test_a_house_extends_another_file_from_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "group").mkdir()
    own(tmp_path / "group", "id: group\ntitle: Group\npublishes_as: [Mail]\n", "group.yaml")
    file = own(
        tmp_path / "group", "id: g\ntitle: G\nextends: group.yaml\npublishes_as: [Gazette]\n"
    )

    assert load_house(file, REMARKS)[0].publishes_as == ("Mail", "Gazette")


@pytest.mark.parametrize(
    ("body", "field", "hint"),
    [
        pytest.param(
            "id: g\ntitle: G\nextends: ruters\n", "extends", "did you mean reuters?", id="base"
        ),
        pytest.param(
            "id: g\ntitle: G\nextends: qq\n", "extends", "shipped are ap, ", id="far base"
        ),
        pytest.param("id: g\ntitle: G\nextends: gazette.yaml\n", "extends", "itself", id="loop"),
        pytest.param("id: reuters\ntitle: G\n", "id", "shipped house", id="a shipped name"),
        pytest.param("title: G\n", "id", "it is missing; add it", id="no id"),
        pytest.param(f"{HEAD}edit: {{}}\n", "edit", "did you mean edits?", id="field"),
        pytest.param(f"{HEAD}colour: red\n", "colour", "there are edits, ", id="far field"),
        pytest.param(
            f"{HEAD}edits: [filler]\n", "edits", "a mapping of names is expected", id="a list"
        ),
        pytest.param(
            f"{HEAD}edits: {{filler: noted}}\n", "edits.filler", "fields of its own", id="bare"
        ),
        pytest.param(
            f"{HEAD}edits: {{fillers: {{stance: noted, origin: o}}}}\n",
            "edits.fillers",
            "did you mean filler?",
            id="edit",
        ),
        pytest.param(
            f"{HEAD}edits: {{filler: {{stance: note, origin: o}}}}\n",
            "edits.filler.stance: note",
            "did you mean noted?",
            id="stance",
        ),
        pytest.param(
            f"{HEAD}edits: {{filler: {{level: noted, origin: o}}}}\n",
            "edits.filler.level",
            "there are origin, stance",
            id="a level for a stance",
        ),
        pytest.param(
            f"{HEAD}edits: {{filler: {{stance: noted}}}}\n",
            "edits.filler.origin",
            "it is missing; add it",
            id="no origin",
        ),
        pytest.param(
            f"{HEAD}rules: {{elipsis-spacing: {{level: note, origin: o}}}}\n",
            "rules.elipsis-spacing",
            "did you mean ellipsis-spacing?",
            id="rule",
        ),
        pytest.param(
            f"{HEAD}rules: {{7: {{level: note, origin: o}}}}\n", "rules.7", "no such name", id="7"
        ),
        pytest.param(
            f"{HEAD}rules: {{second-hand: {{level: warn, origin: o}}}}\n",
            "rules.second-hand.level: warn",
            "did you mean warning?",
            id="level",
        ),
        pytest.param(
            f"{HEAD}rules: {{second-hand: {{level: note, origin: o, limit: 3}}}}\n",
            "rules.second-hand.limit",
            "counts nothing",
            id="a limit of nothing",
        ),
        pytest.param(
            f"{HEAD}rules: {{long-omission: {{level: note, origin: o, limit: 0}}}}\n",
            "rules.long-omission.limit",
            "greater than or equal to 1",
            id="no limit",
        ),
        pytest.param(
            f"{HEAD}rules: []\n", "rules", "a mapping of names is expected", id="rules as a list"
        ),
    ],
)
def test_a_slip_of_the_pen_is_one_line_with_file_field_and_remedy(
    tmp_path: Path, body: str, field: str, hint: str
) -> None:
    file = own(tmp_path, body)

    with pytest.raises(RuleError) as told:
        load_house(file, REMARKS)

    message = str(told.value)
    assert message.startswith(f"{file}: field {field}")
    assert hint in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("ruters", "did you mean reuters? shipped are ap", id="near"),
        pytest.param("Guardian", "did you mean guardian?", id="with a capital"),
        pytest.param("zzz", "no such file; shipped are ap, default", id="far"),
        pytest.param("", "shipped are ap", id="empty"),
        pytest.param("a\nb", "shipped are ap", id="two lines"),
        pytest.param("x" * 5000, "shipped are ap", id="longer than any path"),
        pytest.param("a\0b", "shipped are ap", id="no path at all"),
    ],
)
def test_an_unknown_house(name: str, hint: str) -> None:
    with pytest.raises(SettingsError) as told:
        load_house(name, REMARKS)

    assert hint in str(told.value)
    assert "\n" not in str(told.value)


def outcome(file: str) -> str:
    """The id of the house in `file`, or what is told of it."""
    try:
        return load_house(file, REMARKS)[0].id
    except ProvcheckError as told:
        return str(told)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    st.sampled_from(["edits", "rules", "extends", "id", "publishes_as", "x"]),
)
def test_any_value_in_any_field_is_taken_or_told(tmp_path: Path, value: object, field: str) -> None:
    file = own(tmp_path, json.dumps({"id": "gazette", "title": "G", field: value}))

    assert "\n" not in outcome(file)
