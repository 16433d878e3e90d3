import pytest
from building import a_prose, span_in
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.anaphora import Story
from provcheck.extract.claims import claims
from provcheck.extract.floating import floating
from provcheck.extract.passages import passages
from provcheck.extract.quotes import quotes
from provcheck.extract.told import Told
from provcheck.model.claim import Claim
from provcheck.model.prose import Link


def last_claim(text: str, **known: object) -> Claim:
    """The last quotation of a text, which no cue governs."""
    claim = claims(a_prose(text, **known), RULES)[-1]
    assert claim.cue is None
    return claim


def speaker(text: str) -> str | None:
    found = last_claim(text).speaker
    return found.resolved if found is not None else None


SHUT = "“The pier is shut,” Ada Brandvold said."
ROOF = "“The roof fell down in the winter.”"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ROOF, id="nobody spoke"),
        pytest.param(f"It rained all day. {ROOF}", id="it rained"),
        pytest.param(f"The council met on Monday.\n{ROOF}", id="a body that only met"),
        pytest.param(f"The sign was red.\n{ROOF}", id="a thing"),
        pytest.param(f"{SHUT}\nThe rain stopped.\nIt was cold.\n{ROOF}", id="far below"),
        pytest.param(f"{SHUT}\nThe gate bore a sign. {ROOF}", id="a sentence before it there"),
        pytest.param(
            f"Ada Brandvold said: “The pier is shut.”\nThe gate bore a sign. {ROOF}",
            id="not at its paragraph’s head",
        ),
        pytest.param(f"{SHUT}\nThe pier was “old and rotten and shut”.", id="part of a sentence"),
    ],
)
def test_nobody_goes_on(text: str) -> None:
    assert speaker(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(f"{SHUT}\n{ROOF}", "Ada Brandvold", id="the next paragraph"),
        pytest.param(f"{SHUT}\n\n{ROOF}", "Ada Brandvold", id="a blank line between"),
        pytest.param(f"{SHUT} She shrugged. {ROOF}", "Ada Brandvold", id="the same paragraph"),
        pytest.param(f"{SHUT} The rain fell. {ROOF}", "Ada Brandvold", id="something between"),
        pytest.param(f"{SHUT}\n{ROOF}\n“It was cold.”", "Ada Brandvold", id="two of them"),
        pytest.param(f"Ada Brandvold frowned. {ROOF}", "Ada Brandvold", id="whom it is about"),
        pytest.param(
            f"Ada Brandvold came in from the rain.\n{ROOF}", "Ada Brandvold", id="one paragraph up"
        ),
        pytest.param(
            f"Ada Brandvold told the council about the roof.\n{ROOF}",
            "Ada Brandvold",
            id="who speaks of it",
        ),
        pytest.param(
            f"Ada Brandvold said that the pier would be shut for good.\n{ROOF}",
            "Ada Brandvold",
            id="indirect speech",
        ),
        pytest.param(f"{SHUT}\nPer Olsen spoke next.\n{ROOF}", "Per Olsen", id="another speaks"),
        pytest.param(f"{SHUT}\nPer Olsen disagreed.\n{ROOF}", "Per Olsen", id="another disagrees"),
    ],
)
def test_whoever_spoke_goes_on(text: str, name: str) -> None:
    assert speaker(text) == name


def test_carrier_and_day_go_on_with_the_speaker() -> None:
    found = last_claim(
        f"“The pier is shut,” Ada Brandvold told Northgate Wire on Wednesday.\n{ROOF}"
    )

    assert found.via == "Northgate Wire"
    assert str(found.said_on) == "2025-03-12"


def a_link(text: str, words: str, url: str) -> Link:
    return Link(span=span_in(text, words), url=url)


def test_what_is_cited_goes_on_with_the_speaker() -> None:
    text = f"{SHUT}\n{ROOF}"
    links = (a_link(text, "Brandvold said", "https://wire.example/a"),)

    assert [cite.url for cite in last_claim(text, links=links).cites] == ["https://wire.example/a"]


def test_a_link_of_its_own_comes_first() -> None:
    text = f"{SHUT}\n{ROOF}"
    links = (
        a_link(text, "Brandvold said", "https://wire.example/a"),
        a_link(text, "The roof", "https://wire.example/b"),
    )

    assert [cite.url for cite in last_claim(text, links=links).cites] == ["https://wire.example/b"]


def test_they_stop_with_the_speaker() -> None:
    found = last_claim(
        "“The pier is shut,” Ada Brandvold told Northgate Wire on Wednesday.\n"
        f"Per Olsen disagreed.\n{ROOF}"
    )

    assert found.via is None
    assert found.said_on is None


def test_german_speech_goes_on() -> None:
    found = last_claim("„Der Hafen bleibt zu“, sagte Ada Brandvold.\n„Es ist Winter.“", lang="de")

    assert found.speaker is not None
    assert found.speaker.resolved == "Ada Brandvold"


def test_without_anything_told_the_sentence_before_tells() -> None:
    text = f"Ada Brandvold frowned. {ROOF}"
    discourse = a_discourse(text)
    passage = next(quotes(discourse))
    found = floating(passage, [], Story(discourse))

    assert found.passage == passage
    assert found.cue is None
    assert found.speaker is not None
    assert found.speaker.as_written == "Ada Brandvold"


PIECES = ["“It is shut.”", "Ada Brandvold said.", "She frowned.", "It rained.", "said", ":", "\n"]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=10), st.sampled_from(["en", "de", "ja"]))
def test_whoever_goes_on_was_named_before(pieces: list[str], lang: str) -> None:
    discourse = a_discourse(" ".join(pieces), lang)
    story = Story(discourse)
    told: list[Told] = []
    for passage in passages(discourse):
        told.append(floating(passage, told, story))
        found = told[-1].speaker
        assert told[-1].passage == passage
        assert found is None or found.span.end <= passage.outer.start


def test_a_paragraph_of_one_line_parts_two_speeches() -> None:
    text = "“It is shut,” Ada Brandvold said.\nPer Olsen is angry.\n“It is a scandal and a shame.”"

    assert speaker(text) == "Per Olsen"
