from datetime import date

import pytest
from building import a_mention, span_in
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.anaphora import Story
from provcheck.extract.passages import passages
from provcheck.extract.told import Heard, Told, carried_by, outside
from provcheck.model.citation import CitationKind
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import Link
from provcheck.model.span import Span

FRIDAY = date(2025, 3, 14)


def beside(text: str) -> str:
    """The longest words that may name a source beside the first quotation of a text."""
    discourse = a_discourse(text)
    passage = next(each for each in passages(discourse) if each.kind == ClaimKind.QUOTE)
    frame = discourse.sentence_round(passage.outer)
    return next((part.of(text).strip() for part in outside(passage, frame)), "")


def told(text: str, *frames: str, **known: object) -> Told:
    """What `frames` of a text tell of its first passage, heard as `speaker`, `via` and `cue`."""
    speaker, via, cue = (known.pop(field, None) for field in ("speaker", "via", "cue"))
    story = Story(a_discourse(text, **known))
    heard = Heard(
        frames=tuple(span_in(text, frame) for frame in frames),
        speaker=a_mention(speaker),
        via=(via, span_in(text, via)) if via else None,
        cue=cue,
    )
    return carried_by(passages(story.discourse)[0], heard, story)


def said_on(text: str, published: date | None = FRIDAY) -> str | None:
    found = told(text, text, published=published).said
    return str(found) if found else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut for good.”", id="a sentence of its own"),
        pytest.param("It rained. “The pier is shut for good.”", id="the sentence before"),
        pytest.param("“The pier is shut for good.”\nAda Brandvold said.", id="the next paragraph"),
        pytest.param("“The pier is shut. It will stay shut for good.”", id="two sentences"),
        pytest.param('"The pier is shut for good, they told us."', id="straight marks"),
    ],
)
def test_nothing_stands_beside(text: str) -> None:
    assert beside(text) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“The pier is shut,” Ada said.", "Ada said.", id="behind"),
        pytest.param("On Monday Ada said: “The pier is shut.”", "On Monday Ada said:", id="ahead"),
        pytest.param(
            "Ada said “the pier is shut for good” to the council on Monday.",
            "to the council on Monday.",
            id="the longer part, behind",
        ),
        pytest.param(
            "Ada Brandvold told Northgate Wire “the pier is shut for good” then.",
            "Ada Brandvold told Northgate Wire",
            id="the longer part, ahead",
        ),
        pytest.param(
            "“The pier is shut,” Ada told Northgate Wire, “and it will stay shut.”",
            "” Ada told Northgate Wire, “",
            id="between two parts",
        ),
        pytest.param(
            "‘The pier is shut for good,’ said Per Olsen of Velden.",
            "said Per Olsen of Velden.",
            id="British marks",
        ),
    ],
)
def test_what_stands_beside(text: str, words: str) -> None:
    assert beside(text) == words


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param("“The pier is shut,” Ada said.", FRIDAY, id="no day named"),
        pytest.param("“It was shut on Monday,” Ada said.", FRIDAY, id="day in the quoted words"),
        pytest.param("“It shut on 5 March 2025,” Ada said.", FRIDAY, id="date in the quoted words"),
        pytest.param("“The pier is shut,” Ada has long said.", FRIDAY, id="vague"),
        pytest.param("“The pier is shut,” Ada said on Monday.", None, id="no publication, weekday"),
        pytest.param("“The pier is shut,” Ada said last week.", None, id="no publication, week"),
        pytest.param("“The pier is shut,” Ada said yesterday.", None, id="no publication, day"),
        pytest.param(
            "“The pier is shut,” Ada said on 5 March.", None, id="no publication, no year"
        ),
        pytest.param("“The pier is shut,” Ada said on February 31.", FRIDAY, id="no such day"),
    ],
)
def test_no_day_is_invented(text: str, published: date | None) -> None:
    assert said_on(text, published) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("“The pier is shut,” Ada said on Monday.", "2025-03-10", id="weekday"),
        pytest.param("“It shut on Monday,” Ada said on Tuesday.", "2025-03-11", id="hers, not its"),
        pytest.param("On Monday, Ada said: “The pier is shut.”", "2025-03-10", id="ahead"),
        pytest.param("“The pier is shut,” said Ada, last Friday.", "2025-03-07", id="last Friday"),
        pytest.param(
            "“The pier is shut,” Ada said earlier this week, “for good.”",
            "2025-03-10/2025-03-14",
            id="between two parts",
        ),
        pytest.param("“The pier is shut,” Ada said on 5 March 2024.", "2024-03-05", id="a date"),
    ],
)
def test_the_day_beside_the_words(text: str, days: str) -> None:
    assert said_on(text) == days


def test_a_full_date_needs_no_day_of_publication() -> None:
    assert said_on("“The pier is shut,” Ada said on 5 March 2024.", None) == "2024-03-05"


def test_the_speaker_may_name_the_day() -> None:
    text = "“The pier is shut,” it says."

    assert str(told(text, text, speaker="a Thursday report").said) == "2025-03-13"


def test_what_carries_comes_first_among_the_citations() -> None:
    text = "“The pier is shut,” Ada told Northgate Wire in an interview."
    found = told(text, text, speaker="Ada", via="Northgate Wire", cue="told")

    assert (found.via, found.cue) == ("Northgate Wire", "told")
    assert [cite.kind for cite in found.cites] == [CitationKind.OUTLET, CitationKind.EVENT]


def test_a_document_that_carries_is_cited_as_one() -> None:
    text = "“The pier is shut,” a report reads."
    (cite,) = told(text, text, via="report").cites

    assert (cite.kind, cite.name) == (CitationKind.DOCUMENT, "report")


def test_two_frames_tell_the_same_but_once() -> None:
    text = "Ada gave a speech. “The pier is shut,” she said in the speech."
    links = (Link(span=span_in(text, "she said"), url="https://pier.example/"),)
    own = text.removeprefix("Ada gave a speech. ")
    one, both = told(text, own, links=links), told(text, own, own, links=links)

    assert one.cites == both.cites
    assert [cite.name for cite in one.cites] == ["she said", "speech"]


def test_without_a_frame_only_what_was_heard_is_told() -> None:
    found = told("“The pier is shut,” Ada told Northgate Wire on Monday.", speaker="Ada")

    assert found.speaker == a_mention("Ada")
    assert (found.via, found.said, found.cites) == (None, None, ())


def test_a_passage_that_nothing_is_told_of() -> None:
    passage = passages(a_discourse("“The pier is shut for good.”"))[0]
    found = Told(passage=passage)

    assert (found.speaker, found.cue, found.via, found.said) == (None, None, None, None)
    assert found.cites == ()


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["“the pier is shut”", "Ada", "said", "told", ",", ".", "on Monday", "\n"]),
        max_size=15,
    ).map(" ".join)
)
def test_what_stands_beside_lies_within_the_frame(text: str) -> None:
    discourse = a_discourse(text)
    for passage in passages(discourse):
        frame = discourse.sentence_round(passage.outer)
        for known in (frame, Span(start=0, end=len(text))):
            assert all(known.holds(part) for part in outside(passage, known))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("“The pier is shut,” said Ada, who will retire on Monday.", None, id="added"),
        pytest.param(
            "Ada called it “a pier for all of us” and said it would open on 3 March.",
            None,
            id="what else she said",
        ),
        pytest.param("“The pier is shut,” Ada said on Monday.", "2025-03-10", id="her day"),
    ],
)
def test_the_day_of_something_else(text: str, day: str | None) -> None:
    assert said_on(text) == day
