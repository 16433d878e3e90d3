import pytest
from building import a_claim

from provcheck.model.lead import LeadKind, Standing
from provcheck.model.query import Result
from provcheck.resolve.search import found_online
from provcheck.rulebook.book import Rulebook

WORDS = "The dredging begins at once"


def found(count: int, **known: str) -> tuple[Result, ...]:
    return tuple(
        Result(**{"url": f"https://strand.example/{n}", "provider": "gdelt-doc", **known})
        for n in range(count)
    )


@pytest.mark.parametrize(
    ("words", "results"),
    [
        pytest.param(WORDS, (), id="nothing was found"),
        pytest.param(WORDS, found(3, rating="False"), id="a fact check is no source"),
        pytest.param("dredging begins at once", found(3), id="four words stand everywhere"),
    ],
)
def test_no_lead(rules: Rulebook, words: str, results: tuple[Result, ...]) -> None:
    assert found_online(results, a_claim(words, words), rules) == ()


def test_a_result_is_a_lead_to_a_page_at_hand(rules: Rulebook) -> None:
    (lead,) = found_online(found(1), a_claim(WORDS, WORDS), rules)

    assert (lead.kind, lead.standing) == (LeadKind.URL, Standing.NEARBY)
    assert lead.target == "https://strand.example/0"
    assert lead.reason == "found by a search with GDELT for these words"


def test_five_are_enough_each_page_once_and_in_order(rules: Rulebook) -> None:
    twice = (*found(2), *found(1, url="http://strand.example/0#top"), *found(9))
    leads = found_online(twice, a_claim(WORDS, WORDS), rules)

    assert [lead.target[-1] for lead in leads] == ["0", "1", "2", "3", "4"]
