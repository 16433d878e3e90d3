import pytest
from pydantic import ValidationError

from provcheck.store.entry import Entry


def test_an_entry_needs_nothing_but_says_that_it_was_answered() -> None:
    assert Entry().status == 200


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError):
        Entry.model_validate({"adress": "https://wire.example/a"})
