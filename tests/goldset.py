"""The gold passages of fixtures/gold: read, compared with what is extracted, summed up."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from provcheck.extract.claims import claims
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.span import Span
from provcheck.read.article import read_article
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Settings

FOLDER = Path(__file__).parents[1] / "fixtures" / "gold"
OVERLAP = 0.8  # of the longer span


class Wanted(NamedTuple):
    """One labelled claim: where its parts stand, and what is known of it."""

    parts: tuple[Span, ...]
    label: dict[str, Any]


class Passage(NamedTuple):
    """A gold passage with the claims labelled in it and those extracted from it."""

    name: str
    text: str
    wanted: tuple[Wanted, ...]
    got: tuple[Claim, ...]
    silent: tuple[str, ...]


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def digest() -> str:
    """The start of a SHA-256 over all gold files, whatever their line ends."""
    whole = sha256()
    for path in sorted(FOLDER.iterdir()):
        whole.update(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return whole.hexdigest()[:12]


def passage(name: str, rules: Rulebook) -> Passage:
    label = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    (path,) = [p for p in FOLDER.glob(f"{name}.*") if p.suffix != ".json"]
    day = date.fromisoformat(label["published"]) if label["published"] else None
    article = read_article(str(path), Settings(lang=label["lang"], published=day), rules)
    wanted = tuple(_wanted(each, article.text) for each in label["claims"])
    return Passage(name, article.text, wanted, claims(article, rules), tuple(label["silent"]))


def _wanted(label: dict[str, Any], text: str) -> Wanted:
    found = []
    for part in label["text"]:
        start = text.index(part)
        found.append(Span(start=start, end=start + len(part)))
    return Wanted(tuple(found), label)


def score(passages: list[Passage]) -> dict[str, float]:
    """Precision and recall of quotations and reported statements; shares of the rest."""
    sums: Counter[str] = Counter()
    for each in passages:
        for group, reported in (("quotations", False), ("statements", True)):
            wanted = [w for w in each.wanted if (w.label["kind"] == "paraphrase") == reported]
            got = [c for c in each.got if (c.kind == ClaimKind.PARAPHRASE) == reported]
            pairs = list(_pairs(wanted, got))
            sums[f"{group} wanted"] += len(wanted)
            sums[f"{group} got"] += len(got)
            sums[f"{group} right"] += len(pairs)
            for want, claim in pairs:
                _count(sums, want.label, claim)
    return {
        **{f"{g} precision": _share(sums, f"{g} right", f"{g} got") for g in GROUPS},
        **{f"{g} recall": _share(sums, f"{g} right", f"{g} wanted") for g in GROUPS},
        **{what: _share(sums, f"{what} right", what) for what in DETAILS},
    }


GROUPS = ("quotations", "statements")
DETAILS = ("speakers", "names", "carriers", "days", "nested", "kinds")


def _count(sums: Counter[str], label: dict[str, Any], claim: Claim) -> None:
    speaker = claim.speaker
    as_written = speaker.as_written if speaker else None
    checks: list[tuple[str, bool]] = [("kinds", label["kind"] == claim.kind)]
    same = as_written == label["speaker"] or (
        bool(as_written and label["speaker"])
        and (str(label["speaker"]) in str(as_written) or str(as_written) in str(label["speaker"]))
    )
    checks.append(("speakers", same))
    if label["resolved"]:
        checks.append(("names", speaker is not None and speaker.resolved == label["resolved"]))
    if "via" in label:
        checks.append(("carriers", claim.via == label["via"]))
    if "said_on" in label:
        days = [str(claim.said_on.first), str(claim.said_on.last)] if claim.said_on else None
        checks.append(("days", days == label["said_on"]))
    elif label["kind"] == "quote" and "nested" in label:
        told = [[each.text, each.speaker] for each in claim.nested]
        checks.append(("nested", told == [list(pair) for pair in label["nested"]]))
    for what, right in checks:
        sums[what] += 1
        sums[f"{what} right"] += right


def _pairs(wanted: list[Wanted], got: list[Claim]) -> Iterator[tuple[Wanted, Claim]]:
    free = list(got)
    for want in wanted:
        match = next((c for c in free if _agree(want.parts, c.segments)), None)
        if match is not None:
            free.remove(match)
            yield want, match


def _agree(wanted: tuple[Span, ...], got: tuple[Span, ...]) -> bool:
    if len(wanted) != len(got):
        return False
    return all(_overlap(a, b) >= OVERLAP for a, b in zip(wanted, got, strict=True))


def _overlap(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(shared, 0) / max(len(a), len(b), 1)


def _share(sums: Counter[str], right: str, of: str) -> float:
    return round(sums[right] / sums[of], 4) if sums[of] else 1.0
