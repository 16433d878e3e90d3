from datetime import UTC, date, datetime

import pytest
from hostile import TOKEN, a_report_of, payloads
from hypothesis import given, settings
from hypothesis import strategies as st
from rendering import made_of_text, page, skeleton
from reporting import (
    a_finding,
    a_found,
    a_report,
    altered,
    cut_short,
    on_pages,
    several_edits,
    unavailable,
    unsourced,
    verbatim,
)

from provcheck.model.article import Position
from provcheck.model.evidence import Mode
from provcheck.model.finding import Finding
from provcheck.model.notice import Notice
from provcheck.model.report import Report
from provcheck.model.signoff import Ignore, Signoff, Status
from provcheck.model.verdict import Level, Verdict
from provcheck.report.markdown import MOST, render
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def rendered(*findings: Finding, **known: object) -> str:
    return render((a_report(*findings, **known),), RULES)


def signed(finding: Finding, status: Status = Status.ACCEPTED) -> Finding:
    decision = Signoff(
        claim=finding.claim.id,
        quote=finding.claim.words,
        status=status,
        verdict=finding.verdict,
        remarks=("date-conflict",),
        by="Runa Stein",
        day=date(2025, 3, 15),
    )
    return finding.model_copy(update={"signoff": decision})


def test_an_article_without_claims_has_a_heading_alone() -> None:
    report = a_report().model_copy(update={"findings": ()})
    assert render((report,), RULES) == render((), RULES) == "## provcheck: no claims\n\n"


def test_nothing_to_correct_is_folded_in() -> None:
    text = rendered(verbatim())
    assert text.startswith("## provcheck: Nothing to correct in 1 checked claim\n")
    assert "###" not in text
    assert text.endswith(
        "<details>\n<summary>1 claim with nothing to correct</summary>\n\n"
        "- ✔ `verbatim` in `ferry.txt`, line 3, column 2: "
        "Ines Falk: “The quay was never safe … Nobody asked the crews”\n\n</details>\n"
    )


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_stay_words(payload: str) -> None:
    holds_no_more_than_a_plain_one(a_report_of(payload))


@settings(deadline=None)  # other work on the machine is no fault
@given(st.text())
def test_any_words_make_the_same_elements(words: str) -> None:
    holds_no_more_than_a_plain_one(a_report_of(words))


def holds_no_more_than_a_plain_one(report: Report) -> None:
    shown = page(render((report,), RULES))
    assert skeleton(shown) == skeleton(page(render((a_report_of(TOKEN),), RULES)))
    assert list(made_of_text(shown)) == []


def test_what_people_wrote_stays_words() -> None:
    words = "@name #12 ![x](https://evil.example) </details>\n# x"
    ignore = Ignore(rule=words, reason=words, position=Position(line=1, column=1))
    decided = signed(altered()).model_copy(update={"ignores": (ignore,)})
    decided = decided.model_copy(
        update={"signoff": decided.signoff.model_copy(update={"by": words, "note": words})}
    )
    notice = Notice(rule="unused-ignore", level=Level.WARNING, message=words, path=words)
    shown = page(rendered(decided, notices=(notice,)))
    assert shown.find_all(["a", "img", "h1"]) == []
    assert len(shown.find_all("h3")) == 1
    assert len(shown.find_all("details")) == 1
    assert list(made_of_text(shown)) == []


def test_the_sum_and_the_number_of_each_verdict() -> None:
    text = rendered()
    assert text.startswith(
        "## provcheck: 2 of 6 claims need work; 2 could not be checked\n\n"
        "| Verdict | Claims |\n| --- | ---: |\n| ✔ `verbatim`: word for word | 1 |\n"
        "| ✘ `altered`: words changed | 2 |\n"
    )
    rows = page(text).find("tbody").find_all("tr")
    assert sum(int(row.find_all("td")[1].get_text()) for row in rows) == 6


def test_a_claim_that_needs_work_shows_both_wordings_and_its_source() -> None:
    assert (
        "### ✘ `altered` in `ferry.txt`, line 2, column 35\n\n"
        "Said by Ines Falk: The source has “may” where the article has “will”.\n\n"
        "- article: “We <strong>will</strong> open the new ferry line in spring.”\n"
        "- source: “We <del>may</del> open the new ferry line in spring”\n"
        "- from: [Minutes](<https://council.example/minutes>), Harbour Council, 13 March 2025\n"
        f"- sha256: `{'0' * 64}`\n"
        "- warning: The minutes are of 13 March.\n"
    ) in rendered(altered())


def test_differences_survive_beside_marks_and_within_words() -> None:
    shown = page(rendered(several_edits()))
    assert [tag.get_text() for tag in shown.find_all("strong")] == ["4.30"]
    assert [tag.get_text() for tag in shown.find_all("del")] == ["4.80", "nearly"]


def test_what_a_cut_lost_is_marked() -> None:
    assert [tag.get_text() for tag in page(rendered(cut_short())).find_all("del")] == [
        "if the money comes"
    ]


def test_without_a_passage_the_articles_words_are_shown() -> None:
    absent = a_finding(
        "dredging begins at once",
        Verdict.NOT_FOUND,
        level=Level.ERROR,
        message="The words are not there.",
        evidence=a_found("Minutes.\nNothing of the kind."),
    )
    text = rendered(absent)
    assert "- article: “dredging begins at once”\n- from: [Minutes](" in text
    assert "- source:" not in text


def test_an_archived_copy_and_when_it_was_taken() -> None:
    found = altered().evidence
    taken = datetime(2025, 3, 14, 8, tzinfo=UTC)
    copy = {
        "mode": Mode.ARCHIVE,
        "final_url": "https://archive.example/1",
        "fetched_at": taken,
    }
    snapshot = found.snapshot.model_copy(update=copy)
    evidence = found.model_copy(update={"snapshot": snapshot})
    text = rendered(altered().model_copy(update={"evidence": evidence}))
    shown = page(text)
    assert [tag["href"] for tag in shown.find_all("a")] == [
        "https://council.example/minutes",
        "https://archive.example/1",
    ]
    assert "archived copy: https://archive.example/1, taken 14 March 2025" in shown.get_text()


def test_only_the_web_is_linked() -> None:
    found = a_found("We may open the new ferry line in spring", url="file:///etc/passwd")
    absent = a_finding(
        "dredging begins at once", Verdict.NOT_FOUND, level=Level.ERROR, evidence=found
    )
    shown = page(rendered(absent))
    assert shown.find_all("a") == []
    assert "from: Minutes (file:///etc/passwd)" in shown.get_text()


def test_a_page_and_the_speaker_in_the_source() -> None:
    elsewhere = altered().model_copy(
        update={"verdict": Verdict.MISATTRIBUTED, "speaker_in_source": "Ole Brandt"}
    )
    text = rendered(on_pages(elsewhere, 0, 5))
    assert "13 March 2025, page 2\n- said there by: Ole Brandt\n" in text


def test_what_could_not_be_checked_says_why() -> None:
    shown = page(rendered(unsourced(), unavailable()))
    assert shown.find("h3").get_text() == "Could not be checked"
    first, second = (item.get_text() for item in shown.find_all("li"))
    assert first == (
        "– unsourced in ferry.txt, line 6, column 22: nobody named: “I have not been paid since "
        "the strike.”; No source is named."
    )
    assert second == (
        "? unavailable in ferry.txt, line 7, column 32: port authority: “dredging begins at "
        "once”; The source could not be read: https://port.example/plan answered 404."
    )


def test_the_gravest_comes_first() -> None:
    text = rendered(cut_short(), altered())
    assert text.index("`altered` in") < text.index("`truncated` in")


def test_what_an_editor_accepted_needs_no_work() -> None:
    shown = page(rendered(signed(altered())))
    assert shown.find("h3") is None
    assert "; signed accepted by Runa Stein, 15 March 2025" in shown.find("li").get_text()


def test_what_an_editor_rejected_is_still_to_do() -> None:
    text = rendered(signed(altered(), Status.REJECTED))
    assert "- signed rejected by Runa Stein, 15 March 2025\n" in text


def test_notices_and_an_interruption_are_told() -> None:
    notice = Notice(
        rule="orphan-signoff", level=Level.WARNING, message="No such claim.", path="a.toml"
    )
    text = rendered(verbatim(), notices=(notice,), interrupted=True)
    assert "- warning in `a.toml`, line 1, column 1: No such claim.\n" in text
    assert "Interrupted before every source was read.\n" in text


def test_what_does_not_fit_is_counted_and_every_element_is_closed() -> None:
    long = a_report().article.model_copy(update={"path": "/".join(["p" * 300] * 2)})
    faulty, fine = 300 * [altered()], 2000 * [verbatim()]
    text = rendered(*faulty, *fine, article=long)
    shown = page(text)

    assert 0.9 * MOST < len(text.encode()) < MOST
    assert len(shown.find_all("h3")) == 300
    items = len(shown.find("details").find_all("li"))
    assert f"Not shown: {2000 - items} more." in shown.get_text()
    assert text.count("<details>") == text.count("</details>") == 1


def test_claims_that_need_work_are_cut_last() -> None:
    text = rendered(*4000 * [altered()], verbatim())
    assert len(text.encode()) < MOST
    assert "<details>" not in text
    shown = len(page(text).find_all("h3"))
    assert f"**Not shown: {4001 - shown} more.**" in text


def test_one_endless_quotation_is_cut_itself() -> None:
    endless = altered().model_copy(update={"message": "word " * MOST})
    text = rendered(endless)
    assert len(text) < 5_000
    assert "sha256" in text
