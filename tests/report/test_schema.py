from enum import StrEnum
from typing import Any

import jsonschema
import pytest
from building import an_article, span_in
from discoursing import RULES
from pydantic import ValidationError

from provcheck.extract.claims import claims
from provcheck.model.citation import CitationKind
from provcheck.model.claim import ClaimKind, FactKind
from provcheck.report.decision_schema import IgnoreOut, NoticeOut, SignoffOut
from provcheck.report.json import claim, written
from provcheck.report.line_schema import ArticleLineOut, ClaimLineOut, LineOut
from provcheck.report.schema import (
    ArticleOut,
    CheckedOut,
    CheckOutput,
    CiteOut,
    ClaimOut,
    ClaimsOutput,
    EditOut,
    EvidenceOut,
    ExtractedOut,
    FactOut,
    FindingOut,
    NestedOut,
    Output,
    PieceOut,
    QueryOut,
    ReadingOut,
    RemarkOut,
    SourceOut,
    SourceReadOut,
    SpanOut,
    SpeakerOut,
    StepOut,
    json_schema,
)

ARTICLE = "path title byline published lang sha256"
READING = f"{ARTICLE} counts settings interrupted sources queries file notices"
FINDING = (
    "claim verdict level message confidence edits pieces source reason speaker_in_source primary "
    "trail remarks evidence lost story signoff ignored known outstanding"
)
OUTPUT = "schema_ tool rules house articles"
LINE = "record schema_ tool rules house path sha256"
PROMISED = {
    SpanOut: "start end",
    SpeakerOut: "as_written start end resolved how",
    CiteOut: "kind name url start end media",
    FactOut: "kind start end",
    NestedOut: "start end text speaker",
    ClaimOut: "id kind start end line column text segments speaker nested_speaker cue via said_on "
    "cites fragment facts nested",
    EditOut: "kind article source article_start article_end source_start source_end note",
    PieceOut: "article_start article_end source_start source_end mark",
    SourceOut: "url final_url canonical title publisher published passage passage_start "
    "passage_end page before after sha256 text_sha256 fetched_at mode completeness",
    StepOut: "kind target standing why hop status detail url sha256 mode completeness matched",
    RemarkOut: "rule level message",
    EvidenceOut: "bits needed chance coverage",
    SignoffOut: "claim quote status verdict evidence remarks by date method note expires line "
    "holds",
    IgnoreOut: "rule reason line column",
    NoticeOut: "rule level message path line column",
    FindingOut: FINDING,
    SourceReadOut: "name url status detail sha256 warned fetched_at",
    QueryOut: "provider sent host outcome",
    ArticleOut: ARTICLE,
    ReadingOut: READING,
    CheckedOut: f"{READING} findings",
    ExtractedOut: f"{ARTICLE} claims",
    CheckOutput: OUTPUT,
    ClaimsOutput: OUTPUT,
    LineOut: LINE,
    ArticleLineOut: f"{LINE} {READING.replace('path', '').replace('sha256', '')}",
    ClaimLineOut: f"{LINE} {FINDING}",
}
TEXT = "Ada Brandvold told Northgate Wire on Monday that 12 cranes were sold."
NESTED = "“Per Olsen told me, ‘Go home now,’ and I went,” Ada Brandvold said."


def as_json(text: str) -> dict[str, Any]:
    """The only claim of an article, as its JSON gives it."""
    article = an_article(text)
    (found,) = claims(article, RULES)
    return claim(found, article).model_dump(mode="json")


def an_output(found: dict[str, Any]) -> dict[str, Any]:
    """What `provcheck claims` writes of an article with one claim."""
    article = dict.fromkeys(ARTICLE.split(), "x") | {"published": None, "claims": [found]}
    return {"schema": "provcheck/1", "tool": "", "rules": "", "house": "", "articles": [article]}


def shapes(of: type[Output] = Output) -> set[type[Output]]:
    return {*of.__subclasses__(), *(deep for each in of.__subclasses__() for deep in shapes(each))}


@pytest.mark.parametrize("shape", PROMISED, ids=lambda shape: shape.__name__)
def test_the_promised_fields_are_there_in_their_order(shape: type[Output]) -> None:
    assert list(shape.model_fields) == PROMISED[shape].split()


def test_every_shape_is_promised() -> None:
    assert shapes() == set(PROMISED)


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        pytest.param(ClaimKind, "quote block-quote embed paraphrase", id="claims"),
        pytest.param(FactKind, "name number date", id="facts"),
        pytest.param(CitationKind, "link post outlet document event", id="citations"),
    ],
)
def test_the_promised_kinds_are_in_the_schema(kinds: type[StrEnum], words: str) -> None:
    assert json_schema()["$defs"][kinds.__name__]["enum"] == words.split()


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
    for output in ("CheckOutput", "ClaimsOutput"):
        version = json_schema()["$defs"][output]["properties"]["schema"]
        assert version["const"] == "provcheck/1"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_a_figure_that_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValidationError):
        EvidenceOut(bits=float("inf"), needed=1, chance=1, coverage=1)


def test_another_version_is_refused() -> None:
    with pytest.raises(ValidationError):
        CheckOutput(schema="provcheck/2", tool="", rules="", house="", articles=())


@pytest.mark.parametrize("field", PROMISED[ClaimOut].split())
def test_a_claim_without_a_field_or_with_a_renamed_one_is_refused(field: str) -> None:
    checker = jsonschema.Draft202012Validator(json_schema())
    whole = as_json(TEXT)
    lacking = {name: value for name, value in whole.items() if name != field}
    renamed = {f"{name}_" if name == field else name: value for name, value in whole.items()}

    assert checker.is_valid(an_output(whole))
    assert ClaimOut.model_validate(whole).model_dump(mode="json") == whole
    for broken in (lacking, renamed):
        assert not checker.is_valid(an_output(broken))
        with pytest.raises(ValidationError):
            ClaimOut.model_validate(broken)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("kind", "rumour", id="a kind that is none"),
        pytest.param("start", -1, id="before the text"),
        pytest.param("line", 0, id="lines begin at 1"),
        pytest.param("column", 0, id="columns too"),
        pytest.param("facts", [{"kind": "mood", "start": 0, "end": 1}], id="no such fact"),
        pytest.param("nested", [{"start": 0, "end": 1, "text": "A"}], id="nested without speaker"),
    ],
)
def test_a_claim_with_another_meaning_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        ClaimOut.model_validate(as_json(TEXT) | {field: value})


def test_what_a_claim_says_in_json() -> None:
    found = as_json(TEXT)
    content, name = span_in(TEXT, "12 cranes were sold"), span_in(TEXT, "Ada Brandvold")

    assert found["id"].startswith("p-")
    assert (found["kind"], found["text"]) == ("paraphrase", "12 cranes were sold")
    assert (found["start"], found["end"]) == (content.start, content.end)
    assert (found["line"], found["column"]) == (1, content.start + 1)
    assert found["segments"] == [{"start": content.start, "end": content.end}]
    assert found["speaker"] == {
        "as_written": "Ada Brandvold",
        "start": name.start,
        "end": name.end,
        "resolved": "Ada Brandvold",
        "how": "name",
    }
    assert (found["cue"], found["via"]) == ("told", "Northgate Wire")
    assert (found["said_on"], found["fragment"]) == ("2025-03-10", False)


def test_what_a_claim_cites_in_json() -> None:
    wire = span_in(TEXT, "Northgate Wire")

    assert as_json(TEXT)["cites"] == [
        {
            "kind": "outlet",
            "name": "Northgate Wire",
            "url": None,
            "start": wire.start,
            "end": wire.end,
            "media": [],
        }
    ]


def test_facts_in_json_point_to_their_words() -> None:
    (fact,) = as_json(TEXT)["facts"]

    assert (fact["kind"], TEXT[fact["start"] : fact["end"]]) == ("number", "12")


def test_a_quotation_within_a_quotation_in_json() -> None:
    found = as_json(NESTED)
    (nested,) = found["nested"]

    assert NESTED[nested["start"] : nested["end"]] == nested["text"] == "Go home now,"
    assert nested["speaker"] == found["nested_speaker"] == "Per Olsen"
    assert found["facts"] == []


def test_several_days_in_json_are_first_and_last() -> None:
    found = as_json("“The pier is shut for good,” Ada Brandvold said earlier this week.")

    assert found["said_on"] == "2025-03-10/2025-03-14"


def test_what_is_not_told_is_null_in_json() -> None:
    found = as_json("“The pier is shut for good.”")

    assert [found[field] for field in ("speaker", "cue", "via", "said_on")] == [None] * 4
    assert (found["cites"], found["facts"], found["nested"]) == ([], [], [])


def test_a_written_output_is_read_back_as_it_was() -> None:
    output = ClaimsOutput.model_validate(an_output(as_json(NESTED)))

    assert ClaimsOutput.model_validate_json(written(output)) == output
