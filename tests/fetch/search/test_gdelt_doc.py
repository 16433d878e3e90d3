from urllib.parse import parse_qs, urlsplit

import pytest
from searching import ASKED, GOOD, PAGE, WORDS, provider_of, told

from provcheck.rulebook.book import Rulebook

OURS = provider_of("gdelt-doc")


def query(rules: Rulebook, **update: object) -> dict[str, list[str]]:
    sent = OURS.query(ASKED.model_copy(update=update), rules)
    assert sent
    return parse_qs(urlsplit(sent.url).query)


def test_scripts_without_blanks_are_not_asked_for(rules: Rulebook) -> None:
    assert OURS.query(ASKED.model_copy(update={"lang": "ko"}), rules) is None


@pytest.mark.parametrize(
    ("hosts", "where"),
    [
        pytest.param((), "", id="anywhere"),
        pytest.param(("a.example",), " domainis:a.example", id="one host"),
        pytest.param(
            ("a.example", "b.example", "c.example"),
            " (domainis:a.example OR domainis:b.example)",
            id="two of three",
        ),
    ],
)
def test_the_outlet_narrows_a_query(rules: Rulebook, hosts: tuple[str, ...], where: str) -> None:
    assert query(rules, hosts=hosts)["query"] == [f'"{WORDS}"{where}']


def test_days_narrow_a_query_where_there_are_some(rules: Rulebook) -> None:
    dated, undated = query(rules), query(rules, window=None)

    assert dated["startdatetime"] == ["20250310000000"]
    assert dated["enddatetime"] == ["20250314235959"]
    assert "startdatetime" not in undated
    assert "enddatetime" not in undated


def test_a_query_is_200_characters_at_most(rules: Rulebook) -> None:
    ((whole,),) = (query(rules, words=("word " * 40).strip())["query"],)
    assert len(whole) <= 200
    assert whole.endswith(" domainis:strand.example")


def test_results(rules: Rulebook) -> None:
    (data,) = GOOD[OURS.id].values()
    (result,) = told(OURS, data, rules)
    assert (result.url, result.title, result.excerpt) == (PAGE, "Dredging to begin", "")
