from building import a_claim, an_article

from provcheck.model.evidence import Unsourced
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.verdict import Level, Verdict


def finding(verdict: Verdict) -> Finding:
    return Finding(
        claim=a_claim("words", "words"),
        verdict=verdict,
        level=Level.NOTE,
        message="",
        confidence=0.5,
        evidence=Unsourced(reason=""),
    )


def test_counts_in_the_order_of_verdicts_without_zeros() -> None:
    verdicts = (Verdict.UNSOURCED, Verdict.VERBATIM, Verdict.UNSOURCED)
    report = Report(
        article=an_article("words"),
        findings=tuple(map(finding, verdicts)),
        tool="1",
        rules="2",
        house="default",
    )

    assert list(report.counts().items()) == [(Verdict.VERBATIM, 1), (Verdict.UNSOURCED, 2)]
    assert Report.model_validate_json(report.model_dump_json()) == report
