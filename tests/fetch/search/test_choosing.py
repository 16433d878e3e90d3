from datetime import date

import pytest
from searching import ASKED

from provcheck.fetch.search.choosing import chosen, is_on
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook


def a_result(title: str, **known: object) -> Result:
    fields = {"url": f"https://strand.example/{title}", "provider": "sitemap", "title": title}
    return Result.model_validate(fields | known)


@pytest.mark.parametrize(
    "result",
    [
        pytest.param(a_result("The choir sings"), id="no word in common"),
        pytest.param(a_result("And nobody asked at the once"), id="common words alone"),
        pytest.param(a_result("Ines sings"), id="a first name"),
        pytest.param(a_result("Dredging", published=date(2025, 3, 9)), id="before the window"),
        pytest.param(a_result("Dredging", published=date(2025, 3, 15)), id="behind it"),
        pytest.param(a_result(""), id="nothing"),
    ],
)
def test_left_out(rules: Rulebook, result: Result) -> None:
    assert chosen([result], ASKED, rules) == ()


@pytest.mark.parametrize(
    "result",
    [
        pytest.param(a_result("DREDGING to begin"), id="a rare word"),
        pytest.param(a_result("More news", excerpt="on dredging"), id="in the teaser"),
        pytest.param(a_result("Falk speaks"), id="the speaker"),
        pytest.param(a_result("Dredging", published=date(2025, 3, 10)), id="on the first day"),
    ],
)
def test_taken(rules: Rulebook, result: Result) -> None:
    assert chosen([result], ASKED, rules) == (result,)


def test_those_that_share_most_come_first_and_five_are_enough(rules: Rulebook) -> None:
    few = [a_result(f"Dredging {n}") for n in range(9)]
    most = a_result("Harbour dredging and its crews")

    assert chosen([*few, most], ASKED, rules) == (most, *few[:4])


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://strand.example/a", True),
        ("https://www.STRAND.example/a", True),
        ("https://strand.example.evil.example/a", False),
        ("https://notstrand.example/a", False),
        ("https://evil.example/strand.example", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_is_on(url: str, *, expected: bool) -> None:
    assert is_on(url, ("strand.example",)) is expected
