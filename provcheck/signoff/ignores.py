"""Comments in the article that settle findings: `<!-- provcheck: ignore RULE -- reason -->`."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from provcheck.errors import ArticleError
from provcheck.model.article import Comment
from provcheck.model.evidence import Unavailable
from provcheck.model.finding import STALE, Finding
from provcheck.model.notice import Notice
from provcheck.model.report import Report
from provcheck.model.signoff import Ignore
from provcheck.model.verdict import Level
from provcheck.rulebook.book import Rulebook
from provcheck.signoff.apply import ORPHAN
from provcheck.signoff.draft import REJECTED

UNUSED = "unused-ignore"
_IGNORE = "ignore"
_FORM = "write `<!-- provcheck: ignore RULE -- reason -->`"
_REASON = re.compile(r"(?:^|\s)--(?:\s|$)")
_OWN = "only `provcheck sign` can change what an editor signed; remove the comment"
_NO_CLAIM = "is said of no claim, so that no comment settles it; remove the comment"
_NEVER = {
    REJECTED: f"is an editor's decision; {_OWN}",
    STALE: f"asks an editor to look again; {_OWN}",
    ORPHAN: _NO_CLAIM,
    UNUSED: _NO_CLAIM,
    "baseline-absent": _NO_CLAIM,
}


class _Order(NamedTuple):
    """What a comment asks for: rules to be ignored in what it covers, and why."""

    rules: tuple[str, ...]
    reason: str
    comment: Comment


def ignored(report: Report, rules: Rulebook) -> Report:
    """Return `report` with what the comments in its article settle, and a notice of those idle.

    A comment settles a verdict or remark of the claims that begin in what it covers, where that is
    graver than ok. One that settles nothing is a notice ("unused-ignore"), as grave as the house
    takes it; not where a claim could not be checked, which may have what it speaks of. Raises
    ArticleError, one line with the place of the comment and the remedy, for a comment that is
    wrong: other words than `ignore`, an unknown rule, one that no comment settles, no reason.
    """
    findings = list(report.findings)
    notices = list(report.notices)
    level = rules.level(UNUSED)
    for comment in report.article.comments:
        order = _order(comment, report.article.path, rules)
        covered = [n for n, finding in enumerate(findings) if _is_covered(finding, comment)]
        for rule in order.rules:
            ignore = Ignore(rule=rule, reason=order.reason, position=comment.position)
            settled = [n for n in covered if _has(findings[n], rule)]
            for n in settled:
                ignores = (*findings[n].ignores, ignore)
                findings[n] = findings[n].model_copy(update={"ignores": ignores})
            missed = any(isinstance(findings[n].evidence, Unavailable) for n in covered)
            if level and not settled and not missed:
                idle = _why_idle(rule, comment, [findings[n] for n in covered])
                notices.append(_notice(f"ignore {rule}: {idle}", comment, report, level))
    return report.model_copy(update={"findings": tuple(findings), "notices": tuple(notices)})


def _is_covered(finding: Finding, comment: Comment) -> bool:
    covers, start = comment.covers, finding.claim.span.start
    return covers is not None and covers.start <= start < covers.end


def _has(finding: Finding, rule: str) -> bool:
    """Tell whether `rule` is a fault of the finding that no comment before has settled."""
    faults = [str(finding.verdict)] if finding.level is not Level.OK else []
    faults += [remark.rule for remark in finding.remarks if remark.level is not Level.OK]
    return rule in faults and all(ignore.rule != rule for ignore in finding.ignores)


def _why_idle(rule: str, comment: Comment, covered: list[Finding]) -> str:
    if comment.covers is None:
        why = "no text of the article stands at the comment or follows it"
    elif not covered:
        why = "no claim begins in the paragraph that it stands in or before"
    elif any(rule == ignore.rule for finding in covered for ignore in finding.ignores):
        why = "another comment says so already"
    else:
        told = ", ".join(dict.fromkeys(str(finding.verdict) for finding in covered))
        why = f"no claim there has this finding (found: {told})"
    return f"{why}; remove it"


def _notice(message: str, comment: Comment, report: Report, level: Level) -> Notice:
    return Notice(
        rule=UNUSED,
        level=level,
        message=message,
        path=report.article.path,
        position=comment.position,
    )


def _order(comment: Comment, path: str, rules: Rulebook) -> _Order:
    verb, _, rest = comment.words.partition(" ")
    named, *reasons = _REASON.split(rest, maxsplit=1)
    ids = tuple(dict.fromkeys(filter(None, re.split(r"[,\s]+", named))))
    reason = " ".join(reasons).strip()
    fault = next(_faults(verb, ids, reason, rules), None)
    if fault:
        place = f"{path}:{comment.position.line}:{comment.position.column}"
        message = f"{place}: comment to provcheck: {fault}"
        raise ArticleError(message)
    return _Order(ids, reason, comment)


def _faults(verb: str, ids: tuple[str, ...], reason: str, rules: Rulebook) -> Iterator[str]:
    """Yield what is wrong with the words of a comment, each with the remedy."""
    if not verb:
        yield f"says nothing, or is never closed; {_FORM}"
    elif verb != _IGNORE:
        near = get_close_matches(verb, [_IGNORE], 1)
        yield f"{verb}: no such order{'; did you mean ignore?' if near else f'; {_FORM}'}"
    elif not ids:
        yield f"names no verdict or remark; {_FORM}"
    yield from (fault for rule in ids if (fault := _fault_of(rule, rules)))
    if not reason:
        yield f"gives no reason; {_FORM}"


def _fault_of(rule: str, rules: Rulebook) -> str | None:
    """Return why `rule` cannot be ignored, None where it can."""
    words = rules.verdicts
    known = [*(str(verdict.id) for verdict in words.verdicts), *(r.id for r in words.remarks)]
    kinds = [*(str(edit.id) for edit in words.edits), *(str(slip.id) for slip in words.slips)]
    if rule in _NEVER:
        return f"{rule} {_NEVER[rule]}"
    if rule in known:
        return None
    if rule in kinds:
        return f"{rule}: is a kind of edit; name the verdict that it led to, such as altered"
    near = get_close_matches(rule, known, 1)
    hint = f"did you mean {near[0]}?" if near else "`provcheck explain` lists them all"
    return f"{rule}: no such verdict or remark; {hint}"
