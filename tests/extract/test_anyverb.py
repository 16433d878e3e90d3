import pytest
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.anyverb import any_verb
from provcheck.extract.place import places
from provcheck.extract.quotes import quotes


def told(text: str, lang: str = "en") -> tuple[str, str] | None:
    """The speaker and the verb behind the first quotation of a text."""
    discourse = a_discourse(text, lang)
    found = any_verb(next(places(next(quotes(discourse)), discourse)))
    return (found.speaker.of(text), found.cue) if found is not None else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut” startled Ada Brandvold.", id="the words are the subject"),
        pytest.param("“The pier is shut.”", id="nothing behind"),
        pytest.param("“The pier is shut,” trilled.", id="a verb alone"),
        pytest.param("“The pier is shut,” Ada.", id="a name alone"),
        pytest.param("“The pier is shut,” at noon in Halvik.", id="no verb"),
        pytest.param("“The pier is shut,” while Ada trilled.", id="another clause"),
        pytest.param("“The pier is shut,” who trilled to the gulls.", id="a relative clause"),
        pytest.param("“The pier is shut,” that trilled like a gull.", id="that"),
        pytest.param("“The pier is shut,” blue Ada Brandvold.", id="no form of a verb"),
        pytest.param("“The pier is shut,” red with rust and salt.", id="an adjective in -ed"),
        pytest.param("“The pier is shut,” 1 2 3.", id="numbers"),
        pytest.param("“The pier is shut,” she was in Halvik.", id="an auxiliary alone"),
    ],
)
def test_no_verb_gives_it_to_anybody(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        pytest.param("“The pier is shut,” he trilled.", "he", "trilled", id="pronoun"),
        pytest.param("“The pier is shut,” Ada trilled.", "Ada", "trilled", id="name"),
        pytest.param("“The pier is shut”, she trills.", "she", "trills", id="present"),
        pytest.param("“The pier is shut,” he had trilled.", "he", "trilled", id="perfect"),
        pytest.param(
            "“The pier is shut,” Ada Brandvold has just trilled.",
            "Ada Brandvold",
            "trilled",
            id="an adverb between",
        ),
        pytest.param(
            "“The pier is shut,” trilled Ada Brandvold.",
            "Ada Brandvold",
            "trilled",
            id="the verb first",
        ),
        pytest.param("“The pier is shut,” trills she.", "she", "trills", id="both turned"),
        pytest.param(
            "“Is it closed for good?” trilled Edric van der Pallaway.",
            "Edric van der Pallaway",
            "trilled",
            id="a question, a particle",
        ),
        pytest.param(
            "“The pier is shut,” trilled Ada Brandvold of the harbour board.",
            "Ada Brandvold of the harbour board",
            "trilled",
            id="what hangs on the name",
        ),
        pytest.param(
            "‘The pier is shut’ — Ada Brandvold trilled.",
            "Ada Brandvold",
            "trilled",
            id="single marks, a dash",
        ),
    ],
)
def test_any_verb_gives_it_to_its_subject(text: str, speaker: str, verb: str) -> None:
    assert told(text) == (speaker, verb)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("„Der Hafen bleibt zu“, trällerte.", id="a verb alone"),
        pytest.param("„Der Hafen bleibt zu“, dann fiel der Regen.", id="an adverb"),
        pytest.param("„Der Hafen bleibt zu“, weil Ada es will.", id="a reason"),
        pytest.param("„Der Hafen bleibt zu“, der Sturm tobte.", id="another clause"),
        pytest.param("„Der Hafen bleibt zu“ stand am Tor.", id="an inscription"),
    ],
)
def test_no_verb_in_german(text: str) -> None:
    assert told(text, "de") is None


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        pytest.param("„Der Hafen bleibt zu“, trällerte sie.", "sie", "trällerte", id="pronoun"),
        pytest.param("„Der Hafen bleibt zu“, strahlt Ada.", "Ada", "strahlt", id="present"),
        pytest.param(
            "„Der Hafen bleibt zu“, strahlte Ada Brandvold.",
            "Ada Brandvold",
            "strahlte",
            id="a past without -ed",
        ),
        pytest.param(
            "„Der Hafen bleibt zu“, ärgerte sich Per Olsen.",
            "Per Olsen",
            "ärgerte",
            id="a reflexive between",
        ),
        pytest.param(
            "»Der Hafen bleibt zu!« trällerte Ada von der Tarn.",
            "Ada von der Tarn",
            "trällerte",
            id="a cry, particles",
        ),
    ],
)
def test_any_verb_in_german(text: str, speaker: str, verb: str) -> None:
    assert told(text, "de") == (speaker, verb)


PIECES = ["“It is shut", ",”", "”", "trilled", "Ada", "he", "had", "himself", "the", "—", ".", "5"]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["en", "de"]))
def test_the_speaker_stands_behind_the_quotation(pieces: list[str], lang: str) -> None:
    discourse = a_discourse(" ".join(pieces), lang)
    for passage in quotes(discourse):
        for place in places(passage, discourse):
            found = any_verb(place)
            assert found is None or place.tokens[place.at].end <= found.speaker.start
            assert found is None or place.sentence.span.holds(found.speaker)


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        pytest.param(
            "it", "«Adesso basta così davvero», mentre il porto chiude.", None, id="a clause"
        ),
        pytest.param(
            "it", "«Adesso basta così davvero», sbraita il pubblico.", None, id="nobody named"
        ),
        pytest.param(
            "it",
            "«Adesso basta così davvero», rincara il sindaco Ivo Roscigno.",
            ("il sindaco Ivo Roscigno", "rincara"),
            id="an office and a name",
        ),
        pytest.param(
            "es",
            "«Basta ya de todo esto», ha rezongado Remedios Aldana.",
            ("Remedios Aldana", "rezongado"),
            id="with an auxiliary",
        ),
    ],
)
def test_any_verb_of_other_languages(lang: str, text: str, found: tuple[str, str] | None) -> None:
    assert told(text, lang) == found
