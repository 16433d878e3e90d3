import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup
from hostile import PAYLOADS, TOKEN, a_report_of
from pages import signed
from reporting import a_report, altered, verbatim

from provcheck.model.report import Report
from provcheck.model.signoff import Status
from provcheck.report.html.page import render
from provcheck.review.answer import Answer
from provcheck.review.page import review_page
from provcheck.rulebook.book import Rulebook


def tree(answer: Answer) -> BeautifulSoup:
    return BeautifulSoup(answer.body.decode(), "lxml")


def test_the_report_itself_has_no_form(rules: Rulebook) -> None:
    plain = BeautifulSoup(render((a_report(),), rules), "lxml")
    assert plain.select("form.sign, .desk, noscript") == []


def test_the_page_runs_its_own_script_and_no_other(rules: Rulebook) -> None:
    answer = review_page((a_report(),), rules, "")
    text = answer.body.decode()
    for kind in ("style", "script"):
        (own,) = re.findall(f"<{kind}>(.*?)</{kind}>", text, flags=re.DOTALL)
        hashed = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{hashed}';" in answer.policy
    assert "connect-src 'self'" in answer.policy
    assert answer.policy.startswith("default-src 'none'; ")
    assert answer.policy.endswith("; frame-ancestors 'none'")
    assert "unsafe" not in answer.policy


def test_every_claim_can_be_signed(rules: Rulebook) -> None:
    reports = (a_report(), a_report(altered(), verbatim()))
    page = tree(review_page(reports, rules, "ab"))
    forms = page.select("article.claim form.sign")
    assert [f.get("data-claim") for f in forms[:2]] == ["a1-c1", "a1-c2"]
    assert [f.get("data-claim") for f in forms[-2:]] == ["a2-c1", "a2-c2"]
    assert len(forms) == 8
    assert page.select("#by")[0].get("value") == "ab"
    labels = {each.get("for") for each in page.select("label[for]")}
    fields = page.select("form.sign textarea, form.sign select, form.sign input[type=date]")
    assert {each.get("id") for each in fields} <= labels


@pytest.mark.parametrize(
    ("status", "opened"),
    [(None, True), (Status.UNDER_REVIEW, True), (Status.REJECTED, False), (Status.ACCEPTED, False)],
)
def test_what_waits_for_a_decision_is_marked(
    rules: Rulebook, status: Status | None, *, opened: bool
) -> None:
    finding = signed(status=status) if status else altered()
    (form,) = tree(review_page((a_report(finding),), rules, "")).select("form.sign")
    assert ("data-open" in form.attrs) is opened


def test_a_decision_is_filled_in_to_be_changed(rules: Rulebook) -> None:
    (form,) = tree(review_page((a_report(signed()),), rules, "")).select("form.sign")
    assert form.select("input[checked]")[0].get("value") == "accepted"
    assert form.select("textarea")[0].text.strip() == "She said “will” on the phone."
    assert form.select("option[selected]")[0].get("value") == "phone"
    assert form.select("input[type=date]")[0].get("value") == "2025-09-14"
    assert form.select("button.undo")


def test_a_note_is_asked_for_where_something_was_found(rules: Rulebook) -> None:
    page = tree(review_page((a_report(altered(), verbatim()),), rules, ""))
    notes = page.select("form.sign textarea")
    assert ["required" in note.attrs for note in notes] == [True, False]


def shape(report: Report, rules: Rulebook, by: str) -> list[tuple[str, list[str]]]:
    page = tree(review_page((report,), rules, by))
    return [(each.name, sorted(each.attrs)) for each in page.select("*")]


def a_hostile(payload: str) -> Report:
    report = a_report_of(payload)
    first = signed(report.findings[0], note=payload, by=payload)
    return report.model_copy(update={"findings": (first, *report.findings[1:])})


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_make_no_element(rules: Rulebook, payload: str) -> None:
    assert shape(a_hostile(payload), rules, payload) == shape(a_hostile(TOKEN), rules, TOKEN)
