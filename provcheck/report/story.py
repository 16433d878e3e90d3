"""The way of a claim in a few sentences: what is cited, where the words stand, and how."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from provcheck.language.words import abridged
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Claim
from provcheck.model.edit import Edit
from provcheck.model.evidence import Found, Mode, Snapshot
from provcheck.model.finding import Finding
from provcheck.model.verdict import Verdict
from provcheck.report.dates import day
from provcheck.report.wordings import differences, passage
from provcheck.rulebook.book import Rulebook

_SHOWN = 3  # differences that are spelt out
_LONGEST = 60  # characters of one of them
_BY_WORDS = {Verdict.VERBATIM, Verdict.EDITED, Verdict.ALTERED, Verdict.SUPPORTED}


def story(finding: Finding, text: str, rules: Rulebook) -> str:
    """Return what an editor would tell a colleague of `finding`, whose claim stands in `text`.

    What is cited; where the words were found, or why they were not; how they match; whether that
    is the primary source.
    """
    return " ".join((_cited(finding.claim), *_found(finding, text, rules)))


def primary_told(finding: Finding) -> str | None:
    """Return a sentence on whether the words were seen where they come from, None for unknown."""
    if not isinstance(finding.evidence, Found) or finding.primary is None:
        return None
    if finding.primary is False:
        return "It has the words at second hand: they were not seen in the source that it credits."
    onward = [step for step in finding.trail if step.matched and step.lead.hop]
    if any(step.sha256 == finding.evidence.snapshot.sha256 for step in onward):
        return "It is the primary source, reached by way of one that credits it."
    if onward:
        return "The primary source, which it credits, was seen too and has the words."
    return "It is the primary source."


def _cited(claim: Claim) -> str:
    names = list(dict.fromkeys(filter(None, map(_name, claim.cites))))
    events = [c.name for c in claim.cites if c.kind == CitationKind.EVENT]
    outlets = [c.name for c in claim.cites if c.kind == CitationKind.OUTLET]
    if len(names) == 2 and len(events) == len(outlets) == 1:  # noqa: PLR2004
        names = [f"{outlets[0]} {events[0]}"]
    if not names:
        return "No source is cited."
    days = {day(claim.said_on.first), day(claim.said_on.last)} if claim.said_on else set()
    when = f", {days.pop()}" if len(days) == 1 else ""
    return f"Cited: {_listed(names)}{when}."


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _name(cite: Citation) -> str:
    match cite.kind:
        case CitationKind.LINK:
            return urlsplit(cite.url or "").netloc or cite.name
        case CitationKind.POST:
            return f"post by {cite.name}"
        case _:
            return cite.name


def _found(finding: Finding, text: str, rules: Rulebook) -> Iterator[str]:
    found = finding.evidence
    if not isinstance(found, Found) or passage(finding) is None:
        yield _sentence(finding.message)
        return
    yield f"Found in {_place(found, rules)}."
    if finding.verdict in _BY_WORDS:
        yield _matching(finding, found, text)
    else:
        yield _sentence(finding.message)
    told = primary_told(finding)
    if told:
        yield told


def _place(found: Found, rules: Rulebook) -> str:
    text, snapshot = found.text, found.snapshot
    name = text.title_in_marks or snapshot.final_url
    by = f" ({text.publisher})" if text.publisher else ""
    wire = rules.agencies.by_id(text.wire) if text.wire else None
    story_of = f", a story of {wire.name}" if wire and wire.name != text.publisher else ""
    return f"{name}{by}{story_of}{_how(snapshot)}"


def _how(snapshot: Snapshot) -> str:
    match snapshot.mode:
        case Mode.ARCHIVE if snapshot.fetched_at:
            return f", archived {day(snapshot.fetched_at)}"
        case Mode.STORE:
            return ", from the library"
        case _:
            return ""


def _matching(finding: Finding, found: Found, text: str) -> str:
    what = "details" if finding.verdict == Verdict.SUPPORTED else "words"
    edits = differences(finding)
    if not edits:
        return f"The {what} match."
    told = [_difference(edit, found, text) for edit in edits[:_SHOWN]]
    more = f" and {len(edits) - _SHOWN} more" if len(edits) > _SHOWN else ""
    return f"The {what} match but for {'; '.join(told)}{more}."


def _difference(edit: Edit, found: Found, text: str) -> str:
    here, there = (
        abridged(" ".join(words.split()), _LONGEST)
        for words in (edit.claim.of(text), edit.source.of(found.text.text))
    )
    if not there:
        return f"“{here}”, which is not in the source"
    return f"“{here}” for “{there}”" if here else f"“{there}”, which is left out"


def _sentence(clause: str) -> str:
    if clause.startswith(("http://", "https://")):  # an address is written as it is
        return f"{clause}."
    return f"{clause[:1].upper()}{clause[1:]}."
