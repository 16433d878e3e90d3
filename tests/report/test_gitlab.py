import json

import pytest
from ci_reports import OPEN, SETTLED, a_notice, everything
from hostile import TOKEN, a_report_of, payloads
from jsonschema import Draft202012Validator
from reporting import TEXT, a_report, altered, an_article, unavailable, unsourced

from provcheck.report.gitlab import render
from provcheck.rulebook.book import Rulebook

WORDS = {"type": "string", "minLength": 1}
LINE = {"type": "integer", "minimum": 1}
# What GitLab's documentation asks for; it ignores what else the Code Climate format has.
SCHEMA = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": False,
            "properties": {
                "description": WORDS,
                "check_name": {"type": "string", "pattern": "^[a-z-]+$"},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {**WORDS, "not": {"pattern": r"^\./"}},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": LINE, "end": LINE},
                        },
                    },
                },
            },
        },
    }
)


def entries(*reports, rules: Rulebook) -> list[dict]:
    found = json.loads(render(reports, rules))
    SCHEMA.validate(found)
    prints = [entry["fingerprint"] for entry in found]
    assert len(set(prints)) == len(prints)
    return found


@pytest.mark.parametrize("name", sorted(SETTLED))
def test_what_is_settled_or_right_is_not_told(name: str, rules: Rulebook) -> None:
    assert entries(a_report(SETTLED[name]), rules=rules) == []


@pytest.mark.parametrize("name", sorted(OPEN))
def test_what_is_open_is(name: str, rules: Rulebook) -> None:
    assert entries(a_report(OPEN[name]), rules=rules)


def test_an_entry_says_what_is_wrong_and_where(rules: Rulebook) -> None:
    entry = entries(a_report(altered()), rules=rules)[0]

    assert entry["description"] == (
        "altered: The source has “may” where the article has “will”. "
        "(Ines Falk: “We will open the new ferry line in spring.”)"
    )
    assert entry["check_name"] == "altered"
    assert entry["location"] == {
        "path": "ferry.txt",
        "lines": {"begin": 2, "end": 2},
        "positions": {"begin": {"line": 2, "column": 35}, "end": {"line": 2, "column": 77}},
    }


def test_severities_follow_the_levels(rules: Rulebook) -> None:
    found = entries(a_report(altered(), unavailable(), unsourced()), rules=rules)

    assert [entry["severity"] for entry in found] == ["critical", "major", "major", "info"]


def test_equal_claims_and_equal_articles_have_fingerprints_of_their_own(rules: Rulebook) -> None:
    second = a_report(altered(), article=an_article(path="second.txt"))

    assert len(entries(a_report(altered(), altered()), second, rules=rules)) == 6


def test_fingerprints_stay_when_the_paragraph_moves(rules: Rulebook) -> None:
    finding, moved = altered(), "New words at the head.\n" + TEXT
    shift = len(moved) - len(TEXT)
    span = finding.claim.span
    span = span.model_copy(update={"start": span.start + shift, "end": span.end + shift})
    later = finding.model_copy(update={"claim": finding.claim.model_copy(update={"span": span})})
    before = entries(a_report(finding), rules=rules)
    after = entries(a_report(later, article=an_article(moved)), rules=rules)

    assert [e["fingerprint"] for e in before] == [e["fingerprint"] for e in after]
    assert [e["location"]["lines"]["begin"] for e in after] == [3, 3]


@pytest.mark.parametrize(
    ("path", "shown"),
    [("./news/ferry.txt", "news/ferry.txt"), ("news/./ferry.txt", "news/ferry.txt")],
)
def test_paths_are_plain(path: str, shown: str, rules: Rulebook) -> None:
    (entry, _) = entries(a_report(altered(), article=an_article(path=path)), rules=rules)

    assert entry["location"]["path"] == shown


def test_a_notice_is_an_entry(rules: Rulebook) -> None:
    entry = entries(a_report(notices=(a_notice(),)), rules=rules)[-1]

    assert entry["check_name"] == "orphan-signoff"
    assert entry["location"]["path"] == "ferry.provcheck.toml"


def test_everything_at_once(rules: Rulebook) -> None:
    assert entries(everything(), everything(file="other.txt"), rules=rules)


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_stay_words(payload: str, rules: Rulebook) -> None:
    text = render((a_report_of(payload),), rules)

    assert len(entries(a_report_of(payload), rules=rules)) == len(
        entries(a_report_of(TOKEN), rules=rules)
    )
    assert "##[" not in text
    assert text.count("\n") == render((a_report_of(TOKEN),), rules).count("\n")
