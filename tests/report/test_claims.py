import json

import pytest
from hostile import payloads
from reporting import a_report, all_findings, altered, an_article, unsourced, verbatim

from provcheck.report.claims import CLAIM_FORMATS, Reading, as_json, as_text
from provcheck.report.json import render
from provcheck.report.schema import ClaimsOutput
from provcheck.rulebook.book import Rulebook


def a_reading(*findings) -> Reading:
    found = findings or all_findings()
    return Reading(article=an_article(), claims=tuple(finding.claim for finding in found))


def test_json_has_the_claims_of_check_in_the_place_of_findings(rules: Rulebook) -> None:
    checked = json.loads(render((a_report(),), rules))
    output = json.loads(as_json((a_reading(),), rules))
    (article,) = output["articles"]
    (other,) = checked["articles"]
    assert article["claims"] == [finding["claim"] for finding in other["findings"]]
    assert article["sha256"] == other["sha256"]
    assert output["schema"] == checked["schema"]


def test_json_keeps_to_its_shape(rules: Rulebook) -> None:
    assert ClaimsOutput.model_validate_json(as_json((a_reading(),), rules)).articles[0].claims


def test_text_tells_who_said_it_where_and_citing_what(rules: Rulebook) -> None:
    assert as_text((a_reading(altered()),), rules) == (
        "ferry.txt:2:35: quote  Ines Falk\n"
        "    “We will open the new ferry line in spring.”\n"
        "    cue said, said on 2025-03-11, cites https://council.example/minutes\n"
        "\n"
        "1 claim\n"
    )


def test_text_of_a_claim_that_nobody_owns(rules: Rulebook) -> None:
    assert "quote  nobody named\n" in as_text((a_reading(unsourced()),), rules)


def test_text_shows_what_a_pronoun_stands_for(rules: Rulebook) -> None:
    reading = a_reading(verbatim())
    speaker = reading.claims[0].speaker.model_copy(update={"as_written": "she", "how": "pronoun"})
    claim = reading.claims[0].model_copy(update={"speaker": speaker})
    assert "Ines Falk (she)\n" in as_text((reading.model_copy(update={"claims": (claim,)}),), rules)


def test_text_sums_up_several_articles(rules: Rulebook) -> None:
    text = as_text((a_reading(altered()), a_reading(verbatim())), rules)
    assert text.endswith("2 claims in 2 articles\n")


@pytest.mark.parametrize("name", sorted(CLAIM_FORMATS))
def test_no_claims_is_no_accident(name: str, rules: Rulebook) -> None:
    empty = Reading(article=an_article(), claims=())
    assert CLAIM_FORMATS[name]((empty,), rules)


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_are_one_line(payload: str, rules: Rulebook) -> None:
    reading = a_reading(altered())
    claim = reading.claims[0].model_copy(update={"text": payload, "via": payload, "cue": payload})
    text = as_text((reading.model_copy(update={"claims": (claim,)}),), rules)
    assert len(text.splitlines()) == 5
    assert "##[" not in text
    assert "\x1b" not in text
