import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from annotating import anchored, faults
from hostile import TOKEN, a_report_of, payloads
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting import (
    MINUTES,
    RADIO,
    TEXT,
    a_finding,
    a_found,
    a_report,
    altered,
    on_pages,
    several_edits,
    unavailable,
    unsourced,
    verbatim,
)

from provcheck.model.alignment import Piece
from provcheck.model.evidence import Mode
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.signoff import Signoff, Status
from provcheck.model.span import Span
from provcheck.model.verdict import Level, Verdict
from provcheck.report.iri import copy_of
from provcheck.report.webannotation import AROUND, render
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def collection(*reports: Report) -> dict:
    return json.loads(render(reports or (a_report(),), RULES))


def annotation(finding: Finding, **known: object) -> dict:
    (item,) = collection(a_report(finding, **known))["first"]["items"]
    return item


def bodies(finding: Finding, purpose: str) -> list[dict]:
    return [body for body in annotation(finding)["body"] if body["purpose"] == purpose]


def fetched(finding: Finding, **how: object) -> Finding:
    snapshot = finding.evidence.snapshot.model_copy(update=how)
    evidence = finding.evidence.model_copy(update={"snapshot": snapshot})
    return finding.model_copy(update={"evidence": evidence})


def test_without_claims_there_is_no_page() -> None:
    empty = collection(a_report().model_copy(update={"findings": ()}))
    assert faults(empty) == faults(json.loads(render((), RULES))) == []
    assert (empty["total"], "first" in empty) == (0, False)


@pytest.mark.parametrize("without", [unsourced(), unavailable()], ids=["unsourced", "unavailable"])
def test_without_a_source_no_passage_is_linked(without: Finding) -> None:
    assert bodies(without, "linking") == []
    assert bodies(without, "assessing")[0]["value"] == without.message


def test_a_source_without_the_words_is_linked_as_a_whole() -> None:
    absent = a_finding(
        "dredging begins at once", Verdict.NOT_FOUND, level=Level.ERROR, evidence=a_found(MINUTES)
    )
    (source,) = bodies(absent, "linking")
    assert "selector" not in source
    assert source["source"]["id"] == "https://council.example/minutes"


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_are_valid_and_stay_words(payload: str) -> None:
    report = a_report_of(payload)
    found = collection(report)

    assert faults(found) == []
    assert found["total"] == collection(a_report_of(TOKEN))["total"]
    for item, finding in zip(found["first"]["items"], report.findings, strict=True):
        assert anchored(report.article.text, item["target"]) == finding.claim.text


@settings(deadline=None)  # other work on the machine is no fault
@given(st.text())
def test_any_words_are_valid_and_anchored(words: str) -> None:
    report = a_report_of(words)
    found = collection(report)
    assert faults(found) == []
    for item, finding in zip(found["first"]["items"], report.findings, strict=True):
        assert anchored(report.article.text, item["target"]) == finding.claim.text


def test_the_model_is_checked_by_something_that_can_fail() -> None:
    broken = collection()
    del broken["first"]["items"][0]["target"]["selector"][0]["exact"]
    assert faults(broken) != []


def test_one_annotation_a_claim_in_the_order_of_the_article() -> None:
    found = collection(a_report(), a_report(verbatim(), file="other/ferry.txt"))
    assert faults(found) == []
    assert found["total"] == 7
    tags = [item["body"][0]["value"] for item in found["first"]["items"]]
    assert tags == [str(f.verdict) for f in (*a_report().findings, verbatim())]
    assert {item["motivation"] for item in found["first"]["items"]} == {"assessing"}


def test_the_target_is_the_articles_words() -> None:
    target = annotation(altered())["target"]
    quotation, position = target["selector"]
    assert anchored(TEXT, target) == "We will open the new ferry line in spring."
    assert quotation["prefix"] == "yor Ines Falk said on Tuesday: “"
    assert len(quotation["prefix"]) == len(quotation["suffix"]) == AROUND
    assert position == {"type": "TextPositionSelector", "start": 69, "end": 111}
    assert target["source"] == {"id": "ferry.txt", "type": "Text", "language": "en"}
    assert target["state"]["cached"] == copy_of("ab" * 32)


def test_the_article_is_named_from_the_root_of_its_repository() -> None:
    target = annotation(altered(), file="posts/a b.txt")["target"]
    assert target["source"]["id"] == "posts/a%20b.txt"


def test_what_is_said_of_it() -> None:
    told = [(b["purpose"], b.get("value")) for b in annotation(altered())["body"]]
    assert told == [
        ("tagging", "altered"),
        ("assessing", "The source has “may” where the article has “will”."),
        ("commenting", "The minutes are of 13 March."),
        ("linking", None),
    ]


def test_the_passage_of_the_source() -> None:
    (source,) = bodies(altered(), "linking")
    assert anchored(MINUTES, source) == "We may open the new ferry line in spring"
    assert source["source"] == {
        "id": "https://council.example/minutes",
        "type": "Text",
        "format": "text/html",
        "language": "en",
        "label": "Minutes",
    }
    assert source["state"] == [{"type": "TimeState", "cached": copy_of("0" * 64)}]


def test_passages_that_stand_apart_are_linked_each() -> None:
    far = "x" * 500
    text = f"{RADIO} {far} {RADIO}"
    spliced = several_edits()
    second = text.rindex("crowns")
    pieces = (
        *spliced.alignment.pieces,
        Piece(claim=Span(start=0, end=6), source=Span(start=second, end=second + 6)),
    )
    alignment = spliced.alignment.model_copy(update={"pieces": pieces})
    evidence = a_found(text)
    spliced = spliced.model_copy(update={"alignment": alignment, "evidence": evidence})
    words = [anchored(text, body) for body in bodies(spliced, "linking")]
    assert words == ["Fares stay at 4.80 crowns for nearly all riders", "crowns"]


def test_a_copy_in_an_archive_and_when_it_was_taken() -> None:
    taken = datetime(2025, 3, 14, 1, 30, 0, 999, tzinfo=timezone(timedelta(hours=2)))
    where = "https://archive.example/1"
    (source,) = bodies(
        fetched(altered(), mode=Mode.ARCHIVE, final_url=where, fetched_at=taken), "linking"
    )
    when = {"type": "TimeState", "sourceDate": "2025-03-13T23:30:00Z"}
    assert source["state"] == [{**when, "cached": where}, {**when, "cached": copy_of("0" * 64)}]


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param(datetime(2025, 3, 14), id="no zone"),  # noqa: DTZ001
        pytest.param(
            datetime.min.replace(tzinfo=timezone(timedelta(hours=14))), id="before the calendar"
        ),
    ],
)
def test_a_moment_that_is_not_known_in_utc_is_left_out(moment: datetime) -> None:
    (source,) = bodies(fetched(altered(), fetched_at=moment), "linking")
    assert "sourceDate" not in source["state"][0]


def test_nothing_tells_when_it_was_made() -> None:
    stamped = fetched(altered(), fetched_at=datetime(2025, 3, 14, tzinfo=UTC))
    text = render((a_report(stamped),), RULES)
    assert not any(f'"{word}"' in text for word in ("created", "generated", "modified"))


def test_the_page_of_a_pdf_is_selected() -> None:
    paged = fetched(on_pages(altered(), 0, 5), media_type="application/pdf")
    (source,) = bodies(paged, "linking")
    page = source["selector"][2]
    assert (page["type"], page["value"]) == ("FragmentSelector", "page=2")
    assert page["refinedBy"] == source["selector"][0]
    assert faults(collection(a_report(paged))) == []


def test_what_an_editor_signed() -> None:
    decision = Signoff(
        claim="q-ferry",
        quote="",
        status=Status.ACCEPTED,
        verdict=Verdict.ALTERED,
        by="Runa Stein",
        day=date(2025, 3, 15),
        note="She said so.",
    )
    (body,) = bodies(altered().model_copy(update={"signoff": decision}), "moderating")
    assert body["value"] == "accepted by Runa Stein on 2025-03-15: She said so."


def test_an_id_outlives_another_verdict_and_another_place() -> None:
    moved = altered().model_copy(update={"verdict": Verdict.VERBATIM, "level": Level.OK})
    first, second = collection(a_report(verbatim(), altered())), collection(a_report(moved))
    assert first["first"]["items"][1]["id"] == second["first"]["items"][0]["id"]


def test_the_same_words_twice_are_two_annotations() -> None:
    assert faults(collection(a_report(altered(), altered()))) == []


def test_a_media_type_that_is_none_is_left_out() -> None:
    (source,) = bodies(fetched(altered(), media_type="<text>"), "linking")
    assert "format" not in source["source"]
