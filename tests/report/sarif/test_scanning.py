import json
from pathlib import Path

import pytest
import sarif_checking
from ci_reports import OPEN, SETTLED, a_notice, everything, known, remarked
from hostile import TOKEN, a_report_of, payloads
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting import a_report, altered, an_article, several_edits, unsourced, verbatim
from sarif_checking import against_the_schema, by_the_validator, for_github, needs_the_tool

from provcheck.model.finding import Remark
from provcheck.model.verdict import Level
from provcheck.report.sarif.scanning import render
from provcheck.rulebook.book import Rulebook


def results(*findings, rules: Rulebook, **known_of: object) -> list[dict]:
    log = json.loads(render((a_report(*findings, **known_of),), rules))
    return log["runs"][0]["results"]


@pytest.mark.parametrize("name", sorted(SETTLED))
def test_what_is_settled_or_right_gives_no_result(name: str, rules: Rulebook) -> None:
    assert results(SETTLED[name], rules=rules) == []


@pytest.mark.parametrize("name", sorted(OPEN))
def test_what_is_open_gives_one_that_github_takes(name: str, rules: Rulebook) -> None:
    log = render((a_report(OPEN[name]),), rules)

    assert json.loads(log)["runs"][0]["results"]
    assert for_github(log) == []


def test_github_takes_a_log_without_results(rules: Rulebook) -> None:
    assert for_github(render((a_report(verbatim()),), rules)) == []
    assert for_github(render((), rules)) == []


def test_each_remark_is_a_result_of_its_own_and_so_is_a_notice(rules: Rulebook) -> None:
    found = results(altered(), rules=rules, notices=(a_notice(),))

    assert [(result["ruleId"], result["level"]) for result in found] == [
        ("altered", "error"),
        ("date-conflict", "warning"),
        ("orphan-signoff", "warning"),
    ]
    where = found[2]["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "ferry.provcheck.toml"
    assert where["region"]["startLine"] == 7


def test_the_message_tells_first_what_is_wrong_then_the_words_and_the_source(
    rules: Rulebook,
) -> None:
    result = results(altered(), rules=rules)[0]

    assert result["message"]["text"] == (
        "The source has “may” where the article has “will”. "
        "Ines Falk: “We will open the new ferry line in spring.”. "
        "The source, [Minutes](https://council.example/minutes), has: "
        "“We may open the new ferry line in spring”."
    )


def test_the_place_where_the_article_cites_the_source_is_linked(rules: Rulebook) -> None:
    finding = several_edits()
    span = finding.claim.speaker.span.model_copy(update={"start": 0, "end": 7})
    cite = altered().claim.cites[0].model_copy(update={"span": span})
    claim = finding.claim.model_copy(update={"cites": (cite,)})
    log = render((a_report(finding.model_copy(update={"claim": claim})),), rules)
    result = json.loads(log)["runs"][0]["results"][0]

    assert "The article [cites it here](1): “Harbour”." in result["message"]["text"]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "ferry.txt"
    assert "4.80 crowns for nearly all riders" in related["message"]["text"]
    assert for_github(log) == []


def test_two_claims_of_one_line_have_different_fingerprints(rules: Rulebook) -> None:
    prints = {
        result["partialFingerprints"]["provcheckClaim/v1"]
        for result in results(altered(), several_edits(), altered(), rules=rules)
    }

    assert len(prints) == 5


def test_the_path_in_the_repository_is_the_location(rules: Rulebook) -> None:
    log = render((a_report(file="news/ferry & quay.txt"),), rules)

    assert '"uri": "news/ferry%20%26%20quay.txt"' in log
    assert for_github(log) == []


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/srv/news/ferry.txt", "file:///srv/news/ferry.txt"),
        ("https://wire.example/ferry?a=b", "wire.example/ferry%3Fa%3Db"),
    ],
)
def test_no_location_has_the_address_of_a_page_which_github_refuses(
    path: str, uri: str, rules: Rulebook
) -> None:
    log = render((a_report(article=an_article(path=path)),), rules)

    assert f'"uri": "{uri}"' in log
    assert for_github(log) == []


def test_a_baseline_marks_the_others_as_new(rules: Rulebook) -> None:
    states = [r.get("baselineState") for r in results(known(altered()), unsourced(), rules=rules)]

    assert states == ["new"]
    assert "baselineState" not in results(unsourced(), rules=rules)[0]


def test_a_level_that_the_house_softened_is_the_results(rules: Rulebook) -> None:
    soft = Remark(rule="hidden-characters", level=Level.NOTE, message="One is hidden.")
    (result,) = results(remarked(verbatim(), soft), rules=rules)

    assert result["level"] == "note"


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_stay_words(payload: str, rules: Rulebook) -> None:
    log = render((a_report_of(payload),), rules)

    assert for_github(log) == []
    assert "##[" not in log
    assert skeleton(json.loads(log)) == skeleton(json.loads(render((a_report_of(TOKEN),), rules)))


@settings(max_examples=30, deadline=None)
@given(payload=st.text(alphabet="[]()\\{}01!<a ", min_size=1, max_size=20))
def test_no_words_make_a_link_or_a_placeholder(payload: str, rules: Rulebook) -> None:
    assert for_github(render((a_report_of(payload),), rules)) == []


def skeleton(value: object) -> object:
    """Everything but the words and numbers."""
    if isinstance(value, dict):
        return {key: skeleton(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [skeleton(inner) for inner in value]
    return type(value).__name__


def test_schema_and_validator_have_nothing_to_say(tmp_path: Path, rules: Rulebook) -> None:
    needs_the_tool()
    log = render((everything(), everything(file="news/a b.txt")), rules)

    assert for_github(log) == []
    assert against_the_schema(log) == []
    assert by_the_validator(tmp_path, log) == []


def test_nor_of_hostile_words(tmp_path: Path, rules: Rulebook) -> None:
    needs_the_tool()
    words = ("{0} [a](1) \\[", "<b>\u202e##[error]\ud800", "]](x)")
    logs = [render((a_report_of(payload),), rules) for payload in words]

    assert [against_the_schema(log) for log in logs] == [[], [], []]
    assert by_the_validator(tmp_path, *logs) == []


def test_the_judges_see_what_is_wrong(tmp_path: Path, rules: Rulebook) -> None:
    needs_the_tool()
    log = json.loads(render((everything(),), rules))
    run = log["runs"][0]
    run["results"][0]["locations"] = []
    run["results"][1]["of_our_own"] = True
    del run["tool"]["driver"]["rules"][0]["help"]["text"]
    run["tool"]["driver"]["rules"][0]["help"]["text"] = ""
    broken = json.dumps(log)

    assert any("locations" in fault for fault in for_github(broken))
    assert any("of_our_own" in fault for fault in against_the_schema(broken))
    told = "".join(by_the_validator(tmp_path, broken))
    assert "GH1015" in told
    assert "JSON1005" in told


def test_a_missing_validator_is_skipped_here_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sarif_checking, "TOOL", tmp_path / "nowhere")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception):
        needs_the_tool()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception):
        needs_the_tool()
