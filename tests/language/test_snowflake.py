from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.snowflake import posted_at


@pytest.mark.parametrize(
    "post_id",
    [
        pytest.param("20", id="counted, not timed"),
        pytest.param("29700859246", id="the last one without a time"),
        pytest.param("9223372036854775808", id="beyond 63 bits"),
        pytest.param("9" * 400, id="hundreds of digits"),
        pytest.param("-1629307668568633344", id="a sign"),
        pytest.param("１６２９３０７６６８５６８６３３３４４", id="digits of another script"),
        pytest.param("", id="nothing"),
        pytest.param("3kabc", id="an id of elsewhere"),
    ],
)
def test_ids_without_a_time(post_id: str) -> None:
    assert posted_at(post_id) is None


@pytest.mark.parametrize(
    ("post_id", "moment"),
    [
        ("29700859247", datetime(2010, 11, 4, 1, 43, 1, 738_000, tzinfo=UTC)),
        ("463440424141459456", datetime(2014, 5, 5, 22, 9, 42, 79_000, tzinfo=UTC)),
        ("1629307668568633344", datetime(2023, 2, 25, 2, 29, 53, 916_000, tzinfo=UTC)),
        ("1887932387738157104", datetime(2025, 2, 7, 18, 32, 11, 981_000, tzinfo=UTC)),
    ],
)
def test_the_moment_of_a_post(post_id: str, moment: datetime) -> None:
    assert posted_at(post_id) == moment


@given(st.text())
def test_any_text_gives_a_moment_or_none(text: str) -> None:
    assert posted_at(text) is None or text.isdigit()
