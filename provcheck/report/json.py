"""The findings as JSON, in the shape that report/schema.py promises."""

import json
import re
from importlib.metadata import version

from pydantic import BaseModel

from provcheck.model.article import Article
from provcheck.model.citation import Citation
from provcheck.model.claim import Claim, Mention
from provcheck.model.edit import Edit
from provcheck.model.evidence import Found
from provcheck.model.finding import Finding, Step
from provcheck.model.report import Report
from provcheck.report import schema as out
from provcheck.report.settlement import ignored, notice, signoff
from provcheck.report.story import story
from provcheck.report.wordings import page, passage
from provcheck.rulebook.book import Rulebook

TOOL = version("provcheck")
# Valid JSON as they stand, and escaped all the same: a log or a terminal would obey them.
_OBEYED = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
    "|(?<=#)#(?=[A-Za-z]*\\[)"
)


def render(reports: tuple[Report, ...], rules: Rulebook) -> str:
    """Return one JSON object for all articles, also for a single one."""
    first = reports[0] if reports else None
    output = out.CheckOutput(
        schema=out.VERSION,
        tool=first.tool if first else TOOL,
        rules=first.rules if first else "",
        house=first.house if first else rules.house.id,
        articles=tuple(checked(report, rules) for report in reports),
    )
    return written(output)


def written(output: BaseModel, indent: int | None = 2) -> str:
    """Return `output` as JSON text that is safe to print into a terminal or a CI log.

    Without `indent` it is one line, whatever stands in it.
    """
    return dumped(output.model_dump(mode="json", by_alias=True), indent)


def dumped(content: object, indent: int | None = 2) -> str:
    """Return what JSON can hold on the terms of `written`; no float in it may be infinite."""
    plain = json.dumps(content, indent=indent, ensure_ascii=False, allow_nan=False)
    return _OBEYED.sub(_escaped, plain) + "\n"


def _escaped(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def claim(found: Claim, article: Article) -> out.ClaimOut:
    """Return `found` with its place in the file of `article`."""
    position = article.lines.position(found.span.start)
    return out.ClaimOut(
        id=found.id,
        kind=found.kind,
        start=found.span.start,
        end=found.span.end,
        line=position.line,
        column=position.column,
        text=found.text,
        segments=tuple(out.SpanOut(start=s.start, end=s.end) for s in found.segments),
        speaker=_speaker(found.speaker) if found.speaker else None,
        nested_speaker=found.nested_speaker,
        cue=found.cue,
        via=found.via,
        said_on=str(found.said_on) if found.said_on else None,
        cites=tuple(_cite(cite) for cite in found.cites),
        fragment=found.fragment,
        facts=tuple(
            out.FactOut(kind=fact.kind, start=fact.span.start, end=fact.span.end)
            for fact in found.facts
        ),
        nested=tuple(
            out.NestedOut(
                start=each.span.start, end=each.span.end, text=each.text, speaker=each.speaker
            )
            for each in found.nested
        ),
    )


def _speaker(mention: Mention) -> out.SpeakerOut:
    return out.SpeakerOut(
        as_written=mention.as_written,
        start=mention.span.start,
        end=mention.span.end,
        resolved=mention.resolved,
        how=mention.how,
    )


def _cite(cite: Citation) -> out.CiteOut:
    return out.CiteOut(
        kind=cite.kind,
        name=cite.name,
        url=cite.url,
        start=cite.span.start if cite.span else None,
        end=cite.span.end if cite.span else None,
        media=cite.media,
    )


def checked(report: Report, rules: Rulebook) -> out.CheckedOut:
    """Return all that is told of one article."""
    article = report.article
    return out.CheckedOut(
        path=article.path,
        title=article.title,
        byline=article.byline,
        published=article.published,
        lang=article.lang,
        sha256=article.sha256,
        counts={str(verdict): number for verdict, number in report.counts().items()},
        settings=dict(report.settings),
        interrupted=report.interrupted,
        sources=tuple(out.SourceReadOut(**read.model_dump()) for read in report.sources),
        queries=tuple(out.QueryOut(**query.model_dump()) for query in report.queries),
        findings=tuple(_finding(finding, article, rules) for finding in report.findings),
        file=report.file,
        notices=tuple(notice(each) for each in report.notices),
    )


def _finding(finding: Finding, article: Article, rules: Rulebook) -> out.FindingOut:
    alignment, evidence = finding.alignment, finding.evidence
    found = evidence if isinstance(evidence, Found) else None
    return out.FindingOut(
        claim=claim(finding.claim, article),
        verdict=finding.verdict,
        level=finding.level,
        message=finding.message,
        story=story(finding, article.text, rules),
        confidence=_figures(finding.confidence),
        edits=tuple(_edit(e, article, found) for e in alignment.edits) if alignment else (),
        pieces=_pieces(finding),
        source=_source(found, finding) if found else None,
        reason=None if isinstance(evidence, Found) else evidence.reason,
        speaker_in_source=finding.speaker_in_source,
        lost=finding.lost.of(found.text.text) if found and finding.lost else None,
        primary=finding.primary,
        trail=tuple(_step(step) for step in finding.trail),
        remarks=tuple(out.RemarkOut(**remark.model_dump()) for remark in finding.remarks),
        evidence=_evidence(finding),
        signoff=signoff(finding),
        ignored=tuple(ignored(each) for each in finding.ignores),
        known=finding.known,
        outstanding=finding.outstanding,
    )


def _edit(edit: Edit, article: Article, found: Found | None) -> out.EditOut:
    return out.EditOut(
        kind=edit.kind,
        article=edit.claim.of(article.text),
        source=edit.source.of(found.text.text) if found else "",
        article_start=edit.claim.start,
        article_end=edit.claim.end,
        source_start=edit.source.start,
        source_end=edit.source.end,
        note=edit.note,
    )


def _pieces(finding: Finding) -> tuple[out.PieceOut, ...]:
    pieces = finding.alignment.pieces if finding.alignment else ()
    return tuple(
        out.PieceOut(
            article_start=piece.claim.start,
            article_end=piece.claim.end,
            source_start=piece.source.start,
            source_end=piece.source.end,
            mark=piece.mark,
        )
        for piece in pieces
    )


def _source(found: Found, finding: Finding) -> out.SourceOut:
    text, snapshot, span = found.text, found.snapshot, passage(finding)
    return out.SourceOut(
        url=snapshot.url,
        final_url=snapshot.final_url,
        canonical=text.canonical,
        title=text.title,
        publisher=text.publisher,
        published=text.published,
        passage=span.of(text.text) if span else None,
        passage_start=span.start if span else None,
        passage_end=span.end if span else None,
        page=page(finding),
        before=finding.alignment.before if finding.alignment else "",
        after=finding.alignment.after if finding.alignment else "",
        sha256=snapshot.sha256,
        text_sha256=snapshot.text_sha256,
        fetched_at=snapshot.fetched_at,
        mode=snapshot.mode,
        completeness=found.completeness,
    )


def _step(step: Step) -> out.StepOut:
    lead = step.lead
    return out.StepOut(
        kind=lead.kind,
        target=lead.target,
        standing=lead.standing,
        why=lead.reason,
        hop=lead.hop,
        status=step.status,
        detail=step.detail,
        url=step.url,
        sha256=step.sha256,
        mode=step.mode,
        completeness=step.completeness,
        matched=step.matched,
    )


def _evidence(finding: Finding) -> out.EvidenceOut | None:
    alignment = finding.alignment
    if not alignment:
        return None
    return out.EvidenceOut(
        bits=_figures(alignment.bits),
        needed=_figures(alignment.needed),
        chance=_figures(alignment.chance),
        coverage=_figures(alignment.coverage),
    )


def _figures(number: float) -> float:
    """Return `number` to four figures, so that the last bits of a float never show."""
    return float(f"{number:.4g}")
