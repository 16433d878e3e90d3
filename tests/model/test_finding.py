from building import a_claim

from provcheck.model.evidence import Unsourced
from provcheck.model.finding import Finding, Remark
from provcheck.model.verdict import Level, Verdict


def test_a_grave_remark_counts_beside_a_good_verdict() -> None:
    remark = Remark(rule="ellipsis-hides", level=Level.WARNING, message="the points hide a “not”")
    finding = Finding(
        claim=a_claim("words", "words"),
        verdict=Verdict.EDITED,
        level=Level.OK,
        message="",
        confidence=1.0,
        evidence=Unsourced(reason=""),
    )

    assert finding.gravest == Level.OK
    assert finding.model_copy(update={"remarks": (remark,)}).gravest == Level.WARNING
