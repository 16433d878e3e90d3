import pytest
from discoursing import RULES, a_discourse, a_sentence
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.persons import LONGEST, SUFFIXES, Named, Persons

PERSONS = Persons(RULES, RULES.cues.of("en"))
PIECES = st.sampled_from(
    ["Ada", "Per Olsen", "van", "der", "Berg", "Mr", "Mayor", "mayor", "the", ",", "who", "said",
     "Jr.", "III", "Halvik", "Board", "Monday", "Ukrainian", ".", "’s", "“It is”", "O’Hara",
     "“", "”"]
)  # fmt: skip


def people(text: str, lang: str = "en") -> list[Named]:
    return list(Persons(RULES, RULES.cues.of(lang)).named(a_sentence(text, lang)))


def names(text: str, lang: str = "en") -> list[str]:
    return [" ".join(each.words) for each in people(text, lang)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("it rained all night.", id="small letters only"),
        pytest.param("They left early.", id="a pronoun opens the sentence"),
        pytest.param("Yesterday the pier was shut.", id="an adverb opens it"),
        pytest.param("On Monday the pier was shut.", id="a day"),
        pytest.param("In March they left.", id="a month"),
        pytest.param("Ukraine and Poland signed it.", id="countries"),
        pytest.param("The Ukrainian ships left.", id="an adjective of a country"),
        pytest.param("The Northgate Wire wrote so.", id="an outlet"),
        pytest.param("Reuters and the Associated Press wrote so.", id="agencies"),
        pytest.param("The Harbour Board sat.", id="a body"),
        pytest.param("Northgate Port Authority said it was shut.", id="a body that speaks"),
        pytest.param("The Kremlin said no.", id="a seat of government"),
        pytest.param("They met at Pallaway Street.", id="a street"),
        pytest.param("The Halvik mayor left.", id="a place before an office"),
        pytest.param("She is a Halvik councillor now.", id="a place before an office at the end"),
        pytest.param("They sang “Ada Brandvold” twice.", id="words in marks"),
        pytest.param("The Prime Minister left.", id="titles alone"),
        pytest.param(
            "Queen Ada Tove Marit Astrid Brandvold sank.", id="more words than a name has"
        ),
    ],
)
def test_names_nobody(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Ada Brandvold left.", ["Ada Brandvold"], id="a given name and a surname"),
        pytest.param("They met Kestrane there.", ["Kestrane"], id="a surname"),
        pytest.param("Now Olsen left.", ["Olsen"], id="a small word opens the sentence"),
        pytest.param("But Ada Brandvold left.", ["Ada Brandvold"], id="but opens it"),
        pytest.param("Mr. Olsen left.", ["Olsen"], id="Mr with its stop"),
        pytest.param("Dr Odalys Kestrane left.", ["Odalys Kestrane"], id="Dr without one"),
        pytest.param("President Ada Brandvold left.", ["Ada Brandvold"], id="an office"),
        pytest.param("Deputy Foreign Minister Per Olsen left.", ["Per Olsen"], id="three titles"),
        pytest.param("They saw Judge Edric Pallaway.", ["Edric Pallaway"], id="not at the start"),
        pytest.param("The Halvik mayor Per Olsen left.", ["Per Olsen"], id="a place and an office"),
        pytest.param(
            "They met Halvik Champion Ada Brandvold.", ["Ada Brandvold"], id="from the given name"
        ),
        pytest.param("Per Olsen Jr. left.", ["Per Olsen"], id="junior"),
        pytest.param("Per Olsen III left.", ["Per Olsen"], id="the third"),
        pytest.param("Odalys K. Pallaway left.", ["Odalys K. Pallaway"], id="an initial within"),
        pytest.param("They met E. Pallaway.", ["E. Pallaway"], id="an initial ahead"),
        pytest.param("They met Ludwig van Berg.", ["Ludwig van Berg"], id="a particle"),
        pytest.param("They met Tove de Lind.", ["Tove de Lind"], id="another particle"),
        pytest.param("They met Ada O’Hara.", ["Ada O’Hara"], id="a mark within"),
        pytest.param("They met Per Olsen-Lind.", ["Per Olsen-Lind"], id="a double surname"),
        pytest.param(
            "They met Ada “Bones” Brandvold.", ["Ada Brandvold"], id="a nickname in marks"
        ),
        pytest.param("Grenmark’s Ada Brandvold left.", ["Ada Brandvold"], id="whose she is"),
        pytest.param("Ada Brandvold's boat sank.", ["Ada Brandvold"], id="what is hers"),
        pytest.param(
            "Ada Brandvold, Per Olsen and Tove Lind left.",
            ["Ada Brandvold", "Per Olsen", "Tove Lind"],
            id="a list",
        ),
        pytest.param("“It is shut,” Ada Brandvold said.", ["Ada Brandvold"], id="a quotation"),
    ],
)
def test_names_of_people(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        pytest.param("Die Harbour Group schwieg.", "de", [], id="German for a body"),
        pytest.param("Reuters meldete es.", "de", [], id="German for an agency"),
        pytest.param("Am Montag schlief Per Olsen.", "de", ["Per Olsen"], id="German day"),
        pytest.param("Bürgermeister Per Olsen schlief.", "de", ["Per Olsen"], id="German office"),
        pytest.param("Frau Kestrane schlief.", "de", ["Kestrane"], id="German title"),
        pytest.param("Le maire Per Olsen est parti.", "fr", ["Per Olsen"], id="French"),
        pytest.param("La alcaldesa Tove Lind salió.", "es", ["Tove Lind"], id="Spanish"),
        pytest.param("Il sindaco Per Olsen dorme.", "it", ["Per Olsen"], id="Italian"),
        pytest.param("Borgmästare Per Olsen gick.", "sv", ["Per Olsen"], id="Swedish"),
        pytest.param("Minister Per Olsen wyszedł.", "pl", ["Per Olsen"], id="Polish"),
        pytest.param("Министр Пер Ольсен ушёл.", "ru", ["Пер Ольсен"], id="Russian"),
        pytest.param("Міністерка Ада Лінд пішла.", "uk", ["Ада Лінд"], id="Ukrainian"),
    ],
)
def test_names_in_other_languages(text: str, lang: str, found: list[str]) -> None:
    assert names(text, lang) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They met Kestrane there.", id="a surname alone"),
        pytest.param("They met Odalys Kestrane there.", id="a given name of no list"),
        pytest.param("They rowed to Halvik in the rain.", id="a town"),
        pytest.param("The Smiling Cod was full.", id="an inn"),
        pytest.param("They met Kestrane, and it rained.", id="a comma without who"),
        pytest.param("They heard Kestrane was shut.", id="no subject of a cue"),
    ],
)
def test_a_capital_alone_shows_no_person(text: str) -> None:
    assert [each.sure for each in people(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They met Ada Brandvold there.", id="a given name"),
        pytest.param("They met Odalys K. Pallaway there.", id="an initial"),
        pytest.param("They met Mr Kestrane there.", id="Mr"),
        pytest.param("They met Judge Kestrane there.", id="an office"),
        pytest.param("They met Deputy Mayor Odalys Kestrane.", id="two of them"),
        pytest.param("They met the spokesman Kestrane.", id="an office in small letters"),
        pytest.param("They met her brother Kestrane.", id="kin"),
        pytest.param("They met Kestrane, who smiled.", id="who"),
        pytest.param("Kestrane said it was shut.", id="a verb of speech behind"),
        pytest.param("“It is shut,” said Kestrane.", id="a verb of speech ahead"),
        pytest.param("“It is shut,” Odalys Kestrane added.", id="a whole name that speaks"),
    ],
)
def test_what_shows_a_person(text: str) -> None:
    assert [each.sure for each in people(text)] == [True]


@pytest.mark.parametrize(
    ("word", "title"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("boat", False, id="a thing"),
        pytest.param("the", False, id="a small word"),
        pytest.param("Kestrane", False, id="a surname"),
        pytest.param("mayoral", False, id="made of an office"),
        pytest.param("Dr", True, id="a title"),
        pytest.param("Dr.", True, id="a title with its stop"),
        pytest.param("judge", True, id="an office"),
        pytest.param("PRESIDENT", True, id="in capitals"),
        pytest.param("Prime", True, id="part of one"),
    ],
)
def test_titles(word: str, title: bool) -> None:  # noqa: FBT001
    assert PERSONS.is_title(word) is title


def test_a_name_points_to_its_words() -> None:
    sentence = a_sentence("Yesterday Mayor Per Olsen Jr. met Ada Brandvold.")
    found = list(PERSONS.named(sentence))

    assert [[t.text for t in sentence.tokens[n.start : n.end]] for n in found] == [
        ["Per", "Olsen"],
        ["Ada", "Brandvold"],
    ]


@given(st.text(max_size=80) | st.lists(PIECES, max_size=12).map(" ".join))
@settings(max_examples=100)
def test_any_names_lie_in_order_within_their_sentence(text: str) -> None:
    discourse = a_discourse(text)
    for number in range(len(discourse.prose.blocks)):
        for sentence in discourse.sentences_of(number):
            end = 0
            for each in PERSONS.named(sentence):
                tokens = sentence.tokens[each.start : each.end]
                assert end <= each.start < each.end <= len(sentence.tokens)
                assert each.words[0] == tokens[0].text
                assert each.words[-1] == tokens[-1].text
                assert len(each.words) <= LONGEST
                assert each.words[-1].casefold().rstrip(".") not in SUFFIXES
                end = each.end
