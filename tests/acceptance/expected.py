"""What a fixture or seed expects of a run, and how a report is compared with it as data."""

import json
from pathlib import Path
from typing import Any

from provcheck.model.claim import ClaimKind
from provcheck.model.edit import EditKind
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.value import Value
from provcheck.model.verdict import Level, Verdict
from provcheck.settings import Settings

ROOT = Path(__file__).parents[2]


class ExpectedClaim(Value):
    """One claim of a case and what must be said of it.

    `words` begin the claim; of a paraphrase, whose borders are the writer's own, they stand
    somewhere in it. Typography edits count only where `edits` list one: then any number of them
    between two other edits is one.
    """

    words: str
    kind: ClaimKind
    speaker: str | None
    verdict: Verdict
    level: Level
    edits: tuple[EditKind, ...]
    remarks: tuple[str, ...]


class Expected(Value):
    """The whole of one expected.json."""

    describes: str
    claims: tuple[ExpectedClaim, ...]
    no_claims: tuple[str, ...]
    options: dict[str, str]


class Case(Value):
    """One folder with an article, its sources and what is expected of them."""

    folder: Path
    article: Path
    expected: Expected

    @property
    def settings(self) -> Settings:
        return Settings(
            sources=(self.folder / "sources",),
            offline=True,
            agencies=tuple(self.folder.glob("agencies.yaml")),
            **self.expected.options,
        )


def cases(parent: str) -> dict[str, Case]:
    """Return every case below `parent` of the project by the name of its folder."""
    folders = sorted(f for f in (ROOT / parent).iterdir() if (f / "expected.json").exists())
    return {folder.name: _case(folder) for folder in folders}


def wanted(case: Case) -> list[dict[str, Any]]:
    return [claim.model_dump(mode="json") for claim in case.expected.claims]


def got(report: Report, case: Case) -> list[dict[str, Any]]:
    """Return what was found, in the form of `wanted`.

    Findings and expectations are paired in order; beyond the shorter list a finding stands alone.
    """
    expectations = (*case.expected.claims, *([None] * len(report.findings)))
    pairs = zip(report.findings, expectations, strict=False)
    return [_told(finding, claim) for finding, claim in pairs]


def _told(finding: Finding, expected: ExpectedClaim | None) -> dict[str, Any]:
    claim = finding.claim
    told = ExpectedClaim(
        words=_words(finding, expected),
        kind=claim.kind,
        speaker=claim.speaker.resolved if claim.speaker else None,
        verdict=finding.verdict,
        level=finding.level,
        edits=_edits(finding, expected),
        remarks=tuple(remark.rule for remark in finding.remarks),
    )
    return told.model_dump(mode="json")


def _words(finding: Finding, expected: ExpectedClaim | None) -> str:
    text = finding.claim.text
    if expected is None:
        return text
    paraphrase = finding.claim.kind == ClaimKind.PARAPHRASE
    same = expected.words in text if paraphrase else text.startswith(expected.words)
    return expected.words if same else text


def _edits(finding: Finding, expected: ExpectedClaim | None) -> tuple[EditKind, ...]:
    asked = expected is not None and EditKind.TYPOGRAPHY in expected.edits
    kinds: list[EditKind] = []
    for edit in finding.alignment.edits if finding.alignment else ():
        repeated = bool(kinds) and kinds[-1] == EditKind.TYPOGRAPHY
        if edit.kind != EditKind.TYPOGRAPHY or (asked and not repeated):
            kinds.append(edit.kind)
    return tuple(kinds)


def _case(folder: Path) -> Case:
    (article,) = folder.glob("article.*")
    read = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return Case(folder=folder, article=article, expected=Expected.model_validate(read))
