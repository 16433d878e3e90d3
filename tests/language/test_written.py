import pytest
from building import a_prose

from provcheck.language.written import (
    languages_of,
    likely_language,
    same_script,
    written_in,
)

ENGLISH = "The harbour was quiet, and the crews have been told that they will not sail at night."
GERMAN = "Der Hafen ist still, und die Mannschaften wissen, dass sie nicht in der Nacht auslaufen."


@pytest.mark.parametrize(
    ("text", "tag", "lang"),
    [
        pytest.param(ENGLISH, "en-GB", "en", id="as tagged"),
        pytest.param(GERMAN, "en", "de", id="a wrong tag"),
        pytest.param(ENGLISH, "de", "en", id="another wrong tag"),
        pytest.param("Kai, Boot.", "de", "de", id="too few words to tell"),
        pytest.param("Skibene er i havnen og de er ikke på vej.", "da", "da", id="unknown tag"),
    ],
)
def test_a_text_is_in_the_language_of_its_words(text: str, tag: str, lang: str) -> None:
    assert written_in(a_prose(text, lang=tag)) == lang


def test_a_sentence_needs_two_small_words() -> None:
    assert likely_language("Kai und Boot", "en") == "en"
    assert likely_language("der Kai und das Boot", "en") == "de"


def test_a_page_in_two_languages() -> None:
    assert list(languages_of(a_prose(f"{ENGLISH}\n{GERMAN}\n{ENGLISH}"))) == ["en", "de"]


def test_a_quotation_makes_no_page_of_two_languages() -> None:
    text = "\n".join([ENGLISH] * 8 + ["Das ist nicht wahr, und das wissen wir."])

    assert list(languages_of(a_prose(text))) == ["en"]


def test_words_aside_are_not_the_page() -> None:
    prose = a_prose(f"{ENGLISH}\n{GERMAN}")

    assert list(languages_of(prose, (prose.blocks[1].span,))) == ["en"]


def test_scripts() -> None:
    assert same_script("Hafen", "port")
    assert not same_script("Hafen", "порт")
