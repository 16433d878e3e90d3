from datetime import timedelta
from pathlib import Path

import pytest

from provcheck.cli.judging import Judging, settings_of
from provcheck.errors import SettingsError


def test_what_is_not_said_is_the_default() -> None:
    settings = settings_of(Judging())
    assert not settings.offline
    assert settings.archives
    assert settings.max_age == timedelta(days=7)
    assert settings.store == Path(".provcheck")
    assert not settings.keep_given


def test_what_is_said_holds(tmp_path: Path) -> None:
    told = Judging(sources=[tmp_path], offline=True, no_archives=True, store=tmp_path, house="ap")
    settings = settings_of(told)
    assert settings.sources == (tmp_path,)
    assert settings.offline
    assert not settings.archives
    assert settings.keep_given
    assert settings.house == "ap"


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(Judging(offline=True, refresh=True), id="asks-and-must-not"),
        pytest.param(Judging(store=Path("x"), no_store=True), id="keeps-and-must-not"),
        pytest.param(Judging(published="yesterday"), id="no-day"),
    ],
)
def test_what_contradicts_itself_is_refused(told: Judging) -> None:
    with pytest.raises(SettingsError):
        settings_of(told)
