"""What is recorded of a source and of the way to it, in words for an editor."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from provcheck.model.evidence import Completeness, Found, Mode
from provcheck.model.finding import Finding, Step
from provcheck.model.lead import LeadKind, Standing
from provcheck.model.report import Report
from provcheck.model.span import Span
from provcheck.report.dates import moment
from provcheck.report.html.fragment import deep_link
from provcheck.report.html.links import Link, link

MODES = {
    Mode.LIVE: "fetched from its address",
    Mode.ARCHIVE: "an archived copy",
    Mode.STORE: "kept in the evidence store",
    Mode.REPLAY: "recorded, given by hand",
    Mode.LOCAL: "a file given by hand",
}
COMPLETENESS = {
    Completeness.WHOLE: "whole",
    Completeness.GATED: "in part: the rest is behind a paywall or login",
    Completeness.TRUNCATED: "in part: the text is cut short",
    Completeness.SCRIPT_ONLY: "not really: the page shows its text by script only",
    Completeness.WRONG_CHARSET: "with doubt: its character set is unclear",
    Completeness.STUB: "hardly: there is almost no text",
}
STORED = frozenset({Mode.LIVE, Mode.ARCHIVE, Mode.STORE})  # what a run keeps in its store
STANDINGS = {
    Standing.CITED: "cited by the article",
    Standing.NEARBY: "at hand, not cited",
    Standing.ONWARD: "cited by the source before",
}


@dataclass(frozen=True)
class Fact:
    """A name and what it is; `link` where it is an address, `code` for hashes and the like."""

    name: str
    value: str
    link: Link | None = None
    code: bool = False
    when: str | None = None


@dataclass(frozen=True)
class Stop:
    """One place on the way to the source; `copy` is where an archive has it.

    `taken` is when the bytes with the hash `sha256` were got, where the run knows.
    """

    standing: str
    target: Link
    why: str
    outcome: str
    matched: bool
    copy: Link | None = None
    sha256: str | None = None
    taken: datetime | None = None


def source_facts(found: Found) -> tuple[Fact, ...]:
    """Return what an editor asks of a source first: who, what, when, where, and how much of it."""
    text, snapshot = found.text, found.snapshot
    facts = [Fact("Title", text.title) if text.title else None]
    facts.append(Fact("Publisher", text.publisher) if text.publisher else None)
    facts.append(Fact("By", text.byline) if text.byline else None)
    if text.published:
        facts.append(Fact("Published", moment(text.published), when=text.published.isoformat()))
    facts.append(Fact("Address", snapshot.url, link=link(snapshot.url)))
    if snapshot.final_url != snapshot.url:
        how = "Archived copy" if snapshot.mode is Mode.ARCHIVE else "Leads to"
        facts.append(Fact(how, snapshot.final_url, link=link(snapshot.final_url)))
    facts.append(Fact("Read", f"{COMPLETENESS[found.completeness]} ({MODES[snapshot.mode]})"))
    return tuple(fact for fact in facts if fact)


def source_record(found: Found) -> tuple[Fact, ...]:
    """Return what it takes to check the source again."""
    snapshot = found.snapshot
    fetched = snapshot.fetched_at
    facts = [
        Fact("Taken", moment(fetched), when=fetched.isoformat()) if fetched else None,
        Fact("SHA-256 of the bytes", snapshot.sha256, code=True),
        Fact("SHA-256 of the text", snapshot.text_sha256, code=True),
        Fact("Kept as", f"objects/{snapshot.sha256[:2]}/{snapshot.sha256[2:]}", code=True)
        if snapshot.mode in STORED
        else None,
        Fact("Media type", snapshot.media_type, code=True),
        Fact("Text taken out by", found.text.extractor),
    ]
    facts += [Fact("Request", f"{hop.url} → {hop.status}") for hop in snapshot.hops]
    return tuple(fact for fact in facts if fact)


def kept(found: Found) -> str | None:
    """Return the command that shows the copy in the evidence store; None where none is kept."""
    snapshot = found.snapshot
    return f"provcheck store show {snapshot.sha256}" if snapshot.mode in STORED else None


def doors(found: Found, span: Span) -> tuple[Link, ...]:
    """Return the addresses that lead a browser to the words in `span`: the page, then its copy."""
    snapshot = found.snapshot
    ways = [(snapshot.final_url, "Open at these words")]
    if snapshot.mode is Mode.ARCHIVE and snapshot.final_url != snapshot.url:
        ways = [
            (snapshot.url, "Open at these words"),
            (snapshot.final_url, "Open the archived copy at these words"),
        ]
    addresses = ((deep_link(url, found, span), words) for url, words in ways)
    return tuple(Link(words, address) for address, words in addresses if address)


def trail(finding: Finding, report: Report) -> tuple[Stop, ...]:
    """Return the way to the source, in the order walked."""
    taken = {read.sha256: read.fetched_at for read in report.sources if read.fetched_at}
    return tuple(_stop(step, taken) for step in finding.trail)


def _stop(step: Step, taken: Mapping[str | None, datetime]) -> Stop:
    lead = step.lead
    is_archived = lead.kind == LeadKind.ARCHIVE
    address = lead.address if is_archived or lead.kind == LeadKind.URL else None
    shown = address if is_archived else step.url or address
    read = "read" if step.status == "found" else step.status
    outcome = "the passage is there" if step.matched else read
    return Stop(
        standing=STANDINGS[lead.standing],
        target=link(shown, None if shown else lead.target),
        why=lead.reason,
        outcome=f"{outcome}; {step.detail}" if step.detail else outcome,
        matched=step.matched,
        copy=link(step.url) if is_archived and step.url not in {None, address} else None,
        sha256=step.sha256,
        taken=taken.get(step.sha256),
    )
