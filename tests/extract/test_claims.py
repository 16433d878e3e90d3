import time

import pytest
from building import a_prose
from hypothesis import given
from hypothesis import strategies as st

from provcheck.extract.claims import claims
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
TEXT = "“The pier is closed,” Ada Brandvold said.\n“It will stay closed,” she added."


def test_ids_depend_on_words_and_speaker_alone() -> None:
    moved = f"It rained.\n{TEXT}"

    assert [c.id for c in claims(a_prose(TEXT), RULES)] == [
        c.id for c in claims(a_prose(moved), RULES)
    ]


def test_ids_ignore_marks_and_case_of_the_words() -> None:
    one = claims(a_prose("“The pier is closed,” Ada Brandvold said."), RULES)[0]
    two = claims(a_prose('"the pier is closed!" Ada Brandvold said.'), RULES)[0]

    assert one.id == two.id
    assert one.id.startswith("q-")


def test_the_same_claim_twice_has_two_ids() -> None:
    text = "“The pier is closed,” Ada Brandvold said.\n“The pier is closed,” Ada Brandvold said."
    first, second = claims(a_prose(text), RULES)

    assert second.id == f"{first.id}-2"


def test_another_speaker_is_another_claim() -> None:
    one = claims(a_prose("“The pier is closed,” Ada Brandvold said."), RULES)[0]
    two = claims(a_prose("“The pier is closed,” Per Olsen said."), RULES)[0]

    assert one.id != two.id


@pytest.mark.parametrize("text", ["", "Nothing is said here.", "“”", "\n\n"])
def test_no_claims(text: str) -> None:
    assert claims(a_prose(text), RULES) == ()


WORDS = st.sampled_from(
    [
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        ":",
        ",",
        ".",
        "?",
        "—",
        "\n",
        "said",
        "told",
        "Ada",
        "Brandvold",
        "she",
        "according",
        "to",
        "the",
        "report",
        "Reuters",
        "that",
        "pier",
        "closed",
        "(@x)",
        "March",
        "5,",
        "2025",
        "https://t.co/a",
        "…",
        "[sic]",
        "in",
        "an",
        "interview",
        "with",
    ]
)


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_text_gives_claims_that_point_into_it(text: str) -> None:
    found = claims(a_prose(text), RULES)

    assert len({claim.id for claim in found}) == len(found)
    for claim in found:
        assert claim.text == claim.span.of(text)
        assert all(claim.span.holds(segment) for segment in claim.segments)
        assert claim.speaker is None or claim.speaker.span.of(text) == claim.speaker.as_written


def test_a_long_article_takes_no_more_than_its_length() -> None:
    text = "\n".join(f"“The pier number {i} is closed,” Ada Brandvold said." for i in range(300))
    started = time.perf_counter()

    assert len(claims(a_prose(text), RULES)) == 300
    assert time.perf_counter() - started < 20
