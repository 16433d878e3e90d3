import jsonschema
import pytest
from pydantic import ValidationError
from reporting import a_report

from provcheck.report.json import checked
from provcheck.report.line_schema import ArticleLineOut, ClaimLineOut, line_schema
from provcheck.rulebook.book import Rulebook

HEAD = {"schema": "provcheck/1", "tool": "0.1.0", "rules": "cafe", "house": "default"}
PLACE = {"path": "ferry.txt", "sha256": "ab" * 32}


def a_claim_line(rules: Rulebook) -> dict:
    finding = checked(a_report(), rules).findings[0]
    return finding.model_dump(mode="json") | HEAD | PLACE | {"record": "claim"}


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(line_schema())


def test_a_line_is_of_an_article_or_of_a_claim() -> None:
    options = {option["$ref"].rsplit("/", 1)[-1] for option in line_schema()["anyOf"]}
    assert options == {"ArticleLineOut", "ClaimLineOut"}


def test_no_field_is_left_out_and_none_is_unknown() -> None:
    for name, shape in line_schema()["$defs"].items():
        if shape.get("type") == "object":
            assert shape["additionalProperties"] is False, name
            assert set(shape["required"]) == set(shape["properties"]), name


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"record": "article"}, id="a claim that says it is an article"),
        pytest.param({"schema": "provcheck/2"}, id="another version"),
        pytest.param({"note": "x"}, id="a field nobody promised"),
        pytest.param({"sha256": None}, id="no article"),
    ],
)
def test_another_line_is_refused(change: dict, rules: Rulebook) -> None:
    checker = jsonschema.Draft202012Validator(line_schema())
    line = a_claim_line(rules)

    assert checker.is_valid(line)
    assert not checker.is_valid(line | change)
    with pytest.raises(ValidationError):
        ClaimLineOut.model_validate(line | change)


def test_a_line_of_an_article_holds_no_findings() -> None:
    assert "findings" not in ArticleLineOut.model_fields
