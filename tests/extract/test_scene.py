from datetime import date

import pytest
from building import a_prose, span_in
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.anaphora import Story
from provcheck.extract.claims import claims
from provcheck.extract.passages import passages
from provcheck.extract.scene import same_scene
from provcheck.extract.told import Told
from provcheck.model.claim import Claim
from provcheck.model.prose import Link

FRIDAY = date(2025, 3, 14)
INTERVIEW = "In an interview with Halden Broadcasting on Wednesday, Ada Brandvold changed course."
TOLD = "“The pier will stay open,” Ada Brandvold told Northgate Wire on Monday."


def last_claim(text: str, lang: str = "en", published: date | None = FRIDAY) -> Claim:
    return claims(a_prose(text, lang=lang, published=published), RULES)[-1]


def carried(text: str, lang: str = "en") -> tuple[str | None, str | None]:
    """Outlet and day of the last claim of a text."""
    claim = last_claim(text, lang)
    return claim.via, str(claim.said_on) if claim.said_on else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{TOLD}\n“It will be shut by June,” Per Olsen said.", id="another speaker"),
        pytest.param(
            f"{TOLD}\nPer Olsen disagrees. “It will be shut by June,” he said.", id="another he"
        ),
        pytest.param(
            f"{TOLD}\n“It will be shut by June,” Ada Brandvold said.", id="named in full again"
        ),
        pytest.param(f"{TOLD}\n“It will be shut by June,” Brandvold said.", id="named again"),
        pytest.param(
            f"{TOLD}\nRain fell.\nMore rain fell.\n“It will be shut by June,” she said.",
            id="paragraphs between",
        ),
        pytest.param(f"{INTERVIEW}\n“The pier stays open,” she said.", id="a new paragraph"),
        pytest.param(
            "Ada Brandvold met Halden Broadcasting on Wednesday. “The pier stays open,” she said.",
            id="no occasion of speech",
        ),
        pytest.param(
            "Ada Brandvold was glad. “The pier stays open,” she said. It was an interview with "
            "Halden Broadcasting on Wednesday.",
            id="the occasion comes behind",
        ),
        pytest.param(f"{INTERVIEW} “The pier will shut,” Per Olsen said.", id="not in the scene"),
        pytest.param(
            "Per Olsen told Northgate Wire so on Monday.\n“It will open,” Ada Brandvold said.\n"
            "She added that the cranes were paid for.",
            id="another spoke in between",
        ),
    ],
)
def test_nothing_is_carried_on(text: str) -> None:
    assert carried(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "via", "day"),
    [
        pytest.param(
            f"{INTERVIEW} “The pier will stay open after all,” she said.",
            "Halden Broadcasting",
            "2025-03-12",
            id="interview a sentence ago",
        ),
        pytest.param(
            f"{INTERVIEW} Rain fell outside. “The pier will stay open after all,” she said.",
            "Halden Broadcasting",
            "2025-03-12",
            id="a sentence between",
        ),
        pytest.param(
            "Ada Brandvold gave a speech in Halvik on Tuesday. “The pier stays open,” she said.",
            None,
            "2025-03-11",
            id="a speech has no outlet",
        ),
        pytest.param(
            "In an interview with this newspaper on Wednesday, Ada Brandvold changed course. "
            "“The pier will stay open after all,” she said.",
            None,
            "2025-03-12",
            id="nor has the paper’s own interview",
        ),
        pytest.param(
            "The minister, Ada Brandvold, gave an interview to Northgate Wire on Tuesday. "
            "“The pier will stay open after all,” the minister said.",
            "Northgate Wire",
            "2025-03-11",
            id="a description",
        ),
        pytest.param(
            f"{TOLD}\n“It will never be shut,” she added.",
            "Northgate Wire",
            "2025-03-10",
            id="the next paragraph",
        ),
        pytest.param(
            f"{TOLD}\n\nShe added that the cranes were paid for.",
            "Northgate Wire",
            "2025-03-10",
            id="a blank line between",
        ),
        pytest.param(
            "“The pier will stay open,” said the mayor, Ada Brandvold, on Monday.\n"
            "The mayor added that the cranes were paid for.",
            None,
            "2025-03-10",
            id="the mayor",
        ),
        pytest.param(
            "A harbour report on Monday read: “The pier is unsafe for ships.”\n"
            "The report then adds, “The cranes stand idle for most of the week.”",
            "harbour report",
            "2025-03-10",
            id="the report",
        ),
        pytest.param(
            "Reuters said on Monday that the pier was shut. The agency said it would open in May.",
            "Reuters",
            "2025-03-10",
            id="the agency",
        ),
        pytest.param(
            "Earlier this week, Minister Ada Brandvold told the council, “The pier stays open.”\n"
            "She added: “The cranes will be paid for.”",
            None,
            "2025-03-10/2025-03-14",
            id="several days",
        ),
    ],
)
def test_the_same_speech_goes_on(text: str, via: str | None, day: str) -> None:
    assert carried(text) == (via, day)


@pytest.mark.parametrize(
    ("text", "via", "day"),
    [
        pytest.param(
            f"{TOLD}\n“It will be shut by June,” she said on Tuesday.",
            "Northgate Wire",
            "2025-03-11",
            id="a day of its own",
        ),
        pytest.param(
            f"{INTERVIEW} “The pier stays open,” she said on Thursday.",
            "Halden Broadcasting",
            "2025-03-13",
            id="another day than the scene",
        ),
    ],
)
def test_what_a_sentence_says_itself_comes_first(text: str, via: str, day: str) -> None:
    assert carried(text) == (via, day)


def test_an_outlet_of_its_own_comes_first() -> None:
    text = f"{TOLD}\n“It will be shut by June,” she told Halden Broadcasting."

    assert last_claim(text).via == "Halden Broadcasting"


@pytest.mark.parametrize(
    ("second", "cites"),
    [
        pytest.param("“It stays shut for good,” she added in a note.", ["a note"], id="its own"),
        pytest.param("“It stays shut for good,” she added.", ["a letter"], id="carried on"),
    ],
)
def test_citations_are_carried_where_there_are_none(second: str, cites: list[str]) -> None:
    text = f"“It is shut for good,” Ada Brandvold wrote in a letter.\n{second}"
    links = tuple(
        Link(span=span_in(text, words), url="https://pier.example/")
        for words in ("a letter", "a note")
        if words in text
    )
    claim = claims(a_prose(text, links=links), RULES)[-1]

    assert [cite.name for cite in claim.cites] == cites


def test_the_scenes_outlet_is_cited_where_it_is_named() -> None:
    text = f"{INTERVIEW} “The pier will stay open after all,” she said."
    (cite,) = last_claim(text).cites

    assert (cite.name, cite.span) == ("Halden Broadcasting", span_in(text, "Halden Broadcasting"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{TOLD}\n“It will never be shut,” she added.", id="claim before"),
        pytest.param(f"{INTERVIEW} “The pier will stay open,” she said.", id="a scene"),
    ],
)
def test_no_day_is_carried_without_a_day_of_publication(text: str) -> None:
    claim = last_claim(text, published=None)

    assert claim.via is not None
    assert claim.said_on is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param(
            "Ada Brandvold hielt am Mittwoch eine Rede. „Der Hafen bleibt zu“, sagte sie.",
            "de",
            id="German scene",
        ),
        pytest.param(
            "„Der Hafen bleibt zu im Winter“, sagte Ada Brandvold am Mittwoch.\n"
            "„Die Kräne sind schon bezahlt“, fügte sie hinzu.",
            "de",
            id="German pronoun",
        ),
        pytest.param(
            "« Le port restera fermé », a déclaré Ada Brandvold mercredi.\n"
            "Elle a ajouté que les grues étaient payées.",
            "fr",
            id="French pronoun",
        ),
        pytest.param(
            "Ada Brandvold ha tenuto un discorso mercoledì. «Il porto chiuderà», ha detto lei.",
            "it",
            id="Italian scene",
        ),
    ],
)
def test_speech_goes_on_in_other_languages(text: str, lang: str) -> None:
    assert carried(text, lang) == (None, "2025-03-12")


def test_a_passage_without_speaker_is_left_as_it_is() -> None:
    discourse = a_discourse(f"{INTERVIEW} “The pier will stay open after all.”")
    told = Told(passage=passages(discourse)[-1])

    assert same_scene(told, [], Story(discourse)) == told


PARTS = st.sampled_from(
    [
        INTERVIEW,
        TOLD,
        "“It is shut now,” she said.",
        "“It is open,” he told the agency.",
        "Rain fell.",
        "The report adds that the pier is shut.",
        "\n",
        "\n\n",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, max_size=8).map(" ".join))
def test_what_is_carried_was_told_before(text: str) -> None:
    found = claims(a_prose(text), RULES)
    for claim in found:
        assert all(cite.span is None or cite.span.of(text) for cite in claim.cites)
        assert claim.via in {None, "Halden Broadcasting", "Northgate Wire", "report"}
        assert str(claim.said_on) in {"None", "2025-03-10", "2025-03-12"}
