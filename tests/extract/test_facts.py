from itertools import pairwise

import pytest
from building import a_claim, span_in
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.claims import claims
from provcheck.extract.facts import facts, is_checkable
from provcheck.model.claim import Claim, ClaimKind, Fact, FactKind
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook

PLAIN = "they want the old pier back in use"


def found(text: str, lang: str = "en") -> list[tuple[str, str]]:
    whole = Span(start=0, end=len(text))
    return [(str(f.kind), f.span.of(text)) for f in facts((whole,), a_discourse(text, lang))]


def a_paraphrase(words: str, **known: object) -> Claim:
    return a_claim(words, words, **{"kind": ClaimKind.PARAPHRASE, **known})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no words"),
        pytest.param("the pier would be shut for good", id="plain words"),
        pytest.param("The pier would be shut for good", id="an article at the head"),
        pytest.param("In the end they left, and It was over", id="small words with capitals"),
        pytest.param("she may leave, and they may march on", id="months that are verbs"),
        pytest.param("I would go", id="a single letter"),
        pytest.param("twelve cranes and a dozen men", id="numbers in words"),
        pytest.param("the mondayish mood of the marching men", id="parts of words"),
    ],
)
def test_there_is_no_fact(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("all 12 cranes", "12", id="digits"),
        pytest.param("some 1,200 men", "1,200", id="comma"),
        pytest.param("fees of $4.30 a day", "$4.30", id="dollars"),
        pytest.param("a loss of €4 each", "€4", id="euros"),
        pytest.param("a fare of £9", "£9", id="pounds"),
        pytest.param("up by 12.5% since", "12.5%", id="sign"),
        pytest.param("up by 2 per cent since", "2 per cent", id="two words"),
        pytest.param("some 3 million men", "3 million", id="million"),
        pytest.param("some 1.5 billion crowns", "1.5 billion", id="billion"),
        pytest.param("shut at 10:30 sharp", "10:30", id="time of day"),
        pytest.param("all 999 of them", "999", id="no year"),
    ],
)
def test_numbers(text: str, number: str) -> None:
    assert found(text) == [("number", number)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("on Monday at noon", "Monday", id="weekday"),
        pytest.param("on monday at noon", "monday", id="small letters"),
        pytest.param("it went in March for good", "March", id="month"),
        pytest.param("they may go in May or so", "May", id="a month beside a verb"),
        pytest.param("on 5 March or so", "5 March", id="day first"),
        pytest.param("on March 5 or so", "March 5", id="month first"),
        pytest.param("on March 5, 2025, or so", "March 5, 2025", id="with its year"),
        pytest.param("on 5 march 2025 or so", "5 march 2025", id="small letters with a year"),
        pytest.param("in March 2024 or so", "March 2024", id="month and year"),
        pytest.param("in Sept. 2024 or so", "Sept. 2024", id="abbreviated"),
        pytest.param("back in 1987 or so", "1987", id="year"),
    ],
)
def test_days(text: str, day: str) -> None:
    assert found(text) == [("date", day)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("that Olsen would go", "Olsen", id="surname"),
        pytest.param("that Ada Brandvold would go", "Ada Brandvold", id="two words"),
        pytest.param("that Piet van der Velde would go", "Piet van der Velde", id="particles"),
        pytest.param("with the Bank of Velden on it", "Bank of Velden", id="of"),
        pytest.param("in the Halvik Gazette of old", "Halvik Gazette", id="an article before it"),
        pytest.param("that EU envoys would go", "EU", id="initials"),
        pytest.param("with Olsen & Sons on it", "Olsen & Sons", id="a firm"),
        pytest.param("The men of Tarnholm would go", "Tarnholm", id="The is none"),
        pytest.param("that Émile would go", "Émile", id="accent"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert found(text) == [("name", name)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param("am 5. März 2025", "de", [("date", "5. März 2025")], id="German day"),
        pytest.param("am Mittwoch", "de", [("date", "Mittwoch")], id="German weekday"),
        pytest.param("um 12,5 Prozent", "de", [("number", "12,5 Prozent")], id="German percent"),
        pytest.param("mit 3 Millionen", "de", [("number", "3 Millionen")], id="German millions"),
        pytest.param("dass Per Olsen kam", "de", [("name", "Per Olsen")], id="German name"),
        pytest.param("le 5 mars 2025", "fr", [("date", "5 mars 2025")], id="French day"),
        pytest.param(
            "de 12,5 pour cent", "fr", [("number", "12,5 pour cent")], id="French percent"
        ),
        pytest.param(
            "que Per Olsen irait mercredi",
            "fr",
            [("name", "Per Olsen"), ("date", "mercredi")],
            id="French name and weekday",
        ),
        pytest.param(
            "el 21 de marzo de 2025", "es", [("date", "21 de marzo de 2025")], id="Spanish day"
        ),
        pytest.param("unos 3 millones", "es", [("number", "3 millones")], id="Spanish millions"),
        pytest.param("un 12 por ciento", "es", [("number", "12 por ciento")], id="Spanish percent"),
        pytest.param("il 5 marzo 2025", "it", [("date", "5 marzo 2025")], id="Italian day"),
        pytest.param(
            "op woensdag 5 maart", "nl", [("date", "woensdag"), ("date", "5 maart")], id="nl"
        ),
        pytest.param("den 5 mars 2025", "sv", [("date", "5 mars 2025")], id="Swedish day"),
        pytest.param("w środę 5 marca", "pl", [("date", "środę"), ("date", "5 marca")], id="pl"),
        pytest.param("em 5 de março de 2025", "pt", [("date", "5 de março de 2025")], id="pt"),
        pytest.param(
            "Ада Брандволд уедет 5 марта 2025 года",
            "ru",
            [("name", "Ада Брандволд"), ("date", "5 марта 2025")],
            id="Russian",
        ),
        pytest.param(
            "у середу, 5 березня", "uk", [("date", "середу"), ("date", "5 березня")], id="uk"
        ),
    ],
)
def test_facts_in_other_languages(text: str, lang: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, lang) == expected


def test_facts_come_in_the_order_of_the_text_none_within_another() -> None:
    text = "on 5 March 2025 some 12 men left Velden, on Monday 40 came to Halvik in 1987"

    assert found(text) == [
        ("date", "5 March 2025"),
        ("number", "12"),
        ("name", "Velden"),
        ("date", "Monday"),
        ("number", "40"),
        ("name", "Halvik"),
        ("date", "1987"),
    ]


def test_only_what_lies_in_the_segments_counts() -> None:
    text = "12 men, Ada Brandvold said on Monday, left Velden on 5 March 2025"
    segments = tuple(span_in(text, words) for words in ("left Velden on 5 March", "12 men"))
    kept = [fact.span.of(text) for fact in facts(segments, a_discourse(text))]

    assert kept == ["12", "Velden", "5 March"]


def test_no_segment_has_no_fact() -> None:
    assert facts((), a_discourse("12 men left Velden")) == ()


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(a_paraphrase("it opens"), id="two words"),
        pytest.param(a_paraphrase("they want the pier back"), id="few words and no fact"),
        pytest.param(a_paraphrase("the old pier will be shut"), id="six words and no fact"),
        pytest.param(a_paraphrase(PLAIN, fragment=True), id="a fragment beside a quotation"),
        pytest.param(
            a_paraphrase(
                "to Velden",
                facts=(Fact(kind=FactKind.NAME, span=Span(start=3, end=9)),),
                fragment=True,
            ),
            id="a fragment with a fact",
        ),
    ],
)
def test_too_little_to_be_checked(claim: Claim) -> None:
    assert not is_checkable(claim)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(a_paraphrase(PLAIN), id="eight words"),
        pytest.param(a_paraphrase("they want the old pier shut now"), id="seven words"),
        pytest.param(
            a_paraphrase(
                "the men left Velden",
                facts=(Fact(kind=FactKind.NAME, span=Span(start=13, end=19)),),
            ),
            id="a name among four",
        ),
        pytest.param(a_claim("so", "so"), id="one quoted word"),
        pytest.param(a_claim("so", "so", fragment=True), id="a quoted fragment"),
        pytest.param(a_claim("so", "so", kind=ClaimKind.EMBED), id="a post"),
        pytest.param(a_claim("so", "so", kind=ClaimKind.BLOCK_QUOTE), id="a block quotation"),
    ],
)
def test_enough_to_be_checked(claim: Claim) -> None:
    assert is_checkable(claim)


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        pytest.param("Ada Brandvold said it was shut.", False, id="three words"),
        pytest.param("Ada Brandvold said the pier was shut.", False, id="four words, no fact"),
        pytest.param("Ada Brandvold said the pier shut on Monday.", True, id="a day among them"),
        pytest.param("Ada Brandvold said all 12 cranes were sold.", True, id="a number"),
        pytest.param("Ada Brandvold said the pier belonged to Velden.", True, id="a name"),
        pytest.param(
            "Ada Brandvold said the old pier would be shut for good.", True, id="many words"
        ),
    ],
)
def test_what_of_an_article_is_checked(text: str, checkable: bool, rules: Rulebook) -> None:  # noqa: FBT001
    (claim,) = claims(a_discourse(text).prose, rules)

    assert is_checkable(claim) is checkable


WORDS = (
    "12 3.5 % million May may March 5, 2025 1987 21 de marzo Monday lundi Ada Brandvold "
    "van der The and of I U.S. € $4 5. März , . - \n 水曜日 ’s"
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS.split(" ")), max_size=25).map(" ".join) | st.text(max_size=40)
)
def test_any_text_gives_facts_in_order_that_share_nothing(text: str) -> None:
    half = len(text) // 2
    segments = (Span(start=0, end=half), Span(start=half, end=len(text)))
    spans = [fact.span for fact in facts(segments, a_discourse(text))]

    assert all(len(span) for span in spans)
    assert all(any(segment.holds(span) for segment in segments) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
