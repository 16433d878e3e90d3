import pytest
from discoursing import a_discourse

from provcheck.extract.marks import outermost
from provcheck.extract.passage import Passage
from provcheck.extract.string import QuotedString
from provcheck.extract.titles import is_named, is_proper_name, is_title
from provcheck.model.claim import ClaimKind


def a_string(text: str, lang: str = "en") -> QuotedString:
    """The first quoted stretch of a text and what stands round it."""
    discourse = a_discourse(text, lang)
    first = next(each for block in discourse.quoted for each in outermost(block))
    passage = Passage(
        kind=ClaimKind.QUOTE, span=first.inner, outer=first.outer, segments=(first.inner,)
    )
    return QuotedString(passage, discourse)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "The pier is “a sieve”.", id="no naming word"),
        pytest.param("en", "The film was dull; “a sieve” leaks.", id="not right before"),
        pytest.param("en", "She called it “a sieve”.", id="somebody calls it so"),
        pytest.param("en", "They dubbed the boat “the old lady”.", id="somebody dubbed it so"),
        pytest.param("en", "He called the song “Halvik Blues” dull.", id="called, a song"),
        pytest.param(
            "en", "She said the words “all the boats are out at sea”.", id="long, and said"
        ),
        pytest.param("en", "The misnamed “gull” sank.", id="part of a word"),
        pytest.param("de", "Sie nannte ihn „Träumer“.", id="German, called"),
        pytest.param("ja", "映画「港の夜」が始まる。", id="no such words in the rules"),
    ],
)
def test_no_naming_word_introduces_it(lang: str, text: str) -> None:
    assert not is_named(a_string(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "The so-called “harbour dividend” is small.", id="so-called"),
        pytest.param("en", "The boat, called “the gull”, sank.", id="a participle"),
        pytest.param("en", "It is known as “the sieve”.", id="known as"),
        pytest.param("en", "Termed “unfit”, the boat sank.", id="at the beginning"),
        pytest.param("en", "The Song, “a gull at sea”, is old.", id="a comma and a capital"),
        pytest.param("en", "The motto: “never the sea”.", id="a colon"),
        pytest.param("en", "The film “a long winter on the quiet sound” ran.", id="long, not said"),
        pytest.param("en", "She used the term “slack water”, she said.", id="short, though said"),
        pytest.param("de", "Der sogenannte „Hafengroschen“ ist klein.", id="German"),
        pytest.param("fr", "Le film, intitulé « nuit au port », plaît.", id="French"),
        pytest.param("es", "La película «noche en el puerto» gusta.", id="Spanish"),
        pytest.param("it", "Il film «notte nel porto» piace.", id="Italian"),
        pytest.param("nl", "De film ‘nacht in de haven’ loopt.", id="Dutch"),
        pytest.param("pl", "Powieść „noc w porcie” wyszła.", id="Polish"),
        pytest.param("pt", "O filme “noite no porto” agrada.", id="Portuguese"),
        pytest.param("ru", "Фильм «ночь в порту» идёт.", id="Russian"),
        pytest.param("sv", "Filmen ”natt i hamnen” går.", id="Swedish"),
        pytest.param("uk", "Фільм «ніч у порту» йде.", id="Ukrainian"),
    ],
)
def test_a_naming_word_introduces_it(lang: str, text: str) -> None:
    assert is_named(a_string(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "She spoke of “the long pier”.", id="small letters"),
        pytest.param("en", "The “of the” board stood there.", id="small words alone"),
        pytest.param("en", "The pier is “The long pier”.", id="one capital only"),
        pytest.param("en", "The “Tonight” show began.", id="one word without an owner"),
        pytest.param("en", "The paper’s “pages” are thin.", id="one small word with an owner"),
        pytest.param("en", "He chanted “Long Live The Pier”.", id="chanted"),
        pytest.param("en", "He, chanting “Save The Pier”, left.", id="chanting"),
        pytest.param("en", "They shouted, “Save The Pier!”", id="shouted, a comma"),
        pytest.param("en", "Ada Brandvold wrote: “The Pier Is Dead.”", id="wrote, a colon"),
        pytest.param("en", "“The Pier Is Dead,” said Per Olsen.", id="said behind"),
        pytest.param("en", "She said that, “The Pier” aside, all is well.", id="behind that"),
        pytest.param("en", "She dubbed it “The Last Pier”.", id="somebody calls it so"),
        pytest.param("en", "“It’s Olsen’s Pier” stood there.", id="a contraction"),
        pytest.param("en", "“It's Olsen's Pier” stood there.", id="a straight contraction"),
    ],
)
def test_is_no_title(lang: str, text: str) -> None:
    assert not is_title(a_string(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "She played “The Long Pier” on the fiddle.", id="all capitals"),
        pytest.param("en", "She sang “The Wind and the Sea of Halvik”.", id="with small words"),
        pytest.param("en", "They all want “Halvik 2030” by May.", id="with a number"),
        pytest.param("en", "Halden Broadcasting’s “Tonight” began.", id="one word and its owner"),
        pytest.param("en", "Halden Broadcasting's “Tonight” began.", id="a straight owner"),
        pytest.param("en", "“Olsen’s Men” ran for a year.", id="a genitive is no contraction"),
        pytest.param("en", "She said in “The Long Pier” that ships sink.", id="said in it"),
        pytest.param("en", "Her new play, “The Last Pier”, opens.", id="set off by commas"),
        pytest.param("en", "His show, “The Late Pier”, ended, she said.", id="set off, and said"),
        pytest.param("en", "She said her “Long Pier” was out.", id="said, a possessive"),
        pytest.param("en", "She said Ada’s “Long Pier” was out.", id="said, an owner"),
        pytest.param("fr", "Elle a lu « Le Port et la Mer ».", id="French"),
        pytest.param("es", "Leyó «El Puerto y el Mar».", id="Spanish"),
        pytest.param("it", "Ha letto «Il Porto e il Mare».", id="Italian"),
        pytest.param("nl", "Zij las ‘De Haven en de Zee’.", id="Dutch"),
        pytest.param("pt", "Leu “O Porto e o Mar”.", id="Portuguese"),
    ],
)
def test_is_a_title(lang: str, text: str) -> None:
    assert is_title(a_string(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "The “Nordwind” sank.", id="a language where nouns have no capitals"),
        pytest.param("sv", "Den ”Nordvind” sjönk.", id="Swedish"),
        pytest.param("de", "„Nordwind“ sank.", id="nothing before"),
        pytest.param("de", "Der „alte“ Hafen ist zu.", id="a small letter"),
        pytest.param("de", "Er rief den „Halt!“ dazu.", id="a mark at the end"),
        pytest.param("de", "Der „Halt …“ kam spät.", id="an ellipsis at the end"),
        pytest.param("de", "Sie rief: „Anker“.", id="behind a colon"),
        pytest.param("de", "Er las „Nordwind“.", id="behind a verb"),
        pytest.param("de", "Olsen und „Anker“ lagen da.", id="joined to no other string"),
    ],
)
def test_is_no_proper_name(lang: str, text: str) -> None:
    assert not is_proper_name(a_string(text, lang))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Die „Nordwind“ sank.", id="an article"),
        pytest.param("Olsen, Kapitän der „Nordwind“, ging.", id="another case"),
        pytest.param("Im „Anker“ war Licht.", id="a preposition with its article"),
        pytest.param("Sie saßen in „Olsens Anker“.", id="a preposition"),
        pytest.param("Dampfer „Nordwind“ sank.", id="a noun"),
    ],
)
def test_is_a_proper_name_where_nouns_have_capitals(text: str) -> None:
    assert is_proper_name(a_string(text, "de"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Die „Nordwind“ und „Ada“ sanken.", id="and"),
        pytest.param("Der „Bote“ oder „Nordwind“ kam.", id="or"),
    ],
)
def test_a_name_joined_to_another_is_one(text: str) -> None:
    discourse = a_discourse(text, "de")
    second = list(outermost(discourse.quoted[0]))[1]
    passage = Passage(
        kind=ClaimKind.QUOTE, span=second.inner, outer=second.outer, segments=(second.inner,)
    )

    assert is_proper_name(QuotedString(passage, discourse))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("Ada las im „Boten“ davon.", True, id="behind a preposition"),
        pytest.param("Ada kritisierte den „Halviker Boten“ hart.", True, id="two capitals"),
        pytest.param("Ada sprach von „Wahnsinn“ im Hafen.", False, id="right behind the cue"),
        pytest.param("Ada nannte es den „Untergang des Hafens“.", False, id="what she calls it"),
        pytest.param("Ada kritisierte die „Willkür“ der Behörde.", False, id="one noun"),
    ],
)
def test_nouns_that_somebody_calls_something(text: str, *, named: bool) -> None:
    assert is_proper_name(a_string(text, "de")) is named
