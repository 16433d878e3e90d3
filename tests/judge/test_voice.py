import pytest
from building import a_case, a_claim, a_source, span_in

from provcheck.judge.voice import Voice, read_aloud
from provcheck.rulebook.book import Rulebook

WORDS = "We shall leave the harbour by winter"


def heard(rules: Rulebook, turn: str) -> str:
    source = a_source(f"BRANDVOLD: {turn}", turns=(("Ada Brandvold", turn),))
    case = a_case(rules, WORDS, a_claim(WORDS, WORDS), source, (WORDS, WORDS))
    voice = Voice(name="Ada Brandvold", span=span_in(source.text, turn))
    return read_aloud(case, voice).name


@pytest.mark.parametrize(
    "turn",
    [
        pytest.param(f"{WORDS}.", id="her own words"),
        pytest.param(f"Per Olsen came. {WORDS}.", id="no marks"),
        pytest.param(f"I told Per Olsen: “{WORDS}.”", id="what she told him"),
        pytest.param(f"As we wrote in spring: “{WORDS}.”", id="her own letter"),
        pytest.param(f"Per Olsen knows it. It says: “{WORDS}.”", id="named in another sentence"),
        pytest.param(f"Per Olsen and Tove Lind wrote: “{WORDS}.”", id="two people"),
        pytest.param(f"The Ports Council wrote: “{WORDS}.”", id="no person"),
    ],
)
def test_the_turn_is_the_speaker_s(rules: Rulebook, turn: str) -> None:
    assert heard(rules, turn) == "Ada Brandvold"


@pytest.mark.parametrize(
    "turn",
    [
        pytest.param(f"Per Olsen wrote: “{WORDS}.” It moved me.", id="a letter"),
        pytest.param(f"Listen. As Per Olsen said, “{WORDS}.”", id="what he said"),
        pytest.param(f'And then Per Olsen says, "{WORDS}."', id="straight marks"),
    ],
)
def test_somebody_is_read_aloud(rules: Rulebook, turn: str) -> None:
    assert heard(rules, turn) == "Per Olsen"


def test_a_quotation_has_its_speaker_already(rules: Rulebook) -> None:
    text = f"Per Olsen wrote: “{WORDS}.”"
    quotation = a_claim(text, WORDS, speaker="Tove Lind")
    case = a_case(rules, WORDS, a_claim(WORDS, WORDS), a_source(text), (WORDS, WORDS))
    voice = Voice(name="Tove Lind", span=quotation.span, quotation=quotation)

    assert read_aloud(case, voice) == voice
