import json
import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from hostile import TOKEN, a_report_of, payloads
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting import (
    a_report,
    altered,
    an_article,
    several_edits,
    supported,
    unavailable,
    unsourced,
    verbatim,
)

from provcheck.model.claim import ClaimKind
from provcheck.model.evidence import Mode
from provcheck.model.finding import Finding
from provcheck.model.interval import Interval
from provcheck.model.report import Report
from provcheck.model.verdict import Level, Verdict
from provcheck.report.claimreview import render
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
# What Google documents of a fact check: what it requires, and what the newsroom alone can say.
REQUIRED = ("claimReviewed", "reviewRating", "url")
NEWSROOM = {
    "url": "https://desk.example/checks/ferry",
    "author": {"@type": "Organization", "name": "The Desk", "url": "https://desk.example"},
}


def reviews(*reports: Report) -> list[dict]:
    return json.loads(render(reports, RULES))


def review(finding: Finding, **known: object) -> dict:
    (only,) = reviews(a_report(finding, **known))
    return only


def faults(found: dict) -> list[str]:
    """What Google's documentation would not have so."""
    said = [f"{name} is missing" for name in REQUIRED if not found.get(name)]
    if (found["@context"], found["@type"]) != ("https://schema.org", "ClaimReview"):
        said.append("no ClaimReview")
    rating, claim = found["reviewRating"], found["itemReviewed"]
    if rating["@type"] != "Rating" or not rating["alternateName"]:
        said.append("a rating needs its words")
    if not 1 <= rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]:
        said.append("a rating lies between the worst and the best")
    if claim["@type"] != "Claim" or not claim.get("appearance"):
        said.append("the claim appears nowhere")
    works = [claim["appearance"], claim.get("firstAppearance", {}), found["citation"]]
    said += [
        f"{work['url']} is no address of the web"
        for work in works
        if "url" in work and not re.match(r"https?://[^\s<>\"]+\Z", work["url"])
    ]
    return said


@pytest.mark.parametrize(
    "unrated",
    [
        pytest.param(unavailable(), id="unavailable"),
        pytest.param(unsourced(), id="unsourced"),
        pytest.param(
            supported().model_copy(update={"verdict": Verdict.UNSUPPORTED}), id="unsupported"
        ),
        pytest.param(
            altered().model_copy(update={"evidence": unavailable().evidence}), id="nothing read"
        ),
    ],
)
def test_what_was_compared_with_nothing_is_no_review(unrated: Finding) -> None:
    assert reviews(a_report(unrated)) == []


def test_without_articles_there_is_no_review() -> None:
    assert render((), RULES) == "[]\n"


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_stay_in_the_script_element(payload: str) -> None:
    holds_within_a_script(a_report_of(payload))


@settings(deadline=None)  # other work on the machine is no fault
@given(st.text())
def test_any_words_stay_in_the_script_element(words: str) -> None:
    holds_within_a_script(a_report_of(words))


def holds_within_a_script(report: Report) -> None:
    text = render((report,), RULES)
    assert not re.search("[<>&]", text)
    page = f'<body><script type="application/ld+json">{text}</script><p>after</p></body>'
    body = BeautifulSoup(page, "lxml").body
    assert [tag.name for tag in body.find_all(recursive=False)] == ["script", "p"]
    found = json.loads(body.script.string)
    assert len(found) == len(reviews(a_report_of(TOKEN)))
    assert {fault for each in found for fault in faults(each)} == {"url is missing"}


@pytest.mark.parametrize("finding", [altered(), verbatim(), several_edits(), supported()])
def test_only_what_the_newsroom_can_say_is_missing(finding: Finding) -> None:
    found = review(finding)
    assert faults(found) == ["url is missing"]
    assert faults(found | NEWSROOM) == []
    assert "author" not in found
    assert "datePublished" not in found


def test_what_google_refuses_is_seen() -> None:
    broken = review(altered()) | NEWSROOM
    broken["reviewRating"]["ratingValue"] = 5
    broken["citation"]["url"] = "javascript:alert(1)"
    assert len(faults(broken)) == 2


def test_a_review() -> None:
    assert review(altered()) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "Ines Falk said: “We will open the new ferry line in spring.”",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 4,
            "worstRating": 1,
            "alternateName": "Words changed",
        },
        "reviewBody": "The source has “may” where the article has “will”.",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"name": "Ines Falk"},
            "datePublished": "2025-03-11",
            "appearance": {
                "@type": "NewsArticle",
                "headline": "Harbour council votes on the ferry",
                "datePublished": "2025-03-14",
                "identifier": "ferry.txt",
            },
        },
        "citation": {
            "@type": "CreativeWork",
            "name": "Minutes",
            "url": "https://council.example/minutes",
            "publisher": {"@type": "Organization", "name": "Harbour Council"},
            "datePublished": "2025-03-13T09:30:00+00:00",
            "encoding": {"@type": "MediaObject", "sha256": "0" * 64},
        },
    }


@pytest.mark.parametrize(
    ("level", "rating"),
    [(Level.OK, 4), (Level.NOTE, 3), (Level.WARNING, 2), (Level.ERROR, 1)],
)
def test_the_rating_is_the_level_of_the_verdict(level: Level, rating: int) -> None:
    found = review(altered().model_copy(update={"level": level}))
    assert found["reviewRating"]["ratingValue"] == rating


def test_the_primary_source_is_where_the_claim_first_appeared() -> None:
    primary, second_hand = review(verbatim()), review(altered())
    assert primary["itemReviewed"]["firstAppearance"] == primary["citation"]
    assert "firstAppearance" not in second_hand["itemReviewed"]


def test_indirect_speech_is_in_no_quotation_marks() -> None:
    assert review(supported())["claimReviewed"] == (
        "the operator said: Fares would not rise before 2027"
    )


def test_nobody_is_made_up_as_speaker() -> None:
    orphan = altered()
    orphan = orphan.model_copy(update={"claim": orphan.claim.model_copy(update={"speaker": None})})
    found = review(orphan)
    assert found["claimReviewed"] == "“We will open the new ferry line in spring.”"
    assert "author" not in found["itemReviewed"]


def test_an_agency_is_an_organization() -> None:
    finding = altered()
    speaker = finding.claim.speaker.model_copy(update={"resolved": "Reuters"})
    claim = finding.claim.model_copy(update={"speaker": speaker, "kind": ClaimKind.EMBED})
    author = review(finding.model_copy(update={"claim": claim}))["itemReviewed"]["author"]
    assert author == {"@type": "Organization", "name": "Reuters"}


def test_several_days_are_no_day() -> None:
    days = Interval(first=date(2025, 3, 10), last=date(2025, 3, 11))
    finding = altered()
    claim = finding.claim.model_copy(update={"said_on": days})
    found = review(finding.model_copy(update={"claim": claim}))
    assert "datePublished" not in found["itemReviewed"]


def test_an_article_of_the_web_has_its_address() -> None:
    found = review(altered(), article=an_article(path="https://desk.example/ferry", title=None))
    assert found["itemReviewed"]["appearance"] == {
        "@type": "NewsArticle",
        "datePublished": "2025-03-14",
        "url": "https://desk.example/ferry",
    }


def test_a_copy_in_an_archive() -> None:
    evidence = altered().evidence
    where = {"mode": Mode.ARCHIVE, "final_url": "https://archive.example/1"}
    snapshot = evidence.snapshot.model_copy(update=where)
    copied = evidence.model_copy(update={"snapshot": snapshot})
    source = review(altered().model_copy(update={"evidence": copied}))["citation"]
    assert source["archivedAt"] == "https://archive.example/1"
    assert source["url"] == "https://council.example/minutes"


def test_one_review_a_claim_in_the_order_of_the_articles() -> None:
    found = reviews(a_report(), a_report(verbatim()))
    ratings = [each["reviewRating"]["alternateName"] for each in found]
    assert ratings == [
        "Words changed",
        "Word for word",
        "Words changed",
        "Borne out by the source",
        "Word for word",
    ]
