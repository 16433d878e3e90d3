import pytest
from pages import ignored, known, lapsed, signed
from reporting import altered, unsourced, verbatim

from provcheck.model.finding import Finding, Remark
from provcheck.model.signoff import Method, Status
from provcheck.model.verdict import Level
from provcheck.report.html.decisions import METHODS, STATUSES, State, decisions, state


def test_every_status_and_method_has_its_words() -> None:
    assert set(STATUSES) == set(Status)
    assert set(METHODS) == set(Method)


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        pytest.param(verbatim(), State.CLEAR, id="nothing-found"),
        pytest.param(signed(verbatim()), State.SETTLED, id="signed-though-nothing-was-found"),
        pytest.param(signed(), State.SETTLED, id="accepted"),
        pytest.param(ignored(), State.SETTLED, id="ignored"),
        pytest.param(known(), State.SETTLED, id="in-the-baseline"),
        pytest.param(altered(), State.OPEN, id="nobody-looked"),
        pytest.param(unsourced(), State.OPEN, id="a-note"),
        pytest.param(lapsed(), State.OPEN, id="stale"),
        pytest.param(signed(status=Status.CORRECTED), State.OPEN, id="still-to-be-corrected"),
        pytest.param(signed(status=Status.UNDER_REVIEW), State.OPEN, id="under-review"),
    ],
)
def test_state(finding: Finding, expected: State) -> None:
    assert state(finding) is expected


def test_a_remark_that_came_later_leaves_a_signed_claim_open() -> None:
    remark = Remark(rule="date-conflict", level=Level.WARNING, message="another day")
    assert state(signed().model_copy(update={"remarks": (remark,)})) is State.OPEN


def test_without_decisions_there_is_nothing_to_show() -> None:
    assert decisions(altered()) == ()


def test_a_signoff_says_who_when_how_and_why() -> None:
    (decision,) = decisions(signed())
    assert (decision.sign, decision.word) == ("✓", "accepted")
    assert decision.by == "by tm, 14 March 2025"
    assert decision.note == "She said “will” on the phone."
    assert [(fact.name, fact.value) for fact in decision.facts] == [
        ("Signed by", "tm"),
        ("On", "14 March 2025"),
        ("Checked", "by phone"),
        ("Verdict then", "altered"),
        ("Holds until", "14 September 2025"),
        ("Holds", "yes"),
    ]


def test_what_a_signoff_leaves_out_is_not_made_up() -> None:
    (decision,) = decisions(signed(method=None, expires=None, note=""))
    names = [fact.name for fact in decision.facts]
    assert names == ["Signed by", "On", "Verdict then", "Holds"]


def test_a_stale_signoff_never_looks_valid() -> None:
    (decision,) = decisions(lapsed())
    assert decision.stale
    assert decision.word == "accepted once, no longer valid"
    assert decision.facts[-1].value == "no longer: the source was changed since"


def test_comments_and_baseline_are_decisions_too() -> None:
    (comment,) = decisions(ignored())
    assert (comment.word, comment.note) == ("ignored", "our own notes")
    assert comment.facts[-1].value == "line 3, column 9"
    (baseline,) = decisions(known())
    assert baseline.word == "in the baseline"


def test_all_decisions_are_told() -> None:
    finding = signed().model_copy(update={"known": True, "ignores": ignored().ignores})
    assert [d.word for d in decisions(finding)] == ["accepted", "ignored", "in the baseline"]
