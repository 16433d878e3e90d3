import pytest
from pydantic import ValidationError

from provcheck.sources.body import Body, Unreadable


def test_only_data_and_name_are_needed() -> None:
    body = Body(data=b"", name="a.txt")
    assert (body.media_type, body.charset, body.url) == ("", None, None)


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError):
        Body(data=b"", name="a.txt", status=200)


def test_a_refusal_is_a_value_error() -> None:
    assert issubclass(Unreadable, ValueError)
