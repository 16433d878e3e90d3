from pathlib import Path

import pytest

from provcheck.errors import RuleError, SettingsError
from provcheck.match.folding import folded
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import load_house, load_rulebook
from provcheck.rulebook.houses import Slip, Stance
from provcheck.rulebook.load import shipped

HOUSES = sorted(f.name.removesuffix(".yaml") for f in (shipped() / "houses").iterdir())


def test_a_rulebook_is_whole_and_always_the_same() -> None:
    assert load_rulebook() == load_rulebook()
    assert load_rulebook().digest != load_rulebook("strict").digest


def test_every_word_of_a_language_has_one_worth_in_bits() -> None:
    languages = load_rulebook().frequencies.languages

    assert {file.name for file in (shipped() / "frequencies").iterdir()} == {
        f"{lang}.yaml" for lang in languages
    }
    for lang, listed in languages.items():
        words = [word for group in listed.bits.values() for word in group.split()]
        assert listed.lang == lang
        assert [word for word in words if folded(word) != word] == []
        assert len(words) == len(set(words)), lang
        assert min(listed.bits) > 0, lang


@pytest.mark.parametrize("name", HOUSES)
def test_every_house_takes_a_stance_on_every_edit(name: str) -> None:
    house = load_house(name)

    assert set(house.edits) == {*EditKind, *Slip}
    assert all(rule.origin for rule in (*house.edits.values(), *house.rules.values()))


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("kind", [EditKind.NEGATION, EditKind.NUMBER, EditKind.NAME])
def test_no_house_permits_a_change_of_meaning(name: str, kind: EditKind) -> None:
    assert load_house(name).stance(kind) == Stance.REFUSED


def test_a_house_of_ones_own_extends_a_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "gazette.yaml"
    own.write_text(
        "id: gazette\ntitle: The Gazette\nextends: strict\n"
        "edits: {filler: {stance: permitted, origin: our style book}}\n"
    )

    house = load_house(str(own))

    assert house.stance(EditKind.FILLER) == Stance.PERMITTED
    assert house.stance(EditKind.SUBSTITUTION) == Stance.REFUSED


def test_an_unknown_house_is_told_with_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="shipped are ap, default"):
        load_house("no-such-house")


def test_a_house_that_extends_itself_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop.yaml"
    loop.write_text(f"id: loop\ntitle: Loop\nextends: {loop}\nedits: {{}}\n")

    with pytest.raises(RuleError, match="extends itself"):
        load_house(str(loop))


def test_what_is_shipped_is_read_once_and_files_of_the_users_each_time(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("id: own\ntitle: One\nextends: default\n")
    one = load_rulebook(str(file))
    file.write_text("id: own\ntitle: Two\nextends: default\n")

    assert load_rulebook("ap") is load_rulebook("ap")
    assert [one.house.title, load_rulebook(str(file)).house.title] == ["One", "Two"]
