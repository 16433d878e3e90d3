from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from searching import ASKED, GOOD, OUTLET, PAGE, WORDS, provider_of, told

from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook

OURS = provider_of("gdelt-context")


@pytest.mark.parametrize(
    "update",
    [
        pytest.param({"lang": "ja"}, id="a script without blanks"),
        pytest.param({"lang": "zh-Hant"}, id="another"),
        pytest.param({"words": "We go. They stay. Who pays. Not us"}, id="no long sentence"),
    ],
)
def test_is_not_asked(rules: Rulebook, update: dict[str, str]) -> None:
    assert OURS.query(ASKED.model_copy(update=update), rules) is None


def test_a_query_is_for_quotations(rules: Rulebook) -> None:
    sent = OURS.query(ASKED, rules)
    assert sent
    assert parse_qs(urlsplit(sent.url).query) == {
        "query": [f'"{WORDS}"'],
        "mode": ["artlist"],
        "format": ["json"],
        "isquote": ["1"],
        "maxrecords": ["10"],
    }


def test_the_longest_sentence_is_asked_for(rules: Rulebook) -> None:
    words = "We go. The pier stays open all winter long! Nobody asked"
    sent = OURS.query(ASKED.model_copy(update={"words": words}), rules)
    assert sent
    assert sent.words == "The pier stays open all winter long"


def test_a_result_has_the_words_round_it(rules: Rulebook) -> None:
    (data,) = GOOD[OURS.id].values()
    assert told(OURS, data, rules) == (
        Result(
            url=PAGE,
            provider=OURS.id,
            title="Dredging to begin",
            publisher=OUTLET,
            published=date(2025, 3, 12),
            excerpt=f"She said: {WORDS}.",
        ),
    )
