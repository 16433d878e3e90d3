"""Reports for the page: one that holds everything a page can show, and one with many claims."""

from datetime import UTC, date, datetime

from building import a_source, an_alignment, an_edit, found, span_in
from reporting import (
    TEXT,
    a_finding,
    a_found,
    a_report,
    a_step,
    all_findings,
    altered,
    an_article,
    cut_short,
    unavailable,
    unsourced,
    verbatim,
)

from provcheck.model.article import Position
from provcheck.model.edit import EditKind
from provcheck.model.evidence import Mode
from provcheck.model.finding import STALE, Finding, Remark
from provcheck.model.notice import Notice
from provcheck.model.report import Report
from provcheck.model.signoff import Ignore, Method, Signoff, Status
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import load_rulebook

COPY = "https://archive.example/web/20250313100000/https://council.example/minutes"
NOTICES = (
    Notice(
        rule="orphan-signoff",
        level=Level.WARNING,
        message="q-gone is signed and the article has no such claim",
        path="ferry.provcheck.toml",
        position=Position(line=7, column=1),
    ),
    Notice(rule="baseline-absent", level=Level.NOTE, message="q-old", path="baseline.json"),
)


def a_signoff(**known: object) -> Signoff:
    fields = {
        "claim": "q-ferry",
        "quote": "We will open the new ferry line in spring.",
        "status": Status.ACCEPTED,
        "verdict": Verdict.ALTERED,
        "by": "tm",
        "day": date(2025, 3, 14),
        "method": Method.PHONE,
        "note": "She said “will” on the phone.",
        "expires": date(2025, 9, 14),
    }
    return Signoff(**{**fields, **known})


def signed(finding: Finding | None = None, **known: object) -> Finding:
    """A finding with a sign-off that holds."""
    return (finding or altered()).model_copy(update={"signoff": a_signoff(**known), "remarks": ()})


def lapsed() -> Finding:
    """A finding whose sign-off does not hold any more."""
    remark = Remark(rule=STALE, level=Level.WARNING, message="the source was changed since")
    return signed().model_copy(update={"remarks": (remark,)})


def ignored() -> Finding:
    """A finding that a comment in the article ignores."""
    comment = Ignore(rule="unsourced", reason="our own notes", position=Position(line=3, column=9))
    return unsourced().model_copy(update={"ignores": (comment,)})


def known() -> Finding:
    """A finding that a baseline holds."""
    return unavailable().model_copy(update={"known": True})


def archived() -> Finding:
    """Words found in an archived copy of a page, with text long enough to be unfolded."""
    text = (
        "Before that. " * 90 + "The quay was never safe. Nobody asked the crews. " + "More. " * 200
    )
    where = {"mode": Mode.ARCHIVE, "url": "https://council.example/minutes"}
    source = found(a_source(text, title="Minutes", publisher="Harbour Council"), **where)
    update = {"final_url": COPY, "fetched_at": datetime(2025, 3, 13, 10, tzinfo=UTC)}
    snapshot = source.snapshot.model_copy(update=update)
    source = source.model_copy(update={"snapshot": snapshot})
    halves = ("The quay was never safe", "Nobody asked the crews")
    return verbatim().model_copy(
        update={
            "evidence": source,
            "alignment": an_alignment(TEXT, text, *((half, half) for half in halves)),
            "trail": (a_step(source, "https://council.example/minutes", matched=True),),
        }
    )


def another_voice() -> Finding:
    """Words that somebody else says in the source."""
    fields = {"verdict": Verdict.MISATTRIBUTED, "speaker_in_source": "Jon Dahl"}
    return altered().model_copy(update=fields)


def with_points() -> Finding:
    """Words left out and shown by points."""
    text = "Title\n“The quay … was never safe,” she said."
    source = "The quay, which the town built in a hurry, was never safe."
    edit = an_edit(
        EditKind.ELLIPSIS,
        span_in(text, "…"),
        span_in(source, ", which the town built in a hurry,"),
        "Words are left out, and points show it.",
    )
    pairs = (("The quay", "The quay"), ("was never safe", "was never safe", "ellipsis"))
    return a_finding(
        "The quay … was never safe,",
        Verdict.EDITED,
        text,
        evidence=a_found(source),
        alignment=an_alignment(text, source, *pairs, edits=(edit,)),
    )


def of_every_verdict() -> tuple[Finding, ...]:
    """One finding for each verdict there is; the words are the same, the verdict is not."""
    samples = {finding.verdict: finding for finding in (*all_findings(), cut_short())}
    book = load_rulebook().verdicts
    found_ = []
    for number, verdict in enumerate(Verdict, 1):
        sample = samples.get(verdict, altered())
        claim = sample.claim.model_copy(update={"id": f"q-{number}"})
        update = {"verdict": verdict, "level": book.verdict(verdict).level, "claim": claim}
        found_.append(sample.model_copy(update=update))
    return tuple(found_)


def a_full_report() -> Report:
    """Every verdict, every decision, notices, an archived copy, and another speaker."""
    people = (
        signed(),
        signed(status=Status.CORRECTED, method=None),
        signed(status=Status.REJECTED, note=""),
        signed(status=Status.UNDER_REVIEW, expires=None),
        lapsed(),
        ignored(),
        known(),
    )
    findings = (*of_every_verdict(), *people, archived(), another_voice())
    return a_report(*findings, notices=NOTICES)


def a_long_report(number: int) -> Report:
    """An article of `number` quotations, a third of them altered, each found in a long source."""
    lines = [f"Speaker {n} said: “We will open line {n} in the spring.”" for n in range(number)]
    text = "\n".join(("A long article", *lines))
    filler = "The council sat until ten and heard the harbour office on the matter. "
    findings = []
    for n in range(number):
        words = f"We {'may' if n % 3 == 0 else 'will'} open line {n} in the spring."
        source = filler * 12 + words + " " + filler * 12
        said = f"We will open line {n} in the spring."
        edits = ()
        if n % 3 == 0:
            spans = (span_in(text, said), span_in(source, words))
            ours, theirs = (span.model_copy(update={"start": span.start + 3}) for span in spans)
            ours = ours.model_copy(update={"end": ours.start + 4})
            theirs = theirs.model_copy(update={"end": theirs.start + 3})
            edits = (an_edit(EditKind.MODALITY, ours, theirs, "“may” became “will”."),)
        evidence = a_found(source, url=f"https://council.example/minutes/{n}")
        findings.append(
            a_finding(
                said,
                Verdict.ALTERED if edits else Verdict.VERBATIM,
                text,
                id=f"q-{n}",
                speaker=f"Speaker {n}",
                level=Level.ERROR if edits else Level.OK,
                evidence=evidence,
                alignment=an_alignment(text, source, (said, words), edits=edits),
                trail=(a_step(evidence, f"https://council.example/minutes/{n}", matched=True),),
            )
        )
    return a_report(*findings, article=an_article(text))
