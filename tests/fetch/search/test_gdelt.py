import pytest

from provcheck.fetch.search.answers import Row, link
from provcheck.fetch.search.asked import Problem
from provcheck.fetch.search.gdelt import results_in
from provcheck.model.query import Result


def result(row: Row) -> Result:
    return Result(url=link(row, "url"), provider="gdelt-doc")


@pytest.mark.parametrize(
    ("data", "again"),
    [
        pytest.param(b"Your query was too short or too long.", True, id="it sheds load"),
        pytest.param(b"Please limit requests to one every 5 seconds.", True, id="too quick"),
        pytest.param(b'{"error": "x"}', True, id="another object"),
        pytest.param(b'{"articles": {}}', True, id="no list"),
        pytest.param(b'{"articles": [{"url": 1}, 2]}', False, id="no addresses"),
    ],
)
def test_a_refusal_is_a_problem(data: bytes, *, again: bool) -> None:
    found = results_in(data, result)
    assert isinstance(found, Problem)
    assert found.again is again


@pytest.mark.parametrize("data", [b"{}", b'{"articles": []}', b" {} \n"])
def test_an_empty_answer_has_no_results(data: bytes) -> None:
    assert results_in(data, result) == ()


def test_rows_without_an_address_are_left_out() -> None:
    data = b'{"articles": [{"url": "https://a.example/1"}, {"title": "x"}, 3]}'
    assert results_in(data, result) == (Result(url="https://a.example/1", provider="gdelt-doc"),)
