"""The findings as W3C Web Annotations, in JSON-LD: www.w3.org/TR/annotation-model.

One annotation a claim. Its target is the claim's words in the article; its bodies are the verdict
(tagging), the message (assessing), each remark (commenting), a sign-off (moderating) and the
passages of the source that were compared (linking). Positions count code points of the text that
a reader sees; the states name the bytes that this text was taken from.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain

from provcheck.model.evidence import Found, Mode, Snapshot
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.span import Span
from provcheck.report.html.links import language
from provcheck.report.iri import copy_of, iri, urn
from provcheck.report.json import dumped
from provcheck.report.wordings import windows
from provcheck.rulebook.book import Rulebook

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # code points of text before and after the words that are selected
PDF = ("application/pdf", "http://tools.ietf.org/rfc/rfc3778")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+\Z")

Node = dict[str, object]


def render(reports: tuple[Report, ...], _rules: Rulebook) -> str:
    """Return one AnnotationCollection with all annotations on its only page, in reading order.

    An annotation keeps its id while article, claim and speaker stay the same, whatever is found;
    nothing in it tells when it was made.
    """
    items = list(chain.from_iterable(map(_annotations, reports)))
    name = urn("collection", *(report.file or report.article.path for report in reports))
    page = {"id": f"{name}#1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Claims checked against their sources",
        "total": len(items),
        **({"first": {**page, "items": items}} if items else {}),
    }
    return dumped(collection)


def _annotations(report: Report) -> Iterator[Node]:
    seen: Counter[str] = Counter()
    for finding in report.findings:
        claim = finding.claim.id
        seen[claim] += 1
        yield {
            "id": urn(report.file or report.article.path, claim, str(seen[claim])),
            "type": "Annotation",
            "motivation": "assessing",
            "creator": {"type": "Software", "name": f"provcheck {report.tool}"},
            "body": [*_said(finding), *_passages(finding)],
            "target": _target(report, finding.claim.span),
        }


def _said(finding: Finding) -> Iterator[Node]:
    yield {"type": "TextualBody", "purpose": "tagging", "value": str(finding.verdict)}
    yield _words("assessing", finding.message)
    for remark in finding.remarks:
        yield _words("commenting", remark.message)
    signed = finding.signoff
    if signed:
        note = f": {signed.note}" if signed.note else ""
        stands = "" if finding.holds else "; it no longer holds"
        told = f"{signed.status} by {signed.by} on {signed.day}{note}{stands}"
        yield _words("moderating", told)


def _words(purpose: str, value: str) -> Node:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": "en",
    }


def _target(report: Report, span: Span) -> Node:
    article = report.article
    return {
        "type": "SpecificResource",
        "source": {
            "id": iri(report.file or article.path),
            "type": "Text",
            **_language(article.lang),
        },
        "selector": _selectors(article.text, span),
        "state": {"type": "TimeState", "cached": copy_of(article.sha256)},
    }


def _passages(finding: Finding) -> Iterator[Node]:
    """Return the source, once for each stretch of it that has words of the claim."""
    found = finding.evidence
    if not isinstance(found, Found):
        return
    source: Node = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": _source(found),
        "state": list(_states(found.snapshot)),
    }
    pieces = finding.alignment.pieces if finding.alignment else ()
    if not pieces:
        yield source
    for span in windows(piece.source for piece in pieces):
        yield {**source, "selector": [*_selectors(found.text.text, span), *_page(found, span)]}


def _source(found: Found) -> Node:
    text, snapshot = found.text, found.snapshot
    return {
        "id": iri(snapshot.url),
        "type": "Text",
        **({"format": snapshot.media_type} if _MEDIA_TYPE.match(snapshot.media_type) else {}),
        **_language(text.lang),
        **({"label": text.title} if text.title else {}),
    }


def _language(code: str) -> Node:
    return {"language": code.lower()} if language(code) else {}


def _selectors(text: str, span: Span) -> list[Node]:
    return [
        {
            "type": "TextQuoteSelector",
            "prefix": text[max(span.start - AROUND, 0) : span.start],
            "exact": span.of(text),
            "suffix": text[span.end : span.end + AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _page(found: Found, span: Span) -> Iterator[Node]:
    media_type, rule = PDF
    number = found.text.page_at(span.start)
    if number and found.snapshot.media_type == media_type:
        quotation, _ = _selectors(found.text.text, span)
        yield {
            "type": "FragmentSelector",
            "conformsTo": rule,
            "value": f"page={number}",
            "refinedBy": quotation,
        }


def _states(snapshot: Snapshot) -> Iterator[Node]:
    """Return where the bytes that were read are to be had again: in an archive, by their hash."""
    stamp = _moment(snapshot.fetched_at)
    when: Node = {"sourceDate": stamp} if stamp else {}
    if snapshot.mode is Mode.ARCHIVE:
        yield {"type": "TimeState", **when, "cached": iri(snapshot.final_url)}
    yield {"type": "TimeState", **when, "cached": copy_of(snapshot.sha256)}


def _moment(stamp: datetime | None) -> str | None:
    """Return `stamp` in UTC to the second, as the model asks; None where its zone is not known."""
    if stamp is None or stamp.tzinfo is None:
        return None
    try:
        moment = stamp.astimezone(UTC)
    except OverflowError:  # in the first or last hours of the calendar
        return None
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
