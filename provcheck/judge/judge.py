"""From a claim and everything that was read for it to one finding."""

from collections.abc import Callable, Iterable
from typing import assert_never

from provcheck.judge.absence import absent, evidence_of_absence, name_of, title_of
from provcheck.judge.case import Case, Ruling, Walk
from provcheck.judge.choice import Choice, Place, case_of, chosen
from provcheck.judge.edges import truncated
from provcheck.judge.house.rules import in_house_style
from provcheck.judge.paraphrases import borne_out
from provcheck.judge.posts import others_post
from provcheck.judge.remarks import found_elsewhere, remarks, unread_post
from provcheck.judge.speakers import misattributed, voice_at
from provcheck.judge.splices import spliced
from provcheck.judge.trail import primary_reached, steps
from provcheck.judge.wording import altered, edited_or_verbatim
from provcheck.model.article import Article
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Found
from provcheck.model.finding import Finding, Remark
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import Rulebook

# The families of verdicts on wording, gravest first; the first that rules, rules.
WORDING: tuple[Callable[[Case], Ruling | None], ...] = (
    others_post,
    misattributed,
    spliced,
    altered,
    truncated,
    edited_or_verbatim,
)
_ABSENCES = {Verdict.NOT_FOUND, Verdict.UNSUPPORTED, Verdict.UNAVAILABLE, Verdict.TRANSLATED}
_JUDGED = {Place.CITED, Place.FITTING}  # where a passage is shown even if it bears nothing out
_SURE, _UNSURE = 0.99, 0.5


def judge(article: Article, claim: Claim, walks: tuple[Walk, ...], rules: Rulebook) -> Finding:
    """Return the finding on `claim` after `walks`, which are in the order they were made.

    Pure: the same arguments give the same finding.
    """
    return in_house_style(article, _judged(article, claim, walks, rules), walks, rules)


def _judged(article: Article, claim: Claim, walks: tuple[Walk, ...], rules: Rulebook) -> Finding:
    choice = chosen(claim, walks)
    if choice.walk is None:
        ruling = absent(article, claim, walks, rules)
        return _unmatched(claim, walks, ruling, unread_post(claim, rules))
    case = case_of(article, claim, choice.walk, rules)
    ruling = _placed(case, choice, walks)
    located = case.claim.kind == ClaimKind.PARAPHRASE and choice.place in _JUDGED
    if choice.place == Place.BESIDE or (ruling.verdict in _ABSENCES and not located):
        beside = (*unread_post(claim, rules), *found_elsewhere(case, _worded(case)))
        return _unmatched(claim, walks, ruling, beside)
    return _matched(case, walks, ruling)


def _matched(case: Case, walks: tuple[Walk, ...], ruling: Ruling) -> Finding:
    voice = voice_at(case.found.text, case.alignment.pieces[0].source)
    return Finding(
        claim=case.claim,
        verdict=ruling.verdict,
        level=ruling.level,
        message=ruling.message,
        confidence=_confidence(case),
        trail=steps(case.claim, walks),
        evidence=case.found,
        alignment=case.alignment,
        lost=ruling.lost,
        speaker_in_source=ruling.speaker_in_source or (voice.name if voice else None),
        primary=primary_reached(case, walks),
        remarks=remarks(case, walks),
    )


def _placed(case: Case, choice: Choice, walks: tuple[Walk, ...]) -> Ruling:
    """Rule by the wording, or by where the words stand when that is not where the article says."""
    match choice.place:
        case Place.CITED | Place.FITTING:
            return _worded(case)
        case Place.ELSEWHERE if case.claim.kind != ClaimKind.PARAPHRASE:
            return _elsewhere(case, walks)
        case Place.ELSEWHERE | Place.BESIDE | Place.NOWHERE:
            return absent(case.article, case.claim, walks, case.rules)
        case rest:
            assert_never(rest)


def _worded(case: Case) -> Ruling:
    if case.claim.kind == ClaimKind.PARAPHRASE:
        return borne_out(case)
    rulings = (family(case) for family in WORDING)
    return next(ruling for ruling in rulings if ruling is not None)


def _elsewhere(case: Case, walks: tuple[Walk, ...]) -> Ruling:
    cited = next(w for w in walks if w.cited and isinstance(w.evidence, Found))
    there = _worded(case)
    level = case.rules.verdicts.verdict(Verdict.WRONG_SOURCE).level
    told = f"not in {name_of(cited)}, which is cited, but in {title_of(case.found)}"
    if there.verdict not in {Verdict.VERBATIM, Verdict.EDITED}:
        told = f"{told}, by which this would be {there.verdict}: {there.message}"
    return Ruling(verdict=Verdict.WRONG_SOURCE, level=level, message=told)


def _unmatched(
    claim: Claim, walks: tuple[Walk, ...], ruling: Ruling, beside: Iterable[Remark]
) -> Finding:
    """Return the finding on a claim whose words were seen in no source that may bear them."""
    absence = ruling.verdict in {Verdict.NOT_FOUND, Verdict.UNSUPPORTED}
    return Finding(
        claim=claim,
        verdict=ruling.verdict,
        level=ruling.level,
        message=ruling.message,
        confidence=_UNSURE if claim.fragment or not absence else _SURE,
        trail=steps(claim, walks),
        evidence=evidence_of_absence(ruling, walks),
        remarks=tuple(beside),
    )


def _confidence(case: Case) -> float:
    """Return how sure the located passage is: by its evidence in bits and how much it covers."""
    strength = min(case.alignment.bits / max(case.alignment.needed, 1.0), 2.0) / 2
    return round(max(min(strength * case.alignment.coverage, _SURE), 0.1), 2)
