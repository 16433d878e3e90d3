"""What the page shows of each finding, in the words it shows it in."""

from dataclasses import dataclass, replace

from provcheck.language.words import abridged
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Found
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.verdict import Verdict
from provcheck.report.dates import moment
from provcheck.report.html.citing import citation, sign_command
from provcheck.report.html.decisions import Decision, State, decisions, state
from provcheck.report.html.links import Link, link
from provcheck.report.html.records import (
    Fact,
    Stop,
    doors,
    kept,
    source_facts,
    source_record,
    trail,
)
from provcheck.report.html.sides import Side, article_side, source_side, surroundings
from provcheck.report.story import story
from provcheck.report.strength import strength
from provcheck.report.sums import unchecked
from provcheck.report.visible import shortened
from provcheck.report.wordings import differences, page, passage, wordings
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.verdicts import VerdictRule

FIRST_WORDS = 70
LISTED = 240  # characters of a wording in the list of what changed

KINDS = {
    ClaimKind.QUOTE: "quotation",
    ClaimKind.BLOCK_QUOTE: "block quotation",
    ClaimKind.EMBED: "embedded post",
    ClaimKind.PARAPHRASE: "indirect speech",
}
_HOW = {
    "pronoun": "a pronoun",
    "description": "a description",
    "anaphora": "a reference back",
    "surname": "the surname alone",
    "embed author": "the post's author line",
}


@dataclass(frozen=True)
class EditView:
    """One difference: what kind it is in words, both wordings, and what to think of it."""

    title: str
    article: str
    source: str
    note: str
    grave: bool


@dataclass(frozen=True)
class Voices:
    """Who says the words on each side; `differ`: another person says them in the source."""

    article: str
    source: str | None
    differ: bool


@dataclass(frozen=True)
class ClaimView:
    """One claim as the page shows it."""

    anchor: str
    number: int
    finding: Finding
    rule: VerdictRule
    kind: str
    speaker: str
    voices: Voices
    state: State
    decisions: tuple[Decision, ...]
    position: str
    facts: tuple[Fact, ...]
    cites: tuple[Link, ...]
    article: Side
    source: Side | None
    more: Side | None
    reason: str
    edits: tuple[EditView, ...]
    source_facts: tuple[Fact, ...]
    doors: tuple[Link, ...]
    record: tuple[Fact, ...]
    kept: str | None
    strength: str | None
    stops: tuple[Stop, ...]
    passage: str
    citation: str | None
    sign: str
    story: str

    @property
    def why(self) -> str:
        """Return what makes the claim one to work on: its verdict, or a graver remark beside it."""
        finding = self.finding
        graver = [r.message for r in finding.remarks if r.level.rank > finding.level.rank]
        return "; ".join((finding.message, *graver))

    @property
    def first_words(self) -> str:
        """Return the beginning of the claim, for lists that point to it."""
        return shortened(" ".join(self.finding.claim.words.split()), FIRST_WORDS)

    @property
    def settled(self) -> Decision | None:
        """Return the decision that the claim's mark in the article shows, the first that holds."""
        return next((decision for decision in self.decisions if not decision.stale), None)


def claim_view(finding: Finding, report: Report, rules: Rulebook, anchor: str) -> ClaimView:
    """Return what the page shows of `finding`; `anchor` ends in the claim's number, as in `c3`."""
    claim = finding.claim
    place = report.article.lines.position(claim.span.start)
    found = finding.evidence if isinstance(finding.evidence, Found) else None
    span = passage(finding)
    both = wordings(finding, report.article.text)
    words = "".join(run.text or " […] " for run in both.source) if both else ""
    return ClaimView(
        anchor=anchor,
        number=int(anchor.rpartition("c")[2]),
        finding=finding,
        rule=rules.verdicts.verdict(finding.verdict),
        kind=KINDS[claim.kind],
        speaker=_speaker(claim),
        voices=_voices(finding),
        state=state(finding),
        decisions=decisions(finding),
        position=f"line {place.line}, column {place.column}",
        facts=_facts(finding),
        cites=tuple(link(cite.url, cite.name) for cite in claim.cites),
        article=article_side(finding, report, both),
        source=source_side(finding, both),
        more=surroundings(finding, both),
        reason=_reason(finding),
        edits=_edits(finding, report, rules),
        source_facts=_source_facts(found, finding) if found else (),
        doors=doors(found, span) if found and span else (),
        record=source_record(found) if found else (),
        kept=kept(found) if found else None,
        strength=strength(finding.alignment) if finding.alignment and span else None,
        stops=trail(finding, report),
        passage=words,
        citation=citation(finding, words),
        sign=sign_command(claim.id, report.article.path),
        story=story(finding, report.article.text, rules),
    )


def _speaker(claim: Claim) -> str:
    if not claim.speaker:
        return "Nobody is named"
    return claim.speaker.resolved or claim.speaker.as_written


def _voices(finding: Finding) -> Voices:
    """Return who says the words here and there; whether that is another is for the judge to say."""
    return Voices(
        article=_speaker(finding.claim),
        source=finding.speaker_in_source,
        differ=finding.verdict is Verdict.MISATTRIBUTED,
    )


def _facts(finding: Finding) -> tuple[Fact, ...]:
    """Return what the article says round the claim's words."""
    claim = finding.claim
    facts: list[Fact] = []
    if claim.speaker and claim.speaker.resolved not in {None, claim.speaker.as_written}:
        by = _HOW.get(claim.speaker.how)
        through = f" (through {by})" if by else ""
        facts.append(Fact("Named as", f"“{claim.speaker.as_written}”{through}"))
    if claim.nested_speaker:
        facts.append(Fact("Quoting in turn", claim.nested_speaker))
    if claim.via:
        facts.append(Fact("Through", claim.via))
    if claim.said_on:
        facts.append(Fact("Said on", _interval(finding)))
    return tuple(facts)


def _source_facts(found: Found, finding: Finding) -> tuple[Fact, ...]:
    """Return on which page of the source the words stand, where it has pages; then the rest."""
    number = page(finding)
    where = (Fact("On page", str(number)),) if number else ()
    return (*where, *source_facts(found))


def _interval(finding: Finding) -> str:
    said = finding.claim.said_on
    if not said:
        return ""
    days = (moment(said.first), moment(said.last))
    return days[0] if days[0] == days[1] else f"between {days[0]} and {days[1]}"


def _reason(finding: Finding) -> str:
    """Return why there is no wording of a source to show."""
    if not isinstance(finding.evidence, Found):
        return finding.evidence.reason
    if unchecked(finding):
        return finding.message
    return "The words were looked for in the source below and are not there."


def _edits(finding: Finding, report: Report, rules: Rulebook) -> tuple[EditView, ...]:
    if not isinstance(finding.evidence, Found):
        return ()
    source = finding.evidence.text.text
    views = []
    for edit in differences(finding):
        rule = rules.verdicts.edit(edit.kind)
        words = (edit.claim.of(report.article.text), edit.source.of(source))
        views.append(EditView(rule.title, *words, edit.note, rule.grave))
    if finding.lost:
        title = rules.verdicts.verdict(Verdict.TRUNCATED).title
        note = "these words limit what is quoted, and the quotation leaves them out"
        views.append(EditView(title, "", finding.lost.of(source), note, grave=True))
    return tuple(_abridged(view) for view in views)


def _abridged(view: EditView) -> EditView:
    """Return an edit for the list, the middle of a long passage left out; the pair shows all."""
    article, source = (abridged(" ".join(w.split()), LISTED) for w in (view.article, view.source))
    return replace(view, article=article, source=source)
