import pytest
from reporting import a_report, altered, several_edits, supported, unavailable, unsourced, verbatim
from signing import a_signoff

from provcheck.model.finding import Finding, Remark
from provcheck.model.verdict import Level, Verdict
from provcheck.report.sums import count, needs_work, settled, tally, unchecked


@pytest.mark.parametrize(
    "finding",
    [
        pytest.param(verbatim(), id="word-for-word"),
        pytest.param(supported(), id="borne-out"),
        pytest.param(unsourced(), id="no-source-is-no-fault"),
        pytest.param(unavailable(), id="an-unread-source-is-no-fault-of-the-article"),
    ],
)
def test_nothing_to_do(finding: Finding) -> None:
    assert not needs_work(finding)


def test_an_error_needs_work() -> None:
    assert needs_work(altered())


def test_a_remark_alone_needs_work() -> None:
    remark = Remark(rule="hidden-characters", level=Level.WARNING, message="A hidden character.")
    assert needs_work(verbatim().model_copy(update={"remarks": (remark,)}))


def test_unchecked_is_what_nothing_was_compared_for() -> None:
    findings = (altered(), verbatim(), unsourced(), unavailable())
    assert [unchecked(finding) for finding in findings] == [False, False, True, True]


def test_settled_is_what_was_found_and_may_stand() -> None:
    accepted = a_signoff(remarks=("date-conflict",))
    known = unsourced().model_copy(update={"known": True})
    signed = altered().model_copy(update={"signoff": accepted})
    unseen = altered().model_copy(update={"signoff": a_signoff()})
    findings = (known, signed, unseen, altered(), verbatim())
    assert [settled(finding) for finding in findings] == [True, True, False, False, False]


def test_tally_over_several_articles_in_the_order_of_verdicts() -> None:
    reports = (a_report(several_edits(), verbatim()), a_report(altered()))
    assert list(tally(reports).items()) == [(Verdict.VERBATIM, 1), (Verdict.ALTERED, 2)]


def test_count() -> None:
    assert [count(n, "claim") for n in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]
