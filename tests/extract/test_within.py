from collections.abc import Callable

import pytest
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.place import Attribution, Place, places
from provcheck.extract.quotes import quotes
from provcheck.extract.within import ahead, covering, later, nearest, of_subject, uttered

Search = Callable[[Place], Attribution | None]


def told(search: Search, text: str, lang: str = "en") -> tuple[str, str] | None:
    """The speaker and the cue that a search finds for the last quotation of a text."""
    discourse = a_discourse(text, lang)
    found = search(next(places(list(quotes(discourse))[-1], discourse)))
    return (found.speaker.of(text), found.cue) if found is not None else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut,” Ada said.", id="the cue behind"),
        pytest.param("The pier is “closed for good now”.", id="no cue"),
        pytest.param("Ada hoped it would be “closed for good now”.", id="no speech"),
        pytest.param("Reportedly, the pier is “closed for good now”.", id="nobody says so"),
        pytest.param("Ada spoke; the pier is “closed for good now”.", id="another clause"),
        pytest.param("Ada was asked, “Is it closed for good?”", id="asked by nobody"),
    ],
)
def test_nothing_is_uttered(text: str) -> None:
    assert told(uttered, text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("She told the council that “it is closed”.", "She", "told", id="told that"),
        pytest.param("He added: “The pier is shut.”", "He", "added", id="a colon"),
        pytest.param(
            "According to Per Olsen, the pier is “closed for good now”.",
            "Per Olsen",
            "According to",
            id="according to",
        ),
        pytest.param(
            "Per Olsen shrugged, adding that the pier was “closed for good now”.",
            "Per Olsen",
            "adding",
            id="a participle",
        ),
        pytest.param(
            "Per Olsen said Ada Brandvold had told him “the pier is shut”.",
            "Ada Brandvold",
            "told",
            id="the nearest",
        ),
        pytest.param(
            "She told him that she would not agree to “close it for good”.",
            "She",
            "told",
            id="what was uttered before what may be",
        ),
        pytest.param(
            "She says it underscores that “the pier is closed”.", "She", "says", id="not it"
        ),
        pytest.param(
            "Per Olsen told the court that what she calls “a waste of money” is a pier.",
            "Per Olsen",
            "told",
            id="what she calls, told by another",
        ),
        pytest.param(
            "The council debated what she calls “a waste of good money”.",
            "she",
            "calls",
            id="what she calls, told by nobody",
        ),
    ],
)
def test_uttered(text: str, speaker: str, cue: str) -> None:
    assert told(uttered, text) == (speaker, cue)


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("Ada sagte: „Der Hafen bleibt zu.“", "Ada", "sagte", id="a colon"),
        pytest.param(
            "Am Montag sagte die Bürgermeisterin: „Der Hafen bleibt zu.“",
            "die Bürgermeisterin",
            "sagte",
            id="the subject behind the verb",
        ),
        pytest.param(
            "Den Plan nannte Per Olsen „reine Geldverschwendung und sonst nichts“.",
            "Per Olsen",
            "nannte",
            id="the object first",
        ),
        pytest.param(
            "Laut Ada Brandvold bleibt der Hafen „im ganzen Winter geschlossen“.",
            "Ada Brandvold",
            "Laut",
            id="according to",
        ),
        pytest.param(
            "In dem Bericht heißt es: „Der Hafen bleibt zu.“", "dem Bericht", "heißt es", id="where"
        ),
        pytest.param(
            "„Der Hafen bleibt zu“, sagte sie, und Per Olsen antwortete: „Das glaube ich nicht.“",
            "Per Olsen",
            "antwortete",
            id="the second of two",
        ),
    ],
)
def test_uttered_in_german(text: str, speaker: str, cue: str) -> None:
    assert told(uttered, text, "de") == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut,” Ada said.", id="the cue behind"),
        pytest.param("The pier is “closed for good now”.", id="no cue"),
        pytest.param("Ada smiled; the pier is “closed for good now”.", id="another clause"),
        pytest.param("Supposedly it is “closed for good now”.", id="nobody says so"),
        pytest.param("Ada’s hat was “closed for good now”.", id="a noun that says nothing"),
    ],
)
def test_nothing_covers_it(text: str) -> None:
    assert told(covering, text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("Ada hoped it was “closed for good now”.", "Ada", "hoped", id="hoped"),
        pytest.param(
            "Per Olsen said Ada had told him “the pier is shut”.",
            "Per Olsen",
            "said",
            id="the outermost",
        ),
        pytest.param(
            "Ada’s claim that the pier is “closed for good now” is new.",
            "Ada",
            "claim",
            id="a noun with its owner",
        ),
        pytest.param(
            "Her promise to keep it “closed for good now” is new.",
            "Her",
            "promise",
            id="a noun with its pronoun",
        ),
        pytest.param(
            "The survey found that the pier was “closed for good now”.",
            "The survey",
            "found",
            id="a document",
        ),
    ],
)
def test_covering(text: str, speaker: str, cue: str) -> None:
    assert told(covering, text) == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada said: “The pier is shut.”", id="the cue before"),
        pytest.param("“The pier is shut.” He left.", id="no cue"),
        pytest.param("“The pier is shut,” though Per Olsen denied it.", id="a concession"),
        pytest.param("“The pier is shut,” a claim that Ada denied.", id="a noun"),
        pytest.param("“The pier is shut” stood there, and Ada left.", id="no cue of speech"),
    ],
)
def test_no_cue_ahead_of_which_it_stands(text: str) -> None:
    assert told(ahead, text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("“The pier is shut,” said Ada.", "Ada", "said", id="right behind"),
        pytest.param(
            "The pier is “closed for good now”, according to Ada.",
            "Ada",
            "according to",
            id="according to",
        ),
        pytest.param(
            "The pier, which runs for a mile, is “closed for good”, Ada, who leads the council, "
            "said on Monday.",
            "Ada",
            "said",
            id="past what describes",
        ),
        pytest.param(
            "The “old and rotten pier”, Ada Brandvold said, is shut.",
            "Ada Brandvold",
            "said",
            id="in the middle",
        ),
        pytest.param(
            "The pier is “closed for good now” and will be sold, the report says.",
            "the report",
            "says",
            id="far behind",
        ),
        pytest.param("“It is shut” Ada Brandvold said.", "Ada Brandvold", "said", id="no mark"),
    ],
)
def test_ahead(text: str, speaker: str, cue: str) -> None:
    assert told(ahead, text) == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut” was on Ada’s wall.", id="it opens the sentence"),
        pytest.param("The gate says “the pier is shut”.", id="a thing"),
        pytest.param("The rain went on for “two long hard months”.", id="no name"),
        pytest.param("It was out there for “two long hard months”, Ada said.", id="it"),
        pytest.param("Boats were out for “two long hard months”, Ada said.", id="a first word"),
        pytest.param("Ada Brandvold was asked, “Will you shut the pier?”", id="asked by nobody"),
    ],
)
def test_subject_is_nobody(text: str) -> None:
    assert told(of_subject, text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("She was out for “two long hard months”.", "She", "", id="a pronoun"),
        pytest.param(
            "Ada Brandvold endured “two long hard years”.", "Ada Brandvold", "", id="a name"
        ),
        pytest.param(
            "Brandvold endured “two long hard years”. Then Ada Brandvold left.",
            "Brandvold",
            "",
            id="one word that is a name elsewhere",
        ),
        pytest.param(
            "At noon in Halvik, the Harbour Board endured “two long hard years”.",
            "the Harbour Board",
            "",
            id="past what sets the scene",
        ),
        pytest.param(
            "VELDEN (Northgate Wire) — They endured “two long hard years”.",
            "They",
            "",
            id="a dateline",
        ),
        pytest.param(
            "Ada was asked by Per Olsen, “Will you shut the pier?”",
            "Per Olsen",
            "asked",
            id="who asked her",
        ),
        pytest.param(
            "Ada was told by the warden, “The pier is shut.”",
            "the warden",
            "told",
            id="who told her",
        ),
    ],
)
def test_of_subject(text: str, speaker: str, cue: str) -> None:
    assert told(of_subject, text) == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut,” Ada said.", id="the cue behind"),
        pytest.param("The pier is “closed for good now”.", id="no cue"),
        pytest.param("Ada wrote; the pier is “closed for good now”.", id="a semicolon between"),
        pytest.param("According to Ada, it is “closed for good now”.", id="no verb"),
        pytest.param("Ada’s claim that it is “closed for good now” is new.", id="a noun"),
        pytest.param("Ada was told, “The pier is shut.”", id="told by nobody"),
    ],
)
def test_no_verb_before_it(text: str) -> None:
    assert told(nearest, text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param(
            "The pier, like Ada says, is “closed for good now”.", "Ada", "says", id="an aside"
        ),
        pytest.param(
            "Ada spoke for an hour of “a long dry year”.", "Ada", "spoke", id="far before"
        ),
        pytest.param(
            "Ada wrote; Per Olsen says the pier is “closed for good now”.",
            "Per Olsen",
            "says",
            id="behind the semicolon",
        ),
        pytest.param(
            "Per Olsen fears the pier is “closed for good now”.", "Per Olsen", "fears", id="fears"
        ),
    ],
)
def test_nearest(text: str, speaker: str, cue: str) -> None:
    assert told(nearest, text) == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada said “the pier is shut”.", id="the cue before"),
        pytest.param("“The pier is shut.” He left.", id="no cue"),
        pytest.param("The pier is “closed for good now”, because Ada said so.", id="a reason"),
        pytest.param("“The pier is shut,” though Per Olsen denied it.", id="a concession"),
        pytest.param("“The pier is shut,” according to Ada.", id="no verb"),
        pytest.param(
            "The “old and rotten pier” lay in the rain when Ada spoke of fog.",
            id="too far behind",
        ),
    ],
)
def test_nothing_later(text: str) -> None:
    assert told(later, text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("The “old and rotten pier”, Ada said, is shut.", "Ada", "said", id="between"),
        pytest.param(
            "“The pier is shut,” as Ada Brandvold put it.",
            "Ada Brandvold",
            "put it",
            id="as she put it",
        ),
        pytest.param(
            "The pier is “closed for good now,” as Per Olsen says.",
            "Per Olsen",
            "says",
            id="a predicate, as he says",
        ),
        pytest.param("“It is shut” and “it stays closed,” Ada said.", "Ada", "said", id="two"),
        pytest.param(
            "The pier is “closed for good” and will be sold, the report says.",
            "the report",
            "says",
            id="far behind",
        ),
    ],
)
def test_later(text: str, speaker: str, cue: str) -> None:
    assert told(later, text) == (speaker, cue)


SEARCHES = [uttered, covering, ahead, of_subject, nearest, later]
PIECES = [
    "“It is shut”",
    "Ada",
    "she",
    "it",
    "said",
    "that",
    "what",
    ",",
    ";",
    "was asked",
    "by",
    ".",
]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["en", "de", "fr"]))
def test_a_speaker_lies_in_the_sentence(pieces: list[str], lang: str) -> None:
    discourse = a_discourse(" ".join(pieces), lang)
    for passage in quotes(discourse):
        for place in places(passage, discourse):
            for found in filter(None, (search(place) for search in SEARCHES)):
                assert place.sentence.span.holds(found.speaker)
                assert found.clause == place.sentence.span


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lathe was convicted of “selling the pier to anybody”.", id="nobody named"),
        pytest.param("Lathe has been praised for “selling the pier for gold”.", id="praised"),
        pytest.param("Ada Lind left because Lathe had made “a pier of all this”.", id="elsewhere"),
    ],
)
def test_whom_a_passive_is_done_to_says_nothing(text: str) -> None:
    assert told(of_subject, text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param(
            "Lathe was accused by Ada Lind of “selling the pier to anybody”.",
            "Ada Lind",
            "accused",
            id="of",
        ),
        pytest.param(
            "Lathe, described by Ada Lind as “a lion among the sheep”, left.",
            "Ada Lind",
            "described",
            id="behind the subject",
        ),
        pytest.param(
            "Ada Lind, obtained by Lathe, keeps “a pier for all of us”.",
            "Ada Lind",
            "",
            id="not what only hangs on it",
        ),
    ],
)
def test_who_does_what_a_passive_says(text: str, speaker: str, cue: str) -> None:
    assert told(of_subject, text) == (speaker, cue)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Lathe said Ada’s refusal to come was “a pity for all”.", "Lathe", id="was"),
        pytest.param("Lathe kept his promise to “keep the pier open”.", None, id="nobody named"),
        pytest.param("Lathe mocked Ada’s promise to “keep the pier open”.", "Ada", id="promise"),
        pytest.param("Lathe rejected Ada’s claim that “the pier is shut”.", "Ada", id="claim"),
    ],
)
def test_whose_noun_it_is(text: str, speaker: str | None) -> None:
    found = told(uttered, text)

    assert (found[0] if found else None) == speaker
