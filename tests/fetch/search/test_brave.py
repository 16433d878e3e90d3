import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from searching import ASKED, GOOD, PAGE, WORDS, provider_of, told

from provcheck.fetch.search.asked import Problem
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook

OURS = provider_of("brave")


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        pytest.param(
            {},
            {"q": [f'"{WORDS}" site:strand.example'], "freshness": ["2025-03-10to2025-03-14"]},
            id="on the outlet in those days",
        ),
        pytest.param({"hosts": (), "window": None}, {"q": [f'"{WORDS}"']}, id="anywhere, ever"),
    ],
)
def test_a_query(rules: Rulebook, update: dict, expected: dict) -> None:
    sent = OURS.query(ASKED.model_copy(update=update), rules)
    assert sent
    assert parse_qs(urlsplit(sent.url).query) == {"count": ["10"], **expected}


def test_a_result(rules: Rulebook) -> None:
    (data,) = GOOD[OURS.id].values()
    assert told(OURS, data, rules) == (
        Result(
            url=PAGE,
            provider=OURS.id,
            title="Dredging to begin",
            publisher="Strand",
            published=date(2025, 3, 12),
            excerpt="The harbour dredging",
        ),
    )


@pytest.mark.parametrize(
    ("found", "is_empty"),
    [
        pytest.param({"type": "search"}, True, id="nothing of the web"),
        pytest.param({"type": "search", "web": {"results": []}}, True, id="an empty list"),
        pytest.param({"type": "ErrorResponse"}, False, id="an error"),
        pytest.param({}, False, id="an empty object"),
        pytest.param({"type": "search", "web": {"results": [{}]}}, False, id="rows of nothing"),
        pytest.param({"type": "search", "web": []}, False, id="another shape"),
    ],
)
def test_only_an_empty_list_is_empty(rules: Rulebook, found: dict, *, is_empty: bool) -> None:
    told_ = told(OURS, json.dumps(found).encode(), rules)
    assert (told_ == ()) is is_empty
    assert isinstance(told_, Problem) is not is_empty
