"""The findings as schema.org ClaimReview, in JSON-LD fit for a script element of a page.

A review is somebody's publication, and only the newsroom knows whose: `url` (the page that the
review stands on, which search engines require), `author` and the review's own `datePublished` are
left for it to put in. What is reviewed is whether the person said so, not whether it is true.
"""

from datetime import date

from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Found, Mode
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.verdict import Level, Verdict
from provcheck.report.html.links import link
from provcheck.report.json import dumped
from provcheck.report.visible import visible
from provcheck.rulebook.book import Rulebook

# They say that nothing was compared, or nothing comparable found: no review of a claim.
UNRATED = (Verdict.UNAVAILABLE, Verdict.UNSOURCED, Verdict.UNSUPPORTED)
BEST, WORST = len(Level), 1
_MARKUP = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&"})

Node = dict[str, object]


def render(reports: tuple[Report, ...], rules: Rulebook) -> str:
    """Return an array of reviews, one for each claim that was compared with a source.

    The rating is the level of the verdict: 4 for ok, 3 note, 2 warning, 1 error. No text in it
    ends the script element that it is put into; hidden characters are shown by their codes.
    """
    reviews = [
        _review(report, finding, rules)
        for report in reports
        for finding in report.findings
        if finding.verdict not in UNRATED and isinstance(finding.evidence, Found)
    ]
    return dumped(reviews).translate(_MARKUP)


def _review(report: Report, finding: Finding, rules: Rulebook) -> Node:
    source = _source(finding)
    title = rules.verdicts.verdict(finding.verdict).title
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": _claimed(finding.claim),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": BEST - finding.level.rank,
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": title[:1].upper() + title[1:],
        },
        "reviewBody": _told(finding.message),
        "itemReviewed": {
            "@type": "Claim",
            **_said(finding.claim, rules),
            "appearance": _article(report),
            **({"firstAppearance": source} if finding.primary else {}),
        },
        "citation": source,
    }


def _claimed(claim: Claim) -> str:
    words = claim.words if claim.kind is ClaimKind.PARAPHRASE else f"“{claim.words}”"
    return _told(f"{_name(claim)} said: {words}" if claim.speaker else words)


def _name(claim: Claim) -> str:
    return claim.speaker.resolved or claim.speaker.as_written if claim.speaker else ""


def _said(claim: Claim, rules: Rulebook) -> Node:
    """Return who said it and on what day; a name is called an organization only if it is known."""
    said: Node = {}
    if claim.speaker:
        known = rules.agencies.named(_name(claim))
        said["author"] = {
            **({"@type": "Organization"} if known else {}),
            "name": _told(_name(claim)),
        }
    if claim.said_on and claim.said_on.first == claim.said_on.last:
        said["datePublished"] = claim.said_on.first.isoformat()
    return said


def _article(report: Report) -> Node:
    article = report.article
    address = link(article.path).href
    place = {"url": address} if address else {"identifier": _told(report.file or article.path)}
    return {
        "@type": "NewsArticle",
        **({"headline": _told(article.title)} if article.title else {}),
        **_published(article.published),
        **place,
    }


def _source(finding: Finding) -> Node:
    found = finding.evidence
    if not isinstance(found, Found):
        return {}
    text, snapshot = found.text, found.snapshot
    address = link(snapshot.url).href
    copy = link(snapshot.final_url).href if snapshot.mode is Mode.ARCHIVE else None
    publisher = {"@type": "Organization", "name": _told(text.publisher or "")}
    return {
        "@type": "CreativeWork",
        **({"name": _told(text.title)} if text.title else {}),
        **({"url": address} if address else {}),
        **({"archivedAt": copy} if copy else {}),
        **({"publisher": publisher} if text.publisher else {}),
        **_published(text.published),
        "encoding": {"@type": "MediaObject", "sha256": snapshot.sha256},
    }


def _published(moment: date | None) -> Node:
    return {"datePublished": moment.isoformat()} if moment else {}


def _told(text: str) -> str:
    """Return `text` on one line, for readers of a page."""
    return " ".join(visible(text).split())
