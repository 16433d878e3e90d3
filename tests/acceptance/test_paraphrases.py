"""Labelled pairs of a reported statement and its source, each with an editor's verdict."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import a_claim, a_source, a_walk, an_article, found

from provcheck.judge.judge import judge
from provcheck.match.paraphrase import compare
from provcheck.model.claim import ClaimKind
from provcheck.model.finding import Finding
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
TABLES = Path(__file__).parent / "paraphrases"
LABELS = ("tuned", "held_back", "long")


def table(name: str) -> dict[str, list[dict[str, Any]]]:
    return yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))


def pairs() -> list[Any]:
    return [
        pytest.param(row, verdict, id=f"{name}: {verdict}: {row['why']}")
        for name in LABELS
        for verdict, rows in table(name).items()
        for row in rows
    ]


def finding(row: dict[str, Any]) -> Finding:
    lang, words = row.get("lang", "en"), row["claim"]
    claim = a_claim(words, words, kind=ClaimKind.PARAPHRASE)
    source = a_source(row["source"], lang=lang, published=row.get("on", date(2025, 3, 14)))
    walk = a_walk(found(source), compare(claim, found(source), RULES))
    return judge(an_article(words, lang=lang), claim, (walk,), RULES)


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row["why"]) for row in table("never_contradicted")["cases"]]
)
def test_what_only_looks_like_a_conflict_is_none(row: dict[str, Any]) -> None:
    told = finding(row)

    assert told.verdict in {Verdict.SUPPORTED, Verdict.UNSUPPORTED}, told.message


@pytest.mark.parametrize(("row", "verdict"), pairs())
def test_each_pair_gets_its_verdict(row: dict[str, Any], verdict: str) -> None:
    told = finding(row)

    assert told.verdict == verdict, told.message
    if verdict == "contradicted":
        assert "source has" in told.message


@pytest.mark.parametrize("name", LABELS)
def test_the_tables_hold_as_many_of_each_verdict(name: str) -> None:
    count = Counter({verdict: len(rows) for verdict, rows in table(name).items()})

    assert set(count) == {"supported", "contradicted", "unsupported"}
    assert min(count.values()) * 1.5 >= max(count.values())
