import json
import re

import pytest
from hostile import TOKEN, a_report_of, payloads
from reporting import (
    MINUTES,
    TEXT,
    a_report,
    altered,
    on_pages,
    several_edits,
    unavailable,
    unsourced,
    verbatim,
)
from signing import a_signoff

from provcheck.model.notice import Notice
from provcheck.model.query import Query
from provcheck.model.verdict import Level
from provcheck.report.json import dumped, render
from provcheck.report.schema import CheckOutput
from provcheck.rulebook.book import Rulebook


def rendered(rules: Rulebook, *reports) -> dict:
    return json.loads(render(reports or (a_report(),), rules))


def finding(rules: Rulebook, of) -> dict:
    return rendered(rules, a_report(of))["articles"][0]["findings"][0]


def test_one_object_for_one_article_too(rules: Rulebook) -> None:
    output = rendered(rules)
    assert list(output) == ["schema", "tool", "rules", "house", "articles"]
    assert output["schema"] == "provcheck/1"
    assert output["rules"] == "cafe00112233"
    assert [article["path"] for article in output["articles"]] == ["ferry.txt"]


def test_no_article_is_an_empty_list(rules: Rulebook) -> None:
    output = json.loads(render((), rules))
    assert output["articles"] == []
    assert output["house"] == rules.house.id


def test_the_article(rules: Rulebook) -> None:
    article = rendered(rules)["articles"][0]
    assert article["title"] == "Harbour council votes on the ferry"
    assert article["published"] == "2025-03-14"
    assert article["settings"] == {"offline": "yes"}
    assert article["counts"] == {
        "verbatim": 1,
        "altered": 2,
        "unavailable": 1,
        "unsourced": 1,
        "supported": 1,
    }
    assert article["sources"][1] == {
        "name": "plan",
        "url": "https://port.example/plan",
        "status": "unavailable",
        "detail": "404",
        "sha256": None,
        "warned": None,
        "fetched_at": None,
    }


def test_a_claim_points_into_the_article(rules: Rulebook) -> None:
    claim = finding(rules, verbatim())["claim"]
    assert TEXT[claim["start"] : claim["end"]] == claim["text"]
    halves = [TEXT[part["start"] : part["end"]] for part in claim["segments"]]
    assert halves == ["The quay was never safe", "Nobody asked the crews"]
    assert (claim["line"], claim["column"]) == (3, 2)
    assert claim["speaker"]["resolved"] == "Ines Falk"


def test_what_the_article_says_of_a_claim(rules: Rulebook) -> None:
    claim = finding(rules, altered())["claim"]
    assert claim["said_on"] == "2025-03-11"
    assert claim["cites"] == [
        {
            "kind": "document",
            "name": "minutes",
            "url": "https://council.example/minutes",
            "start": None,
            "end": None,
            "media": [],
        }
    ]


def test_an_edit_gives_the_words_of_both_sides(rules: Rulebook) -> None:
    number, qualifier = finding(rules, several_edits())["edits"]
    assert (number["kind"], number["article"], number["source"]) == ("number", "4.30", "4.80")
    assert (qualifier["article"], qualifier["source"]) == ("", "nearly ")
    assert qualifier["article_start"] == qualifier["article_end"]


def test_the_passage_is_the_text_between_its_offsets(rules: Rulebook) -> None:
    found = finding(rules, altered())
    source = found["source"]
    assert MINUTES[source["passage_start"] : source["passage_end"]] == source["passage"]
    assert source["passage"] == "We may open the new ferry line in spring"
    assert source["published"] == "2025-03-13T09:30:00Z"
    assert (source["mode"], source["completeness"]) == ("replay", "whole")
    assert found["evidence"] == {"bits": 41.5, "needed": 27.2, "chance": 3.1e-06, "coverage": 0.89}


def test_the_page_of_a_paged_source_is_told(rules: Rulebook) -> None:
    assert finding(rules, altered())["source"]["page"] is None
    assert finding(rules, on_pages(altered(), 0, 5))["source"]["page"] == 2


@pytest.mark.parametrize("without", [unsourced(), unavailable()], ids=["unsourced", "unavailable"])
def test_without_a_source_there_is_a_reason(without, rules: Rulebook) -> None:
    found = finding(rules, without)
    assert found["source"] is None
    assert found["evidence"] is None
    assert found["edits"] == []
    assert found["reason"] == without.evidence.reason


def test_the_trail_says_how_each_step_ended(rules: Rulebook) -> None:
    (step,) = finding(rules, unavailable())["trail"]
    assert step["target"] == "https://port.example/plan"
    assert (step["status"], step["detail"], step["matched"]) == (
        "unavailable",
        "answered 404",
        False,
    )
    assert (step["standing"], step["why"]) == ("cited", "the sentence links it")


def test_what_was_decided_of_a_finding(rules: Rulebook) -> None:
    signed = altered().model_copy(update={"signoff": a_signoff(), "known": True})
    shown = finding(rules, signed)
    assert (shown["signoff"]["by"], shown["signoff"]["holds"]) == ("ab", True)
    assert (shown["ignored"], shown["known"], shown["outstanding"]) == ([], True, "ok")
    assert finding(rules, altered())["outstanding"] == "error"


def test_what_belongs_to_no_claim(rules: Rulebook) -> None:
    notice = Notice(rule="orphan-signoff", level=Level.WARNING, message="gone", path="a.toml")
    report = a_report(verbatim(), notices=(notice,), file="news/ferry.txt")
    article = rendered(rules, report)["articles"][0]
    assert article["file"] == "news/ferry.txt"
    assert [each["path"] for each in article["notices"]] == ["a.toml"]


def test_the_output_keeps_to_its_own_shape(rules: Rulebook) -> None:
    text = render((a_report(), a_report(verbatim())), rules)
    assert CheckOutput.model_validate_json(text).articles[1].findings[0].verdict == "verbatim"


def test_the_output_is_valid_by_the_published_schema(rules: Rulebook) -> None:
    import jsonschema  # noqa: PLC0415

    from provcheck.report.schema import json_schema  # noqa: PLC0415

    checker = jsonschema.Draft202012Validator(json_schema())
    assert list(checker.iter_errors(rendered(rules))) == []
    broken = rendered(rules)
    del broken["articles"][0]["findings"][0]["verdict"]
    assert list(checker.iter_errors(broken)) != []


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_stay_words(payload: str, rules: Rulebook) -> None:
    text = render((a_report_of(payload),), rules)
    output = json.loads(text)

    assert output["articles"][0]["title"] == payload
    assert shape(output) == shape(json.loads(render((a_report_of(TOKEN),), rules)))
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text
    )
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def shape(value: object) -> object:
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value).__name__


def test_letters_are_readable_as_they_stand(rules: Rulebook) -> None:
    assert "“may” became “will”." in render((a_report(),), rules)


def test_what_was_sent_to_search_services(rules: Rulebook) -> None:
    queries = (Query(provider="brave", sent="we go", host="a.example", outcome="no results"),)
    (article,) = rendered(rules, a_report(queries=queries))["articles"]

    assert article["queries"] == [
        {"provider": "brave", "sent": "we go", "host": "a.example", "outcome": "no results"}
    ]
    assert rendered(rules)["articles"][0]["queries"] == []


def test_what_no_reader_sees_is_escaped_beyond_the_first_plane_too() -> None:
    assert dumped("a\U000e0041\uffff\ud800é") == '"a\\udb40\\udc41\\uffff\\ud800é"\n'
    assert json.loads(dumped("\U000e0041")) == "\U000e0041"
