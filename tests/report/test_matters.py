import pytest
from ci_reports import (
    HIDDEN,
    OPEN,
    SETTLED,
    YOUNGER,
    a_notice,
    everything,
    ignored,
    known,
    remarked,
    signed,
    stale,
)
from hypothesis import given
from hypothesis import strategies as st
from reporting import TEXT, a_report, altered, an_article, verbatim

from provcheck.model.finding import Finding
from provcheck.model.signoff import Method, Status
from provcheck.model.verdict import Level
from provcheck.report.matters import Matter, Origin, Standing, by_claim, gravest, matters
from provcheck.report.places import Place

FINDINGS = st.builds(
    lambda base, levels, change: change(remarked(base, *levels)),
    st.sampled_from([altered(), verbatim()]),
    st.lists(st.sampled_from([HIDDEN, YOUNGER]), max_size=3).map(tuple),
    st.sampled_from(
        [
            lambda f: f,
            known,
            stale,
            signed,
            lambda f: signed(f, remarks=("source-later",)),
            lambda f: signed(f, Status.UNDER_REVIEW),
            lambda f: ignored(f, "hidden-characters"),
            lambda f: ignored(f, "altered"),
        ]
    ),
)


def the_open(finding: Finding) -> list[str]:
    return [m.rule for m in matters(a_report(finding)) if m.outstanding]


@pytest.mark.parametrize("name", sorted(SETTLED))
def test_what_is_settled_or_right_is_not_outstanding(name: str) -> None:
    assert the_open(SETTLED[name]) == []


@pytest.mark.parametrize("name", sorted(OPEN))
def test_everything_else_is(name: str) -> None:
    assert the_open(OPEN[name])


def test_a_remark_that_came_after_the_signing_stays_open() -> None:
    assert the_open(signed(altered(), remarks=())) == ["date-conflict"]


def test_a_comment_settles_its_own_rule_alone() -> None:
    assert the_open(ignored(altered(), "date-conflict")) == ["altered"]


@given(finding=FINDINGS)
def test_the_gravest_open_matter_is_what_counts_for_the_exit_code(finding: Finding) -> None:
    open_ones = [m for m in matters(a_report(finding)) if m.outstanding]
    level = gravest(open_ones).level if open_ones else Level.OK

    assert level is finding.outstanding


@pytest.mark.parametrize(
    ("finding", "standing", "told"),
    [
        pytest.param(
            signed(altered()),
            Standing.ACCEPTED,
            "accepted by Tove Mand on 15 March 2025, checked with a recording: heard on the tape",
            id="accepted",
        ),
        pytest.param(
            signed(altered(), Status.REJECTED, method=None, note=""),
            Standing.REJECTED,
            "rejected by Tove Mand on 15 March 2025",
            id="rejected",
        ),
        pytest.param(
            signed(altered(), Status.CORRECTED, method=Method.PHONE, note=""),
            Standing.REJECTED,
            "to be corrected, said by Tove Mand on 15 March 2025, checked by phone",
            id="to-be-corrected",
        ),
        pytest.param(
            signed(altered(), Status.UNDER_REVIEW, method=Method.PRIMARY, note=""),
            Standing.UNDER_REVIEW,
            "under review by Tove Mand on 15 March 2025, checked with the primary source",
            id="under-review",
        ),
        pytest.param(
            stale(altered()),
            Standing.UNDER_REVIEW,
            "no longer holds: accepted by Tove Mand on 15 March 2025, checked with a recording: "
            "heard on the tape",
            id="stale",
        ),
        pytest.param(
            ignored(altered(), "altered"),
            Standing.ACCEPTED,
            "ignored by a comment in the article: agreed with the desk",
            id="comment",
        ),
        pytest.param(
            known(altered()), Standing.ACCEPTED, "known: the baseline holds it", id="baseline"
        ),
    ],
)
def test_who_decided_and_why_is_told(finding: Finding, standing: Standing, told: str) -> None:
    (decision,) = matters(a_report(finding))[0].decisions

    assert (decision.standing, decision.told) == (standing, told)


def test_what_settles_a_matter_hides_a_decision_that_does_not() -> None:
    both = ignored(signed(altered(), Status.REJECTED), "altered")
    (decision,) = matters(a_report(both))[0].decisions

    assert decision.origin is Origin.COMMENT
    assert decision.position


def test_the_matters_of_a_claim_stand_together_and_a_notice_by_itself() -> None:
    report = a_report(altered(), verbatim(), notices=(a_notice(),))

    assert [[m.rule for m in group] for group in by_claim(report)] == [
        ["altered", "date-conflict"],
        ["verbatim"],
        ["orphan-signoff"],
    ]


def test_a_notice_stands_in_its_own_file() -> None:
    (notice,) = matters(a_report(notices=(a_notice(),)))[-1:]

    assert notice.file == "ferry.provcheck.toml"
    assert notice.place == Place(line=7, column=1, end_line=7, end_column=2)


def test_a_notice_on_the_article_is_named_as_the_article_is() -> None:
    notice = a_notice(path="ferry.txt")

    assert matters(a_report(notices=(notice,), file="news/ferry.txt"))[-1].file == "news/ferry.txt"


def keys(report) -> list[str]:
    return [matter.key for matter in matters(report)]


def test_no_two_matters_have_one_key_not_even_of_equal_words() -> None:
    found = keys(everything(notices=(a_notice(), a_notice())))

    assert len(set(found)) == len(found)


def test_keys_stay_when_the_paragraph_moves() -> None:
    moved = "New words at the head.\n" + TEXT
    finding = altered()
    shift = len(moved) - len(TEXT)
    span = finding.claim.span
    span = span.model_copy(update={"start": span.start + shift, "end": span.end + shift})
    later = finding.model_copy(update={"claim": finding.claim.model_copy(update={"span": span})})

    assert keys(a_report(finding)) == keys(a_report(later, article=an_article(moved)))
    assert (
        matters(a_report(finding))[0].place
        != matters(a_report(later, article=an_article(moved)))[0].place
    )


def test_of_equally_grave_ones_the_first_is_taken() -> None:
    found = matters(a_report(remarked(verbatim(), HIDDEN, YOUNGER)))

    assert gravest(found).rule == "hidden-characters"
    assert isinstance(gravest(found[:1]), Matter)
    with pytest.raises(ValueError, match="empty"):
        gravest(())
