from datetime import date

import pytest
from building import a_prose

from provcheck.extract.claims import claims
from provcheck.model.claim import Claim
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
FRIDAY = date(2025, 3, 14)


def all_of(text: str) -> tuple[Claim, ...]:
    return claims(a_prose(text, published=FRIDAY), RULES)


def test_an_interview_carries_its_outlet_and_day_on_to_the_next_sentence() -> None:
    text = (
        "In an interview with Halden Broadcasting on Wednesday in Halvik, Ada Brandvold changed course. "  # noqa: E501
        "“The pier will stay open after all,” she said."
    )
    (claim,) = all_of(text)

    assert (claim.via, str(claim.said_on)) == ("Halden Broadcasting", "2025-03-12")


def test_the_same_speaker_goes_on_with_the_same_day() -> None:
    text = (
        "Earlier this week, Minister Ada Brandvold told the council, “The pier will stay open.”\n"
        "She added: “The cranes will be paid for.”"
    )
    first, second = all_of(text)

    assert str(first.said_on) == str(second.said_on) == "2025-03-10/2025-03-14"
    assert second.speaker is not None
    assert second.speaker.resolved == "Ada Brandvold"


def test_another_speaker_starts_anew() -> None:
    text = (
        "“The pier will stay open,” Ada Brandvold told Northgate Wire on Monday.\n"
        "“It will be shut by June,” Per Olsen said."
    )
    _, second = all_of(text)

    assert second.via is None
    assert second.said_on is None
    assert second.cites == ()


def test_a_floating_quotation_is_the_speakers_before() -> None:
    text = "“The pier will stay open,” Ada Brandvold said in a speech.\n“The cranes are paid for.”"
    _, second = all_of(text)

    assert second.speaker is not None
    assert second.speaker.resolved == "Ada Brandvold"
    assert [cite.name for cite in second.cites] == ["speech"]


def test_a_paragraph_between_ends_the_speech() -> None:
    text = (
        "“The pier will stay open,” Ada Brandvold said.\nThe rain went on all day in Halvik.\n"
        "“The cranes are paid for by somebody.”"
    )
    _, second = all_of(text)

    assert second.speaker is None


@pytest.mark.parametrize(
    ("intro", "speaker"),
    [
        pytest.param("In her letter, Ada Brandvold wrote:", "Ada Brandvold", id="who wrote it"),
        pytest.param("The reports this week are grim:", "Northgate Wire", id="the agency it names"),
    ],
)
def test_a_block_quotation_is_whose_introduction_or_agency_says(intro: str, speaker: str) -> None:
    text = f"{intro}\nThe harbour has lost a third of its ships, an agent told Northgate Wire."
    claim = all_of(text)[-1]

    assert claim.speaker is not None
    assert claim.speaker.resolved == speaker
