import pytest
from building import a_prose, span_in

from provcheck.extract.context import BLANK, blanked, block_round, sentence_round
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook

TEXT = "It rained. “We sail. Now,” she said on deck. Then it cleared.\nNobody sang."


def test_a_sentence_holds_its_quotation_whole(rules: Rulebook) -> None:
    found = sentence_round(a_prose(TEXT), span_in(TEXT, "“We sail. Now,”"), rules)

    assert found.of(TEXT) == "“We sail. Now,” she said on deck."


def test_a_stop_within_the_closing_mark_ends_the_sentence(rules: Rulebook) -> None:
    text = "She said: “We sail.” He laughed."

    assert sentence_round(a_prose(text), span_in(text, "We sail"), rules).of(text) == (
        "She said: “We sail.”"
    )


def test_a_block_is_found_by_its_start(rules: Rulebook) -> None:  # noqa: ARG001
    prose = a_prose(TEXT)

    assert block_round(prose, span_in(TEXT, "Nobody")).of(TEXT) == "Nobody sang."
    assert block_round(prose, Span(start=len(TEXT), end=len(TEXT))).start == len(TEXT)


@pytest.mark.parametrize("text", ["no marks here", "“all of it”", "a “b” c “d” e"])
def test_blanking_keeps_the_length(rules: Rulebook, text: str) -> None:
    pairs = rules.quotation.pairs_of("en")
    blank = blanked(text, Span(start=0, end=len(text)), pairs)

    assert len(blank) == len(text)
    assert ("“" in text) == (BLANK in blank)
    assert "“" not in blank
