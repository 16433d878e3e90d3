import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from searching import ASKED, GOOD, REVIEW, WORDS, provider_of, told

from provcheck.fetch.search.asked import Problem
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook

OURS = provider_of("factcheck")


def test_a_query_has_no_key_in_it(rules: Rulebook) -> None:
    sent = OURS.query(ASKED.model_copy(update={"lang": "de-AT"}), rules)
    assert sent
    assert parse_qs(urlsplit(sent.url).query) == {
        "query": [WORDS],
        "languageCode": ["de"],
        "pageSize": ["10"],
    }


def test_a_check_has_its_rating_and_who_gave_it(rules: Rulebook) -> None:
    (data,) = GOOD[OURS.id].values()
    assert told(OURS, data, rules) == (
        Result(
            url="https://checkers.example/1",
            provider=OURS.id,
            title="No dredging",
            publisher="Checkers",
            published=date(2025, 3, 13),
            excerpt=WORDS,
            rating="Mostly false",
            reviewer="Checkers",
        ),
    )


def test_a_check_without_a_rating_is_one_all_the_same(rules: Rulebook) -> None:
    review = {"url": REVIEW["url"], "publisher": {"site": "checkers.example"}}
    data = json.dumps({"claims": [{"claimReview": [review, {"title": "x"}]}]}).encode()
    (result,) = told(OURS, data, rules)
    assert (result.rating, result.reviewer) == ("", "checkers.example")


@pytest.mark.parametrize(
    ("data", "is_empty"),
    [
        (b"{}", True),
        (b'{"claims": []}', True),
        (b'{"error": {"code": 400}}', False),
        (b'{"claims": [{"text": "x"}]}', False),
    ],
)
def test_only_an_empty_answer_is_empty(rules: Rulebook, data: bytes, *, is_empty: bool) -> None:
    assert isinstance(told(OURS, data, rules), Problem) is not is_empty
