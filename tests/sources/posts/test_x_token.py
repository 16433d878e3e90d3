import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.sources.posts.x_token import token


@pytest.mark.parametrize(
    ("post_id", "value"),
    [
        ("20", "6dq1a2xwd93"),
        ("463440424141459456", "14fxvks611f"),
        ("1629307668568633344", "3y6mctgwzxo"),
        ("1887932387738157104", "4kr44f19xac"),
        pytest.param("0", "", id="nothing but a zero"),
    ],
)
def test_tokens(post_id: str, value: str) -> None:
    assert token(post_id) == value


@given(st.from_regex(r"[0-9]{1,25}", fullmatch=True))
def test_any_id_has_a_token_of_letters_and_digits(post_id: str) -> None:
    assert set(token(post_id)) <= set("123456789abcdefghijklmnopqrstuvwxyz")
