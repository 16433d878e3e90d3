import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.scripts import latin, script_of, sound, sounds_in, stands_in


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("Hanne Tolland", "Зеленко и Ольсен пришли", id="other people"),
        pytest.param("Peder Olm", "Er kam mit Olaf und Omar", id="short names"),
        pytest.param("Ilse Marwick", "Marken und Wicken", id="parts of a name"),
        pytest.param("Edda Voss", "Ο Γιώργος Παπαδόπουλος", id="Greek"),
    ],
)
def test_a_name_that_stands_nowhere(name: str, text: str) -> None:
    assert not stands_in(name, sounds_in(text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("Oleksiy Zelenko", "Олексій Зеленко сказав", id="Ukrainian"),
        pytest.param("Oleksii Zelenko", "с Алексеем Зеленком", id="a case ending"),
        pytest.param("Yuri Shcherbak", "Юрій Щербак", id="shch"),
        pytest.param("Juri Schtscherbak", "Юрий Щербак", id="as German writes it"),
        pytest.param("Mikhail Chekhov", "Михаил Чехов", id="kh"),
        pytest.param("Vasily Zhukov", "Жуков", id="zh"),
        pytest.param("Giorgos Papadopoulos", "Γιώργος Παπαδόπουλος", id="Greek"),
        pytest.param("Evangelos Mbakas", "Ο Ευάγγελος Μπάκας", id="Greek pairs"),
        pytest.param("Gundel Achterrath", "Achterraths Boot", id="a German genitive"),
        pytest.param("Selenko", "Зеленко", id="as German hears it"),
    ],
)
def test_a_name_in_another_spelling(name: str, text: str) -> None:
    assert stands_in(name, sounds_in(text))


def test_letters() -> None:
    assert latin("Зеленко") == "zelenko"
    assert latin("Παπαδόπουλος") == "papadopoulos"
    assert latin("Müller") == "müller"


@pytest.mark.parametrize(
    ("text", "script"),
    [("Hafen", "latin"), ("Порт", "cyrillic"), ("Λιμάνι", "greek"), ("港", "other")],
)
def test_scripts(text: str, script: str) -> None:
    assert script_of(text) == script


@given(st.text(max_size=40))
def test_a_name_stands_in_itself(text: str) -> None:
    assert stands_in(text, sounds_in(text))
    assert isinstance(sound(text), str)
