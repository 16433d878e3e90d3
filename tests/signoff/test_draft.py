from datetime import date

import pytest
from reporting import altered, unavailable, verbatim
from signing import DAY, HASH

from provcheck.errors import SettingsError
from provcheck.model.finding import STALE, Finding, Remark
from provcheck.model.signoff import Method, Status
from provcheck.model.verdict import Level, Verdict
from provcheck.signoff.draft import REJECTED, Decision, drafted, hash_of, sound


def a_decision(**known: object) -> Decision:
    return Decision(**{"by": "ab", "note": "heard it", "day": DAY, **known})


def test_a_draft_says_what_was_found_and_decided() -> None:
    decision = a_decision(
        by=" ab ", note=" heard it ", method=Method.RECORDING, expires=date(2025, 9, 1)
    )
    signoff = drafted(altered(), decision)

    assert (signoff.claim, signoff.verdict) == ("q-ferry", Verdict.ALTERED)
    assert signoff.quote == "We will open the new ferry line in spring."
    assert (signoff.evidence, signoff.remarks) == (HASH, ("date-conflict",))
    assert (signoff.status, signoff.by, signoff.day) == (Status.ACCEPTED, "ab", DAY)
    assert (signoff.method, signoff.note) == (Method.RECORDING, "heard it")
    assert signoff.expires == date(2025, 9, 1)


def test_the_words_are_kept_on_one_line() -> None:
    claim = altered().claim.model_copy(update={"text": "We will open\n\nthe line", "segments": ()})
    finding = altered().model_copy(update={"claim": claim})
    assert "\n" not in drafted(finding, a_decision()).quote


@pytest.mark.parametrize("finding", [verbatim()], ids=["verbatim"])
def test_what_is_ok_needs_no_note(finding: Finding) -> None:
    assert drafted(finding, a_decision(note="")).note == ""


@pytest.mark.parametrize("finding", [altered(), unavailable()], ids=lambda f: str(f.verdict))
@pytest.mark.parametrize("note", ["", " \n"])
@pytest.mark.parametrize("status", list(Status))
def test_anything_else_needs_one(finding: Finding, note: str, status: Status) -> None:
    with pytest.raises(SettingsError, match=f"^note: {finding.claim.id} is {finding.verdict}; say"):
        drafted(finding, a_decision(note=note, status=status))


def test_where_no_source_was_read_none_is_signed() -> None:
    assert drafted(unavailable(), a_decision()).evidence is None
    assert hash_of(altered().evidence) == HASH


def test_remarks_on_an_older_signoff_are_not_signed() -> None:
    older = tuple(
        Remark(rule=rule, level=Level.WARNING, message="of an older one")
        for rule in (STALE, REJECTED, "source-later", "source-later")
    )
    finding = altered().model_copy(update={"remarks": older})
    assert drafted(finding, a_decision()).remarks == ("source-later",)


@pytest.mark.parametrize(
    ("known", "message"),
    [
        pytest.param({"by": ""}, "by: nobody is named", id="nobody"),
        pytest.param({"by": "x" * 41}, "by: at most 40", id="too long"),
        pytest.param({"by": "a\tb"}, "by: at most 40 printable", id="a tab"),
        pytest.param({"expires": date(2025, 3, 13)}, "expires: 2025-03-13 lies", id="expired"),
    ],
)
def test_what_no_claim_can_be_signed_with_is_told_at_once(
    known: dict[str, object], message: str
) -> None:
    with pytest.raises(SettingsError, match=f"^{message}"):
        sound(a_decision(**known))


def test_a_signoff_may_expire_on_its_own_day() -> None:
    assert sound(a_decision(expires=DAY)).expires == DAY
