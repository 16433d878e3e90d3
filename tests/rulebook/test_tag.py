import pytest

from provcheck.rulebook.tag import base_of


@pytest.mark.parametrize(
    ("lang", "base"),
    [
        pytest.param("de", "de", id="a language alone"),
        pytest.param("de-AT", "de", id="with a region"),
        pytest.param("zh-Hant-TW", "zh", id="with a script"),
        pytest.param("EN-gb", "en", id="in capitals"),
        pytest.param("", "", id="none"),
    ],
)
def test_region_and_script_are_left_out(lang: str, base: str) -> None:
    assert base_of(lang) == base
