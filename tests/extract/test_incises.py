import pytest
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.incises import Incises
from provcheck.extract.marks import outermost
from provcheck.extract.quotes import quotes


def parts(text: str, lang: str) -> list[list[str]]:
    """The segments of each quotation."""
    return [
        [segment.of(text) for segment in passage.segments]
        for passage in quotes(a_discourse(text, lang))
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("ru", "«Порт закрыт — и это надолго, увы».", id="no verb of speech"),
        pytest.param("ru", "«Она сказала — и я поверил ей сразу».", id="the subject stands first"),
        pytest.param("ru", "«Кто сказал — тот и чинит причал».", id="no attribution behind a dash"),
        pytest.param("fr", "« Le port, dit-on, ferme. »", id="people say"),
        pytest.param("fr", "« Le port, vous le savez bien, ferme. »", id="an aside of his own"),
        pytest.param("en", "“The pier — said Olsen — is shut for good.”", id="not in English"),
        pytest.param("de", "„Der Hafen, sagte Olsen, bleibt noch zu.“", id="not in German"),
    ],
)
def test_quotations_that_stay_whole(lang: str, text: str) -> None:
    assert [len(segments) for segments in parts(text, lang)] in ([1], [])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("ru", "— хлеб, соль, спички.", id="a list"),
        pytest.param("sv", "– bröd och salt", id="a list item"),
        pytest.param("en", "— The pier is shut, said Ada Brandvold.", id="not in English"),
        pytest.param("fr", "— Le port est fermé.", id="a dash, and nobody says it"),
    ],
)
def test_paragraphs_that_a_dash_opens_and_nobody_says(lang: str, text: str) -> None:
    assert parts(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "segments"),
    [
        pytest.param(
            "ru",
            "«Порт закрыт, — сказала Ада. — Краны старые».",
            ["Порт закрыт,", "Краны старые"],
            id="Russian, author's words within the marks",
        ),
        pytest.param(
            "uk",
            "«Порт зачинено, — сказала Ада. — Крани старі».",
            ["Порт зачинено,", "Крани старі"],
            id="Ukrainian",
        ),
        pytest.param(
            "pl",
            "„Port zamknięty – powiedziała Ada Brandvold. – Dźwigi stare”.",
            ["Port zamknięty", "Dźwigi stare"],
            id="Polish",
        ),
        pytest.param(
            "it",
            "«Il porto chiude – ha detto Ada –. Le gru sono vecchie».",
            ["Il porto chiude", "Le gru sono vecchie"],
            id="Italian dashes",
        ),
        pytest.param(
            "it",
            "«Il porto, ha detto Ada, chiude per mesi».",
            ["Il porto,", "chiude per mesi"],
            id="Italian commas",
        ),
        pytest.param(
            "es",
            "«El puerto cierra —dijo Ada—. Las grúas son viejas».",
            ["El puerto cierra", "Las grúas son viejas"],
            id="Spanish",
        ),
        pytest.param(
            "fr",
            "« Le port, a dit Ada Lind, maire de Velden, ferme. Hélas. »",
            ["Le port,", "ferme. Hélas."],
            id="French, with an apposition",
        ),
        pytest.param(
            "fr",
            "« Le port ferme, a-t-elle dit. Nous partons. »",
            ["Le port ferme,", "Nous partons."],
            id="French, an inverted pronoun",
        ),
        pytest.param(
            "fr", "« Le port ferme bientôt, dit Ada. »", ["Le port ferme bientôt,"], id="at the end"
        ),
        pytest.param(
            "ru",
            "«Порт закрыт, — сказала Ада. — Краны, — добавила она, — старые».",
            ["Порт закрыт,", "Краны,", "старые"],
            id="two of them",
        ),
    ],
)
def test_attributions_inside_the_marks(lang: str, text: str, segments: list[str]) -> None:
    assert parts(text, lang) == [segments]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        pytest.param(
            "sv",
            "– Hamnen stängs, säger Ada Lind. Kranarna är gamla.",
            [["Hamnen stängs,", "Kranarna är gamla."]],
            id="Swedish: up to the stop",
        ),
        pytest.param(
            "sv",
            "– Hamnen stängs, säger Ada Lind, som bor i Velden.",
            [["Hamnen stängs,"]],
            id="Swedish: with a relative clause",
        ),
        pytest.param(
            "ru",
            "— Порт закрыт, — сказала Ада. — Краны старые.",
            [["Порт закрыт,", "Краны старые."]],
            id="Russian",
        ),
        pytest.param(
            "es",
            "—El puerto cierra —dijo Ada—. Las grúas son viejas.",
            [["El puerto cierra", "Las grúas son viejas."]],
            id="Spanish",
        ),
        pytest.param(
            "sv",
            "– Hamnen stängs, säger Ada Lind.\n– Det är en skandal.\n– bröd och salt",
            [["Hamnen stängs,"], ["Det är en skandal."]],
            id="others like it, whole sentences alone",
        ),
    ],
)
def test_dialogue(lang: str, text: str, found: list[list[str]]) -> None:
    assert parts(text, lang) == found


@given(
    st.lists(
        st.sampled_from([*"— , . » «", "сказала Ада", "порт закрыт", "она", "и", "X"]), max_size=14
    ),
    st.sampled_from(["ru", "fr", "sv"]),
)
@settings(max_examples=100)
def test_parts_lie_in_their_quotation_in_order(pieces: list[str], lang: str) -> None:
    text = "« " + " ".join(pieces) + " »"
    discourse = a_discourse(text, lang)
    split = Incises(text, discourse.cues, discourse.parsed_within)

    for quoted in outermost(discourse.quoted[0]):
        found = split.parted(quoted)
        assert all(quoted.inner.holds(part.inner) for part in found)
        assert [part.inner.start for part in found] == sorted(part.inner.start for part in found)
        assert [part.goes_on for part in found[-1:]] in ([], [False])
