"""Every seed runs offline, gives its expected verdicts, and gives the same bytes again."""

import pytest
from acceptance.expected import Case, cases, got, wanted

from provcheck.model.report import Report
from provcheck.pipeline import check
from provcheck.report.formats import FORMATS
from provcheck.rulebook.book import load_rulebook

CASES = cases("seeds")
EVERY = pytest.mark.parametrize("case", [pytest.param(c, id=name) for name, c in CASES.items()])


def report_on(case: Case) -> Report:
    return check(
        str(case.article), case.settings, load_rulebook(case.settings.house, case.settings.agencies)
    )


@EVERY
def test_every_claim_gets_its_verdict(case: Case) -> None:
    report = report_on(case)

    assert got(report, case) == wanted(case), case.expected.describes
    reported = {finding.claim.text.rstrip(".,") for finding in report.findings}
    assert not reported & set(case.expected.no_claims)


@EVERY
@pytest.mark.parametrize("form", ["json", "html"])
def test_two_runs_give_the_same_bytes(case: Case, form: str) -> None:
    rules = load_rulebook(case.settings.house, case.settings.agencies)
    first, second = (FORMATS[form]((report_on(case),), rules) for _ in range(2))

    assert first == second


def test_there_are_seeds_of_every_form() -> None:
    forms = {case.article.suffix for case in CASES.values()}

    assert len(CASES) >= 4
    assert {".txt", ".html", ".md"} <= forms


@EVERY
def test_most_claims_of_a_seed_are_right(case: Case) -> None:
    right = [claim for claim in case.expected.claims if claim.level == "ok"]

    assert len(right) * 2 > len(case.expected.claims)
