import json
import os
import threading
from pathlib import Path

import pytest
from reporting import a_report, altered, unavailable, verbatim
from reviewing import ALTERED, NAMED, a_session, an_article_of
from signing import DAY, a_file, a_signoff, a_table

from provcheck.errors import SettingsError
from provcheck.model.report import Report
from provcheck.model.signoff import Method, Status
from provcheck.review.session import LONGEST_NOTE, Refusal, Session, open_in
from provcheck.signoff.book import read_signoffs
from provcheck.signoff.write import sign


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return an_article_of(tmp_path)


@pytest.fixture
def session(report: Report) -> Session:
    return a_session(report)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ferry.provcheck.toml"


def said(answer) -> dict[str, object]:
    return json.loads(answer.body)


def test_a_decision_is_in_the_file_when_it_is_answered(session: Session, file: Path) -> None:
    asked = {**ALTERED, "method": "phone", "expires": "2025-09-01", "note": "  heard it "}
    answer = session.sign(asked)

    assert (answer.status, said(answer)["done"]) == (200, "Claim 1 is signed: accepted by ab")
    (signoff,) = read_signoffs(file)
    assert (signoff.claim, signoff.status, signoff.by) == ("q-ferry", Status.ACCEPTED, "ab")
    assert (signoff.method, str(signoff.expires)) == (Method.PHONE, "2025-09-01")
    assert (signoff.day, signoff.note) == (DAY, "heard it")
    assert signoff.verdict == "altered"
    assert session.by == "ab"


def test_what_is_decided_is_no_longer_open(session: Session) -> None:
    first = open_in(list(session.reports))
    assert said(session.sign(ALTERED))["open"] == first - 1
    (report,) = session.reports
    assert report.findings[0].holds
    assert said(session.undo(NAMED))["open"] == first


@pytest.mark.parametrize(
    ("status", "closes"),
    [("accepted", 1), ("corrected", 1), ("rejected", 1), ("under-review", 0)],
)
def test_what_is_under_review_stays_open(session: Session, status: str, closes: int) -> None:
    first = open_in(list(session.reports))
    assert said(session.sign({**ALTERED, "status": status}))["open"] == first - closes


def test_what_stands_in_the_source_needs_no_note(tmp_path: Path) -> None:
    session = a_session(an_article_of(tmp_path, verbatim()))
    (report,) = session.reports
    asked = {"claim": "c1", "id": report.findings[0].claim.id, "status": "accepted", "by": "ab"}
    assert session.sign(asked).status == 200


def test_a_decision_is_changed_and_taken_back(session: Session, file: Path) -> None:
    session.sign(ALTERED)
    session.sign({**ALTERED, "status": "rejected", "by": "cd"})
    (signoff,) = read_signoffs(file)
    assert (signoff.status, signoff.by) == (Status.REJECTED, "cd")
    assert said(session.undo(NAMED))["done"] == "The sign-off of claim 1 is removed"
    assert not file.exists()


def test_articles_on_one_page_are_signed_apart(tmp_path: Path) -> None:
    both = (an_article_of(tmp_path), an_article_of(tmp_path, altered(), name="quay.txt"))
    session = a_session(*both)
    assert session.sign({**ALTERED, "claim": "a2-c1"}).status == 200
    assert [path.name for path in tmp_path.glob("*.toml")] == ["quay.provcheck.toml"]
    assert session.sign(ALTERED).status == 404


def test_what_another_program_signs_meanwhile_is_kept_and_seen(
    session: Session, file: Path
) -> None:
    words = {each.claim.id: each.claim.words for each in session.reports[0].findings}
    sign(file, a_signoff("q-dredge", quote=words["q-dredge"], verdict="unavailable", evidence=None))
    session.sign(ALTERED)
    assert [each.claim for each in read_signoffs(file)] == ["q-dredge", "q-ferry"]
    (report,) = session.reports
    assert [f.claim.id for f in report.findings if f.holds] == ["q-ferry", "q-dredge"]


def test_an_entry_that_was_found_by_its_words_is_replaced(session: Session, file: Path) -> None:
    (report,) = session.reports
    words = report.findings[0].claim.words
    sign(file, a_signoff("q-before", quote=words))
    session = a_session(*(session.reports))
    session.sign(ALTERED)
    assert [each.claim for each in read_signoffs(file)] == ["q-ferry"]
    (report,) = session.reports
    assert report.notices == ()


def test_an_entry_found_by_its_words_is_taken_back(session: Session, file: Path) -> None:
    (report,) = session.reports
    sign(file, a_signoff("q-before", quote=report.findings[0].claim.words))
    assert session.undo(NAMED).status == 200
    assert not file.exists()


def test_two_who_sign_at_once_are_both_heard(tmp_path: Path, file: Path) -> None:
    session = a_session(an_article_of(tmp_path, altered(), unavailable()))
    other = {**ALTERED, "claim": "c2", "id": "q-dredge"}
    threads = [threading.Thread(target=session.sign, args=(a,)) for a in (ALTERED, other) * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each.claim for each in read_signoffs(file)] == ["q-dredge", "q-ferry"]
    assert open_in(list(session.reports)) == 0


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"note": " "}, (422, "say in a note why you decide so")),
        ({"by": ""}, (422, "by: nobody is named")),
        ({"by": "a\nb"}, (422, "printable")),
        ({"status": "fine"}, (422, "status: Input should be")),
        ({"method": "dream"}, (422, "method: Input should be")),
        ({"expires": "tomorrow"}, (422, "expires: Input should be a valid date")),
        ({"expires": "2025-03-13"}, (422, "give a later day")),
        ({"note": "x" * (LONGEST_NOTE + 1)}, (422, "note: String should have at most")),
        ({"day": "2020-01-01"}, (422, "day: Extra inputs")),
        ({"claim": 7}, (422, "claim: Input should be")),
        ({"claim": "c9"}, (404, "no such claim")),
        ({"claim": "c0"}, (404, "no such claim")),
        ({"claim": "c-1"}, (404, "no such claim")),
        ({"claim": "c²"}, (404, "no such claim")),
        ({"claim": "1"}, (404, "no such claim")),
        ({"claim": "../c1"}, (404, "no such claim")),
        ({"id": "q-other"}, (404, "no such claim")),
    ],
)
def test_what_cannot_be_signed_is_said_and_not_written(
    session: Session, file: Path, wrong: dict[str, object], refusal: tuple[int, str]
) -> None:
    status, why = refusal
    answer = session.sign({**ALTERED, **wrong})
    assert (answer.status, why in str(said(answer)["error"])) == (status, True), said(answer)
    assert not file.exists()


def test_a_changed_article_is_not_signed(session: Session, tmp_path: Path, file: Path) -> None:
    session.sign(ALTERED)
    before = file.read_bytes()
    (tmp_path / "ferry.txt").write_text("We will not open it.")
    for answer in (session.sign({**ALTERED, "note": "late"}), session.undo(NAMED)):
        assert answer.status == 409
        assert (
            "the article changed since it was read; start the review again" in said(answer)["error"]
        )
    assert file.read_bytes() == before


def test_an_article_that_is_gone_is_not_signed(session: Session, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").unlink()
    assert session.sign(ALTERED).status == 409


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_an_article_that_became_a_pipe_is_not_waited_for(session: Session, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").unlink()
    os.mkfifo(tmp_path / "ferry.txt")
    told = []
    signing = threading.Thread(target=lambda: told.append(session.sign(ALTERED)), daemon=True)
    signing.start()
    signing.join(10)
    assert [answer.status for answer in told] == [409]


@pytest.mark.parametrize("to", ["folder", "link to nothing", "link to itself"])
def test_an_article_that_became_something_else_is_not_signed(
    session: Session, tmp_path: Path, to: str
) -> None:
    article = tmp_path / "ferry.txt"
    article.unlink()
    if to == "folder":
        article.mkdir()
    else:
        article.symlink_to("ferry.txt" if to == "link to itself" else "nothing")
    assert session.sign(ALTERED).status == 409


def test_a_file_that_was_broken_meanwhile_is_left_alone(session: Session, file: Path) -> None:
    file.write_text("<<<<<<< HEAD\n")
    for answer in (session.sign(ALTERED), session.undo(NAMED)):
        assert answer.status == 409
        assert "a merge conflict stands here" in said(answer)["error"]
    assert file.read_text() == "<<<<<<< HEAD\n"


def test_what_is_not_signed_cannot_be_taken_back(session: Session) -> None:
    answer = session.undo(NAMED)
    assert (answer.status, said(answer)["error"]) == (409, "claim 1 is not signed; reload the page")


def test_no_review_begins_on_a_broken_file(report: Report, tmp_path: Path) -> None:
    a_file(tmp_path, a_table(status='"fine"'), "ferry.provcheck.toml")
    with pytest.raises(SettingsError, match="status"):
        a_session(report)


def test_a_claim_without_findings_is_not_open() -> None:
    assert open_in([a_report(verbatim())]) == 0


def test_a_refusal_knows_its_status() -> None:
    assert Refusal(409, "no").status == 409
