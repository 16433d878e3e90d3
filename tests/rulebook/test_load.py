from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.errors import RuleError
from provcheck.model.value import Value
from provcheck.rulebook.load import MAX_BYTES, load, parsed, shipped


class Fruit(Value):
    name: str
    price: float


class Basket(Value):
    fruits: tuple[Fruit, ...]


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "basket.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_reads_rules_into_a_value(tmp_path: Path) -> None:
    file = written(tmp_path, "fruits: [{name: pear, price: 1.5}]")

    assert load(file, Basket) == Basket(fruits=(Fruit(name="pear", price=1.5),))


def test_no_is_a_word(tmp_path: Path) -> None:
    assert parsed(written(tmp_path, "words: [no, yes, on]\nflag: true")) == {
        "words": ["no", "yes", "on"],
        "flag": True,
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "fruits: [{name: pear, prise: 1}]", "fruits.0.price: it is missing", id="missing field"
        ),
        pytest.param(
            "fruits: [{name: pear, price: 1, hue: red}]", "fruits.0.hue", id="unknown field"
        ),
        pytest.param("fruits: [{name: pear, price: dear}]", "fruits.0.price", id="wrong type"),
        pytest.param("fruits: [pear]", "fruits.0: fields of its own", id="a word for a mapping"),
        pytest.param("fruits: pear", "fruits: a list is expected", id="a word for a list"),
        pytest.param("fruits: []\nfruits: []", "line 2: fruits stands twice", id="a key twice"),
        pytest.param("- pear", "the whole file", id="no mapping"),
        pytest.param("fruits: [", "not valid YAML", id="no YAML"),
        pytest.param("fruits: &a [*a]", "aliases", id="an alias"),
        pytest.param(b"fruits: \xff\xfe\xff", "not valid YAML", id="no text"),
        pytest.param("!!python/object/apply:os.getcwd []", "not valid YAML", id="code"),
        pytest.param("x: " + "y" * MAX_BYTES, "larger", id="a megabyte"),
    ],
)
def test_broken_rules_name_file_and_field(tmp_path: Path, text: str | bytes, told: str) -> None:
    file = written(tmp_path, text)

    with pytest.raises(RuleError) as problem:
        load(file, Basket)

    message = str(problem.value)
    assert "basket.yaml" in message
    assert told in message
    assert "\n" not in message


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        load(tmp_path / "no.yaml", Basket)


@given(st.binary(max_size=200))
def test_any_bytes_give_rules_or_a_rule_error(tmp_path_factory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(data)

    try:
        assert isinstance(parsed(file), dict)
    except RuleError as problem:
        assert "any.yaml" in str(problem)  # noqa: PT017


def test_shipped_rules_are_found() -> None:
    assert (shipped() / "verdicts.yaml").is_file()
