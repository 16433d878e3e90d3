import pytest
from pydantic import ValidationError

from provcheck.report.schema import (
    ArticleOut,
    CheckOutput,
    ClaimOut,
    EditOut,
    EvidenceOut,
    FindingOut,
    SourceOut,
    json_schema,
)

PROMISED = {
    FindingOut: "claim verdict level message confidence edits pieces source reason "
    "speaker_in_source primary trail remarks evidence",
    ClaimOut: "id kind start end line column text segments speaker nested_speaker cue via said_on "
    "cites fragment",
    EditOut: "kind article source article_start article_end source_start source_end note",
    SourceOut: "url final_url title publisher published passage passage_start passage_end before "
    "after sha256 text_sha256 fetched_at mode completeness",
    EvidenceOut: "bits needed chance coverage",
    ArticleOut: "path title byline published lang sha256",
}


@pytest.mark.parametrize("shape", PROMISED, ids=lambda shape: shape.__name__)
def test_the_promised_fields_are_there_in_their_order(shape: type) -> None:
    assert list(shape.model_fields) == PROMISED[shape].split()


def test_the_schema_describes_both_outputs_and_refuses_what_it_does_not_name() -> None:
    schema = json_schema()
    definitions = schema["$defs"]
    assert {option["$ref"].rsplit("/", 1)[-1] for option in schema["anyOf"]} == {
        "CheckOutput",
        "ClaimsOutput",
    }
    for name, shape in definitions.items():
        if shape.get("type") == "object":
            assert shape["additionalProperties"] is False, name
            assert set(shape["required"]) == set(shape["properties"]), name


def test_the_schema_names_the_version() -> None:
    version = json_schema()["$defs"]["CheckOutput"]["properties"]["schema"]
    assert version["const"] == "provcheck/1"


def test_the_schema_is_a_schema() -> None:
    import jsonschema  # noqa: PLC0415

    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_a_figure_that_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValidationError):
        EvidenceOut(bits=float("inf"), needed=1, chance=1, coverage=1)


def test_another_version_is_refused() -> None:
    with pytest.raises(ValidationError):
        CheckOutput(schema="provcheck/2", tool="", rules="", house="", articles=())
