from datetime import date

import pytest
from building import a_claim

from provcheck.model.article import Position
from provcheck.model.evidence import Unsourced
from provcheck.model.finding import Finding, Remark
from provcheck.model.signoff import Ignore, Signoff, Status
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


def a_finding(**known: object) -> Finding:
    fields = {
        "claim": a_claim("words", "words"),
        "verdict": Verdict.ALTERED,
        "level": Level.ERROR,
        "message": "",
        "confidence": 1.0,
        "evidence": Unsourced(reason=""),
    }
    return Finding(**{**fields, **known})


def a_signoff(status: Status = Status.ACCEPTED, **known: object) -> Signoff:
    return Signoff(
        claim="q-1",
        quote="words",
        status=status,
        verdict=Verdict.ALTERED,
        by="ab",
        day=date(2025, 3, 14),
        **known,
    )


def a_remark(rule: str) -> Remark:
    return Remark(rule=rule, level=Level.WARNING, message="")


IGNORED = Ignore(rule="altered", reason="why", position=Position(line=1, column=1))


@pytest.mark.parametrize(
    ("known", "level"),
    [
        pytest.param({}, Level.ERROR, id="nobody-looked"),
        pytest.param({"signoff": a_signoff()}, Level.OK, id="accepted"),
        pytest.param({"signoff": a_signoff(Status.REJECTED)}, Level.ERROR, id="rejected"),
        pytest.param({"signoff": a_signoff(Status.UNDER_REVIEW)}, Level.ERROR, id="not-decided"),
        pytest.param({"signoff": a_signoff(Status.CORRECTED)}, Level.ERROR, id="not-yet-corrected"),
        pytest.param(
            {"signoff": a_signoff(), "remarks": (a_remark("stale-signoff"),)},
            Level.ERROR,
            id="stale",
        ),
        pytest.param(
            {"signoff": a_signoff(), "remarks": (a_remark("date-conflict"),)},
            Level.WARNING,
            id="a-remark-that-came-up-later",
        ),
        pytest.param(
            {
                "signoff": a_signoff(remarks=("date-conflict",)),
                "remarks": (a_remark("date-conflict"),),
            },
            Level.OK,
            id="a-remark-that-was-seen",
        ),
        pytest.param({"ignores": (IGNORED,)}, Level.OK, id="ignored-by-a-comment"),
        pytest.param(
            {"ignores": (IGNORED,), "remarks": (a_remark("date-conflict"),)},
            Level.WARNING,
            id="a-comment-ignores-one-rule",
        ),
        pytest.param({"known": True}, Level.OK, id="in-the-baseline"),
    ],
)
def test_what_is_settled_does_not_count(known: dict[str, object], level: Level) -> None:
    assert a_finding(**known).outstanding is level


@pytest.mark.parametrize(
    ("known", "undecided"),
    [
        ({"level": Level.OK, "verdict": Verdict.VERBATIM}, False),
        ({"known": True}, False),
        ({"signoff": a_signoff()}, False),
        ({"signoff": a_signoff(Status.REJECTED)}, False),
        ({"signoff": a_signoff(Status.CORRECTED)}, False),
        ({}, True),
        ({"signoff": a_signoff(Status.UNDER_REVIEW)}, True),
        (
            {
                "signoff": a_signoff(Status.REJECTED),
                "remarks": (Remark(rule="stale-signoff", level=Level.WARNING, message="changed"),),
            },
            True,
        ),
    ],
    ids=[
        "nothing stands out",
        "known",
        "accepted",
        "rejected",
        "to be corrected",
        "nobody signed",
        "under review",
        "what was signed no longer holds",
    ],
)
def test_a_claim_waits_until_somebody_decided(known: dict[str, object], *, undecided: bool) -> None:
    assert a_finding(**known).undecided is undecided
