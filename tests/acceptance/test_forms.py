"""Forms in which an article gives words as somebody's: found, with the speaker and the carrier."""

from datetime import date

import pytest
from building import a_prose

from provcheck.extract.claims import claims
from provcheck.extract.facts import is_checkable
from provcheck.model.claim import Claim
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
FRIDAY = date(2025, 3, 14)


def all_of(text: str) -> tuple[Claim, ...]:
    found = claims(a_prose(text, published=FRIDAY), RULES)
    return tuple(claim for claim in found if is_checkable(claim))


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (claim.text, claim.speaker.resolved if claim.speaker else None, claim.via)
        for claim in all_of(text)
    ]


SILENT = [
    pytest.param("The ‘new’ pier is the old one with paint on it.", id="scare quotes"),
    pytest.param("Halvik’s harbour isn’t what it was in the ’60s.", id="apostrophes"),
    pytest.param("The film “The Last Dredger” opens on Friday.", id="a film"),
    pytest.param("He is known as “the Heron” to the crews.", id="a nickname"),
    pytest.param("The term “demurrage” means the price of waiting.", id="a term"),
    pytest.param("A sign reading “Mind the gap” hung there.", id="a sign"),
    pytest.param(
        "There are three reasons:\nthe tide, the wind and the price of copper.", id="a list"
    ),
    pytest.param("The council met. The council left. The rain went on and on.", id="plain prose"),
    pytest.param('It was 5\'10" long and 3" wide.', id="measures"),
    pytest.param("It is said that the pier sings at night.", id="nobody says it"),
    pytest.param("— Halvik Port, March 12, 2025", id="a signature alone"),
    pytest.param("By Ada Brandvold", id="a byline"),
]


@pytest.mark.parametrize("text", SILENT)
def test_raises_nothing(text: str) -> None:
    assert told(text) == []


WORDS = "The pier will stay closed for the winter"
SAID = [
    pytest.param(f"“{WORDS},” Ada Brandvold said.", "Ada Brandvold", None, id="said"),
    pytest.param(f"“{WORDS},” said Ada Brandvold.", "Ada Brandvold", None, id="inverted"),
    pytest.param(f"“{WORDS}”, Ada Brandvold said.", "Ada Brandvold", None, id="comma outside"),
    pytest.param(f'"{WORDS}," Ada Brandvold said.', "Ada Brandvold", None, id="straight marks"),
    pytest.param(f"‘{WORDS},’ Ada Brandvold said.", "Ada Brandvold", None, id="single marks"),
    pytest.param(f"Ada Brandvold: “{WORDS}.”", "Ada Brandvold", None, id="colon alone"),
    pytest.param(
        f"Ada Brandvold told reporters: “{WORDS}.”", "Ada Brandvold", None, id="told, colon"
    ),
    pytest.param(f"Ada Brandvold said, “{WORDS}.”", "Ada Brandvold", None, id="said, comma"),
    pytest.param(f"Ada Brandvold warned that “{WORDS}”.", "Ada Brandvold", None, id="warned that"),
    pytest.param(
        f"“{WORDS},” Ada Brandvold, who leads the council, said.",
        "Ada Brandvold",
        None,
        id="a clause between",
    ),
    pytest.param(
        f"“{WORDS},” Ada Brandvold told Northgate Wire.",
        "Ada Brandvold",
        "Northgate Wire",
        id="told a wire",
    ),
    pytest.param(
        f"“{WORDS},” Ada Brandvold said in an interview with Halden Broadcasting.",
        "Ada Brandvold",
        "Halden Broadcasting",
        id="interview with",
    ),
    pytest.param(
        f"“{WORDS},” Northgate Wire reported.",
        "Northgate Wire",
        "Northgate Wire",
        id="an outlet speaks",
    ),
    pytest.param(
        f"“{WORDS},” a harbour report reads.", "harbour report", "harbour report", id="a document"
    ),
    pytest.param(f"“{WORDS},” the Harbour Board said.", "Harbour Board", None, id="a body"),
    pytest.param(f"“{WORDS},” three dockers said.", None, None, id="unnamed people"),
    pytest.param(
        f"“{WORDS},” an official close to the talks said.", None, None, id="an unnamed official"
    ),
]


@pytest.mark.parametrize(("text", "speaker", "via"), SAID)
def test_speaker_and_carrier(text: str, speaker: str | None, via: str | None) -> None:
    ((words, who, through),) = told(text)

    assert words.rstrip(".,") == WORDS
    assert (who, through) == (speaker, via)


DATED = [
    pytest.param(f"“{WORDS},” Ada Brandvold said.", None, id="no day"),
    pytest.param(f"“{WORDS},” Ada Brandvold said on Wednesday.", "2025-03-12", id="weekday"),
    pytest.param(
        f"“{WORDS},” Ada Brandvold said Wednesday.", "2025-03-12", id="weekday without on"
    ),
    pytest.param(
        f"On Monday, Ada Brandvold said that “{WORDS}”.", "2025-03-10", id="weekday first"
    ),
    pytest.param(f"“{WORDS},” Ada Brandvold said yesterday.", "2025-03-13", id="yesterday"),
    pytest.param(f"“{WORDS},” Ada Brandvold said on March 3.", "2025-03-03", id="day and month"),
    pytest.param(
        f"“{WORDS},” Ada Brandvold said earlier this week.",
        "2025-03-10/2025-03-14",
        id="earlier this week",
    ),
    pytest.param(
        "“We met on Tuesday by the old pier,” Ada Brandvold said.",
        None,
        id="a day within the words",
    ),
]


@pytest.mark.parametrize(("text", "days"), DATED)
def test_days(text: str, days: str | None) -> None:
    (claim,) = all_of(text)

    assert (str(claim.said_on) if claim.said_on else None) == days


def test_two_speakers_of_one_paragraph() -> None:
    text = (
        "“The pier will stay closed for the winter,” Ada Brandvold said, while Per Olsen countered "
        "that “the crews cannot wait until the spring”."
    )

    assert [who for _, who, _ in told(text)] == ["Ada Brandvold", "Per Olsen"]


def test_a_speaker_of_the_paragraph_before_goes_on() -> None:
    text = (
        "“The pier will stay closed for the winter,” Ada Brandvold said.\n"
        "“The cranes are too old,” she added.\n“The copper is gone.”"
    )

    assert [who for _, who, _ in told(text)] == ["Ada Brandvold"] * 3


def test_indirect_speech_of_an_outlet_names_the_inner_speaker() -> None:
    text = (
        "Grenmark’s Ada Brandvold spoke to Halden Broadcasting on Wednesday in an interview with Halden "  # noqa: E501
        "Broadcasting. According to the broadcaster, the Grenmark leader now says she wants the pier open."  # noqa: E501
    )
    (claim,) = all_of(text)

    assert claim.kind == "paraphrase"
    assert claim.speaker is not None
    assert claim.speaker.as_written == "the Grenmark leader"
