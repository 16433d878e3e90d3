import pytest
from discoursing import RULES, a_sentence, said, the_saying
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.second import introducing_subject, second_subject

GERMAN = ["sagte", "hat", "gesagt", "heißt", "es", "als", "den", "Ada", "Brandvold", "in", "sich"]
WORDS = [*GERMAN, "der", "Hafen", "gestern", "zu", ",", ";", "–", "(", "er", "„Nein.“"]


def speaker(text: str, cue: str, lang: str = "de") -> str | None:
    """The subject of a cue in a clause with its verb second."""
    sentence, saying = a_sentence(text, lang), the_saying(text, cue, lang)
    nouns = RULES.cues.of(lang).nouns_capital
    return said(sentence, second_subject(sentence.tokens, saying.cue, nouns_capital=nouns))


def introduced(text: str, lang: str = "de") -> str | None:
    """The subject of the clause that a colon ends, whatever its verb."""
    sentence = a_sentence(text, lang)
    colon = [token.text for token in sentence.tokens].index(":")
    return said(sentence, introducing_subject(sentence.tokens, colon))


@pytest.mark.parametrize(
    ("text", "cue", "lang"),
    [
        pytest.param("Gestern sagte, wer wollte, nichts.", "sagte", "de", id="a mark behind"),
        pytest.param("„Nein“, sagte Olsen.", "sagte", "de", id="a quotation stands first"),
        pytest.param("„Er bleibt zu“, hieß es.", "hieß es", "de", id="nowhere said"),
        pytest.param("Dazu hieß es, er bleibe zu.", "hieß es", "de", id="no place said"),
        pytest.param("„Er bleibt zu“, hieß es in.", "hieß es", "de", id="nothing behind in"),
        pytest.param("‘Nee’, zei Olsen.", "zei", "nl", id="a Dutch quotation first"),
        pytest.param("”Nej”, sade Olsen.", "sade", "sv", id="a Swedish quotation first"),
    ],
)
def test_no_subject(text: str, cue: str, lang: str) -> None:
    assert speaker(text, cue, lang) is None


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        pytest.param("Ada Brandvold sagte, er sei zu.", "sagte", "Ada Brandvold", id="a name"),
        pytest.param("Sie sagte, der Hafen sei zu.", "sagte", "Sie", id="a pronoun"),
        pytest.param("Die Leiterin sagte, er sei zu.", "sagte", "Die Leiterin", id="a noun"),
        pytest.param("Mehrere Fischer sagten, er sei zu.", "sagten", "Mehrere Fischer", id="some"),
        pytest.param("Edric von der Brand sagte nichts.", "sagte", "Edric von der Brand", id="von"),
        pytest.param("Der Wirt aus Velden sagte nichts.", "sagte", "Der Wirt aus Velden", id="aus"),
        pytest.param("Olsen, der Leiter, sagte nichts.", "sagte", "Olsen", id="an apposition"),
        pytest.param("Ada Brandvold hat gesagt, er sei zu.", "gesagt", "Ada Brandvold", id="hat"),
        pytest.param("HALVIK – Die Leiterin sagte nichts.", "sagte", "Die Leiterin", id="a town"),
        pytest.param("Es war spät; Olsen sagte nichts.", "sagte", "Olsen", id="a semicolon"),
        pytest.param("(Olsen sagte nichts.)", "sagte", "Olsen", id="a bracket"),
        pytest.param("Olsen nannte den Plan „dumm“.", "nannte", "Olsen", id="a plan as object"),
    ],
)
def test_a_german_subject_before_its_verb(text: str, cue: str, name: str) -> None:
    assert speaker(text, cue) == name


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        pytest.param("So sagte Olsen, er sei zu.", "sagte", "Olsen", id="so"),
        pytest.param("Gestern sagte die Leiterin, er sei zu.", "sagte", "die Leiterin", id="a day"),
        pytest.param("Am Montag sagte Ada Brandvold, ja.", "sagte", "Ada Brandvold", id="am"),
        pytest.param("In einem Brief schrieb sie: „Auf!“", "schrieb", "sie", id="a letter"),
        pytest.param("Den Plan nannte Olsen „dumm“.", "nannte", "Olsen", id="an object first"),
        pytest.param("Dem Rat sagte Olsen, er sei zu.", "sagte", "Olsen", id="whom one tells"),
        pytest.param("Trotz des Sturms sagte Olsen, er komme.", "sagte", "Olsen", id="trotz"),
        pytest.param("In Velden, sagte Olsen, sei er zu.", "sagte", "Olsen", id="between commas"),
        pytest.param("Gestern freute sich auch Olsen.", "freute", "Olsen", id="sich and auch"),
        pytest.param("Es war spät; später sagte Olsen es.", "sagte", "Olsen", id="a semicolon"),
        pytest.param("HALVIK – Gestern sagte Olsen es.", "sagte", "Olsen", id="a dateline"),
        pytest.param("(So sagte Ada Brandvold.)", "sagte", "Ada Brandvold", id="a bracket"),
        pytest.param("Er – sagte Olsen – sei zu.", "sagte", "Olsen", id="between dashes"),
        pytest.param("Sagte Olsen das?", "Sagte", "Olsen", id="a question"),
        pytest.param("Dann rief Edric von der Brand.", "rief", "Edric von der Brand", id="von"),
    ],
)
def test_a_german_subject_behind_its_verb(text: str, cue: str, name: str) -> None:
    assert speaker(text, cue) == name


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        pytest.param("Am Montag hat Ada Brand gesagt, ja.", "gesagt", "Ada Brand", id="hat"),
        pytest.param("Heute hat Olsen erklärt, er sei zu.", "erklärt", "Olsen", id="a day"),
        pytest.param("Hier wollte Olsen nicht sagen, ob er geht.", "sagen", "Olsen", id="wollte"),
        pytest.param("Nun will die Leiterin sagen, warum.", "sagen", "die Leiterin", id="will"),
        pytest.param("Olsen habe gesagt, er sei zu.", "gesagt", "Olsen", id="habe"),
    ],
)
def test_a_german_subject_round_an_auxiliary(text: str, cue: str, name: str) -> None:
    assert speaker(text, cue) == name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("In dem Bericht heißt es, er sei zu.", "dem Bericht", id="before it"),
        pytest.param("„Er ist zu“, heißt es in dem Bericht.", "dem Bericht", id="behind it"),
        pytest.param("So heißt es im Bericht.", "Bericht", id="im"),
        pytest.param("Bei der Zeitung heißt es, er sei zu.", "der Zeitung", id="bei"),
        pytest.param("So heißt es bei Halden Broadcasting.", "Halden Broadcasting", id="an outlet"),
    ],
)
def test_where_it_says_so(text: str, place: str) -> None:
    assert speaker(text, "heißt es") == place


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        pytest.param("Ada Brandvold zei dat hij dicht is.", "zei", "Ada Brandvold", id="a name"),
        pytest.param("De burgemeester zei gisteren nee.", "zei", "De burgemeester", id="a noun"),
        pytest.param("Per van den Brand zei gisteren nee.", "zei", "Per van den Brand", id="van"),
        pytest.param("Gisteren zei Ada Brandvold dat het kan.", "zei", "Ada Brandvold", id="a day"),
        pytest.param("In Velden zei de wethouder dat het kan.", "zei", "de wethouder", id="a town"),
        pytest.param("Toen de storm kwam, zei Olsen dat het kan.", "zei", "Olsen", id="toen"),
        pytest.param("Later vroeg zij of het kan.", "vroeg", "zij", id="a pronoun"),
        pytest.param("Later heeft de baas gezegd dat het kan.", "gezegd", "de baas", id="heeft"),
        pytest.param("Ook verklaarde zich Ada tegen het plan.", "verklaarde", "Ada", id="zich"),
        pytest.param("Dat zei Ada Brandvold gisteren.", "zei", "Ada Brandvold", id="dat"),
    ],
)
def test_a_dutch_subject(text: str, cue: str, name: str) -> None:
    assert speaker(text, cue, "nl") == name


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        pytest.param("Ada Brandvold sade att den är stängd.", "sade", "Ada Brandvold", id="name"),
        pytest.param("Hon sade att den är stängd.", "sade", "Hon", id="a pronoun"),
        pytest.param("Rektorn i Velden sade att det går.", "sade", "Rektorn i Velden", id="a noun"),
        pytest.param("Igår sade en talesperson att det går.", "sade", "en talesperson", id="a day"),
        pytest.param("I Velden sade rektorn att det går.", "sade", "rektorn", id="a town"),
        pytest.param("Sedan sa hon att den är stängd.", "sa", "hon", id="an adverb"),
        pytest.param("Om det går, sade Per Olsen att han kommer.", "sade", "Per Olsen", id="om"),
        pytest.param("Idag har Ada Brandvold sagt att det går.", "sagt", "Ada Brandvold", id="har"),
        pytest.param("Igår sade även Per Olsen att det går.", "sade", "Per Olsen", id="even"),
    ],
)
def test_a_swedish_subject(text: str, cue: str, name: str) -> None:
    assert speaker(text, cue, "sv") == name


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("Die Antwort der Leiterin: „Nein.“", "de", id="German without a verb"),
        pytest.param("Aus einem Brief: „Nein.“", "de", id="German letter"),
        pytest.param(": „Nein.“", "de", id="nothing before"),
        pytest.param("Het antwoord: ‘Nee.’", "nl", id="Dutch without a verb"),
        pytest.param("Ur ett brev: ”Nej.”", "sv", id="Swedish letter"),
    ],
)
def test_nobody_introduces(text: str, lang: str) -> None:
    assert introduced(text, lang) is None


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        pytest.param("Olsen lächelte: „Nein.“", "de", "Olsen", id="an unlisted verb"),
        pytest.param("Er lächelte: „Nein.“", "de", "Er", id="a pronoun"),
        pytest.param("Die Leiterin winkte ab: „Nein.“", "de", "Die Leiterin", id="a noun"),
        pytest.param("Dann lächelte Olsen: „Nein.“", "de", "Olsen", id="behind an adverb"),
        pytest.param("Am Ende hat Olsen noch gelacht: „Nein.“", "de", "Olsen", id="an auxiliary"),
        pytest.param("Es regnete – Olsen lächelte: „Nein.“", "de", "Olsen", id="behind a dash"),
        pytest.param("Dem Rat reichte Olsen einen Brief: „Nein.“", "de", "Olsen", id="to whom"),
        pytest.param("Ada Brandvold lachte: ‘Nee.’", "nl", "Ada Brandvold", id="Dutch"),
        pytest.param("Toen lachte Ada Brandvold: ‘Nee.’", "nl", "Ada Brandvold", id="Dutch then"),
        pytest.param("Ada Brandvold log: ”Nej.”", "sv", "Ada Brandvold", id="Swedish"),
        pytest.param("Sedan log Ada Brandvold: ”Nej.”", "sv", "Ada Brandvold", id="Swedish then"),
    ],
)
def test_who_introduces(text: str, lang: str, name: str) -> None:
    assert introduced(text, lang) == name


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.sampled_from(["de", "nl", "sv"])
)
def test_a_subject_lies_in_the_sentence(drawn: list[str], lang: str) -> None:
    sentence = a_sentence(" ".join(drawn), lang)
    size = len(sentence.tokens)

    for saying in sentence.sayings:
        found = second_subject(sentence.tokens, saying.cue, nouns_capital=True)
        assert found is None or 0 <= found.start < found.end <= size
    for end in range(size + 1):
        found = introducing_subject(sentence.tokens, end)
        assert found is None or 0 <= found.start < found.end <= size


@pytest.mark.parametrize(
    ("text", "cue", "lang", "found"),
    [
        pytest.param(
            "Глава района Олег Лин сказал.", "сказал", "ru", "Глава района Олег Лин", id="ru"
        ),
        pytest.param(
            "Ruth Lind (Liste) sagte, es werde kalt.", "sagte", "de", "Ruth Lind", id="de"
        ),
    ],
)
def test_nouns_in_small_letters_and_brackets(text: str, cue: str, lang: str, found: str) -> None:
    assert (speaker(text, cue, lang) or "").startswith(found)
