import pytest
from pages import NOTICES, known, lapsed, signed
from reporting import a_report, altered, supported, unavailable, unsourced, verbatim

from provcheck.model.finding import Finding, Remark
from provcheck.model.verdict import Level
from provcheck.report.html.articles import ArticleView, article_view
from provcheck.report.sums import sum_of
from provcheck.rulebook.book import Rulebook


def view(rules: Rulebook, *findings: Finding, **known_: object) -> ArticleView:
    return article_view(a_report(*findings, **known_), rules, "a2-")


@pytest.mark.parametrize(
    ("findings", "sum_"),
    [
        pytest.param(
            (verbatim(), supported()), "Nothing to correct in 2 checked claims", id="fine"
        ),
        pytest.param(
            (verbatim(), signed()), "Nothing to correct in 2 checked claims", id="accepted"
        ),
        pytest.param(
            (verbatim(), unsourced()),
            "Nothing to correct in 1 checked claim; 1 could not be checked",
            id="could-not-check-is-no-fault",
        ),
        pytest.param((unsourced(), unavailable()), "None of 2 claims could be checked", id="none"),
        pytest.param((altered(), verbatim()), "1 of 2 claims needs work", id="one-fault"),
        pytest.param((lapsed(), verbatim()), "1 of 2 claims needs work", id="accepted-once"),
        pytest.param(
            (altered(), altered(), unsourced()),
            "2 of 3 claims need work; 1 could not be checked",
            id="faults",
        ),
    ],
)
def test_what_it_comes_to(findings: tuple[Finding, ...], sum_: str) -> None:
    assert sum_of((a_report(*findings),)) == sum_


def test_a_sum_goes_over_all_articles() -> None:
    reports = (a_report(altered()), a_report(verbatim(), unsourced()))
    assert sum_of(reports) == "1 of 3 claims needs work; 1 could not be checked"


def test_claims_without_fault_are_no_work(rules: Rulebook) -> None:
    shown = view(rules, verbatim(), signed(), known())
    assert shown.to_do == ()


def test_the_gravest_work_comes_first(rules: Rulebook) -> None:
    remark = Remark(rule="hidden-characters", level=Level.WARNING, message="A letter is Greek.")
    warned = verbatim().model_copy(update={"remarks": (remark,)})
    assert [claim.number for claim in view(rules, warned, verbatim(), altered()).to_do] == [3, 1]


def test_what_was_not_compared_and_what_was_decided(rules: Rulebook) -> None:
    shown = view(rules, unsourced(), altered(), unavailable(), lapsed(), known())
    assert [claim.number for claim in shown.unread] == [1, 3, 5]
    assert [claim.number for claim in shown.decided] == [4, 5]


def test_counts_know_the_first_claim_of_their_verdict(rules: Rulebook) -> None:
    shown = view(rules, verbatim(), altered(), altered())
    assert [(c.rule.id, c.number, c.first) for c in shown.counts] == [
        ("verbatim", 1, "a2-c1"),
        ("altered", 2, "a2-c2"),
    ]


def test_notices_are_called_by_the_name_of_their_rule(rules: Rulebook) -> None:
    first, second = view(rules, verbatim(), notices=NOTICES).notices
    assert (first.level, first.title) == ("warning", "a sign-off without its claim")
    assert (first.place, second.place) == ("ferry.provcheck.toml:7:1", "baseline.json:1:1")


def test_every_claim_has_a_place_in_the_text(rules: Rulebook) -> None:
    assert article_view(a_report(), rules, "").unplaced == ()
