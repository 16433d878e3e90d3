"""The labelled corpora beside the checkout: read, extracted from, and told apart by hard cases."""

import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from provcheck.extract.claims import claims
from provcheck.model.article import Article
from provcheck.model.claim import Claim, ClaimKind
from provcheck.read.origin import Origin
from provcheck.read.text import read_text
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings

SHARED = Path(__file__).parents[1].parent / "shared"
RULES = load_rulebook()
OVERLAP = 0.8
DOUBLED = "''"

Record = dict[str, Any]


class Match(NamedTuple):
    """A labelled quotation with the extracted one that lies on it best, if any does."""

    text: str
    start: int
    end: int
    wanted: Record
    got: Record | None
    overlap: float


@cache
def scorer() -> ModuleType:
    """The corpora's own scorer."""
    spec = importlib.util.spec_from_file_location(
        "eval_extraction", SHARED / "tools" / "eval_extraction.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(name: str) -> list[Record]:
    lines = (SHARED / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def article(text: str, lang: str) -> Article:
    origin = Origin(path="x.txt", sha256="0" * 64, settings=Settings(lang=lang))
    return read_text(text.encode(), origin)


def extracted(record: Record, lang: str, *, reported: bool = False) -> Record:
    """What is extracted from a record, as the scorer reads it; with reported speech or without."""
    read = article(record["text"], lang)
    found = [c for c in claims(read, RULES) if reported or c.kind != ClaimKind.PARAPHRASE]
    told = [part for claim in found for part in _parts(claim, read.text)]
    return {"id": record["id"], "quotes": told}


def _parts(claim: Claim, text: str) -> Iterator[Record]:
    speaker = claim.speaker
    for segment in claim.segments:
        yield {
            "start": segment.start,
            "end": segment.end,
            "text": segment.of(text),
            "cue": claim.cue,
            "via": claim.via,
            "speaker": speaker.as_written if speaker else None,
            "speaker_start": speaker.span.start if speaker else None,
            "speaker_end": speaker.span.end if speaker else None,
            "speaker_resolved": speaker.resolved if speaker else None,
        }


def without_doubled(record: Record, predicted: Record) -> Record:
    """The predictions but for quotations in two apostrophes, which the corpus leaves unlabelled."""
    text = record["text"]
    kept = [q for q in predicted["quotes"] if text[q["start"] - 2 : q["start"]] != DOUBLED]
    return {**predicted, "quotes": kept}


def matches(record: Record, predicted: Record) -> Iterator[Match]:
    """Lay every labelled quotation beside what was extracted, best overlap first."""
    text = record["text"]
    wanted = _pieces(text, record["quotes"])
    got = list({(a, b): (a, b, q) for a, b, q in _pieces(text, predicted["quotes"])}.values())
    pairs = sorted(
        (
            (_shared(w, g) / max(w[1] - w[0], g[1] - g[0]), i, j)
            for i, w in enumerate(wanted)
            for j, g in enumerate(got)
            if _shared(w, g) > 0
        ),
        reverse=True,
    )
    best: dict[int, tuple[float, int]] = {}
    for overlap, i, j in pairs:
        if i not in best and all(j != other for _, other in best.values()):
            best[i] = overlap, j
    for i, (start, end, label) in enumerate(wanted):
        overlap, j = best.get(i, (0.0, -1))
        yield Match(text, start, end, label, got[j][2] if j >= 0 else None, overlap)


def _pieces(text: str, quotes: list[Record]) -> list[tuple[int, int, Record]]:
    return [(a, b, q) for q in quotes for a, b in scorer().pieces(text, q, True)]  # noqa: FBT003


def _shared(a: tuple[int, int, Record], b: tuple[int, int, Record]) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def is_found(match: Match) -> bool:
    return match.overlap >= OVERLAP


def is_right(match: Match) -> bool:
    """Whether a quotation is found and given to the labelled speaker."""
    named = is_found(match) and match.wanted.get("speaker")
    return bool(named and match.got and scorer().speaker_ok(match.wanted, match.got, False))  # noqa: FBT003


def is_right_by_carrier(match: Match) -> bool:
    """Whether it is right, or the label names the outlet or document that it came through."""
    via = match.got and match.got.get("via")
    speaker = str(match.wanted.get("speaker") or "")
    carried = via and is_found(match) and str(via).casefold() in speaker.casefold()
    return is_right(match) or bool(carried)


def cases(match: Match) -> Iterator[str]:
    """The hard cases that a labelled quotation is one of."""
    label, text = match.wanted, match.text
    count = len(re.findall(r"[\w’'-]+", text[match.start : match.end]))
    yield "all"
    yield "1–3 words" if count <= 3 else "4–9 words" if count <= 9 else "10+ words"
    yield str(label.get("type", "untyped"))
    between = _between(match)
    if "\n" in between:
        yield "speaker in another paragraph"
    if len(between) > 200:
        yield "speaker > 200 characters away"
    if re.search(r":\s*[\"“„]?$", text[max(match.start - 3, 0) : match.start]):
        yield "after a colon"
    cue = str(label.get("cue") or "").casefold()
    if "according to" in cue:
        yield "according to"
    if re.search(r"\b\w{2,}ing\b", cue):
        yield "participle cue"
    if label.get("reopened") or _reopens(match):
        yield "reopened paragraph"


def _between(match: Match) -> str:
    start, end = match.wanted.get("speaker_start"), match.wanted.get("speaker_end")
    if start is None or end is None:
        return ""
    if end <= match.start:
        return match.text[end : match.start]
    return match.text[match.end : start] if start >= match.end else ""


def _reopens(match: Match) -> bool:
    """Whether a piece begins a paragraph of a quotation that began in an earlier one."""
    goes_on = match.start > match.wanted["start"] + 3
    return goes_on and match.text[: match.start].rstrip('“"„ \u00a0')[-1:] == "\n"


def breakdown(found: list[Match]) -> dict[str, tuple[int, float, float, float]]:
    """Per case: how many, the shares found, right, and right when a carrier counts."""
    sums: dict[str, Counter[str]] = {}
    for match in found:
        for case in cases(match):
            count = sums.setdefault(case, Counter())
            count["n"] += 1
            count["found"] += is_found(match)
            count["right"] += is_right(match)
            count["carried"] += is_right_by_carrier(match)
    return {
        case: (c["n"], c["found"] / c["n"], c["right"] / c["n"], c["carried"] / c["n"])
        for case, c in sorted(sums.items())
    }
