"""Puts what editors signed on the findings of a report, and says what of it no longer holds."""

from collections.abc import Iterable, Iterator
from datetime import date

from provcheck.language.words import abridged, normalised, spelt
from provcheck.model.article import Position
from provcheck.model.evidence import Unavailable
from provcheck.model.finding import STALE, Finding, Remark
from provcheck.model.notice import Notice
from provcheck.model.report import Report
from provcheck.model.signoff import Signoff, Status
from provcheck.model.verdict import Level
from provcheck.rulebook.book import Rulebook
from provcheck.signoff.book import Sheet
from provcheck.signoff.draft import REJECTED, hash_of

ORPHAN = "orphan-signoff"
_SHOWN = 80  # characters of a quotation in a message
_KEPT_PROMISE = (Status.CORRECTED, Status.REJECTED)  # the claim was to go


def settled(report: Report, sheet: Sheet, today: date, rules: Rulebook) -> Report:
    """Return `report` with the sign-offs of `sheet` on the findings whose claims they sign.

    A sign-off stays with its claim by id, else by its words where one claim alone has them. It is
    stale ("stale-signoff") when the words, the speaker, the verdict or the text of the source is
    another one than was signed, and after the day that it expires on, seen from `today`. A claim
    that an editor rejected is in error ("rejected-by-editor") until the decision expires; a
    sign-off without a claim is a notice ("orphan-signoff"), a mere note when the editor wanted the
    claim gone. How grave these are is said by the house; a stale sign-off never holds, even where
    the house has set that to off.
    """
    signed = _matched(report.findings, sheet.signoffs)
    findings = tuple(
        _signed(finding, signed[finding.claim.id], today, rules)
        if finding.claim.id in signed
        else finding
        for finding in report.findings
    )
    used = {signoff.claim for signoff in signed.values()}
    orphans = (signoff for signoff in sheet.signoffs if signoff.claim not in used)
    notices = (*report.notices, *_notices(orphans, sheet.path, rules))
    return report.model_copy(update={"findings": findings, "notices": notices})


def _matched(findings: Iterable[Finding], signoffs: Iterable[Signoff]) -> dict[str, Signoff]:
    """Return the sign-offs by the id of the claim that they speak of now."""
    words = {finding.claim.id: normalised(finding.claim.words) for finding in findings}
    signed = {signoff.claim: signoff for signoff in signoffs if signoff.claim in words}
    for signoff in signoffs:
        if signoff.claim in words:
            continue
        quote = normalised(signoff.quote)
        same = [claim for claim, said in words.items() if quote and said == quote]
        if len(same) == 1:
            signed.setdefault(same[0], signoff)
    return signed


def _signed(finding: Finding, signoff: Signoff, today: date, rules: Rulebook) -> Finding:
    remarks = [*finding.remarks, *_rejection(finding, signoff, today, rules)]
    broken = "; ".join(_changes(finding, signoff, today))
    if broken:
        message = f"signed by {signoff.by} on {signoff.day}, and no longer holds: {broken}"
        remarks.append(Remark(rule=STALE, level=rules.level(STALE) or Level.OK, message=message))
    return finding.model_copy(update={"signoff": signoff, "remarks": tuple(remarks)})


def _rejection(
    finding: Finding, signoff: Signoff, today: date, rules: Rulebook
) -> Iterator[Remark]:
    """Yield that the claim must not be published: so it is whatever has become of its source."""
    level = rules.level(REJECTED)
    same = _first(finding.claim.id) == _first(signoff.claim)
    if signoff.status is Status.REJECTED and level and same and not _expired(signoff, today):
        note = f": {signoff.note}" if signoff.note else ""
        message = f"{signoff.by} decided on {signoff.day} that it must not be published{note}"
        yield Remark(rule=REJECTED, level=level, message=message)


def _changes(finding: Finding, signoff: Signoff, today: date) -> Iterator[str]:
    """Yield what is otherwise than when the claim was signed, in plain clauses."""
    evidence = finding.evidence
    if isinstance(evidence, Unavailable) and evidence.interrupted:
        return  # nothing was learnt of it
    if signoff.status is Status.CORRECTED and finding.level is Level.OK:
        return  # as was promised
    if _first(finding.claim.id) != _first(signoff.claim):
        yield "the words are given to another speaker"
    if spelt(finding.claim.words) != spelt(signoff.quote):
        yield "the words are spelt otherwise than in its quote"
    if finding.verdict is not signoff.verdict:
        yield f"the verdict was {signoff.verdict} then"
    if hash_of(evidence) != signoff.evidence:
        yield _of_source(hash_of(evidence), signoff.evidence)
    if _expired(signoff, today):
        yield f"it expired on {signoff.expires}"


def _expired(signoff: Signoff, today: date) -> bool:
    return signoff.expires is not None and signoff.expires < today


def _first(claim: str) -> str:
    """Return the id that a claim has when it stands first: the third of its words ends in -3."""
    kind, _, rest = claim.partition("-")
    return f"{kind}-{rest.partition('-')[0]}"


def _of_source(now: str | None, then: str | None) -> str:
    if then is None:
        return "no source was read then"
    if now is None:
        return "the source that it was signed against was not read"
    return "the text of the source is another one"


def _notices(orphans: Iterable[Signoff], path: str, rules: Rulebook) -> Iterator[Notice]:
    level = rules.level(ORPHAN)
    if level is None:
        return
    for signoff in orphans:
        position = Position(line=signoff.line, column=1)
        told = f"{signoff.claim} “{abridged(signoff.quote, _SHOWN)}”"
        grave = level
        if signoff.status in _KEPT_PROMISE:
            grave = Level.NOTE
            message = f"{told} was {signoff.status} and is gone from the article; remove the entry"
        else:
            message = f"{told} is signed and not in the article; remove the entry or sign anew"
        yield Notice(rule=ORPHAN, level=grave, message=message, path=path, position=position)
