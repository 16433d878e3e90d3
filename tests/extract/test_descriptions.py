import pytest
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.descriptions import Descriptions
from provcheck.extract.entities import Entities
from provcheck.model.span import Span

ADA, PER, UNION = "Ada Brandvold", "Per Olsen", "Dockers’ Union"
PIECES = st.sampled_from(
    ["Mayor", "mayor", "the mayor", "the Ukrainian leader", "the company", "Ada Brandvold", "of",
     "Per Olsen", "Ukraine’s", "Halden Shipping", "the Dockers’ Union", ",", ".", "(", ")", "\n"]
)  # fmt: skip


def bearer(marked: str, lang: str = "en") -> str | None:
    """Return whom the words in square brackets describe in a text."""
    ahead, _, rest = marked.partition("[")
    words, _, behind = rest.partition("]")
    discourse = a_discourse(ahead + words + behind, lang)
    span = Span(start=len(ahead), end=len(ahead + words))
    return Descriptions(discourse, Entities(discourse)).bearer(span)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It rained on [the mayor].", id="nobody by name"),
        pytest.param("Per Olsen left. Then [the mayor] slept.", id="no office told"),
        pytest.param("Mayor Per Olsen left. [The minister] slept.", id="another office"),
        pytest.param("[The mayor] slept. Mayor Per Olsen left.", id="presented only later"),
        pytest.param("Mayor Per Olsen left. [The deputy mayor] slept.", id="no deputy"),
        pytest.param("Per Olsen, a farmer, left. [The mayor] slept.", id="a farmer"),
        pytest.param(
            "Polish Mayor Per Olsen left. [The Danish mayor] slept.", id="another country"
        ),
        pytest.param("Grenmark Mayor Per Olsen left. [The Velden mayor] slept.", id="of no list"),
        pytest.param("Per Olsen, mayor of Halvik, left. [The mayor of Velden] slept.", id="town"),
        pytest.param("The Dockers’ Union met. [The president of the union] slept.", id="its head"),
        pytest.param("Minister Per Olsen left. [A lawyer of the minister] slept.", id="his lawyer"),
        pytest.param("It rained. [The company] slept.", id="no body by name"),
        pytest.param("Halden Shipping sank.\n[The company] slept.", id="in another paragraph"),
        pytest.param("The Halvik Council met. [The board] slept.", id="another body"),
        pytest.param("Mayor Per Olsen left. [The two] slept.", id="small words only"),
        pytest.param("Mayor Per Olsen left: [“…”]", id="no words"),
    ],
)
def test_means_nobody(text: str) -> None:
    assert bearer(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Mayor Per Olsen left. [The mayor] slept.", PER, id="a title"),
        pytest.param("The mayor, Per Olsen, left. [The mayor] slept.", PER, id="apposition ahead"),
        pytest.param("Per Olsen, the mayor, left. [The mayor] slept.", PER, id="and behind"),
        pytest.param(
            "Per Olsen, the old mayor of Halvik, left. [The mayor] slept.", PER, id="more"
        ),
        pytest.param(
            "Per Olsen, mayor of Halvik, left. [The mayor of Halvik] slept.", PER, id="of"
        ),
        pytest.param("Deputy Mayor Per Olsen left. [The deputy mayor] slept.", PER, id="a deputy"),
        pytest.param(
            "Harbour master Per Olsen left. [The harbour master] slept.", PER, id="master"
        ),
        pytest.param("Mayor Per Olsen left. Olsen sang. [The mayor] slept.", PER, id="named again"),
        pytest.param(
            "Mayor Per Olsen left. Mayor Ada Brandvold came. [The mayor] slept.", ADA, id="the last"
        ),
        pytest.param(
            "Mayor Per Olsen left. Minister Ada Brandvold came. [The mayor] slept.",
            PER,
            id="the office, not the last name",
        ),
        pytest.param("Mayor Per Olsen left.\nIt rained.\n[The mayor] slept.", PER, id="paragraphs"),
    ],
)
def test_an_office(text: str, name: str) -> None:
    assert bearer(text) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ukrainian President Ada Brandvold left.", "Ukrainian president", id="twice"),
        pytest.param("Ukraine’s Ada Brandvold left.", "Ukrainian leader", id="a country, curly"),
        pytest.param("Ukraine's Ada Brandvold left.", "Ukrainian leader", id="straight"),
        pytest.param("France’s Ada Brandvold left.", "French minister", id="no common letters"),
        pytest.param("Ada Brandvold of Poland left.", "Polish minister", id="of a country"),
        pytest.param(
            "Britain’s Minister Ada Brandvold left.", "British prime minister", id="prime"
        ),
        pytest.param("Grenmark Minister Ada Brandvold left.", "Grenmark minister", id="of no list"),
        pytest.param("Grenmark’s Ada Brandvold left.", "Grenmark minister", id="owned by it"),
        pytest.param("Grenmark’s Ada Brandvold left.", "Grenmarkian minister", id="its adjective"),
        pytest.param(
            "Ada Brandvold, the Grenmark minister, left.", "Grenmark minister", id="after"
        ),
    ],
)
def test_an_office_of_a_country(text: str, words: str) -> None:
    assert bearer(f"{text} Then [the {words}] slept.") == ADA


@pytest.mark.parametrize(
    ("land", "name"),
    [
        pytest.param("Danish", None, id="neither"),
        pytest.param("Polish", PER, id="the last"),
        pytest.param("Ukrainian", ADA, id="the first"),
    ],
)
def test_two_of_one_office_are_told_by_their_countries(land: str, name: str | None) -> None:
    text = (
        "Ukrainian President Ada Brandvold stayed at home. The weather was too rough for boats of "
        f"any kind. Polish President Per Olsen was at sea. [The {land} president] slept."
    )

    assert bearer(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The Dockers’ Union met. [The union] slept.", UNION, id="a union"),
        pytest.param("The Tarn Council met. [The council] slept.", "Tarn Council", id="a council"),
        pytest.param(
            "The Fish Board of Halvik met. [The board] slept.",
            "Fish Board of Halvik",
            id="of a place",
        ),
        pytest.param(
            "The Teachers Union met. The Dockers’ Union left. [The union] slept.",
            UNION,
            id="the last",
        ),
        pytest.param(
            "The Dockers’ Union met. Tarn Ferries sank. [The union] slept.", UNION, id="by its noun"
        ),
        pytest.param("Tarn Ferries sank. [The company] slept.", "Tarn Ferries", id="by no noun"),
        pytest.param(
            "Tarn Ferries met Lind Rail. [The firm] slept.", "Lind Rail", id="the last firm"
        ),
    ],
)
def test_a_body(text: str, name: str) -> None:
    assert bearer(text) == name


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        pytest.param("Minister Per Olsen ging. [Die Richterin] schlief.", "de", None, id="another"),
        pytest.param("Richter Per Olsen ging. [Der Richter] schlief.", "de", PER, id="German"),
        pytest.param("Per Olsen, maire de Halvik, dort. [Le maire] rêve.", "fr", PER, id="French"),
        pytest.param("El juez Per Olsen salió. [El juez] duerme.", "es", PER, id="Spanish"),
        pytest.param("Министр Пер Ольсен ушёл. [Министр] спал.", "ru", "Пер Ольсен", id="Russian"),
    ],
)
def test_other_languages(text: str, lang: str, name: str | None) -> None:
    assert bearer(text, lang) == name


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60), st.data())
@settings(max_examples=100)
def test_any_words_mean_nobody_or_somebody_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    discourse = a_discourse(text)
    name = Descriptions(discourse, Entities(discourse)).bearer(Span(start=start, end=end))

    assert name is None or (name and all(word in text for word in name.split()))
