from datetime import date

import pytest
from building import a_prose, span_in
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.anaphora import Story
from provcheck.extract.citations import cites_carrier, is_carrier, via_of
from provcheck.extract.claims import claims
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Claim
from provcheck.model.prose import Embed, Link
from provcheck.model.span import Span
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
LETTER = "In her letter, Ada Brandvold wrote:\nThe harbour has lost a third of its ships."
STORY = Story(a_discourse("The harbour is shut."))


def last_claim(text: str, **known: object) -> Claim:
    return claims(a_prose(text, **known), RULES)[-1]


def cited(text: str, **known: object) -> list[tuple[CitationKind, str]]:
    return [(cite.kind, cite.name) for cite in last_claim(text, **known).cites]


def carrier(text: str, lang: str = "en") -> str | None:
    found = via_of(Span(start=0, end=len(text)), None, Story(a_discourse(text, lang)))
    return found[0] if found else None


def a_post(text: str, **known: object) -> Embed:
    fields = {
        "platform": "X",
        "span": Span(start=0, end=len(text)),
        "words": span_in(text, "The pier is shut for good."),
        **known,
    }
    return Embed(**fields)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("“It is shut for good,” Ada Brandvold said.", "en", id="nothing named"),
        pytest.param("“It is shut for good,” she told this newspaper.", "en", id="own paper"),
        pytest.param("“It is shut for good,” Per Olsen told us on Monday.", "en", id="told us"),
        pytest.param("“It is shut for good,” she told our reporter.", "en", id="own reporter"),
        pytest.param("She told this paper that the pier was shut.", "en", id="own, indirect"),
        pytest.param("“It is shut for good,” she told her mother.", "en", id="told a person"),
        pytest.param("“It is shut for good,” Ada told Per Olsen.", "en", id="told a named person"),
        pytest.param("“It is shut for good,” he told the Halvik council.", "en", id="told a body"),
        pytest.param("“It is shut for good,” she told the White House.", "en", id="an office"),
        pytest.param("“It is shut for good,” she told the United Nations.", "en", id="no outlet"),
        pytest.param(
            "“It is shut for good,” she told a newspaper.", "en", id="which one is unsaid"
        ),
        pytest.param("“It is shut for good,” she told the agency.", "en", id="none named before"),
        pytest.param("“It is shut for good,” his father used to say.", "en", id="used to say"),
        pytest.param("“We told Northgate Wire that it is shut,” Ada said.", "en", id="her words"),
        pytest.param("“She gave the speech of her life,” Ada said.", "en", id="a quoted speech"),
        pytest.param("„Der Hafen bleibt zu“, sagte Ada Brandvold dieser Zeitung.", "de", id="de"),
        pytest.param("« Le port reste fermé », a déclaré Ada à notre journal.", "fr", id="fr"),
        pytest.param("«El puerto cerrará pronto», dijo Ada a este diario.", "es", id="es"),
    ],
)
def test_nothing_is_cited(text: str, lang: str) -> None:
    assert cited(text, lang=lang) == []
    assert last_claim(text, lang=lang).via is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("“It is shut now,” she told Northgate Wire.", "Northgate Wire", id="told"),
        pytest.param("“It is shut,” she told the Velden Wire, a firm.", "Velden Wire", id="aside"),
        pytest.param(
            "‘It is shut,’ she told Halden Radio then.", "Halden Radio", id="British marks"
        ),
        pytest.param('"It is shut," he wrote in the Halvik Gazette.', "Halvik Gazette", id="wrote"),
        pytest.param("“It is,” he told Halden Radio, “shut now.”", "Halden Radio", id="in between"),
        pytest.param("“It is shut,” she said, according to Reuters.", "Reuters", id="hers, via it"),
        pytest.param("Ada was quoted by Reuters as saying that it was so.", "Reuters", id="quoted"),
        pytest.param(
            "“It is shut now,” Reuters quoted Ada Lind as saying.", "Reuters", id="quotes"
        ),
        pytest.param(
            "“So,” she told them all in an interview with Reuters.", "Reuters", id="later"
        ),
        pytest.param("“So,” she told her mother, according to Reuters.", "Reuters", id="a person"),
        pytest.param("“It is shut,” she told the agency Reuters.", "Reuters", id="its own noun"),
        pytest.param("“So,” he told the paper Halvik Gazette.", "Halvik Gazette", id="its noun"),
        pytest.param("“It is shut now,” Reuters reported.", "Reuters", id="the outlet itself"),
        pytest.param("According to Reuters, the pier was shut.", "Reuters", id="according to"),
        pytest.param("“It is shut now,” she told AFP.", "Agence France-Presse", id="in full"),
    ],
)
def test_outlets(text: str, name: str) -> None:
    claim = last_claim(text)

    assert claim.via == name
    assert (CitationKind.OUTLET, name) in [(cite.kind, cite.name) for cite in claim.cites]


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        pytest.param("“It is shut,” a harbour report reads.", "en", "harbour report", id="nouns"),
        pytest.param("“It is shut now,” her letter said.", "en", "letter", id="whose it is"),
        pytest.param("“It is shut now,” a new report said.", "en", "report", id="a vague word"),
        pytest.param("“It is shut,” a report by Ada Brandvold said.", "en", "report", id="by whom"),
        pytest.param(
            "“It is shut,” the ruling of the court says.", "en", "ruling", id="of the court"
        ),
        pytest.param("According to a study, the pier was shut.", "en", "study", id="indirect"),
        pytest.param(
            "„Der Hafen bleibt zu“, heißt es in dem Bericht.", "de", "bericht", id="German"
        ),
        pytest.param("Selon un rapport, le port restera fermé.", "fr", "rapport", id="French"),
    ],
)
def test_documents(text: str, lang: str, name: str) -> None:
    claim = last_claim(text, lang=lang)

    assert claim.via == name
    assert cited(text, lang=lang) == [(CitationKind.DOCUMENT, name)]


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        pytest.param("“It is shut now,” she said in a speech.", "en", "speech", id="speech"),
        pytest.param("“So,” she said at a Press Conference.", "en", "press conference", id="words"),
        pytest.param("“It is shut,” he said during a hearing.", "en", "hearing", id="during"),
        pytest.param(
            "“So,” he said in a long written statement.", "en", "statement", id="words between"
        ),
        pytest.param(
            "Ada, speaking at a rally, said it would close.", "en", "rally", id="indirect"
        ),
        pytest.param(
            "In einer Rede sagte Ada Brandvold: „Der Hafen bleibt zu.“", "de", "rede", id="de"
        ),
        pytest.param("« Le port fermera », a dit Ada dans un discours.", "fr", "discours", id="fr"),
        pytest.param(
            "«El puerto cerrará pronto», dijo Ada en un discurso.", "es", "discurso", id="es"
        ),
    ],
)
def test_events(text: str, lang: str, name: str) -> None:
    assert cited(text, lang=lang) == [(CitationKind.EVENT, name)]


@pytest.mark.parametrize("platform", ["Telegram", "Facebook", "X"])
def test_words_come_through_a_platform(platform: str) -> None:
    assert last_claim(f"“It is shut for good,” Ada Brandvold wrote on {platform}.").via == platform


def test_an_interview_is_cited_beside_its_outlet() -> None:
    text = "“It is shut now,” she said in an interview with Halden Broadcasting."

    assert cited(text) == [
        (CitationKind.OUTLET, "Halden Broadcasting"),
        (CitationKind.EVENT, "interview"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“It is shut now,” she told the AFP on Monday.", "AFP", id="an outlet"),
        pytest.param(
            "“It is shut now,” a harbour report reads.", "a harbour report", id="document"
        ),
        pytest.param("“It is shut now,” she said in a speech.", "speech", id="event"),
    ],
)
def test_a_citation_points_to_the_words_that_say_so(text: str, words: str) -> None:
    (cite,) = last_claim(text).cites

    assert cite.span == span_in(text, words)


@pytest.mark.parametrize(
    ("lead", "ask", "name"),
    [
        pytest.param("It rained.", "the agency", None, id="nothing before"),
        pytest.param("Ada Brandvold told Per Olsen so.", "the agency", None, id="a person before"),
        pytest.param("The White House told Ada so.", "the agency", None, id="an office before"),
        pytest.param("The agency was told.", "the agency", None, id="never named"),
        pytest.param("She told Northgate Wire so.", "the agency", "Northgate Wire", id="told"),
        pytest.param(
            "An interview with Halden Radio.", "the station", "Halden Radio", id="interview"
        ),
        pytest.param("“So,” she told AFP.", "the agency", "Agence France-Presse", id="AFP"),
        pytest.param(
            "Reported by the Halvik Gazette.", "the paper", "Halvik Gazette", id="reported by"
        ),
    ],
)
def test_an_outlet_named_in_the_paragraph_is_taken_up(
    lead: str, ask: str, name: str | None
) -> None:
    claim = last_claim(f"{lead} “The pier is shut for good,” Ada Brandvold told {ask}.")

    assert claim.via == name


def test_an_outlet_is_taken_up_over_paragraphs() -> None:
    text = (
        "“The pier is shut for good,” Ada Brandvold told Northgate Wire.\n"
        "Per Olsen disagrees. “It will open again in May,” he told the agency."
    )
    claim = last_claim(text)

    assert claim.via == "Northgate Wire"
    assert claim.cites[0].span == span_in(text, "agency")


def test_the_outlet_named_last_in_the_paragraph_is_taken_up() -> None:
    text = (
        "Ada Brandvold told Northgate Wire that the pier was shut. Per Olsen told Halden Radio "
        "that it was not. “I saw it myself,” Olsen told the station."
    )

    assert last_claim(text).via == "Halden Radio"


def test_a_broadcaster_is_the_one_whose_name_says_so() -> None:
    text = (
        "“The pier is shut for good,” Ada Brandvold told Halden Broadcasting.\n"
        "“The ships will leave,” Per Olsen told Northgate Wire.\n"
        "“It will open again in May,” Odalys Kestrane told the broadcaster."
    )

    assert last_claim(text).via == "Halden Broadcasting"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("she said nothing to anybody", "en", id="no carrying phrase"),
        pytest.param("according to the council", "en", id="no outlet behind it"),
        pytest.param("told", "en", id="nothing behind it"),
        pytest.param("retold Northgate Wire", "en", id="part of a word"),
        pytest.param("told Northgate", "en", id="half a name"),
        pytest.param("in an interview with this magazine", "en", id="the paper itself"),
        pytest.param("laut Ada Brandvold", "de", id="German person"),
        pytest.param("ロイターに対し", "ja", id="a language without carrying phrases"),
    ],
)
def test_nothing_carries(text: str, lang: str) -> None:
    assert carrier(text, lang) is None


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        pytest.param("she told “Northgate Wire” so", "en", "Northgate Wire", id="in marks"),
        pytest.param("THE PIER IS SHUT, ACCORDING TO Reuters", "en", "Reuters", id="capitals"),
        pytest.param(
            "her letter, seen by the Halvik Gazette", "en", "Halvik Gazette", id="seen by"
        ),
        pytest.param("told Northgate Wire she was ill", "en", "Northgate Wire", id="runs on"),
        pytest.param(
            "im Interview mit der Halviker Zeitung", "de", "Halviker Zeitung", id="German"
        ),
        pytest.param("sagte Ada gegenüber der Halviker Zeitung", "de", "Halviker Zeitung", id="de"),
        pytest.param("a déclaré à Reuters", "fr", "Reuters", id="French"),
        pytest.param("en una entrevista con Reuters", "es", "Reuters", id="Spanish"),
        pytest.param("in un’intervista con Reuters", "it", "Reuters", id="Italian"),
        pytest.param("in een interview met Reuters", "nl", "Reuters", id="Dutch"),
        pytest.param("i en intervju med Reuters", "sv", "Reuters", id="Swedish"),
        pytest.param("w rozmowie z Reuters", "pl", "Reuters", id="Polish"),
        pytest.param("em entrevista à Reuters", "pt", "Reuters", id="Portuguese"),
        pytest.param("по данным Reuters", "ru", "Reuters", id="Russian"),
        pytest.param("за даними Reuters", "uk", "Reuters", id="Ukrainian"),
    ],
)
def test_carriers(text: str, lang: str, name: str) -> None:
    assert carrier(text, lang) == name


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("", id="no name"),
        pytest.param("Ada Brandvold", id="a person"),
        pytest.param("White House", id="an office"),
        pytest.param("Wire", id="the mark of an outlet alone"),
        pytest.param("Harbour Report", id="a proper name"),
        pytest.param("harbour", id="no document"),
    ],
)
def test_is_no_carrier(name: str) -> None:
    assert not is_carrier(name, STORY)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("Northgate Wire", CitationKind.OUTLET, id="calls itself one"),
        pytest.param("Reuters", CitationKind.OUTLET, id="known"),
        pytest.param("the Guardian", CitationKind.OUTLET, id="with its article"),
        pytest.param("report", CitationKind.DOCUMENT, id="a document"),
        pytest.param("old harbour ruling", CitationKind.DOCUMENT, id="words before it"),
    ],
)
def test_is_a_carrier_and_cited_as_what_it_is(name: str, kind: CitationKind) -> None:
    span = Span(start=0, end=3)

    assert is_carrier(name, STORY)
    assert cites_carrier((name, span), STORY) == Citation(kind=kind, name=name, span=span)


@pytest.mark.parametrize(
    ("text", "words", "cites"),
    [
        pytest.param("See the plan. “It is shut,” she said.", "the plan", False, id="before"),
        pytest.param("“It is shut,” she said. Read her letter.", "her letter", False, id="behind"),
        pytest.param("“It is shut,” she said.\nRead on.", "Read on", False, id="next paragraph"),
        pytest.param(f"The plan is old. {LETTER}", "The plan", False, id="before the introduction"),
        pytest.param("“It is shut,” she said in her letter.", "her letter", True, id="beside"),
        pytest.param("“It is shut. It stays shut,” she said.", "stays shut", True, id="quoted"),
        pytest.param("Ada said the harbour would close.", "would close", True, id="indirect"),
        pytest.param(LETTER, "her letter", True, id="in the introduction"),
        pytest.param(LETTER, "a third", True, id="in the block itself"),
    ],
)
def test_links(text: str, words: str, cites: bool) -> None:  # noqa: FBT001
    link = Link(span=span_in(text, words), url="https://pier.example/")
    found = claims(a_prose(text, links=(link,)), RULES)[0].cites

    assert [(cite.name, cite.url) for cite in found] == ([(words, link.url)] if cites else [])


def test_links_are_cited_in_their_order_behind_the_outlet() -> None:
    text = "“It is shut for good,” she told Northgate Wire in a letter and a note."
    links = tuple(
        Link(span=span_in(text, words), url="https://wire.example/")
        for words in ("a letter", "a note")
    )

    assert cited(text, links=links) == [
        (CitationKind.OUTLET, "Northgate Wire"),
        (CitationKind.LINK, "a letter"),
        (CitationKind.LINK, "a note"),
    ]


@pytest.mark.parametrize(
    ("known", "name"),
    [
        pytest.param({}, "X", id="nobody named"),
        pytest.param({"author": "Ada Brandvold"}, "Ada Brandvold", id="no handle"),
        pytest.param(
            {"author": "Ada Brandvold", "handle": "adab"}, "Ada Brandvold (@adab)", id="both"
        ),
    ],
)
def test_a_post_cites_itself_alone(known: dict[str, object], name: str) -> None:
    text = "The pier is shut for good. Ada Brandvold told Northgate Wire. 5 March 2025"
    post = a_post(text, url="https://x.example/1", posted=date(2025, 3, 5), **known)
    links = (Link(span=span_in(text, "pier"), url="https://pier.example/"),)
    (cite,) = last_claim(text, embeds=(post,), links=links).cites

    assert (cite.kind, cite.name, cite.url) == (CitationKind.POST, name, "https://x.example/1")


PARTS = (
    "told interview with in a the agency paper Northgate Wire Reuters Ada “shut for good,” she "
    "said by according to speech at report . \n , this newspaper laut"
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(PARTS.split(" ")), max_size=25).map(" ".join),
    st.sampled_from(["en", "de", "fr", "ja"]),
)
def test_any_text_is_cited_by_words_of_its_own(text: str, lang: str) -> None:
    for claim in claims(a_prose(text, lang=lang), RULES):
        assert len(set(claim.cites)) == len(claim.cites)
        assert all(0 <= c.span.start < c.span.end <= len(text) for c in claim.cites if c.span)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        pytest.param(
            "de", "„Der Hafen bleibt zu“, sagte Ada Lind der Stadt Velden.", None, id="a town"
        ),
        pytest.param("fr", "« Le port ferme », a dit Ada Lind à sa mère.", None, id="a person"),
        pytest.param("en", "“It is shut,” Ada told a newspaper.", None, id="which one is unsaid"),
        pytest.param(
            "de",
            "„Er bleibt zu“, sagte Ada Lind der Halviker Zeitung.",
            "Halviker Zeitung",
            id="de",
        ),
        pytest.param(
            "de", "„Er bleibt zu“, sagte Ada Lind dem „Halviker Boten“.", None, id="no such noun"
        ),
        pytest.param("fr", "« Il ferme », a dit Ada Lind à Reuters.", "Reuters", id="fr"),
        pytest.param(
            "fr", "« Il ferme », a dit Ada Lind à l’AFP.", "Agence France-Presse", id="elided"
        ),
        pytest.param(
            "es",
            "«Cierra», dijo Ada Lind, alcaldesa, al Diario de Velden.",
            "Diario de Velden",
            id="es",
        ),
        pytest.param(
            "es",
            "«Cierra ya hoy», dijo a EFE el alcalde, Juan Lind.",
            "EFE",
            id="before the speaker",
        ),
        pytest.param("pt", "“O porto fecha”, disse Ada Lind à Lusa.", "Lusa", id="pt"),
        pytest.param("nl", "“Hij gaat dicht”, zei Ada Lind tegen het ANP.", "ANP", id="nl"),
        pytest.param(
            "pl", "„Port zamknięty” – powiedziała Ada Lind agencji Reuters.", "Reuters", id="pl"
        ),
        pytest.param("ru", "«Порт закроют», — сказала Ада агентству ТАСС.", "TASS", id="ru"),
        pytest.param(
            "en",
            "“It is shut,” Ada told Northgate Wire Friday.",
            "Northgate Wire",
            id="a day behind",
        ),
        pytest.param(
            "en", "“It is shut,” Ada told Halden Radio’s Per Olsen.", "Halden Radio", id="its man"
        ),
    ],
)
def test_whom_the_speaker_told(lang: str, text: str, name: str | None) -> None:
    assert last_claim(text, lang=lang).via == name
