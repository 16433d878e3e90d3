from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.store.address import address_key
from provcheck.store.dated import dated, wanted_at

GATE = "https://web.archive.org/web/https://a.example/x"
NOON = datetime(2025, 1, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(GATE, id="no fragment"),
        pytest.param(f"{GATE}#top", id="another fragment"),
        pytest.param(f"{GATE}#accept-datetime=20251323T120000Z", id="no such day"),
        pytest.param(f"{GATE}#accept-datetime=20250123T120000Z&x", id="more behind it"),
        pytest.param(f"{GATE}?accept-datetime=20250123T120000Z", id="in the query"),
    ],
)
def test_other_addresses_carry_no_moment(url: str) -> None:
    assert wanted_at(url) is None
    assert "#" not in address_key(url)


@given(st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_moment_comes_back_and_tells_two_requests_apart(moment: datetime) -> None:
    url = dated(GATE, moment)

    assert wanted_at(url) == moment.replace(microsecond=0)
    assert address_key(url) != address_key(GATE)
    assert address_key(url) == address_key(url.replace("https://web", "HTTP://WEB"))


def test_a_moment_of_any_zone_is_told_in_universal_time() -> None:
    east = NOON.astimezone(timezone(timedelta(hours=3)))

    assert dated(GATE, east) == f"{GATE}#accept-datetime=20250123T120000Z"


@given(st.text())
def test_any_text_is_taken(url: str) -> None:
    wanted_at(url)
