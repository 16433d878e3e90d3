"""An article in each language: its quotations are found, and most of their speakers."""

import pytest
from building import a_prose

from provcheck.extract.claims import claims
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("de", "Der sogenannte „Hafen“ ist zu.", id="German term"),
        pytest.param("fr", "Le mot « port » est ancien.", id="French word"),
        pytest.param("es", "La palabra «puerto» es antigua.", id="Spanish word"),
        pytest.param("en", "L'eau, d’accord, rock ’n’ roll.", id="apostrophes"),
    ],
)
def test_words_as_words_are_no_claims(lang: str, text: str) -> None:
    assert claims(a_prose(text, lang=lang), RULES) == ()


@pytest.mark.parametrize(
    ("lang", "text", "words", "speaker"),
    [
        pytest.param(
            "de",
            "„Wir öffnen den Hafen im Mai für alle Schiffe“, sagte Ada Brandvold am Mittwoch.",
            "Wir öffnen den Hafen im Mai für alle Schiffe",
            "Ada Brandvold",
            id="German",
        ),
        pytest.param(
            "fr",
            "« Nous ouvrirons le port en mai à tous les navires », a déclaré Ada Brandvold.",
            "Nous ouvrirons le port en mai à tous les navires",
            "Ada Brandvold",
            id="French",
        ),
        pytest.param(
            "es",
            "«Abriremos el puerto en mayo para todos los barcos», dijo Ada Brandvold.",
            "Abriremos el puerto en mayo para todos los barcos",
            "Ada Brandvold",
            id="Spanish",
        ),
        pytest.param(
            "it",
            "«Apriremo il porto in maggio a tutte le navi», ha detto.",
            "Apriremo il porto in maggio a tutte le navi",
            None,
            id="Italian",
        ),
        pytest.param(
            "pl",
            "„Otworzymy port w maju dla wszystkich statków” – powiedziała.",
            "Otworzymy port w maju dla wszystkich statków",
            None,
            id="Polish",
        ),
        pytest.param(
            "sv",
            "”Vi öppnar hamnen i maj för alla fartyg”, sade hon.",
            "Vi öppnar hamnen i maj för alla fartyg",
            None,
            id="Swedish",
        ),
        pytest.param(
            "nl",
            "“Wij openen de haven in mei voor alle schepen”, zei ze.",
            "Wij openen de haven in mei voor alle schepen",
            None,
            id="Dutch",
        ),
        pytest.param(
            "pt",
            "“Abriremos o porto em maio para todos os navios”, disse ela.",
            "Abriremos o porto em maio para todos os navios",
            None,
            id="Portuguese",
        ),
        pytest.param(
            "ru",
            "«Мы откроем порт в мае для всех судов», — сказала она.",
            "Мы откроем порт в мае для всех судов",
            None,
            id="Russian",
        ),
        pytest.param(
            "uk",
            "«Ми відкриємо порт у травні для всіх суден», — сказала вона.",
            "Ми відкриємо порт у травні для всіх суден",
            None,
            id="Ukrainian",
        ),
    ],
)
def test_quotations_by_language(lang: str, text: str, words: str, speaker: str | None) -> None:
    found = claims(a_prose(text, lang=lang), RULES)

    assert [claim.text.strip(" ,") for claim in found] == [words]
    if speaker is not None:
        assert found[0].speaker is not None
        assert found[0].speaker.resolved == speaker
