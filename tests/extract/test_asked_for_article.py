"""The article that this program was asked for, where it lies beside the checkout."""

import json
from pathlib import Path

import pytest

from provcheck.extract.claims import claims
from provcheck.model.claim import Claim
from provcheck.read.article import read_article
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
GOLD = sorted(SEEDS.glob("*.gold.json"))
NEAR = 2  # code points by which an end may differ: a comma in or out


def labelled() -> list[tuple[Path, dict[str, object]]]:
    found = []
    for gold in GOLD:
        told = json.loads(gold.read_text())
        found += [(SEEDS / told["article"]["file"], claim) for claim in told["claims"]]
    return found


def extracted(article: Path) -> tuple[Claim, ...]:
    rules = load_rulebook()
    return claims(read_article(str(article), Settings(), rules), rules)


@pytest.mark.skipif(not GOLD, reason="the labelled article is not at hand")
def test_every_labelled_claim_is_found_as_labelled() -> None:
    wrong = []
    for article, gold in labelled():
        found = extracted(article)
        start, end = int(str(gold["start"])), int(str(gold["end"]))
        if gold["kind"] == "not-a-claim":
            wrong += [c.text for c in found if c.span.start <= start < c.span.end]
            continue
        same = [
            c for c in found if abs(c.span.start - start) <= NEAR and abs(c.span.end - end) <= NEAR
        ]
        got = [_told(claim) for claim in same]
        wrong += [] if got == [_wanted(gold)] else [(gold["text"], got, _wanted(gold))]

    assert wrong == []


def _told(claim: Claim) -> tuple[object, ...]:
    return (
        str(claim.kind),
        claim.speaker.resolved if claim.speaker else None,
        claim.via,
        str(claim.said_on) if claim.said_on else None,
        claim.nested_speaker,
    )


def _wanted(gold: dict[str, object]) -> tuple[object, ...]:
    return (
        gold["kind"],
        gold["speaker"],
        gold["via"],
        gold["stated_date"],
        gold.get("nested_speaker"),
    )
