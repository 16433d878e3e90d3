import pytest
from building import span_in
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.discourse import Discourse
from provcheck.extract.entities import Entities
from provcheck.language.names import name_key
from provcheck.model.prose import Block, BlockKind, Prose
from provcheck.model.span import Span

TEXT = (
    "President Ada Brandvold met Deputy Minister Per Olsen. Brandvold smiled. Mr Olsen did not. "
    "Brandvoldt wrote later. Brandvold left. The Harbour Board of Halvik sat. Grenmark’s Brandvold "
    "won."
)
KNOWN = Entities(a_discourse(TEXT))
PIECES = st.sampled_from(
    ["Ada", "Per Olsen", "van Berg", "Mr", "Ms", "Mayor", "the", ",", "who", "said", "Jr.",
     "Halvik", "Board", "Drachenskyy", "Drachensky", "OLSEN", ".", "’s", "“It is”", "wife", "\n"]
)  # fmt: skip


def known(text: str, lang: str = "en") -> Entities:
    return Entities(a_discourse(text, lang))


def everybody(text: str) -> list[str]:
    return known(text).persons_in(Span(start=0, end=len(text)))


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("Dr", "Dr", id="a title alone"),
        pytest.param("Ada Brandvold", "Ada Brandvold", id="a bare name"),
        pytest.param("Harbour Board of Halvik", "Harbour Board of Halvik", id="a body"),
        pytest.param("Mr. Olsen", "Olsen", id="Mr with its stop"),
        pytest.param("President Ada Brandvold", "Ada Brandvold", id="an office"),
        pytest.param("Deputy Foreign Minister Per Olsen", "Per Olsen", id="three titles"),
        pytest.param("Grenmark’s Brandvold", "Brandvold", id="a possessor, curly"),
        pytest.param("Grenmark's Mayor Per Olsen", "Per Olsen", id="a possessor, straight"),
        pytest.param("Brandvold’s", "Brandvold", id="possessing"),
        pytest.param("Olsen,", "Olsen", id="a comma behind"),
        pytest.param("Per Olsen Jr.", "Per Olsen", id="junior"),
        pytest.param("Per Olsen III", "Per Olsen", id="the third"),
    ],
)
def test_bare_names(name: str, bare: str) -> None:
    assert KNOWN.bare(name) == bare


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("", id="nothing"),
        pytest.param("Lathe", id="a surname of nobody"),
        pytest.param("Brandvoldt", id="a surname that only looks alike"),
        pytest.param("Tove Brandvold", id="another given name is another person"),
        pytest.param("T. Brandvold", id="another initial too"),
        pytest.param("Ada", id="a given name alone"),
        pytest.param("Harbour Board of Halvik", id="a body"),
        pytest.param("the Brandvold Foundation", id="a body named after her"),
        pytest.param("Brandvold Society", id="another"),
    ],
)
def test_a_name_that_stays_as_it_is(name: str) -> None:
    assert KNOWN.canonical(name) == name


@pytest.mark.parametrize(
    ("name", "full"),
    [
        pytest.param("Brandvold", "Ada Brandvold", id="a surname"),
        pytest.param("BRANDVOLD", "Ada Brandvold", id="in capitals"),
        pytest.param("A. Brandvold", "Ada Brandvold", id="an initial"),
        pytest.param("President Brandvold", "Ada Brandvold", id="titles go"),
        pytest.param("Grenmark’s Brandvold", "Ada Brandvold", id="possessors go"),
        pytest.param("Brandvold’s", "Ada Brandvold", id="possessing"),
        pytest.param("Mr Olsen", "Per Olsen", id="Mr goes"),
        pytest.param("Olsen Jr.", "Per Olsen", id="junior goes"),
    ],
)
def test_canonical_names(name: str, full: str) -> None:
    assert KNOWN.canonical(name) == full


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        pytest.param("Per Olsson met Ada Olsen.", "Olsen", "Ada Olsen", id="Olsen is not Olsson"),
        pytest.param("Per Berg met Ada Bergh.", "Bergh", "Ada Bergh", id="Bergh is not Berg"),
        pytest.param(
            "Oleksan Drachenskyy came. Drachensky left.",
            "Drachensky",
            "Oleksan Drachenskyy",
            id="y for yy",
        ),
        pytest.param(
            "Oleksan Drachenskyy came. Drachenskiy left.",
            "Drachenskij",
            "Oleksan Drachenskyy",
            id="ij, iy and yy",
        ),
        pytest.param("Per Kharitov came.", "Haritov", "Per Kharitov", id="kh"),
        pytest.param("Per Schukow came.", "Shukov", "Per Schukow", id="sch and w"),
        pytest.param("Jan Tsibulko came.", "Cybulko", "Jan Tsibulko", id="ts and y"),
        pytest.param("Tove Kälvemark came.", "Kalvemark", "Tove Kälvemark", id="accents"),
        pytest.param("Ada O’Hara came.", "O'Hara", "Ada O’Hara", id="apostrophes"),
        pytest.param("Ludwig van Berg came.", "van Berg", "Ludwig van Berg", id="a particle"),
        pytest.param("Ludwig van Berg came.", "Berg", "Ludwig van Berg", id="without it"),
        pytest.param("P. Olsen came. Per Olsen sat.", "Olsen", "Per Olsen", id="the longest"),
        pytest.param("Olsen came. Per Olsen sat.", "Olsen", "Per Olsen", id="named in full later"),
        pytest.param("Odalys Kestrane came.", "Kestrane", "Odalys Kestrane", id="a rare name"),
        pytest.param("OLSEN came. Per Olsen sat.", "OLSEN", "Per Olsen", id="capitals are no form"),
    ],
)
def test_one_bearer_however_a_name_is_spelt(text: str, name: str, full: str) -> None:
    assert known(text).canonical(name) == full


def test_the_commonest_spelling_of_a_surname_is_shown() -> None:
    text = "Minister Ada Drachenskyy spoke. Drachensky, Drachensky and again Drachensky."

    assert known(text).canonical("Drachenskiy") == "Ada Drachensky"


@pytest.mark.parametrize(
    ("key", "full"),
    [
        pytest.param("lathe", "lathe", id="nobody's key"),
        pytest.param(name_key("Brandvoldt"), "Brandvoldt", id="a surname without a given name"),
        pytest.param(name_key("Brandvold"), "Ada Brandvold", id="a name in full"),
    ],
)
def test_full_names_by_key(key: str, full: str) -> None:
    assert KNOWN.full(key) == full


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("It rained.", "", id="no name"),
        pytest.param("It rained.", "Lathe", id="nobody named"),
        pytest.param("Odalys Kestrane spoke.", "Kestrane", id="a given name of no list"),
        pytest.param("Dr Kestrane spoke.", "Kestrane", id="a title of either"),
        pytest.param("Mayor Kestrane spoke.", "Kestrane", id="an office of either"),
        pytest.param("Mr Olsen met Ms Olsen.", "Olsen", id="two of one surname"),
        pytest.param("Odalys Kestrane spoke to her son.", "Kestrane", id="no comma, no apposition"),
        pytest.param("Odalys Kestrane, of Halvik, a mother.", "Kestrane", id="past another comma"),
        pytest.param("Odalys Kestrane met Mr Olsen.", "Kestrane", id="a man beside her"),
        pytest.param("Odalys Kestrane met the chairman.", "Kestrane", id="a chairman elsewhere"),
    ],
)
def test_no_gender_is_guessed(text: str, name: str) -> None:
    assert known(text).gender_of(name) == ""


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        pytest.param("Ada Brandvold spoke.", "Ada Brandvold", "f", id="a given name"),
        pytest.param("Per Olsen spoke. Olsen left.", "Olsen", "m", id="by the surname"),
        pytest.param("Mr Kestrane spoke.", "Kestrane", "m", id="Mr"),
        pytest.param("Ms. Kestrane spoke.", "Kestrane", "f", id="Ms with its stop"),
        pytest.param("Sir Edric Pallaway spoke.", "Pallaway", "m", id="Sir"),
        pytest.param("Congresswoman Kestrane spoke.", "Kestrane", "f", id="an office of women"),
        pytest.param("They met his wife Odalys Kestrane.", "Kestrane", "f", id="kin ahead"),
        pytest.param("They met her husband, Kestrane.", "Kestrane", "m", id="kin and a comma"),
        pytest.param("Kestrane, the chairman, spoke.", "Kestrane", "m", id="an apposition"),
        pytest.param(
            "Odalys Kestrane, a spokeswoman for it, spoke.", "Kestrane", "f", id="a longer one"
        ),
        pytest.param("Odalys Kestrane, a mother of two.", "Kestrane", "f", id="a mother"),
        pytest.param("Mr Andrea Kestrane spoke.", "Kestrane", "m", id="Mr beats a given name"),
    ],
)
def test_gender(text: str, name: str, gender: str) -> None:
    assert known(text).gender_of(name) == gender


@pytest.mark.parametrize(
    ("text", "lang", "gender"),
    [
        pytest.param("Der Professor Kestrane sprach.", "de", "", id="German for either"),
        pytest.param("Herr Kestrane sprach.", "de", "m", id="Herr"),
        pytest.param("Frau Kestrane sprach.", "de", "f", id="Frau"),
        pytest.param("Die Sprecherin Kestrane sprach.", "de", "f", id="a German office of women"),
        pytest.param("Präsidentin Kestrane sprach.", "de", "f", id="another"),
        pytest.param("Kestrane, die Bürgermeisterin, sprach.", "de", "f", id="an apposition"),
        pytest.param("Tove Kestrane a parlé.", "fr", "f", id="a given name in French"),
    ],
)
def test_gender_in_other_languages(text: str, lang: str, gender: str) -> None:
    assert known(text, lang).gender_by_key(name_key("Kestrane")) == gender


@pytest.mark.parametrize(
    ("name", "person"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("Brandvold", False, id="one word"),
        pytest.param("Mr Olsen", False, id="one word and a title"),
        pytest.param("Harbour Board", False, id="a body"),
        pytest.param("Brandvold and Olsen", False, id="two people"),
        pytest.param("Lights for Halvik", False, id="a link within"),
        pytest.param("Ada Tove Marit Astrid Brandvold", False, id="too many words"),
        pytest.param("Ada Brandvold", True, id="a given name and a surname"),
        pytest.param("President Ada Brandvold", True, id="an office ahead"),
        pytest.param("Ludwig van Berg", True, id="a particle"),
        pytest.param("Odalys K. Pallaway", True, id="an initial"),
    ],
)
def test_names_of_people_by_their_form(name: str, person: bool) -> None:  # noqa: FBT001
    assert KNOWN.is_person(name) is person


def test_what_a_text_tells_of_a_surname() -> None:
    olsen, lookalike = name_key("Olsen"), name_key("Brandvoldt")

    assert KNOWN.is_sure(olsen)
    assert KNOWN.is_full(olsen)
    assert KNOWN.count(olsen) == 2
    assert not KNOWN.is_full(lookalike)
    assert KNOWN.count(lookalike) == 1
    assert not KNOWN.is_sure(name_key("Halvik"))
    assert KNOWN.count("lathe") == 0
    assert not KNOWN.is_sure("lathe")


def test_people_within_a_stretch() -> None:
    first = span_in(TEXT, "President Ada Brandvold met Deputy Minister Per Olsen.")

    assert KNOWN.persons_in(first) == ["Ada Brandvold", "Per Olsen"]
    assert KNOWN.persons_in(span_in(TEXT, "Mr Olsen did not.")) == ["Per Olsen"]
    assert KNOWN.persons_in(span_in(TEXT, "Brandvoldt wrote later.")) == []
    assert KNOWN.persons_in(span_in(TEXT, "sat.")) == []


def test_surnames_within_a_stretch_stand_where_they_say() -> None:
    found = KNOWN.between(span_in(TEXT, "Brandvold smiled. Mr Olsen did not."))

    assert [each.span.of(TEXT) for each in found] == ["Brandvold", "Olsen"]
    assert [each.sure for each in found] == [False, True]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ada Brandvold Wins Halvik Vote", id="every word"),
        pytest.param("ADA BRANDVOLD WINS AGAIN", id="every letter"),
        pytest.param("Will Ada Brandvold Meet Halvik Voters?", id="a question"),
        pytest.param("Ada Brandvold, Mayor of Halvik, Meets Voters", id="small words in it"),
    ],
)
def test_a_line_set_as_a_title_names_nobody(line: str) -> None:
    assert everybody(f"{line}\nThe pier is shut.") == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ada Brandvold wins the vote in the old port", id="set as a sentence"),
        pytest.param("Ada Brandvold", id="a name alone"),
        pytest.param("The voters met Ada Brandvold.", id="a sentence"),
        pytest.param("Ada Brandvold told them “to wait”", id="a line that ends in a quotation"),
    ],
)
def test_other_lines_name_people(line: str) -> None:
    assert everybody(f"{line}\nThe pier is shut.") == ["Ada Brandvold"]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        pytest.param("Ada Brandvold Wins Halvik Vote.", [], id="set as a title, with a stop"),
        pytest.param(
            "Ada Brandvold Tells Voters “No”", [], id="set as a title, a quotation at its end"
        ),
        pytest.param("How the voters met Ada Brandvold", ["Ada Brandvold"], id="as a sentence"),
    ],
)
def test_a_heading_names_people_where_it_is_set_as_a_sentence(
    heading: str, found: list[str]
) -> None:
    span = Span(start=0, end=len(heading))
    prose = Prose(text=heading, blocks=(Block(kind=BlockKind.HEADING, span=span),))

    assert Entities(Discourse(prose, RULES)).persons_in(span) == found


@given(st.text(max_size=80) | st.lists(PIECES, max_size=14).map(" ".join))
@settings(max_examples=100)
def test_any_text_names_people_where_they_stand(text: str) -> None:
    there = known(text)
    starts = [each.span.start for each in there.sightings]

    assert starts == sorted(starts)
    for each in there.sightings:
        assert name_key(each.span.of(text)) == each.key.partition("/")[0]
        assert there.count(each.key) > 0
        assert there.full(each.key)
        assert there.gender_by_key(each.key) in {"", "m", "f"}
    assert len(everybody(text)) <= len(starts)


@given(
    st.sampled_from(["", "Mr ", "Dr. ", "President ", "Grenmark’s ", "Grenmark's Prime Minister "]),
    st.sampled_from(["Brandvold", "Ada Brandvold", "A. Brandvold", "Olsen", "Lathe", "Tove Lind"]),
    st.sampled_from(["", "’s", "'s", ",", " Jr.", " III"]),
)
@settings(max_examples=100)
def test_what_stands_round_a_name_changes_no_bearer(before: str, name: str, behind: str) -> None:
    assert KNOWN.canonical(before + name + behind) == KNOWN.canonical(name)


@given(st.text(max_size=40) | st.lists(PIECES, max_size=4).map(" ".join))
@settings(max_examples=100)
def test_no_word_of_a_canonical_name_is_made_up(name: str) -> None:
    there = f"{TEXT} {name}".replace("’s", "'s")

    assert all(word in there for word in KNOWN.canonical(name).split())
