from datetime import date

import pytest
from building import a_source, found
from resolve.sources import a_given

from provcheck.model.evidence import Evidence, Hop, Unavailable
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.resolve.archive import archived, sought

URL = "https://wire.example/a"
COPIES = a_given(
    {"key": "old.html", "url": URL, "archived_at": "2024-12-01T00:00:00Z"},
    {"key": "new.html", "url": URL, "archived_at": "2025-03-01T00:00:00Z"},
)


NOTHING = a_given()


def a_lead(
    kind: LeadKind = LeadKind.URL, target: str = URL, standing: Standing = Standing.CITED
) -> Lead:
    return Lead(kind=kind, target=target, standing=standing, reason="linked")


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param(a_lead(target="https://other.example/"), id="no copy of that page"),
        pytest.param(a_lead(LeadKind.NAME, "Northgate Wire"), id="a name has no copies"),
        pytest.param(a_lead(LeadKind.GIVEN, "talk.txt"), id="a local file has no copies"),
    ],
)
def test_no_copy(lead: Lead) -> None:
    assert archived(lead, COPIES) is None


@pytest.mark.parametrize(
    ("appeared", "day"),
    [
        pytest.param(date(2024, 12, 20), "2024-12-01", id="nearest to the article, before it"),
        pytest.param(date(2025, 2, 20), "2025-03-01", id="nearest to the article, after it"),
        pytest.param(None, "2025-03-01", id="the latest where the day is not known"),
    ],
)
def test_the_copy_that_is_read(appeared: date | None, day: str) -> None:
    copy = archived(a_lead(), COPIES, appeared)

    assert copy is not None
    assert copy.kind == LeadKind.ARCHIVE
    assert copy.target.startswith(f"{URL}@{day}")
    assert copy.standing == Standing.CITED
    assert day in copy.reason


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param(a_lead(LeadKind.NAME, "Northgate Wire"), id="a name"),
        pytest.param(a_lead(LeadKind.GIVEN, "talk.txt"), id="a local file"),
        pytest.param(a_lead(standing=Standing.NEARBY), id="what merely lay at hand"),
        pytest.param(a_lead(target=f"https://web.archive.org/web/2025/{URL}"), id="a copy itself"),
    ],
)
def test_public_archives_are_not_asked(lead: Lead) -> None:
    assert archived(lead, NOTHING, date(2025, 1, 23), public=True) is None


@pytest.mark.parametrize(("appeared", "moment"), [(date(2025, 1, 23), "2025-01-23"), (None, "")])
def test_public_archives_are_asked_where_no_copy_is_at_hand(
    appeared: date | None, moment: str
) -> None:
    copy = archived(a_lead(), NOTHING, appeared, public=True)

    assert copy is not None
    assert (copy.kind, copy.address, copy.moment) == (LeadKind.ARCHIVE, URL, moment)
    assert "public archive" in copy.reason
    assert archived(a_lead(), NOTHING, appeared) is None


def test_a_copy_at_hand_comes_before_public_archives() -> None:
    copy = archived(a_lead(), COPIES, public=True)

    assert copy is not None
    assert copy.moment.startswith("2025-03-01T")


MOVED = "https://other.example/a"


@pytest.mark.parametrize(
    ("evidence", "pages"),
    [
        pytest.param(Unavailable(reason="404"), [URL], id="nothing answered"),
        pytest.param(found(a_source("x"), url="https://wire.example/"), [URL], id="its own site"),
        pytest.param(
            found(a_source("x"), url="https://www.wire.example/a"), [URL], id="its site with www"
        ),
        pytest.param(Unavailable(reason="404", of=MOVED), [MOVED], id="a post known by address"),
        pytest.param(
            found(a_source("x"), url=MOVED), [MOVED, URL], id="a site that moved or was given up"
        ),
        pytest.param(
            Unavailable(reason="404", attempts=(Hop(url=MOVED, status=404),)),
            [MOVED, URL],
            id="gone after the move",
        ),
    ],
)
def test_archives_may_have_a_page_under_the_address_that_led_elsewhere(
    evidence: Evidence, pages: list[str]
) -> None:
    assert [lead.target for lead in sought(a_lead(), evidence)] == pages
