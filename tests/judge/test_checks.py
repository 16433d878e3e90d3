from building import a_claim

from provcheck.judge.checks import with_checks
from provcheck.model.evidence import Unavailable
from provcheck.model.finding import Finding
from provcheck.model.query import Result
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook

FINDING = Finding(
    claim=a_claim("words", "words"), verdict=Verdict.UNAVAILABLE, level=Level.WARNING,
    message="m", confidence=0.5, evidence=Unavailable(reason="r"),
)  # fmt: skip


def a_check(number: int, **known: object) -> Result:
    url = f"https://checks.example/{number}"
    return Result(**{"url": url, "provider": "factcheck", "rating": "False", **known})


def test_other_results_are_no_checks(rules: Rulebook) -> None:
    page = Result(url="https://wire.example/a", provider="brave", title="A page")

    assert with_checks(FINDING, (), rules) == FINDING
    assert with_checks(FINDING, (page,), rules) == FINDING


def test_checks_are_told_beside_the_verdict(rules: Rulebook) -> None:
    results = (a_check(1, reviewer="Halden Facts"), a_check(2), a_check(3), a_check(4))
    checked = with_checks(FINDING, results, rules)

    assert (checked.verdict, checked.level) == (FINDING.verdict, FINDING.level)
    assert [(r.rule, r.level) for r in checked.remarks] == [("fact-checked", Level.NOTE)] * 3
    assert checked.remarks[0].message == (
        "Halden Facts checked such a claim and rated it “False”: https://checks.example/1"
    )
