import pytest
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.carriers import Carriers

TEXT = "Halden Broadcasting, the Northgate Wire and a harbour report told of it. "
NOUNS = ["agency", "broadcaster", "wire", "newspaper", "report", "letter", "statement", "mayor", ""]


def carriers(*named: str, text: str = TEXT) -> Carriers:
    """Carriers of a text through which words came, in order, each where the text names it."""
    made = Carriers(a_discourse(text))
    for name in named:
        made.saw(text.index(name), name)
    return made


def named_by(words: str, name: str | None = None, lang: str = "en") -> str | None:
    return Carriers(a_discourse("It rained.", lang)).named_by(8, words, name)


@pytest.mark.parametrize(
    "noun",
    [
        pytest.param("agency", id="an outlet"),
        pytest.param("report", id="a document"),
        pytest.param("dispatch", id="what both write"),
        pytest.param("mayor", id="neither"),
    ],
)
def test_where_none_was_named_none_is_taken_up(noun: str) -> None:
    made = carriers(text="It rained on the pier.")

    assert made.before(10, noun) is None
    assert carriers("Northgate Wire").before(0, noun) is None


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        pytest.param("mayor", None, id="an office takes up none"),
        pytest.param("letter", None, id="a report is no letter"),
        pytest.param("broadcaster", "Halden Broadcasting", id="a noun that fits its name"),
        pytest.param("wire", "Northgate Wire", id="a word of its name"),
        pytest.param("report", "harbour report", id="a report, the last"),
        pytest.param("dispatch", "harbour report", id="a dispatch, the last"),
    ],
)
def test_the_one_that_a_noun_takes_up(noun: str, name: str | None) -> None:
    made = carriers("Halden Broadcasting", "Northgate Wire", "harbour report")

    assert made.before(len(TEXT), noun) == name


def test_what_any_outlet_writes_takes_up_the_last() -> None:
    made = carriers("Halden Broadcasting", "Northgate Wire")

    assert made.before(len(TEXT), "report") == "Northgate Wire"
    assert made.before(len(TEXT), "agency") == "Northgate Wire"
    assert made.before(TEXT.index("Northgate"), "report") == "Halden Broadcasting"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("the mayor", None, id="an office"),
        pytest.param("Per Olsen", "Per Olsen", id="a person"),
        pytest.param("the Harbour Board", "Harbour Board", id="a body"),
        pytest.param("the Kremlin", "Kremlin", id="a government"),
        pytest.param("the White House", "White House", id="another"),
        pytest.param("the agency", None, id="an outlet that nobody named"),
        pytest.param("the newspaper", None, id="another"),
        pytest.param("the reporter", None, id="who only sounds like a report"),
        pytest.param("the mayor in a letter", None, id="a document that hangs on a person"),
        pytest.param("by the report of", None, id="no noun phrase"),
    ],
)
def test_is_no_carrier(words: str, name: str | None) -> None:
    assert named_by(words, name) is None


@pytest.mark.parametrize(
    ("words", "name", "carrier"),
    [
        pytest.param("Reuters", "Reuters", "Reuters", id="an agency"),
        pytest.param("the AP", "AP", "Associated Press", id="an agency's short name"),
        pytest.param("the Northgate Wire", "Northgate Wire", "Northgate Wire", id="of no list"),
        pytest.param("the Velden Gazette", "Velden Gazette", "Velden Gazette", id="a paper"),
        pytest.param("the report", None, "report", id="a document that nobody named"),
        pytest.param("a statement", None, "statement", id="a new one"),
        pytest.param("her letter", None, "letter", id="hers"),
        pytest.param("her last letter", None, "letter", id="hers, with an adjective"),
        pytest.param("a harbour report", None, "harbour report", id="a word before it"),
        pytest.param("a new harbour report", None, "harbour report", id="a vague one too"),
        pytest.param("a Thursday report", None, "report", id="a day names nothing"),
        pytest.param("the first study", None, "study", id="nor does a number"),
        pytest.param("the harbour report, out on Monday", None, "harbour report", id="a comma"),
        pytest.param("the harbour report on the pier", None, "harbour report", id="what on"),
        pytest.param("a local paper", None, "local paper", id="an outlet by its kind"),
    ],
)
def test_carriers_that_a_phrase_names(words: str, name: str | None, carrier: str) -> None:
    assert named_by(words, name) == carrier


@pytest.mark.parametrize(
    ("words", "carrier"),
    [
        pytest.param("the mayor", None, id="an office takes up none"),
        pytest.param("a local paper", "local paper", id="another outlet"),
        pytest.param("a harbour study", "harbour study", id="another document"),
        pytest.param("the agency", "Northgate Wire", id="the agency"),
        pytest.param("The agency", "Northgate Wire", id="at the head of a sentence"),
        pytest.param("the wire", "Northgate Wire", id="a word of its name"),
        pytest.param("the report", "Northgate Wire", id="its report"),
        pytest.param("the same report", "Northgate Wire", id="the same report"),
    ],
)
def test_what_was_named_is_taken_up(words: str, carrier: str | None) -> None:
    made = carriers("Northgate Wire")

    assert made.named_by(len(TEXT), words, None) == carrier


@pytest.mark.parametrize(
    ("words", "author"),
    [
        pytest.param("a report on the pier", "report", id="what on"),
        pytest.param("a report in the rain", "report", id="where"),
        pytest.param("a report by two farmers", "report", id="nobody by name"),
        pytest.param("a report by the Harbour Board", "Harbour Board", id="by a body"),
        pytest.param("a letter from Ada Brandvold", "Ada Brandvold", id="from a person"),
        pytest.param("the ruling of the Halvik Court", "Halvik Court", id="of a court"),
        pytest.param("a harbour study by Tove Lind", "Tove Lind", id="a word before it"),
    ],
)
def test_a_document_stands_for_its_author(words: str, author: str) -> None:
    assert named_by(words) == author


@pytest.mark.parametrize(
    ("words", "carrier"),
    [
        pytest.param("the letter", "letter", id="another document"),
        pytest.param("a harbour report", "harbour report", id="another report"),
        pytest.param("the report", "Harbour Board", id="the same one"),
        pytest.param("the same report", "Harbour Board", id="the same one, said so"),
    ],
)
def test_an_author_is_remembered(words: str, carrier: str) -> None:
    made = Carriers(a_discourse("It rained."))

    assert made.named_by(2, "a report by the Harbour Board", None) == "Harbour Board"
    assert made.named_by(8, words, None) == carrier


@pytest.mark.parametrize(
    ("name", "full"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("Ada Brandvold", None, id="a person"),
        pytest.param("Harbour Board", None, id="a body"),
        pytest.param("Kremlin", None, id="a government"),
        pytest.param("Wire", None, id="a word of outlets alone"),
        pytest.param("Northgate Wire", "Northgate Wire", id="of no list"),
        pytest.param("Reuters", "Reuters", id="an agency"),
        pytest.param("AFP", "Agence France-Presse", id="by its short name"),
    ],
)
def test_outlets_by_name(name: str, full: str | None) -> None:
    assert carriers().outlet(name) == full


@pytest.mark.parametrize(
    ("words", "lang", "carrier"),
    [
        pytest.param("der Bürgermeister", "de", None, id="a German office"),
        pytest.param("die Agentur", "de", None, id="a German outlet that nobody named"),
        pytest.param("der Bericht", "de", "bericht", id="a German document"),
        pytest.param("ein neuer Bericht", "de", "bericht", id="a vague German word"),
        pytest.param("l’agence", "fr", None, id="a French outlet that nobody named"),
        pytest.param("un nouveau rapport", "fr", "rapport", id="a vague French word"),
        pytest.param("un informe", "es", "informe", id="Spanish"),
    ],
)
def test_other_languages(words: str, lang: str, carrier: str | None) -> None:
    assert named_by(words, lang=lang) == carrier


@given(st.text(max_size=40) | st.sampled_from(NOUNS).map("the {}".format), st.integers(0, 90))
@settings(max_examples=100)
def test_any_words_take_up_what_was_named_or_their_own(words: str, at: int) -> None:
    made = carriers("Halden Broadcasting", "Northgate Wire", "harbour report")
    found = made.named_by(at, words, None)

    assert found is None or found in TEXT or found.casefold() in words.casefold()


@given(st.sampled_from(NOUNS), st.integers(0, 90))
@settings(max_examples=100)
def test_only_what_was_named_before_is_taken_up(noun: str, at: int) -> None:
    found = carriers("Halden Broadcasting", "Northgate Wire", "harbour report").before(at, noun)

    assert found is None or TEXT.index(found) < at
