"""What the page shows of each finding, in the words it shows it in."""

from dataclasses import dataclass, replace

from provcheck.language.words import abridged
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Found
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.span import Span, hull
from provcheck.model.verdict import Verdict
from provcheck.report.dates import moment
from provcheck.report.html.links import Link, language, link
from provcheck.report.html.records import Fact, Stop, source_facts, source_record, trail
from provcheck.report.story import story
from provcheck.report.strength import strength
from provcheck.report.visible import shortened
from provcheck.report.wordings import Run, Wordings, differences, page, passage, wordings
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.verdicts import VerdictRule

FIRST_WORDS = 70
LISTED = 240  # characters of a wording in the list of what changed
CONTEXT = 160  # code points of the article shown before and after a claim

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
class Side:
    """One of the two wordings, with the words round it."""

    runs: tuple[Run, ...]
    before: str
    after: str
    lang: str | None


@dataclass(frozen=True)
class ClaimView:
    """One claim as the page shows it."""

    anchor: str
    number: int
    finding: Finding
    rule: VerdictRule
    kind: str
    speaker: str
    position: str
    facts: tuple[Fact, ...]
    cites: tuple[Link, ...]
    article: Side
    source: Side | None
    reason: str
    edits: tuple[EditView, ...]
    source_facts: tuple[Fact, ...]
    record: tuple[Fact, ...]
    strength: str | None
    stops: tuple[Stop, ...]
    passage: str
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


def claim_view(finding: Finding, report: Report, rules: Rulebook, anchor: str) -> ClaimView:
    """Return what the page shows of `finding`; `anchor` ends in the claim's number, as in `c3`."""
    claim = finding.claim
    place = report.article.lines.position(claim.span.start)
    found = finding.evidence if isinstance(finding.evidence, Found) else None
    span = passage(finding)
    both = wordings(finding, report.article.text)
    return ClaimView(
        anchor=anchor,
        number=int(anchor.rpartition("c")[2]),
        finding=finding,
        rule=rules.verdicts.verdict(finding.verdict),
        kind=KINDS[claim.kind],
        speaker=_speaker(claim),
        position=f"line {place.line}, column {place.column}",
        facts=_facts(finding),
        cites=tuple(link(cite.url, cite.name) for cite in claim.cites),
        article=_article_side(finding, report, both),
        source=_source_side(finding, both),
        reason=_reason(finding),
        edits=_edits(finding, report, rules),
        source_facts=_source_facts(found, finding) if found else (),
        record=source_record(found) if found else (),
        strength=strength(finding.alignment) if finding.alignment and span else None,
        stops=trail(finding),
        passage="".join(run.text or " […] " for run in both.source) if both else "",
        story=story(finding, report.article.text, rules),
    )


def _speaker(claim: Claim) -> str:
    if not claim.speaker:
        return "Nobody is named"
    return claim.speaker.resolved or claim.speaker.as_written


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
    """Return who says the words in the source and on which page, where it tells; then the rest."""
    voice, number = finding.speaker_in_source, page(finding)
    said = (Fact("Said by", voice),) if voice else ()
    where = (Fact("On page", str(number)),) if number else ()
    return (*said, *where, *source_facts(found))


def _interval(finding: Finding) -> str:
    said = finding.claim.said_on
    if not said:
        return ""
    days = (moment(said.first), moment(said.last))
    return days[0] if days[0] == days[1] else f"between {days[0]} and {days[1]}"


def _article_side(finding: Finding, report: Report, both: Wordings | None) -> Side:
    text, span = report.article.text, finding.claim.span
    around = hull((span, *(b.span for b in report.article.blocks if b.span.meets(span))))
    return Side(
        runs=both.article if both else (Run(text=span.of(text)),),
        before=_before(text, Span(start=around.start, end=span.start)),
        after=_after(text, Span(start=span.end, end=around.end)),
        lang=language(report.article.lang),
    )


def _before(text: str, span: Span) -> str:
    words = span.of(text)
    return words if len(words) <= CONTEXT else "…" + words[-CONTEXT:].partition(" ")[2]


def _after(text: str, span: Span) -> str:
    words = span.of(text)
    return words if len(words) <= CONTEXT else words[:CONTEXT].rpartition(" ")[0] + "…"


def _source_side(finding: Finding, both: Wordings | None) -> Side | None:
    if not both or not isinstance(finding.evidence, Found):
        return None
    text = finding.evidence.text.text
    return Side(
        runs=both.source,
        before=_before(text, Span(start=0, end=both.shown.start)),
        after=_after(text, Span(start=both.shown.end, end=len(text))),
        lang=language(finding.evidence.text.lang),
    )


def _reason(finding: Finding) -> str:
    """Return why there is no wording of a source to show."""
    if not isinstance(finding.evidence, Found):
        return finding.evidence.reason
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
