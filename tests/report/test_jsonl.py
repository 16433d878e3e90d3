import json
import re

import jsonschema
import pytest
from hostile import TOKEN, a_report_of, payloads
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting import a_report, altered, verbatim

from provcheck.model.report import Report
from provcheck.report import json as whole
from provcheck.report.jsonl import render
from provcheck.report.line_schema import line_schema
from provcheck.rulebook.book import Rulebook, load_rulebook

RULES = load_rulebook()
HEAD = ["record", "schema", "tool", "rules", "house", "path", "sha256"]


def lines(*reports: Report) -> list[dict]:
    return [json.loads(line) for line in render(reports, RULES).split("\n")[:-1]]


def test_no_article_is_no_line(rules: Rulebook) -> None:
    assert render((), rules) == ""


def test_an_article_without_claims_has_its_line_all_the_same() -> None:
    (line,) = lines(a_report().model_copy(update={"findings": ()}))
    assert (line["record"], line["path"], line["counts"]) == ("article", "ferry.txt", {})


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_stay_words(payload: str, rules: Rulebook) -> None:
    text = render((a_report_of(payload),), rules)

    assert len(text.splitlines()) == len(render((a_report_of(TOKEN),), rules).splitlines())
    assert json.loads(text.splitlines()[0])["title"] == payload
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text
    )
    assert "##[" not in text
    assert all(line.startswith("{") for line in text.splitlines())


@settings(deadline=None)  # other work on the machine is no fault
@given(st.text())
def test_any_words_make_the_same_lines(words: str) -> None:
    text = render((a_report_of(words),), RULES)
    assert len(text.splitlines()) == 7
    assert [json.loads(line)["record"] for line in text.splitlines()] == ["article"] + 6 * ["claim"]


def test_a_line_of_the_article_then_one_for_each_claim_in_order() -> None:
    article, *claims = lines(a_report())
    assert article["record"] == "article"
    assert [line["claim"]["id"] for line in claims] == [
        finding.claim.id for finding in a_report().findings
    ]
    assert {line["record"] for line in claims} == {"claim"}


def test_each_line_needs_no_other_one() -> None:
    second = a_report().article.model_copy(update={"path": "second.txt", "sha256": "cd" * 32})
    found = lines(a_report(altered()), a_report(verbatim(), article=second))
    assert [(line["path"], line["sha256"]) for line in found] == [
        ("ferry.txt", "ab" * 32),
        ("ferry.txt", "ab" * 32),
        ("second.txt", "cd" * 32),
        ("second.txt", "cd" * 32),
    ]
    for line in found:
        assert list(line)[: len(HEAD)] == HEAD
        assert [line[name] for name in HEAD[1:5]] == [
            "provcheck/1",
            "0.1.0",
            "cafe00112233",
            "default",
        ]


def test_what_a_line_says_is_what_json_says() -> None:
    article, *claims = lines(a_report())
    told = json.loads(whole.render((a_report(),), RULES))["articles"][0]
    assert [{k: v for k, v in line.items() if k not in HEAD} for line in claims] == told["findings"]
    assert {k: v for k, v in article.items() if k not in HEAD[:5]} == {
        k: v for k, v in told.items() if k != "findings"
    }


def test_every_line_is_valid_by_the_published_schema() -> None:
    checker = jsonschema.Draft202012Validator(line_schema())
    for line in lines(a_report()):
        assert list(checker.iter_errors(line)) == []
        del line["record"]
        assert not checker.is_valid(line)
