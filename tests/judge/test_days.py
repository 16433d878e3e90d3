from datetime import date

import pytest
from building import a_case, a_claim, a_source
from hypothesis import given
from hypothesis import strategies as st

from provcheck.judge.days import date_conflict, day_in
from provcheck.model.interval import Interval
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook, load_rulebook

WORDS = "The harbour will open in May"
DAYS = load_rulebook().days


def days(first: int, last: int | None = None) -> Interval:
    return Interval(first=date(2025, 3, first), last=date(2025, 3, last or first))


def page(stated: Interval | None, published: int | None = None) -> SourceText:
    text = f"“{WORDS},” Ada Brandvold said."
    quotation = a_claim(text, WORDS, speaker="Ada Brandvold", said_on=stated)
    when = date(2025, 3, published) if published else None
    return a_source(text).model_copy(update={"quotations": (quotation,), "published": when})


def talk(head: str) -> SourceText:
    return a_source(f"{head}\nBRANDVOLD: {WORDS}.", turns=(("Brandvold", WORDS),))


def conflict(rules: Rulebook, source: SourceText, said: Interval | None) -> str | None:
    claim = a_claim(WORDS, WORDS, said_on=said)
    return date_conflict(a_case(rules, WORDS, claim, source, (WORDS, WORDS)))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param(page(days(11)), None, id="the article gives no day"),
        pytest.param(page(None), days(11), id="the source gives no day"),
        pytest.param(page(days(11), 13), days(11), id="both say Tuesday"),
        pytest.param(page(days(11), 13), days(12), id="a day off, as zones allow"),
        pytest.param(page(days(11), 13), days(10, 14), id="earlier this week"),
        pytest.param(page(None, 13), days(11), id="printed two days after"),
        pytest.param(talk("Interview, 11 March 2025"), days(11), id="a transcript's own day"),
        pytest.param(talk("Talks of 4 and 11 March 2025, 1 March 2025"), days(20), id="two days"),
    ],
)
def test_agree(rules: Rulebook, source: SourceText, said: Interval | None) -> None:
    assert conflict(rules, source, said) is None


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param(page(days(11), 13), days(13), id="Thursday, where the source says Tuesday"),
        pytest.param(page(days(3, 5), 13), days(11, 13), id="this week, where it says last week"),
        pytest.param(page(None, 3), days(13), id="printed before it was said"),
        pytest.param(talk("Interview, 4 March 2025"), days(13), id="a transcript of another day"),
    ],
)
def test_conflict(rules: Rulebook, source: SourceText, said: Interval) -> None:
    told = conflict(rules, source, said)

    assert told is not None
    assert str(said) in told


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Interview, 4 March 2025", date(2025, 3, 4)),
        ("March 4, 2025: talk", date(2025, 3, 4)),
        ("2025-03-04", date(2025, 3, 4)),
        ("Gespräch vom 4. März 2025", date(2025, 3, 4)),
        ("Entrevista, 4 de marzo de 2025", date(2025, 3, 4)),
        ("31 February 2025", None),
        ("Room 4, March", None),
        ("4 March 2025 and 5 March 2025", None),
        ("4 Crates 2025", None),
    ],
)
def test_day_in_a_head(head: str, day: date | None) -> None:
    assert day_in(head, DAYS) == day


@given(st.text(max_size=100))
def test_any_head_can_be_read(head: str) -> None:
    day = day_in(head, DAYS)

    assert day is None or str(day.year) in head
