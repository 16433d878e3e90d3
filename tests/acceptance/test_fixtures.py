"""Every fixture gives exactly its expected verdicts: a folder below fixtures/ is a test case."""

from collections import Counter

import pytest
from acceptance.expected import Case, cases, got, wanted

from provcheck.model.edit import EditKind
from provcheck.model.verdict import Verdict
from provcheck.pipeline import check
from provcheck.rulebook.book import load_rulebook

CASES = cases("fixtures")
VERIFIED = {Verdict.VERBATIM, Verdict.EDITED, Verdict.SUPPORTED}
FAULTY = {
    Verdict.ALTERED,
    Verdict.SPLICED,
    Verdict.TRUNCATED,
    Verdict.MISATTRIBUTED,
    Verdict.WRONG_SOURCE,
    Verdict.NOT_FOUND,
    Verdict.CONTRADICTED,
}


def verdicts() -> Counter[Verdict]:
    return Counter(claim.verdict for case in CASES.values() for claim in case.expected.claims)


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES.items()])
def test_every_claim_gets_its_verdict(case: Case) -> None:
    rules = load_rulebook(case.settings.house, case.settings.agencies)

    report = check(str(case.article), case.settings, rules)

    assert got(report, case) == wanted(case), case.expected.describes
    reported = {finding.claim.text.rstrip(".,") for finding in report.findings}
    assert not reported & set(case.expected.no_claims), case.expected.describes


def test_the_fixtures_show_every_verdict() -> None:
    assert set(verdicts()) == set(Verdict)


def test_the_fixtures_show_every_kind_of_edit() -> None:
    claims = [claim for case in CASES.values() for claim in case.expected.claims]

    assert {kind for claim in claims for kind in claim.edits} == set(EditKind)


def test_at_least_as_many_claims_are_verified_as_faulty() -> None:
    count = verdicts()

    assert sum(count[v] for v in VERIFIED) >= sum(count[v] for v in FAULTY)


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES.items()])
def test_every_case_says_why(case: Case) -> None:
    assert len(case.expected.describes.split()) >= 10
    assert case.expected.claims
