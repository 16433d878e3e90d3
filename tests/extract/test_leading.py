from collections.abc import Callable

import pytest
from discoursing import a_discourse, a_sentence
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.leading import (
    handed_over,
    introduced,
    label,
    name_label,
    paragraph_before,
    sentence_before,
    signature,
)
from provcheck.extract.place import Attribution, Place, places
from provcheck.extract.quotes import quotes

Search = Callable[[Place], Attribution | None]


def told(search: Search, text: str, lang: str = "en") -> tuple[str, str] | None:
    """The speaker and the cue that a search finds for the last quotation of a text."""
    discourse = a_discourse(text, lang)
    found = search(next(places(list(quotes(discourse))[-1], discourse)))
    return (found.speaker.of(text), found.cue) if found is not None else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("OLSEN “The pier is shut.”", id="no colon"),
        pytest.param("“The pier is shut,” said OLSEN: it was.", id="a colon behind"),
        pytest.param("Per Olsen said: “The pier is shut.”", id="a verb"),
        pytest.param("The Mayor: “The pier is shut.”", id="an article"),
        pytest.param("Ada Brandvold, mayor: “The pier is shut.”", id="a comma"),
        pytest.param("On Monday: “The pier is shut.”", id="a day"),
        pytest.param(": “The pier is shut.”", id="nothing before the colon"),
    ],
)
def test_no_name_alone(text: str) -> None:
    assert told(name_label, text) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("OLSEN: “The pier is shut.”", "OLSEN", id="capitals"),
        pytest.param("Per Olsen: “The pier is shut.”", "Per Olsen", id="two words"),
        pytest.param("• Ada Brandvold: “It is shut for good.”", "Ada Brandvold", id="a list"),
        pytest.param("A dry winter – Per Olsen: “It is shut.”", "Per Olsen", id="behind a dash"),
        pytest.param("A dry winter; Per Olsen: “It is shut.”", "Per Olsen", id="a semicolon"),
        pytest.param("Per Olsen: ‘The pier is shut.’", "Per Olsen", id="single marks"),
    ],
)
def test_name_label(text: str, speaker: str) -> None:
    assert told(name_label, text) == (speaker, ":")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Brandvold’s answer “the pier is shut”.", id="no colon"),
        pytest.param("“The pier is shut,” she said: it was.", id="a colon behind"),
        pytest.param("It was late: Ada said “the pier is shut”.", id="words between"),
        pytest.param(": “The pier is shut.”", id="nothing before the colon"),
        pytest.param("It is so; : “The pier is shut.”", id="a semicolon right before"),
    ],
)
def test_no_label(text: str) -> None:
    assert told(label, text) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Her answer: “The pier is shut.”", "Her", id="an owner"),
        pytest.param("Ada Brandvold, mayor: “It is shut.”", "Ada Brandvold", id="an office"),
        pytest.param("Ada Brandvold (mayor): “It is shut.”", "Ada Brandvold", id="brackets"),
        pytest.param("The warden: “The pier is shut.”", "The warden", id="a calling"),
        pytest.param(
            "From the desk of Ada Brandvold: “It is shut for good.”", "Ada Brandvold", id="a desk"
        ),
        pytest.param("In a letter from Ada Holm: “It is shut.”", "Ada Holm", id="a letter"),
        pytest.param(
            "From the pier with Ada Brandvold: “It is shut.”",
            "Ada Brandvold",
            id="a name at the end",
        ),
        pytest.param("Per Olsen shook his head: “It is shut.”", "Per Olsen", id="a clause"),
        pytest.param("She had one more wish: “Shut the pier.”", "She", id="a clause, a pronoun"),
        pytest.param("The rain stopped; he shrugged: “It is shut.”", "he", id="behind a semicolon"),
        pytest.param("On the gate hung a notice: “It is shut.”", "a notice", id="a thing to read"),
    ],
)
def test_label(text: str, speaker: str) -> None:
    assert told(label, text) == (speaker, ":")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Ihre Antwort: „Der Hafen bleibt zu.“", "Ihre", id="an owner"),
        pytest.param("BRANDVOLD: „Der Hafen bleibt zu.“", "BRANDVOLD", id="a name"),
        pytest.param(
            "Aus einem Brief von Ada Brandvold: „Der Hafen bleibt zu.“", "Ada Brandvold", id="from"
        ),
        pytest.param(
            "Per Olsen schüttelte den Kopf: „Der Hafen bleibt zu.“", "Per Olsen", id="a clause"
        ),
        pytest.param(
            "Dann ergriff Per Olsen das Wort: „Der Hafen bleibt zu.“",
            "Per Olsen",
            id="the subject behind the verb",
        ),
    ],
)
def test_label_in_german(text: str, speaker: str) -> None:
    assert told(label, text, "de") == (speaker, ":")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut.”", id="nothing behind"),
        pytest.param("“The pier is shut.” Ada Brandvold", id="no dash"),
        pytest.param("“The pier is shut.” — a sign on the gate", id="no capital"),
        pytest.param("“The pier is shut” — Ada Brandvold — was on the wall.", id="an aside"),
        pytest.param("“It is shut for good.” – Per Olsen – Halvik", id="two dashes"),
        pytest.param("“The pier is shut.”\nThe rain went on.\n— Ada Brandvold", id="far below"),
    ],
)
def test_no_signature(text: str) -> None:
    assert told(signature, text) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("“It is shut.” —Commissioner Olsen", "Commissioner Olsen", id="no space"),
        pytest.param("“The pier is shut.” — Ada Brandvold", "Ada Brandvold", id="a space"),
        pytest.param("“The pier is shut.” – Ada Brandvold", "Ada Brandvold", id="a short dash"),
        pytest.param("“The pier is shut.” -- Ada Brandvold", "Ada Brandvold", id="hyphens"),
        pytest.param("“It is shut.” ― Ada Brandvold, in 1999", "Ada Brandvold", id="a year"),
        pytest.param(
            "“It is shut for good.”\n— Per Olsen, mayor of Halvik", "Per Olsen", id="the line below"
        ),
        pytest.param("“It is shut for good.”\n\n—Ada O’Tarn", "Ada O’Tarn", id="a blank line"),
        pytest.param("“It is shut.” — Ada de la Tarn", "Ada de la Tarn", id="particles"),
        pytest.param(
            "“It is shut.” — The Halvik Harbour Board", "The Halvik Harbour Board", id="a body"
        ),
        pytest.param("„Der Hafen bleibt zu.“ — Ada Brandvold", "Ada Brandvold", id="low marks"),
    ],
)
def test_signature(text: str, speaker: str) -> None:
    assert told(signature, text, "de" if "„" in text else "en") == (speaker, "—")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut.”", id="no sentence before"),
        pytest.param("It rained. “The pier is shut.”", id="no cue before"),
        pytest.param("Ada replied.\n“The pier is shut.”", id="another paragraph"),
        pytest.param("“No,” Ada replied. “Go.” “The pier is shut.”", id="a quotation in it"),
        pytest.param("Ada replied. The pier is “closed for good now”.", id="it opens nothing"),
        pytest.param("Ada spoke for an hour. “The pier is shut.”", id="a cue that takes none"),
        pytest.param("Reportedly, it rained. “The pier is shut.”", id="nobody says so"),
    ],
)
def test_sentence_before_tells_nothing(text: str) -> None:
    assert told(sentence_before, text) is None


@pytest.mark.parametrize(
    ("text", "lang", "speaker", "cue"),
    [
        pytest.param(
            "Per Olsen shrugged and replied. “The pier is shut.”",
            "en",
            "Per Olsen",
            "replied",
            id="shared subject",
        ),
        pytest.param("She replied. “The pier is shut.”", "en", "She", "replied", id="pronoun"),
        pytest.param(
            "She argued that he was wrong, Per Olsen explained. “The pier is shut.”",
            "en",
            "Per Olsen",
            "explained",
            id="the last cue of it",
        ),
        pytest.param("Ada antwortete. „Der Hafen bleibt zu.“", "de", "Ada", "antwortete", id="de"),
    ],
)
def test_sentence_before(text: str, lang: str, speaker: str, cue: str) -> None:
    assert told(sentence_before, text, lang) == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut.”", id="no paragraph before"),
        pytest.param("Ada said so.\n“The pier is shut.”", id="no colon"),
        pytest.param("Ada said:\nThe pier is “closed for good now”.", id="it opens nothing"),
        pytest.param("Ada said: “The pier is shut.”", id="the same paragraph"),
        pytest.param("Ada said:\nIt rained.\n“The pier is shut.”", id="a paragraph between"),
    ],
)
def test_paragraph_before_tells_nothing(text: str) -> None:
    assert told(paragraph_before, text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param(
            "Per Olsen read from his log:\n“We lost the mast.”", "Per Olsen", "read", id="a cue"
        ),
        pytest.param("She wrote to us: \n“The pier is shut.”", "She", "wrote", id="a space"),
        pytest.param("It rained. He said:\n“It is shut.”", "He", "said", id="its last sentence"),
        pytest.param("The letter:\n\n“The pier is shut.”", "The letter", ":", id="a blank line"),
        pytest.param("“No,” said Ada. She added:\n“It is shut.”", "She", "added", id="a quotation"),
    ],
)
def test_paragraph_before(text: str, speaker: str, cue: str) -> None:
    assert told(paragraph_before, text) == (speaker, cue)


@pytest.mark.parametrize(
    ("text", "lang", "speaker", "cue"),
    [
        pytest.param("He would not comment but said:", "en", "He", "said", id="not what may be"),
        pytest.param("He said, adding a smile:", "en", "He", "said", id="not the participle"),
        pytest.param("Ada hoped for rain and wrote:", "en", "Ada", "wrote", id="not what is hoped"),
        pytest.param(
            "Ada wrote, as Per Olsen hoped:", "en", "Ada", "wrote", id="not the last word"
        ),
        pytest.param(
            "Ada Brandvold refused to comment, but Per Olsen told the court:",
            "en",
            "Per Olsen",
            "told",
            id="the last that says",
        ),
        pytest.param("According to Ada Holm:", "en", "Ada Holm", "According to", id="a phrase"),
        pytest.param("In a letter from Ada:", "en", "Ada", ":", id="from whom"),
        pytest.param("The letter:", "en", "The letter", ":", id="a phrase alone"),
        pytest.param("The letter goes as follows:", "en", "The letter", ":", id="a subject"),
        pytest.param("Watch this clip of Ada Brandvold:", "en", "Ada Brandvold", ":", id="watch"),
        pytest.param("Ada Brandvold antwortete:", "de", "Ada Brandvold", "antwortete", id="German"),
    ],
)
def test_introduced(text: str, lang: str, speaker: str, cue: str) -> None:
    found = introduced(a_sentence(text, lang), a_discourse(text, lang))

    assert found is not None
    assert (found.speaker.of(text), found.cue) == (speaker, cue)
    assert found.clause.of(text) == text


def test_nobody_is_introduced_where_nobody_is_named() -> None:
    text = "From here on:"

    assert introduced(a_sentence(text), a_discourse(text)) is None


def handed(text: str, lang: str = "en") -> str | None:
    discourse = a_discourse(text, lang)
    found = handed_over(list(quotes(discourse))[-1], discourse)
    return found.of(text) if found is not None else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut.”", id="nothing before"),
        pytest.param("It rained.\n“The pier is shut.”", id="no cue"),
        pytest.param("Ada spoke. “No.”\n“The pier is shut.”", id="a quotation before"),
        pytest.param("“No,” Ada said.\n“The pier is shut.”", id="a quotation in it"),
        pytest.param("Ada spoke. The pier is “closed for good now”.", id="it opens nothing"),
        pytest.param("Ada hoped for rain.\n“The pier is shut.”", id="no speech"),
    ],
)
def test_nobody_is_left_speaking(text: str) -> None:
    assert handed(text) is None


@pytest.mark.parametrize(
    ("text", "lang", "speaker"),
    [
        pytest.param("Per Olsen went on.\n“It is shut for good.”", "en", "Per Olsen", id="went on"),
        pytest.param("Per Olsen went on.\n\n“It is shut.”", "en", "Per Olsen", id="a blank line"),
        pytest.param("She spoke for an hour. “It is shut.”", "en", "She", id="the same paragraph"),
        pytest.param(
            "Ada told the council that the pier is shut, and Per Olsen agreed.\n“It rained.”",
            "en",
            "Ada",
            id="the first cue of speech",
        ),
        pytest.param("Per Olsen sprach.\n„Der Hafen bleibt zu.“", "de", "Per Olsen", id="German"),
    ],
)
def test_handed_over(text: str, lang: str, speaker: str) -> None:
    assert handed(text, lang) == speaker


SEARCHES = [name_label, label, signature, sentence_before, paragraph_before]
PIECES = ["“It is shut.”", "Ada", "de", "her", "said", "from", ":", ",", "—", "-", ".", ";", "\n"]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["en", "de"]))
def test_a_speaker_lies_in_the_clause(pieces: list[str], lang: str) -> None:
    text = " ".join(pieces)
    discourse = a_discourse(text, lang)
    for passage in quotes(discourse):
        speaking = handed_over(passage, discourse)
        assert speaking is None or speaking.end <= passage.outer.start
        for place in places(passage, discourse):
            for found in filter(None, (search(place) for search in SEARCHES)):
                assert found.clause.holds(found.speaker)
                assert found.speaker.of(text).strip()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("“Safe,” said Lathe. The crew waited. “You lie to us.”", None, id="nobody"),
        pytest.param("“Safe,” said Lathe. Ada walked to him. “You lie to us.”", None, id="more"),
        pytest.param("“Safe,” said Lathe. Ada laughed.\n“You lie to us.”", None, id="a paragraph"),
        pytest.param("“Safe,” said Lathe. Ada laughed. “You lie to us.”", "Ada", id="a beat"),
        pytest.param("“Safe,” said Lathe. He shrugged. “You lie to us.”", "He", id="himself"),
    ],
)
def test_a_few_words_show_who_speaks_next(text: str, speaker: str | None) -> None:
    discourse = a_discourse(text)
    found = handed_over(list(quotes(discourse))[-1], discourse)

    assert (found.of(text) if found else None) == speaker
