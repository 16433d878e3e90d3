import pytest
from building import a_prose, span_in
from discoursing import RULES
from hypothesis import given
from hypothesis import strategies as st

from provcheck.extract.claims import claims
from provcheck.extract.others import without
from provcheck.model.claim import Claim
from provcheck.model.prose import Link
from provcheck.model.span import Span

TWO = (
    "“The pier is shut for good,” Ada Brandvold said, while Per Olsen told Halden Radio “it opens.”"
)


def found(text: str, *words: str) -> dict[str, Claim]:
    links = tuple(Link(span=span_in(text, each), url="https://a.example/") for each in words)
    return {claim.text: claim for claim in claims(a_prose(text, links=links), RULES)}


def linked(claim: Claim) -> list[str]:
    return [cite.name for cite in claim.cites if cite.url]


@pytest.mark.parametrize(
    ("text", "words", "link"),
    [
        pytest.param(
            "“It is shut,” Ada Brandvold said, “and stays shut,” in a letter.",
            "It is shut,” Ada Brandvold said, “and stays shut,",
            "a letter",
            id="one quotation in two parts",
        ),
        pytest.param(
            "Ada Brandvold called it “a grave mistake” and “a shame for all of us” in a letter.",
            "a grave mistake",
            "a letter",
            id="two quotations of one speaker",
        ),
        pytest.param(
            "Per Olsen told Halden Radio that Ada Brandvold had called it “a grave mistake.”",
            "a grave mistake.",
            "Halden Radio",
            id="told by another",
        ),
        pytest.param(
            "“It is shut for good,” said Ada Brandvold, and Per Olsen agreed in a letter.",
            "It is shut for good,",
            "a letter",
            id="another who is not quoted",
        ),
    ],
)
def test_links_beside_them_are_of_these_words(text: str, words: str, link: str) -> None:
    assert linked(found(text, link)[words]) == [link]


def test_what_is_said_of_another_s_words_is_not_of_these() -> None:
    claims_of = found(TWO, "Halden Radio")
    hers, his = claims_of["The pier is shut for good,"], claims_of["it opens."]

    assert (hers.via, hers.cites) == (None, ())
    assert his.via == "Halden Radio"
    assert linked(his) == ["Halden Radio"]


def test_nor_is_what_stands_before_them() -> None:
    text = (
        "Per Olsen told Halden Radio the pier was “open again,” but Ada Brandvold wrote in a "
        "letter that it was “shut for good.”"
    )
    claims_of = found(text, "Halden Radio", "a letter")

    assert claims_of["shut for good."].via is None
    assert linked(claims_of["shut for good."]) == ["a letter"]
    assert linked(claims_of["open again,"]) == ["Halden Radio"]


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 9)).map(lambda p: Span(start=p[0], end=sum(p)))


@given(st.lists(SPANS, max_size=4), st.lists(SPANS, max_size=4))
def test_what_is_left_is_what_was_there_and_not_taken(parts: list[Span], taken: list[Span]) -> None:
    left = list(without(parts, tuple(taken)))
    held = {at for each in taken for at in range(each.start, each.end)}
    there = {at for each in parts for at in range(each.start, each.end)}

    assert {at for each in left for at in range(each.start, each.end)} == there - held
