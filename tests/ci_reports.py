"""Findings that people have decided of, and reports of them for the formats of CI systems."""

from datetime import date

from reporting import a_report, altered, cut_short, supported, unavailable, unsourced, verbatim

from provcheck.model.article import Position
from provcheck.model.finding import STALE, Finding, Remark
from provcheck.model.notice import Notice
from provcheck.model.report import Report
from provcheck.model.signoff import Ignore, Method, Signoff, Status
from provcheck.model.verdict import Level

HIDDEN = Remark(rule="hidden-characters", level=Level.WARNING, message="One is hidden.")
YOUNGER = Remark(rule="source-later", level=Level.NOTE, message="The source is younger.")


def signed(finding: Finding, status: Status = Status.ACCEPTED, **known: object) -> Finding:
    """The finding, signed by Tove Mand, who saw all that is said of it."""
    signoff = Signoff(
        claim=finding.claim.id,
        quote=finding.claim.text,
        status=status,
        verdict=finding.verdict,
        remarks=known.pop("remarks", tuple(r.rule for r in finding.remarks)),
        by="Tove Mand",
        day=date(2025, 3, 15),
        method=known.pop("method", Method.RECORDING),
        note=known.pop("note", "heard on the tape"),
    )
    return finding.model_copy(update={"signoff": signoff})


def ignored(finding: Finding, *rules: str, reason: str = "agreed with the desk") -> Finding:
    """The finding with a comment in the article for each of `rules`."""
    place = Position(line=2, column=80)
    ignores = tuple(Ignore(rule=rule, reason=reason, position=place) for rule in rules)
    return finding.model_copy(update={"ignores": ignores})


def known(finding: Finding) -> Finding:
    """The finding as a baseline holds it."""
    return finding.model_copy(update={"known": True})


def remarked(finding: Finding, *remarks: Remark) -> Finding:
    """The finding with these remarks instead of its own."""
    return finding.model_copy(update={"remarks": remarks})


def stale(finding: Finding) -> Finding:
    """A signed finding whose sign-off no longer holds."""
    remark = Remark(rule=STALE, level=Level.WARNING, message="The verdict was another one.")
    return signed(finding).model_copy(update={"remarks": (*finding.remarks, remark)})


def a_notice(**known: object) -> Notice:
    """A sign-off without its claim, in the file beside the article."""
    fields = {
        "rule": "orphan-signoff",
        "level": Level.WARNING,
        "message": "q-gone signs a claim that the article does not hold.",
        "path": "ferry.provcheck.toml",
        "position": Position(line=7, column=1),
        **known,
    }
    return Notice(**fields)


SETTLED = {
    "verbatim": verbatim(),
    "supported": supported(),
    "accepted": signed(altered()),
    "ignored": ignored(altered(), "altered", "date-conflict"),
    "known": known(altered()),
    "accepted-and-known": known(signed(cut_short())),
}
OPEN = {
    "altered": altered(),
    "unavailable": unavailable(),
    "unsourced": unsourced(),
    "rejected": signed(altered(), Status.REJECTED),
    "corrected": signed(altered(), Status.CORRECTED),
    "under-review": signed(altered(), Status.UNDER_REVIEW),
    "stale": stale(altered()),
    "verdict-ignored-remark-not": ignored(altered(), "altered"),
    "remark-came-later": signed(altered(), remarks=()),
    "remark-on-words-that-match": remarked(verbatim(), HIDDEN),
}


def everything(**known_of: object) -> Report:
    """A report with all of them, and a notice."""
    fields = {"notices": (a_notice(),), **known_of}
    return a_report(*SETTLED.values(), *OPEN.values(), **fields)
