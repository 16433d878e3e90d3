"""The quality gate: what is found in the gold passages, in numbers that may not fall.

The passages are written for this project and cover every form that the extractor knows, most of
them without knowing its rules. A floor may be raised, and lowered only with a reason in the log.
"""

from functools import cache

import goldset
import pytest

from provcheck.rulebook.book import load_rulebook

DIGEST = "0fbe49e1f235"  # of all gold files: floors belong to these and no others
FLOORS = {
    "quotations precision": 0.995,
    "quotations recall": 0.995,
    "statements precision": 0.885,
    "statements recall": 0.94,
    "speakers": 0.985,
    "names": 0.93,
    "carriers": 1.0,
    "days": 0.92,
    "nested": 1.0,
    "kinds": 1.0,
}
LANGUAGES = ("de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "sv", "uk")


@cache
def measured() -> tuple[goldset.Passage, ...]:
    rules = load_rulebook()
    return tuple(goldset.passage(name, rules) for name in goldset.names())


def below(found: dict[str, float], floors: dict[str, float]) -> dict[str, tuple[float, float]]:
    """What fell below its floor: measured and floor."""
    return {what: (found[what], least) for what, least in floors.items() if found[what] < least}


def test_the_gold_set_is_the_one_that_the_floors_were_measured_on() -> None:
    assert goldset.digest() == DIGEST


def test_the_gold_set_covers_enough() -> None:
    found = measured()
    labelled = [want.label for each in found for want in each.wanted]

    assert len(found) >= 30
    assert {each.name[:2] for each in found} == set(LANGUAGES)
    assert {label["kind"] for label in labelled} == {"quote", "block-quote", "embed", "paraphrase"}
    assert sum(len(each.silent) for each in found) >= 20
    for detail in ("via", "said_on", "nested"):
        assert sum(bool(label.get(detail)) for label in labelled) >= 5, detail


def test_no_number_falls_below_its_floor() -> None:
    assert below(goldset.score(list(measured())), FLOORS) == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_quotations_of_every_language(lang: str) -> None:
    found = goldset.score([each for each in measured() if each.name.startswith(lang)])

    assert below(found, {"quotations precision": 0.99, "quotations recall": 0.99}) == {}


@pytest.mark.parametrize("name", goldset.names())
def test_what_nobody_said_is_no_quotation(name: str) -> None:
    each = next(passage for passage in measured() if passage.name == name)
    quoted = [claim.text for claim in each.got if claim.kind != "paraphrase"]

    assert [words for words in each.silent if words in quoted] == []


def test_a_fallen_number_is_told_with_its_floor() -> None:
    assert below({"names": 0.5, "days": 1.0}, {"names": 0.9, "days": 0.9}) == {"names": (0.5, 0.9)}


def test_the_gate_notices_when_a_cue_is_lost() -> None:
    """A broken rule is seen in the numbers: without "said" fewer speakers are found."""
    rules = load_rulebook()
    english = rules.cues.languages["en"]
    frames = tuple(
        frame.model_copy(update={"verbs": tuple(v for v in frame.verbs if v != "say")})
        for frame in english.frames
    )
    broken = english.model_copy(update={"frames": frames})
    languages = {**rules.cues.languages, "en": type(english).model_validate(broken.model_dump())}
    cues = rules.cues.model_copy(update={"languages": languages})
    poorer = rules.model_copy(update={"cues": cues})
    names = [name for name in goldset.names() if name.startswith("en-")]

    found = goldset.score([goldset.passage(name, poorer) for name in names])

    assert {"speakers", "statements recall"} <= set(below(found, FLOORS))
