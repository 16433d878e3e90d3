"""What people decided of findings, and what belongs to no claim, as the JSON output has it."""

from provcheck.model.finding import Finding
from provcheck.model.notice import Notice
from provcheck.model.signoff import Ignore
from provcheck.report import decision_schema as out


def signoff(finding: Finding) -> out.SignoffOut | None:
    """Return what an editor signed of the claim, None where nobody did."""
    if finding.signoff is None:
        return None
    signed = finding.signoff.model_dump()
    return out.SignoffOut(**{"date": signed.pop("day"), **signed}, holds=finding.holds)


def ignored(found: Ignore) -> out.IgnoreOut:
    """Return a comment that settles something, with its place in the article's file."""
    return out.IgnoreOut(
        rule=found.rule,
        reason=found.reason,
        line=found.position.line,
        column=found.position.column,
    )


def notice(told: Notice) -> out.NoticeOut:
    """Return a notice with its place."""
    position = told.position.model_dump()
    return out.NoticeOut(**told.model_dump(exclude={"position"}), **position)
