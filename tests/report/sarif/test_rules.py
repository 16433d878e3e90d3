from provcheck.model.verdict import Level, Verdict
from provcheck.report.sarif.rules import LEVELS, LONGEST, descriptor, rule_of
from provcheck.rulebook.book import Rulebook


def ids(rules: Rulebook) -> list[str]:
    return [*Verdict, *(remark.id for remark in rules.verdicts.remarks)]


def test_every_verdict_and_remark_has_a_rule_that_github_takes(rules: Rulebook) -> None:
    for rule_id in ids(rules):
        rule = descriptor(rule_id, rules)
        assert 1 < len(rule["shortDescription"]["text"]) <= LONGEST
        assert 1 < len(rule["fullDescription"]["text"]) <= LONGEST
        assert f"provcheck explain {rule_id}" in rule["help"]["text"]
        assert f"`provcheck explain {rule_id}`" in rule["help"]["markdown"]
        assert rule["name"].isalnum()
        assert rule["name"].casefold() != rule_id
        assert rule["defaultConfiguration"]["level"] in LEVELS.values()
        assert rule["properties"]["precision"] in {"high", "medium"}


def test_names_are_unique(rules: Rulebook) -> None:
    names = [descriptor(rule_id, rules)["name"] for rule_id in ids(rules)]

    assert len(set(names)) == len(names)


def test_a_whole_rule(rules: Rulebook) -> None:
    rule = descriptor("not-found", rules)
    told = rules.verdicts.verdict(Verdict.NOT_FOUND)

    assert rule["id"] == "not-found"
    assert rule["name"] == "NotInTheSource"
    assert rule["shortDescription"] == {"text": "Not in the source."}
    assert rule["fullDescription"] == {"text": told.said_when}
    assert rule["help"]["text"].startswith(f"{told.said_when} {told.help}")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {
        "tags": ["provenance", "verdict"],
        "precision": "high",
        "problem.severity": "error",
    }


def test_speakers_and_dates_are_judged_with_less_precision(rules: Rulebook) -> None:
    assert descriptor("misattributed", rules)["properties"]["precision"] == "medium"
    assert descriptor("date-conflict", rules)["properties"]["precision"] == "medium"


def test_a_note_is_a_recommendation(rules: Rulebook) -> None:
    rule = descriptor("source-later", rules)

    assert rule["properties"]["problem.severity"] == "recommendation"
    assert rule["properties"]["tags"] == ["provenance", "remark"]
    assert LEVELS[Level.OK] == "none"


def test_a_rule_of_another_version_is_told_by_its_name(rules: Rulebook) -> None:
    assert rule_of("no-such-rule", rules).title == "no-such-rule"
