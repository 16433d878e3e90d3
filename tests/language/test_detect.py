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
        pytest.param("Той самий мост", id="a few letters of both"),
        pytest.param("橋 港 町 水 山 川 人 手 足 目", id="signs that Chinese has too"),
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
        pytest.param(
            "Міст закрито, і його ще не відкрили: вода стоїть і нині.", "uk", id="ukrainian"
        ),
        pytest.param("橋は閉まったままで、水はまだ引いていない。", "ja", id="japanese"),
        pytest.param(
            "Le pont est fermé et les gens ne sont pas surpris : l’eau est dans la rue.",
            "fr",
            id="french",
        ),
        pytest.param(
            "De brug is niet open, want het water staat nog bij het huis van de wethouder.",
            "nl",
            id="dutch",
        ),
        pytest.param(
            "A ponte não abriu e os barcos também não saem, mas isso já foi dito pela câmara.",
            "pt",
            id="portuguese",
        ),
        pytest.param(
            "Most nie jest otwarty, bo woda się podniosła i tak już było przed rokiem.",
            "pl",
            id="polish",
        ),
    ],
)
def test_is_told(text: str, code: str) -> None:
    assert language_of(text, RULES) == code


def test_no_word_stands_for_two_languages() -> None:
    words = [word for small in RULES.languages.values() for word in small]
    assert sorted(words) == sorted(set(words))
