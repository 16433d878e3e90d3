from datetime import date

import pytest
from building import a_claim

from provcheck.judge.post_ids import other_day
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import ClaimKind
from provcheck.model.interval import Interval
from provcheck.rulebook.book import load_rulebook

PLATFORMS = load_rulebook().platforms
WORDS = "Grain is rolling"
POST = "https://x.com/halvikport/status/1899800000000000001"  # 12 March 2025
DAY = date(2025, 3, 12)


def told(url: str | None, day: date | None, kind: ClaimKind = ClaimKind.EMBED) -> str | None:
    cites = (Citation(kind=CitationKind.POST, name="Halvik Port (@halvikport)", url=url),)
    said_on = Interval(first=day, last=day) if day else None
    return other_day(a_claim(WORDS, WORDS, kind=kind, cites=cites, said_on=said_on), PLATFORMS)


@pytest.mark.parametrize(
    ("url", "day", "kind"),
    [
        pytest.param(POST, DAY, ClaimKind.EMBED, id="the day"),
        pytest.param(POST, date(2025, 3, 11), ClaimKind.EMBED, id="the day before, by a zone"),
        pytest.param(POST, date(2025, 3, 13), ClaimKind.EMBED, id="the day after, by a zone"),
        pytest.param(POST, None, ClaimKind.EMBED, id="no day given"),
        pytest.param(None, date(2024, 3, 12), ClaimKind.EMBED, id="no address"),
        pytest.param("https://x.com/a/status/20", DAY, ClaimKind.EMBED, id="an id without a time"),
        pytest.param(
            "https://truthsocial.com/@a/1899800000000000001",
            date(2024, 3, 12),
            ClaimKind.EMBED,
            id="another platform's id",
        ),
        pytest.param(POST, date(2024, 3, 12), ClaimKind.QUOTE, id="a quotation, said on its day"),
    ],
)
def test_no_other_day(url: str | None, day: date | None, kind: ClaimKind) -> None:
    assert told(url, day, kind) is None


@pytest.mark.parametrize("day", [date(2025, 3, 10), date(2025, 3, 14), date(2024, 3, 12)])
def test_another_day(day: date) -> None:
    message = f"the article dates the post {day}, by its id it is of 2025-03-12"
    assert told(POST, day) == message
