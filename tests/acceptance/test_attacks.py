"""Quotations as they come, beside what was said: each is judged as an editor would."""

from pathlib import Path

import pytest
import yaml
from building import a_article_and_source, a_walk, found

from provcheck.judge.judge import judge
from provcheck.match.align import align
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
ROUND = (
    "We met the crews on the old quay this morning. {} The council will vote on the plan in spring."
)
ATTACKS = yaml.safe_load(Path(__file__).with_name("attacks.yaml").read_text(encoding="utf-8"))
ACCEPTED = {"verbatim", "edited"}


def verdict(words: str, source: str) -> str:
    article, claim, text = a_article_and_source(words, source)
    evidence = found(text)
    walk = a_walk(evidence, align(claim, evidence, RULES))
    return str(judge(article, claim, (walk,), RULES).verdict)


ROWS = [
    pytest.param(words, said, ACCEPTED if want == "accepted" else {want}, id=f"{want}: {why}")
    for want, rows in ATTACKS.items()
    for why, (words, said) in rows.items()
]


@pytest.mark.parametrize(("words", "said", "expected"), ROWS)
def test_is_judged_as_an_editor_would(words: str, said: str, expected: set[str]) -> None:
    assert verdict(words, ROUND.format(said)) in expected


COSTS = "The ferry line costs {} million crowns a year."
TWO_COPIES = [
    pytest.param("The ferry line costs 40 million crowns a year", "verbatim", id="word for word"),
    pytest.param("The [old] ferry line costs 40 million crowns a year", "edited", id="brackets"),
    pytest.param("The ferry line … 40 million crowns a year", "edited", id="points"),
    pytest.param("the ferry line costs 40 million crowns a year", "edited", id="another capital"),
    pytest.param("The ferry line costs 45 million crowns a year", "altered", id="neither copy"),
]


@pytest.mark.parametrize(("words", "expected"), TWO_COPIES)
@pytest.mark.parametrize("order", [pytest.param("14 40", id="14 first"), "40 14"])
def test_the_copy_that_bears_the_words_out_is_taken(words: str, expected: str, order: str) -> None:
    first, second = (COSTS.format(number) for number in order.split())

    assert verdict(words, f"{first}\nWe met the crews on the old quay.\n{second}") == expected
