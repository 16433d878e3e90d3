from datetime import date

import pytest

from provcheck.match.facts import Outcome, compared_days, compared_figures
from provcheck.match.reading import Reading, language_in
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def outcomes(ours: str, theirs: str) -> list[Outcome]:
    one, two = (
        Reading(text, language_in("en", RULES), date(2025, 3, 14)) for text in (ours, theirs)
    )
    return [each.outcome for each in (*compared_figures(one, two), *compared_days(one, two))]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("it would cost 40 euros", "it paid 3 euros for a study", id="another verb"),
        pytest.param(
            "it spent 70 crowns", "it spent 40 crowns by day and 90 crowns by night", id="two there"
        ),
        pytest.param("it held 40 boats", "it held 9 crews", id="another noun"),
        pytest.param("it votes on Monday", "he said on Friday it votes", id="the day of saying"),
        pytest.param(
            "it votes on Monday", "he told the Wire on Friday that it votes", id="to whom, and when"
        ),
        pytest.param("it costs 40 euros", "it costs much", id="none there"),
        pytest.param("six men hurt", "heard six miles off", id="another measure"),
    ],
)
def test_without_a_rival_in_its_place_a_fact_is_missing(ours: str, theirs: str) -> None:
    assert outcomes(ours, theirs) == [Outcome.MISSING]


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        ("it costs 40 euros", "it will cost 40 euros or 60 at night", Outcome.AGREES),
        ("it costs 40 euros", "it will cost 60 euros", Outcome.CONFLICTS),
        ("it costs 40 euros", "it will cost 60 dollars", Outcome.OPEN),
        ("it held 40 boats", "9 boats were held", Outcome.CONFLICTS),
        ("it votes on Monday", "it votes on Friday", Outcome.CONFLICTS),
        ("it votes on Monday", "the vote is on 17 March", Outcome.AGREES),
    ],
)
def test_facts_in_their_place(ours: str, theirs: str, outcome: Outcome) -> None:
    assert outcomes(ours, theirs) == [outcome]


def test_a_count_of_something_else_is_not_sure() -> None:
    one, two = (
        Reading(text, language_in("en", RULES), None) for text in ("20 lawyers", "20 phones")
    )

    assert [each.sure for each in compared_figures(one, two)] == [False]
