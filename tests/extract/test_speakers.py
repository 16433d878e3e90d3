import re

import pytest
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.passages import passages
from provcheck.extract.quotes import quotes
from provcheck.extract.speakers import GOVERNING, NESTED, SEARCHES, acted, attribution, governed
from provcheck.model.claim import ClaimKind


def told(text: str, lang: str = "en") -> list[tuple[str, str] | None]:
    """The speaker and the cue of each quotation of a text."""
    discourse = a_discourse(text, lang)
    found = [attribution(passage, discourse) for passage in quotes(discourse)]
    return [(each.speaker.of(text), each.cue) if each is not None else None for each in found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut” stood on the gate.", id="an inscription"),
        pytest.param("It rained. “The pier is shut.”", id="nobody near"),
        pytest.param("“Said who? The pier is shut.”", id="a cue within the quotation"),
        pytest.param("“‘It is shut,’ Ada said, and that was it.”", id="only its own words tell"),
        pytest.param(
            "“The pier is shut and gone.\n‘Go home,’ Ada said.”\nIt rained.",
            id="a cue within a later paragraph of it",
        ),
        pytest.param("Ada Brandvold was asked, “Will you shut it?”", id="asked by nobody"),
        pytest.param("“The pier is shut,” and then it rained.", id="what goes on tells nothing"),
        pytest.param("Ada spoke.\nIt rained.\n“The pier is shut.”", id="a paragraph between"),
        pytest.param("“It is shut for good.” — Ada — was on the wall.", id="a name between dashes"),
    ],
)
def test_no_cue_governs_it(text: str) -> None:
    assert told(text) == [None]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("“The pier is shut,” she said.", "she", "said", id="subject, cue"),
        pytest.param("“The pier is shut,” said Per Olsen.", "Per Olsen", "said", id="inverted"),
        pytest.param(
            "“The pier is shut,” Per Olsen, a warden, said.",
            "Per Olsen",
            "said",
            id="apposition",
        ),
        pytest.param(
            "‘The pier is shut’, said the warden, Edric van der Pallaway.",
            "Edric van der Pallaway",
            "said",
            id="a title, a particle, British marks",
        ),
        pytest.param(
            "“The pier is shut,” according to the report.",
            "the report",
            "according to",
            id="phrase",
        ),
        pytest.param(
            "According to Per Olsen, the pier is “closed for good now”.",
            "Per Olsen",
            "According to",
            id="phrase before",
        ),
        pytest.param(
            "“It is closed,” she said. “For good.”", "she", "said", id="between the parts"
        ),
        pytest.param("She told the council that “the pier is shut”.", "She", "told", id="before"),
        pytest.param("He added: “The pier is shut.”", "He", "added", id="colon"),
        pytest.param(
            "But the Chancellery shrugged it off, saying in a statement that “it is shut now”.",
            "the Chancellery",
            "saying",
            id="participle",
        ),
        pytest.param(
            "VELDEN (Northgate Wire) — Ada Brandvold, the mayor, vowed to keep it “shut for good”.",
            "Ada Brandvold",
            "vowed",
            id="dateline",
        ),
        pytest.param("“It is shut.” —Commissioner Olsen", "Commissioner Olsen", "—", id="signed"),
        pytest.param("OLSEN: “The pier is shut.”", "OLSEN", ":", id="label"),
        pytest.param("From the desk of Ada Holm: “It is shut.”", "Ada Holm", ":", id="from whom"),
        pytest.param("Her answer: “The pier is shut.”", "Her", ":", id="whose answer"),
        pytest.param("She shrugged: “The pier is shut.”", "She", ":", id="who did what"),
        pytest.param("“The pier is shut,” he trilled.", "he", "trilled", id="any verb"),
        pytest.param(
            "Ada Brandvold waved a banner with “shut the old pier”.",
            "Ada Brandvold",
            "",
            id="no cue but a person",
        ),
        pytest.param(
            "Per Olsen shrugged and replied. “The pier is shut.”",
            "Per Olsen",
            "replied",
            id="before it",
        ),
        pytest.param(
            "Per Olsen read from his log:\n“We lost the mast on the ninth night.”",
            "Per Olsen",
            "read",
            id="the paragraph before",
        ),
        pytest.param(
            "“The pier is shut,” a Thursday harbour report reads.",
            "a Thursday harbour report",
            "reads",
            id="a document",
        ),
        pytest.param(
            "The pier, which runs for a mile and cost the town a fortune, is “closed for good and "
            "all”, Ada Brandvold, who has led the council for ten years, said on Monday.",
            "Ada Brandvold",
            "said",
            id="far behind",
        ),
    ],
)
def test_speaker_and_cue(text: str, speaker: str, cue: str) -> None:
    assert told(text) == [(speaker, cue)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        pytest.param(
            "“It is shut,” Ada said, while Per Olsen called it “a waste of all our money”.",
            ("Ada", "said"),
            ("Per Olsen", "called"),
            id="one clause beside another",
        ),
        pytest.param(
            "Ada said it was “closed for good”, but Per Olsen said “it will open again soon”.",
            ("Ada", "said"),
            ("Per Olsen", "said"),
            id="both after their cues",
        ),
        pytest.param(
            "She said, “Go home now at once,” and he said, “Stay here a while.”",
            ("She", "said"),
            ("he", "said"),
            id="both with commas",
        ),
        pytest.param(
            "“It is shut,” Ada said, adding: “It stays shut for good.”",
            ("Ada", "said"),
            ("Ada", "adding"),
            id="a participle shares the subject",
        ),
        pytest.param(
            "“The pier is shut” and “it stays closed,” Ada said.",
            ("Ada", "said"),
            ("Ada", "said"),
            id="one cue for both",
        ),
        pytest.param(
            "“The pier is shut,” Ada said. Per Olsen told the court: “It is open.”",
            ("Ada", "said"),
            ("Per Olsen", "told"),
            id="two sentences",
        ),
        pytest.param(
            "When a guest shouted “shut the old pier,” Ada said “it is shut already”.",
            ("a guest", "shouted"),
            ("Ada", "said"),
            id="a clause that leads up",
        ),
    ],
)
def test_each_quotation_has_its_own(
    text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert told(text) == [first, second]


@pytest.mark.parametrize(
    ("text", "lang", "speaker"),
    [
        pytest.param("„Der Hafen bleibt zu“, sagte Ada Brandvold.", "de", "Ada Brandvold", id="de"),
        pytest.param("„Der Hafen bleibt zu“, so Ada.", "de", "Ada", id="de, so"),
        pytest.param("Am Montag sagte sie: „Der Hafen bleibt zu.“", "de", "sie", id="de, colon"),
        pytest.param(
            "Der Hafen bleibe „im ganzen Winter geschlossen“, sagte Ada.",
            "de",
            "Ada",
            id="de, mood",
        ),
        pytest.param(
            "In dem Bericht heißt es: „Der Hafen bleibt im Winter geschlossen.“",
            "de",
            "dem Bericht",
            id="de, a report",
        ),
        pytest.param("市長は「港は冬の間閉まったままだ」と述べた。", "ja", "市長", id="ja, before"),
        pytest.param("「港は冬の間閉まったままだ」と市長が語った。", "ja", "市長", id="ja, behind"),
        pytest.param("« Le port restera fermé », a dit Ada.", "fr", "Ada", id="fr"),
    ],
)
def test_speaker_in_other_languages(text: str, lang: str, speaker: str) -> None:
    assert [found and found[0] for found in told(text, lang)] == [speaker]


def last_passage(text: str, lang: str = "en") -> tuple[bool, bool]:
    """Whether the last quotation is governed, and whether a person acts in its sentence."""
    discourse = a_discourse(text, lang)
    passage = [p for p in passages(discourse) if p.kind == ClaimKind.QUOTE][-1]
    return governed(passage, discourse), acted(passage, discourse)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut” stood on the gate.", id="an inscription"),
        pytest.param("It rained. “The pier is shut.”", id="nobody near"),
        pytest.param("Ada waved a banner with “shut the old pier”.", id="a person, no cue"),
        pytest.param("Ada replied. “The pier is shut.”", id="the sentence before"),
        pytest.param("Ada said:\n“The pier is shut.”", id="the paragraph before"),
    ],
)
def test_is_not_governed(text: str) -> None:
    assert not last_passage(text)[0]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("“The pier is shut,” she said.", "en", id="behind"),
        pytest.param("“The pier is shut,” she trilled.", "en", id="any verb"),
        pytest.param("Her answer: “The pier is shut.”", "en", id="a label"),
        pytest.param("Ada hoped it was “closed for good now”.", "en", id="no speech"),
        pytest.param("The pier, as Ada says, is “closed for good now”.", "en", id="an aside"),
        pytest.param("„Der Hafen bleibt zu“, sagte sie.", "de", id="German"),
        pytest.param("市長は「港は閉まったままだ」と述べた。", "ja", id="Japanese"),
    ],
)
def test_is_governed(text: str, lang: str) -> None:
    assert last_passage(text, lang)[0]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param("“The pier is shut,” she said.", False, id="behind it"),
        pytest.param("The rain went on for “two long hard months”.", False, id="a thing"),
        pytest.param("It was out there for “two long hard months”, Ada said.", False, id="it"),
        pytest.param("Boats were out for “two long hard months”, Ada said.", False, id="boats"),
        pytest.param("Ada Brandvold was out for “two long hard months”.", True, id="a name"),
        pytest.param("They were out for “two long hard months”.", True, id="a pronoun"),
        pytest.param("In May, Ada was out for “two long hard months”.", True, id="past a day"),
    ],
)
def test_a_person_acts(text: str, acts: bool) -> None:  # noqa: FBT001
    assert last_passage(text)[1] is acts


def test_every_narrow_search_is_among_all() -> None:
    assert {*GOVERNING, *NESTED} < {*SEARCHES}
    assert len({*SEARCHES}) == len(SEARCHES)


PIECES = [
    "“",
    "”",
    "‘It is shut,’",
    "It is shut.",
    "Ada",
    "she",
    "said",
    "that",
    ",",
    ":",
    "—",
    "\n",
]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=16), st.sampled_from(["en", "de", "ja", "fr"]))
def test_a_speaker_is_never_part_of_the_words(pieces: list[str], lang: str) -> None:
    text = " ".join(pieces)
    discourse = a_discourse(text, lang)
    for passage in passages(discourse):
        found = attribution(passage, discourse)
        if found is not None:
            assert not any(segment.holds(found.speaker) for segment in passage.segments)
            assert found.clause.holds(found.speaker)
            assert found.cue in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("“It is shut now,” the Herald quoted from a letter.", "the Herald", id="it"),
        pytest.param("“It is shut,” Reuters quoted Ada Lind as saying.", "Ada Lind", id="behind"),
        pytest.param("Reuters quoted Ada Lind as saying, “It is shut.”", "Ada Lind", id="before"),
    ],
)
def test_whom_somebody_quotes_speaks(text: str, speaker: str) -> None:
    (found,) = told(text)

    assert found is not None
    assert found[0] == speaker
