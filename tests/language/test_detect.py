import pytest
from sources.files import FILLER

from provcheck.language.detect import language_of
from provcheck.rulebook.pages import page_rules

RULES = page_rules()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Bridge closed.", id="too-short"),
        pytest.param("1 2 3 4 5 6 7 8 9", id="numbers"),
        pytest.param(
            f"{FILLER} Der Rat und das Amt sagen, dass sich nicht viel ist und auch von wir zu.",
            id="two",
        ),
    ],
)
def test_stays_unclear(text: str) -> None:
    assert language_of(text, RULES) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(FILLER, "en", id="english"),
        pytest.param(
            "Der Rat hat am Dienstag getagt, und die Brücke ist nicht mit dem Auto zu befahren, "
            "das ist auch auf der Karte zu sehen.",
            "de",
            id="german",
        ),
        pytest.param(
            "Мост закрыт, и это не изменится: он не выдержал паводка, что было видно на фото.",
            "ru",
            id="russian",
        ),
    ],
)
def test_is_told(text: str, code: str) -> None:
    assert language_of(text, RULES) == code


def test_no_word_stands_for_two_languages() -> None:
    words = [word for small in RULES.languages.values() for word in small]
    assert sorted(words) == sorted(set(words))
