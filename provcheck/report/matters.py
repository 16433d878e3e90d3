"""What the findings of a report come to one by one, and what people decided of each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from hashlib import sha256

from provcheck.model.article import Position
from provcheck.model.finding import Finding
from provcheck.model.notice import Notice
from provcheck.model.report import Report
from provcheck.model.signoff import Method, Signoff, Status
from provcheck.model.value import Value
from provcheck.model.verdict import Level
from provcheck.report.dates import day
from provcheck.report.places import Place, at, file_named, file_of, place

_DECIDED = {
    Status.ACCEPTED: "accepted",
    Status.CORRECTED: "to be corrected, said",
    Status.REJECTED: "rejected",
    Status.UNDER_REVIEW: "under review",
}
_CHECKED_BY = {
    Method.PRIMARY: "checked with the primary source",
    Method.SECONDARY: "checked with a secondary source",
    Method.PHONE: "checked by phone",
    Method.RECORDING: "checked with a recording",
}


class Origin(StrEnum):
    """Where a decision stands."""

    SIGNOFF = "sign-off"
    COMMENT = "comment"
    BASELINE = "baseline"


class Standing(StrEnum):
    """Whether a decision settles the matter: only `accepted` does."""

    ACCEPTED = "accepted"
    UNDER_REVIEW = "under-review"
    REJECTED = "rejected"


class Decision(Value):
    """What somebody decided of a matter; `told` says who and why, in words from a file.

    `position` is that of a comment in the article.
    """

    origin: Origin
    standing: Standing
    told: str
    position: Position | None = None


class Matter(Value):
    """One thing to tell of: the verdict on a claim, a remark beside it, or a notice.

    `rule` is the id of a verdict or remark in verdicts.yaml; `key` is the same for equal matters
    of one file and of no others, wherever in it they stand. `finding` is None for a notice.
    """

    rule: str
    level: Level
    message: str
    file: str
    place: Place
    key: str
    finding: Finding | None = None
    decisions: tuple[Decision, ...] = ()

    @property
    def is_verdict(self) -> bool:
        """Tell whether this is the verdict on its claim."""
        return self.finding is not None and self.rule == self.finding.verdict

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has settled it."""
        return all(each.standing is not Standing.ACCEPTED for each in self.decisions)

    @property
    def outstanding(self) -> bool:
        """Tell whether it is to be shown to somebody: a note or graver, and open."""
        return self.level is not Level.OK and self.is_open


def matters(report: Report) -> tuple[Matter, ...]:
    """Return all matters of `report`: claim by claim its verdict and remarks, then the notices."""
    return tuple(_numbered([*_of_claims(report), *_of_notices(report)]))


def by_claim(report: Report) -> tuple[tuple[Matter, ...], ...]:
    """Return the matters of each claim together, its verdict first, and each notice by itself."""
    groups: list[list[Matter]] = []
    for matter in matters(report):
        if matter.is_verdict or matter.finding is None:
            groups.append([])
        groups[-1].append(matter)
    return tuple(map(tuple, groups))


def gravest(among: Iterable[Matter]) -> Matter:
    """Return the gravest, of equals the first; refuses an empty iterable (ValueError)."""
    return max(among, key=lambda each: each.level.rank)


def _of_claims(report: Report) -> Iterator[Matter]:
    file = file_of(report)
    for finding in report.findings:
        where = place(finding.claim.span, report.article)
        told = [(str(finding.verdict), finding.level, finding.message)]
        told += [(remark.rule, remark.level, remark.message) for remark in finding.remarks]
        for rule, level, message in told:
            yield Matter(
                rule=rule,
                level=level,
                message=message,
                file=file,
                place=where,
                key=finding.claim.id,
                finding=finding,
                decisions=_decisions(finding, rule),
            )


def _of_notices(report: Report) -> Iterator[Matter]:
    for notice in report.notices:
        yield Matter(
            rule=notice.rule,
            level=notice.level,
            message=notice.message,
            file=_file_of(notice, report),
            place=at(notice.position),
            key=notice.message,
        )


def _file_of(notice: Notice, report: Report) -> str:
    """Return the notice's file; that of the article as the report names it."""
    return file_of(report) if notice.path == report.article.path else file_named(notice.path)


def _numbered(found: Iterable[Matter]) -> Iterator[Matter]:
    """Give each matter its key: a hash, with a number where the same words stand there again."""
    seen: Counter[str] = Counter()
    for matter in found:
        plain = f"{matter.rule}\0{matter.key}"
        seen[plain] += 1
        whole = f"{plain}\0{seen[plain]}".encode("utf-8", "surrogatepass")
        yield matter.model_copy(update={"key": sha256(whole).hexdigest()})


def _decisions(finding: Finding, rule: str) -> tuple[Decision, ...]:
    """Return what was decided of one verdict or remark; what settles it hides the rest."""
    found = [
        Decision(
            origin=Origin.COMMENT,
            standing=Standing.ACCEPTED,
            told=f"ignored by a comment in the article: {ignore.reason}",
            position=ignore.position,
        )
        for ignore in finding.ignores
        if ignore.rule == rule
    ]
    signed = finding.signoff
    if signed and rule in {str(finding.verdict), *signed.remarks}:
        found.append(_signed(signed, holds=finding.holds))
    if finding.known:
        told = "known: the baseline holds it"
        found.append(Decision(origin=Origin.BASELINE, standing=Standing.ACCEPTED, told=told))
    settling = tuple(each for each in found if each.standing is Standing.ACCEPTED)
    return settling or tuple(found)


def _signed(signoff: Signoff, *, holds: bool) -> Decision:
    told = f"{_DECIDED[signoff.status]} by {signoff.by} on {day(signoff.day)}"
    if signoff.method:
        told += f", {_CHECKED_BY[signoff.method]}"
    if signoff.note:
        told += f": {signoff.note}"
    standing = Standing.REJECTED
    if signoff.status is Status.UNDER_REVIEW or not holds:
        standing = Standing.UNDER_REVIEW
    elif signoff.status is Status.ACCEPTED:
        standing = Standing.ACCEPTED
    told = told if holds else f"no longer holds: {told}"
    return Decision(origin=Origin.SIGNOFF, standing=standing, told=told)
