import time

import pytest
from building import a_prose
from discoursing import RULES
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.claims import claims
from provcheck.model.claim import Claim, ClaimKind, FactKind

SHUT = "q-f9181b80f5f1"  # the pier is shut|ada brandvold: the same from version to version


def found(text: str, lang: str = "en") -> tuple[Claim, ...]:
    return claims(a_prose(text, lang=lang), RULES)


def the_id(text: str, lang: str = "en") -> str:
    (claim,) = found(text, lang)
    return claim.id


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n", id="empty lines"),
        pytest.param("“”", id="marks round nothing"),
        pytest.param("Nothing is said here.", id="nobody says anything"),
        pytest.param("The “smart” house stands in Halvik.", id="scare quotes"),
        pytest.param("Ada Brandvold spoke for an hour on Monday.", id="what she said is not told"),
        pytest.param("’’’ “ ‘ ” « ' \" ’", id="marks alone"),
    ],
)
def test_no_claims(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut,” Ada Brandvold said.", id="the same words"),
        pytest.param('"The pier is shut," Ada Brandvold said.', id="straight marks"),
        pytest.param("‘The pier is shut,’ Ada Brandvold said.", id="single marks"),
        pytest.param('"the pier is shut!" Ada Brandvold said.', id="case and stops"),
        pytest.param("“The  pier is\u00a0shut,” Ada Brandvold said.", id="spaces"),
        pytest.param("Ada Brandvold said, “The pier is shut.”", id="attribution ahead"),
        pytest.param("“The pier is shut,” Ada Brandvold told Northgate Wire.", id="outlet and cue"),
        pytest.param("It rained.\n“The pier is shut,” Ada Brandvold said.", id="moved"),
        pytest.param("“The pier is shut,” said Ada Brandvold on Monday.", id="day"),
        pytest.param("Ada Brandvold frowned. “The pier is shut,” she said.", id="a pronoun"),
    ],
)
def test_the_id_depends_on_words_and_speaker_alone(text: str) -> None:
    assert the_id(text) == SHUT


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is open,” Ada Brandvold said.", id="a word"),
        pytest.param("“The pier is not shut,” Ada Brandvold said.", id="one more word"),
        pytest.param("“The pier is shut,” Per Olsen said.", id="another speaker"),
        pytest.param("“The pier is shut,” one resident said.", id="nobody by name"),
        pytest.param("The pier is shut, Ada Brandvold said.", id="not in her words"),
    ],
)
def test_another_claim_has_another_id(text: str) -> None:
    assert the_id(text) != SHUT


@pytest.mark.parametrize(
    ("text", "letter", "kind"),
    [
        pytest.param("“The pier is shut,” Ada Brandvold said.", "q", ClaimKind.QUOTE, id="quote"),
        pytest.param(
            "Ada Brandvold said the pier was shut.", "p", ClaimKind.PARAPHRASE, id="indirect"
        ),
        pytest.param(
            "Ada Brandvold wrote:\nThe harbour has lost a third of its ships.",
            "b",
            ClaimKind.BLOCK_QUOTE,
            id="block",
        ),
        pytest.param(
            "The pier is shut for good.\n— Ada Brandvold (@adab) March 5, 2025",
            "e",
            ClaimKind.EMBED,
            id="post",
        ),
    ],
)
def test_an_id_tells_the_kind(text: str, letter: str, kind: ClaimKind) -> None:
    (claim,) = found(text)

    assert claim.kind == kind
    assert claim.id[:2] == f"{letter}-"
    assert len(claim.id) == 14


def test_the_same_claim_again_has_a_numbered_id() -> None:
    text = "\n".join(["“The pier is closed,” Ada Brandvold said."] * 3)
    first, second, third = found(text)

    assert (second.id, third.id) == (f"{first.id}-2", f"{first.id}-3")


def test_paragraphs_in_another_order_keep_their_ids() -> None:
    lines = [
        "“The pier is closed,” Ada Brandvold said.",
        "“The ferry will sail,” Per Olsen said.",
        "Odalys Kestrane said the cranes were sold.",
    ]
    there, back = found("\n".join(lines)), found("\n".join(reversed(lines)))

    assert [claim.id for claim in there] == [claim.id for claim in reversed(back)]


def test_a_claim_carries_all_that_is_told_of_it() -> None:
    text = "“The pier is shut for good,” Ada Brandvold told Northgate Wire on Monday."
    (claim,) = found(text)

    assert claim.text == "The pier is shut for good,"
    assert claim.speaker is not None
    assert (claim.speaker.resolved, claim.cue) == ("Ada Brandvold", "told")
    assert (claim.via, str(claim.said_on)) == ("Northgate Wire", "2025-03-10")
    assert [cite.name for cite in claim.cites] == ["Northgate Wire"]
    assert not claim.fragment


def test_an_interrupted_quotation_has_two_segments_of_its_own_words() -> None:
    text = "“The pier is shut,” Ada Brandvold said, “and it will stay shut.”"
    (claim,) = found(text)

    assert [part.of(text) for part in claim.segments] == [
        "The pier is shut,",
        "and it will stay shut.",
    ]


def test_only_indirect_speech_has_facts() -> None:
    text = (
        "Ada Brandvold said that 12 cranes went to Velden.\n"
        "“All 12 cranes went to Velden,” Ada Brandvold said."
    )
    indirect, quote = found(text)

    assert [(fact.kind, fact.span.of(text)) for fact in indirect.facts] == [
        (FactKind.NUMBER, "12"),
        (FactKind.NAME, "Velden"),
    ]
    assert quote.facts == ()


def test_who_is_quoted_within_a_quotation() -> None:
    text = "“Per Olsen told me, ‘Go home now,’ and I went,” Ada Brandvold said."
    (claim,) = found(text)
    (nested,) = claim.nested

    assert (nested.text, nested.speaker) == ("Go home now,", "Per Olsen")
    assert claim.nested_speaker == "Per Olsen"


def test_a_report_is_taken_up_by_a_later_claim() -> None:
    text = (
        "“The pier is unsafe for ships,” a harbour report said.\n"
        "“It will rain,” Per Olsen said.\n“The cranes stand idle,” the report added."
    )
    last = found(text)[-1]

    assert last.speaker is not None
    assert (last.speaker.resolved, last.speaker.how) == ("harbour report", "anaphora")
    assert last.via == "harbour report"


def test_it_is_whoever_spoke_last() -> None:
    text = "The Halvik Council said the pier was shut. It added that the ferry would go on."
    last = found(text)[-1]

    assert last.speaker is not None
    assert (last.speaker.resolved, last.speaker.how) == ("Halvik Council", "pronoun")


def test_a_language_without_rules_is_read_as_english() -> None:
    assert the_id("“The pier is shut,” Ada Brandvold said.", "xx") == SHUT


WORDS = (
    "“ ” ‘ ’ \" ' : , . ? — \n said told Ada Brandvold she according to the report "
    "Reuters that pier closed (@x) March 5, 2025 https://t.co/a … [sic] in an interview "
    "with"
)


def test_a_cue_that_nothing_follows_is_read() -> None:
    quoted = found("THERON: [told HANDELL: ….\nVASK: chart freighter.")

    assert all(claim.text for claim in quoted)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=60).map(" ".join))
def test_any_text_gives_claims_that_point_into_it(text: str) -> None:
    made = found(text)

    assert len({claim.id for claim in made}) == len(made)
    assert made == found(text)
    for claim in made:
        assert claim.text == claim.span.of(text)
        assert all(claim.span.holds(segment) for segment in claim.segments)
        assert all(claim.span.holds(fact.span) for fact in claim.facts)
        assert all(claim.span.holds(each.span) for each in claim.nested)
        assert claim.speaker is None or claim.speaker.span.of(text) == claim.speaker.as_written


def test_a_long_article_takes_no_more_than_its_length() -> None:
    text = "\n".join(f"“The pier number {i} is closed,” Ada Brandvold said." for i in range(300))
    started = time.perf_counter()

    assert len(found(text)) == 300
    assert time.perf_counter() - started < 20
