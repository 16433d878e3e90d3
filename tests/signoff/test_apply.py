from datetime import date, timedelta
from typing import Any

import pytest
from reporting import a_report, altered, unavailable, unsourced, verbatim
from signing import DAY, HASH, a_signoff

from provcheck.model.evidence import Unavailable
from provcheck.model.finding import STALE, Finding
from provcheck.model.report import Report
from provcheck.model.signoff import Signoff, Status
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.houses import Severity, StyleRule
from provcheck.signoff.apply import ORPHAN, settled
from provcheck.signoff.book import Sheet
from provcheck.signoff.draft import REJECTED

SEEN = ("date-conflict",)
HOLDING = a_signoff(remarks=SEEN)
GONE = a_signoff("q-gone", quote="Nobody says this here.", line=12)


def laid(report: Report, rules: Rulebook, *signoffs: Signoff, today: date = DAY) -> Report:
    return settled(report, Sheet(path="ferry.provcheck.toml", signoffs=signoffs), today, rules)


def on(finding: Finding, signoff: Signoff, rules: Rulebook, today: date = DAY) -> Finding:
    """The finding, which stands alone in its report, with the sign-off laid over it."""
    (found,) = laid(a_report(finding), rules, signoff, today=today).findings
    assert found.signoff == signoff
    return found


def stale(finding: Finding) -> str:
    """What is told of a sign-off that no longer holds, "" of one that does."""
    return "".join(remark.message for remark in finding.remarks if remark.rule == STALE)


def in_a_house(rules: Rulebook, **levels: Severity) -> Rulebook:
    styles = {
        rule.replace("_", "-"): StyleRule(level=level, origin="test")
        for rule, level in levels.items()
    }
    house = rules.house.model_copy(update={"rules": {**rules.house.rules, **styles}})
    return rules.model_copy(update={"house": house})


def test_without_signoffs_nothing_changes(rules: Rulebook) -> None:
    assert laid(a_report(), rules) == a_report()


def test_what_was_accepted_is_settled(rules: Rulebook) -> None:
    found = on(altered(), HOLDING, rules)
    assert found.model_copy(update={"signoff": None}) == altered()
    assert (found.holds, found.outstanding) == (True, Level.OK)


def test_a_signoff_is_on_its_claim_alone(rules: Rulebook) -> None:
    report = laid(a_report(), rules, HOLDING)
    assert [f.claim.id for f in report.findings if f.signoff] == ["q-ferry"]
    assert report.notices == ()


def test_a_remark_that_nobody_saw_stays_open(rules: Rulebook) -> None:
    assert on(altered(), a_signoff(), rules).outstanding is Level.WARNING


@pytest.mark.parametrize("days", [0, 1, 400])
def test_a_signoff_holds_until_it_expires(days: int, rules: Rulebook) -> None:
    signoff = a_signoff(remarks=SEEN, expires=DAY + timedelta(days=days))
    assert on(altered(), signoff, rules, today=DAY + timedelta(days=days)).holds


def test_a_signoff_without_a_source_holds_while_there_is_none(rules: Rulebook) -> None:
    quote = unavailable().claim.words
    signoff = a_signoff("q-dredge", verdict=Verdict.UNAVAILABLE, evidence=None, quote=quote)
    assert on(unavailable(), signoff, rules).outstanding is Level.OK


def test_a_run_that_was_stopped_says_nothing_of_signoffs(rules: Rulebook) -> None:
    stopped = Unavailable(reason="the run was stopped before", interrupted=True)
    finding = unavailable().model_copy(update={"evidence": stopped})
    assert stale(on(finding, a_signoff("q-dredge"), rules)) == ""


@pytest.mark.parametrize(
    ("finding", "signoff", "told"),
    [
        pytest.param(
            altered(),
            a_signoff(verdict=Verdict.SPLICED),
            "the verdict was spliced then",
            id="verdict",
        ),
        pytest.param(
            altered(),
            a_signoff(evidence="sha256:" + "2" * 64),
            "the text of the source is another one",
            id="source changed",
        ),
        pytest.param(
            altered(), a_signoff(evidence=None), "no source was read then", id="source came"
        ),
        pytest.param(
            unavailable(),
            a_signoff("q-dredge", verdict=Verdict.UNAVAILABLE, quote="dredging begins at once"),
            "the source that it was signed against was not read",
            id="source gone",
        ),
        pytest.param(
            altered(),
            a_signoff(expires=DAY - timedelta(days=1)),
            "it expired on 2025-03-13",
            id="expired",
        ),
        pytest.param(
            altered(),
            a_signoff("q-other", quote="We will open\nthe new ferry line in spring,"),
            "the words are given to another speaker",
            id="speaker",
        ),
        pytest.param(
            altered(),
            a_signoff(quote="We’ will open -the new ferry line in spring"),
            "the words are spelt otherwise than in its quote",
            id="what the id of a claim leaves aside",
        ),
    ],
)
def test_what_changed_since_makes_a_signoff_stale(
    finding: Finding, signoff: Signoff, told: str, rules: Rulebook
) -> None:
    for status in Status:
        found = on(finding, signoff.model_copy(update={"status": status}), rules)
        assert stale(found) == f"signed by ab on 2025-03-14, and no longer holds: {told}"
        assert not found.holds
        assert found.outstanding.rank >= Level.WARNING.rank
        assert found.remarks[-1].level is Level.WARNING


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"evidence": "sha256:" + "2" * 64}, id="its source says something else"),
        pytest.param({"verdict": Verdict.SPLICED}, id="its verdict is another one"),
        pytest.param({"quote": "We will open -the new ferry line"}, id="it is spelt otherwise"),
    ],
)
def test_what_was_rejected_stays_so_whatever_its_source_says(
    known: dict[str, Any], rules: Rulebook
) -> None:
    found = on(altered(), a_signoff(status=Status.REJECTED, **known), rules)
    assert stale(found)
    assert [r.level for r in found.remarks if r.rule == REJECTED] == [Level.ERROR]


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"expires": DAY - timedelta(days=1)}, id="the decision expired"),
        pytest.param({"claim": "q-other"}, id="somebody else says it"),
    ],
)
def test_a_rejection_ends_with(known: dict[str, Any], rules: Rulebook) -> None:
    found = on(altered(), a_signoff(**{"status": Status.REJECTED, **known}), rules)
    assert REJECTED not in {remark.rule for remark in found.remarks}


@pytest.mark.parametrize("claim", ["q-ferry-2", "q-ferry-10"])
def test_words_that_stood_twice_and_now_once_keep_their_signoff(
    claim: str, rules: Rulebook
) -> None:
    assert on(altered(), a_signoff(claim, remarks=SEEN), rules).outstanding is Level.OK


def test_all_that_changed_is_told(rules: Rulebook) -> None:
    signoff = a_signoff("q-x", verdict=Verdict.SPLICED, evidence=None, expires=date(2020, 1, 1))
    assert stale(on(altered(), signoff, rules)).count(";") == 3


def test_what_was_rejected_is_an_error(rules: Rulebook) -> None:
    known = {"status": Status.REJECTED, "quote": verbatim().claim.words, "note": "private"}
    found = on(verbatim(), a_signoff("q-quay", verdict=Verdict.VERBATIM, **known), rules)
    (remark,) = found.remarks
    told = "ab decided on 2025-03-14 that it must not be published: private"
    assert (remark.rule, remark.level, remark.message) == (REJECTED, Level.ERROR, told)
    assert found.outstanding is Level.ERROR


def test_what_is_to_be_corrected_stays_open_as_it_is(rules: Rulebook) -> None:
    found = on(altered(), a_signoff(status=Status.CORRECTED), rules)
    assert (found.holds, found.outstanding) == (True, Level.ERROR)


def test_what_was_corrected_is_fine(rules: Rulebook) -> None:
    was = a_signoff(
        "q-quay", status=Status.CORRECTED, evidence="sha256:" + "3" * 64, expires=date(2020, 1, 1)
    )
    found = on(verbatim(), was, rules)
    assert (stale(found), found.outstanding) == ("", Level.OK)


@pytest.mark.parametrize(
    ("status", "level", "told"),
    [
        pytest.param(Status.ACCEPTED, Level.WARNING, "is signed and not in the article"),
        pytest.param(Status.UNDER_REVIEW, Level.WARNING, "is signed and not in the article"),
        pytest.param(Status.CORRECTED, Level.NOTE, "was corrected and is gone"),
        pytest.param(Status.REJECTED, Level.NOTE, "was rejected and is gone"),
    ],
    ids=str,
)
def test_a_signoff_without_its_claim_is_a_notice(
    status: Status, level: Level, told: str, rules: Rulebook
) -> None:
    report = laid(a_report(), rules, GONE.model_copy(update={"status": status}))
    (notice,) = report.notices
    assert (notice.rule, notice.level) == (ORPHAN, level)
    assert notice.message.startswith(f"q-gone “Nobody says this here.” {told}")
    assert (notice.path, notice.position.line) == ("ferry.provcheck.toml", 12)
    assert report.findings == a_report().findings


@pytest.mark.parametrize("quote", ["", "…!", "in spring"])
def test_other_words_find_no_claim(quote: str, rules: Rulebook) -> None:
    assert laid(a_report(), rules, GONE.model_copy(update={"quote": quote})).notices


def test_words_that_two_claims_have_find_neither(rules: Rulebook) -> None:
    twin = altered().claim.model_copy(update={"id": "q-twin"})
    report = a_report(altered(), altered().model_copy(update={"claim": twin}))
    laid_over = laid(report, rules, a_signoff("q-old"))
    assert [finding.signoff for finding in laid_over.findings] == [None, None]
    assert len(laid_over.notices) == 1


def test_a_claim_that_is_signed_takes_no_other_signoff_of_its_words(rules: Rulebook) -> None:
    report = laid(a_report(altered()), rules, a_signoff("q-old"), HOLDING, a_signoff("q-older"))
    assert report.findings[0].signoff == HOLDING
    assert [notice.message.split()[0] for notice in report.notices] == ["q-old", "q-older"]


def test_notices_that_were_there_stay_first(rules: Rulebook) -> None:
    once = laid(a_report(), rules, GONE)
    assert len(laid(once, rules, GONE).notices) == 2


def test_the_house_says_how_grave_these_are(rules: Rulebook) -> None:
    strict = in_a_house(rules, stale_signoff=Severity.ERROR, orphan_signoff=Severity.ERROR)
    report = laid(a_report(altered()), strict, a_signoff(evidence=None), GONE)
    assert report.findings[0].remarks[-1].level is Level.ERROR
    assert report.notices[0].level is Level.ERROR


def test_a_house_that_wants_no_word_of_it_gets_none_and_no_signoff_that_lapsed(
    rules: Rulebook,
) -> None:
    mild = in_a_house(
        rules,
        stale_signoff=Severity.OFF,
        orphan_signoff=Severity.OFF,
        rejected_by_editor=Severity.OFF,
    )
    report = laid(a_report(altered()), mild, a_signoff(evidence=None), GONE)
    assert report.notices == ()
    assert report.findings[0].outstanding is Level.ERROR
    assert report.findings[0].remarks[-1].level is Level.OK
    rejected = on(altered(), a_signoff(status=Status.REJECTED), mild)
    assert rejected.remarks == altered().remarks


def test_what_has_no_source_can_be_signed(rules: Rulebook) -> None:
    quote = unsourced().claim.words
    signoff = a_signoff("q-paid", verdict=Verdict.UNSOURCED, evidence=None, quote=quote)
    assert on(unsourced(), signoff, rules).outstanding is Level.OK
    assert HASH not in str(signoff)
