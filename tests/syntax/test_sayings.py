from itertools import pairwise

import pytest
from discoursing import RULES, a_discourse, a_sentence, said, the_saying, words
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.model.span import Span
from provcheck.syntax.sayings import Parsed, is_bare_attribution, parsed, relative_clauses
from provcheck.syntax.tokens import Reading, pattern_of


def speakers(text: str, lang: str = "en") -> list[str | None]:
    """Who speaks by each cue of the first sentence, in order."""
    sentence = a_sentence(text, lang)
    return [said(sentence, s.subject.phrase if s.subject else None) for s in sentence.sayings]


def parts(text: str, lang: str = "en") -> list[str]:
    """The parsed sentences of a text as written."""
    return [sentence.span.of(text) for sentence in a_discourse(text, lang).sentences_of(0)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("The pier closed for good.", "en", id="no cue"),
        pytest.param("“Ada said that it shut.”", "en", id="all within a quotation"),
        pytest.param("The claims were false.", "en", id="a noun that nobody owns"),
        pytest.param("Northgate Wire, Velden, 5 March", "en", id="a dateline"),
        pytest.param("Der Hafen bleibt zu.", "de", id="German"),
        pytest.param("Le port est fermé.", "fr", id="French"),
    ],
)
def test_nobody_says_anything(text: str, lang: str) -> None:
    assert a_sentence(text, lang).sayings == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("The council’s vote was called “a farce”.", "called", id="a passive"),
        pytest.param("It reportedly shut.", "reportedly", id="hearsay"),
        pytest.param("Per was told that it shut.", "told", id="a passive with whom one told"),
        pytest.param("“It shut,” said.", "said", id="broken off"),
        pytest.param("Said that it shut.", "Said", id="no subject at the head"),
    ],
)
def test_a_cue_of_nobody(text: str, cue: str) -> None:
    saying = the_saying(text, cue)

    assert saying is not None
    assert saying.subject is None


@pytest.mark.parametrize(
    ("text", "who", "what", "lang"),
    [
        pytest.param("Ada said that it shut.", "Ada", "it shut", "en", id="a clause"),
        pytest.param("“It shut,” said Per Olsen.", "Per Olsen", "“It shut,”", "en", id="ahead"),
        pytest.param("‘It shut,’ Ada said in May.", "Ada", "‘It shut,’", "en", id="British marks"),
        pytest.param("She told Northgate Wire it shut.", "She", "it shut", "en", id="to an outlet"),
        pytest.param(
            "According to Odalys van der Meer, it shut.",
            "Odalys van der Meer",
            "it shut",
            "en",
            id="a phrase, a name with particles",
        ),
        pytest.param("Ada (Ind, Halvik) said that it shut.", "Ada", "it shut", "en", id="brackets"),
        pytest.param("Per hofft, dass er bleibt.", "Per", "er bleibt", "de", id="German"),
        pytest.param("« Oui », a déclaré Ada.", "Ada", "« Oui »", "fr", id="French"),
        pytest.param("Hon sade att han gick.", "Hon", "han gick", "sv", id="Swedish"),
    ],
)
def test_who_says_what(text: str, who: str, what: str, lang: str) -> None:
    sentence = a_sentence(text, lang)
    (saying,) = sentence.sayings

    assert speakers(text, lang) == [who]
    assert [words(sentence, part.start, part.end) for part in saying.contents] == [what]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param(
            "Ada said it shut and Per denied that it shut.", ["Ada", "Per"], id="a subject each"
        ),
        pytest.param(
            "Ada said it shut, but the council believes that it leaks.",
            ["Ada", "the council"],
            id="another subject behind but",
        ),
        pytest.param("It reportedly shut. Added that.", [None], id="hearsay has none to share"),
        pytest.param(
            "Ada Brandvold said it shut and added that it leaks.",
            ["Ada Brandvold", "Ada Brandvold"],
            id="one subject for two verbs",
        ),
        pytest.param(
            "“It shut,” said Per Olsen, adding that it leaks.",
            ["Per Olsen", "Per Olsen"],
            id="a participle",
        ),
        pytest.param(
            "Ada Brandvold, who left early, said it shut and added that it leaks.",
            ["Ada Brandvold", "Ada Brandvold"],
            id="over a relative clause",
        ),
        pytest.param(
            "Per said it shut, believes it is old, and added that it leaks.",
            ["Per", "Per", "Per"],
            id="over a thought",
        ),
        pytest.param(
            "Per Olsen said the council thinks it is old and added that it leaks.",
            ["Per Olsen", "the council", "Per Olsen"],
            id="over somebody else's thought",
        ),
        pytest.param(
            "Per Olsen said it reportedly shut and added that it leaks.",
            ["Per Olsen", None, "Per Olsen"],
            id="over hearsay",
        ),
        pytest.param(
            "Per hopes it shuts but said that it leaks.",
            ["Per", "Per"],
            id="who thinks also speaks",
        ),
    ],
)
def test_a_subject_may_be_shared(text: str, who: list[str | None]) -> None:
    assert speakers(text) == who


def test_a_shared_subject_stands_before_its_verb_again() -> None:
    text = "“It shut,” said Per Olsen and added that it leaks."
    first, second = (the_saying(text, cue) for cue in ("said", "added"))

    assert first is not None
    assert second is not None
    assert first.subject is not None
    assert second.subject == first.subject._replace(inverted=False)
    assert first.subject.inverted


def test_places_in_the_whole_text() -> None:
    text = "It rained.\nThen Per Olsen said it shut.\nIt rained."
    sentence = a_discourse(text).sentences_of(1)[0]
    (saying,) = sentence.sayings

    assert sentence.span.of(text) == "Then Per Olsen said it shut."
    assert saying.subject is not None
    assert sentence.of(saying.subject.phrase).of(text) == "Per Olsen"


@pytest.mark.parametrize(
    ("text", "quoted", "cues"),
    [
        pytest.param("Ada said “he said so”.", ["“he said so”"], ["said"], id="opaque"),
        pytest.param("Ada said he said so.", [], ["said", "said"], id="nothing quoted"),
        pytest.param("“Ada said so”", ["“Ada said so”"], [], id="all quoted"),
        pytest.param("", [], None, id="no text"),
        pytest.param("  ", [], None, id="white space"),
    ],
)
def test_quoted_stretches_are_opaque(text: str, quoted: list[str], cues: list[str] | None) -> None:
    spans = [Span(start=text.index(part), end=text.index(part) + len(part)) for part in quoted]
    reading = Reading(RULES.cues.of("en"), pattern_of(RULES.quotation.abbreviations))
    found = parsed(text, Span(start=0, end=len(text)), spans, reading)

    assert [cues_of(sentence) for sentence in found] == ([] if cues is None else [cues])


def cues_of(sentence: Parsed) -> list[str]:
    return [words(sentence, s.cue.start, s.cue.end) for s in sentence.sayings]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("“It is shut.” She left the hall.", "en", id="nobody speaks"),
        pytest.param("“It is shut.” Ada said the hut was too.", "en", id="other words follow"),
        pytest.param("“It is shut.” Ada said: “So is the hut.”", "en", id="a colon"),
        pytest.param("“It is shut.” According to Per.", "en", id="a phrase"),
        pytest.param("It is shut. Ada Brandvold said on Monday.", "en", id="no quotation"),
        pytest.param("„Es ist zu.“ Ada sagte, dass es regnet.", "de", id="German"),
    ],
)
def test_a_quotation_on_its_own(text: str, lang: str) -> None:
    assert len(parts(text, lang)) == 2


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("“It is shut.” Ada Brandvold said.", "en", id="a name"),
        pytest.param("“It is shut.” Ada Brandvold said on Monday.", "en", id="a day"),
        pytest.param("“It is shut!” Per Olsen shouted.", "en", id="a shout"),
        pytest.param("‘It is shut.’ Ada told reporters in Velden.", "en", id="to whom"),
        pytest.param('"It is shut." Said Per Olsen.', "en", id="behind the verb"),
        pytest.param("„Es ist zu.“ Sagte Ada am Montag.", "de", id="German"),
        pytest.param("« C’est fermé. » A déclaré Ada.", "fr", id="French"),
    ],
)
def test_a_quotation_and_who_said_it_are_one(text: str, lang: str) -> None:
    assert parts(text, lang) == [text]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("“Go home now.”", "en", id="a quotation alone"),
        pytest.param("She left the hall.", "en", id="no cue"),
        pytest.param("Said twice.", "en", id="no subject"),
        pytest.param("According to Per Olsen.", "en", id="a phrase"),
        pytest.param("Reportedly she left.", "en", id="hearsay"),
        pytest.param("Her claim.", "en", id="a noun"),
        pytest.param("Adding that it leaks.", "en", id="a participle"),
        pytest.param("Per Olsen hopes.", "en", id="a thought"),
        pytest.param("Nobody home, Per Olsen said.", "en", id="words ahead"),
        pytest.param("On Monday Per Olsen said.", "en", id="a day ahead"),
        pytest.param("Ada said the hut leaks.", "en", id="words behind"),
        pytest.param("Ada said: “Go home now.”", "en", id="a colon and a quotation"),
        pytest.param("Ada said “go home now”.", "en", id="a quotation behind"),
        pytest.param("Ada sagte, dass es regnet.", "de", id="German"),
    ],
)
def test_sentences_that_say_more(text: str, lang: str) -> None:
    assert not bare(text, lang)


def bare(text: str, lang: str = "en") -> bool:
    return is_bare_attribution(a_sentence(text, lang).tokens, RULES.cues.of(lang))


def test_no_tokens_attribute_nothing() -> None:
    assert not is_bare_attribution([], RULES.cues.of("en"))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("Ada Brandvold said.", "en", id="a name"),
        pytest.param("She shouted.", "en", id="a pronoun"),
        pytest.param("Said Per Olsen.", "en", id="behind the verb"),
        pytest.param("Ada van der Meer had said in March.", "en", id="a month"),
        pytest.param("Ada Brandvold, the mayor, said.", "en", id="an apposition"),
        pytest.param("The mayor of Velden told reporters in Halvik.", "en", id="whom and where"),
        pytest.param("Per Olsen told Northgate Wire.", "en", id="an outlet"),
        pytest.param("Ada said, “Go home now.”", "en", id="a comma and more words"),
        pytest.param("Ada sagte am Montag.", "de", id="German"),
        pytest.param("A déclaré Ada Brandvold.", "fr", id="French"),
    ],
)
def test_sentences_that_only_attribute(text: str, lang: str) -> None:
    assert bare(text, lang)


_WORDS = st.sampled_from(
    ["Ada", "the", "mayor", "said", "claims", "’s", "has", "that", "to", "was", "told", "who", "by",
     "Monday", "“No.”", ",", ":", ".", "her", "claim", "adding", "and", "reportedly", "(", ")"]
)  # fmt: skip


@given(st.lists(_WORDS, min_size=1, max_size=20).map(" ".join) | st.text(min_size=1, max_size=60))
@settings(max_examples=100)
def test_sayings_lie_in_their_sentences(text: str) -> None:
    found = a_discourse(text.replace("\n", " ")).sentences_of(0)

    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    for sentence in found:
        size = len(sentence.tokens)
        subjects = [s.subject.phrase for s in sentence.sayings if s.subject is not None]
        contents = [part for s in sentence.sayings for part in s.contents]
        assert all(0 <= each.start < each.end <= size for each in (*subjects, *contents))


@pytest.mark.parametrize(
    ("lang", "text", "speaker", "content"),
    [
        pytest.param(
            "fr", "« A », a-t-elle expliqué.", "elle", "« A »", id="a pronoun in the verb"
        ),
        pytest.param("ru", "По его словам, порт закрыт.", "его", "порт закрыт", id="by his words"),
        pytest.param(
            "de", "Wie Olsen sagte, kostet es viel.", "Olsen", "kostet es viel", id="as he said"
        ),
        pytest.param(
            "ru", "Как сообщает Reuters, порт закрыт.", "Reuters", "порт закрыт", id="as it reports"
        ),
        pytest.param(
            "de",
            "Olsen sagte am Montag, das Bad werde teuer.",
            "Olsen",
            "das Bad werde teuer",
            id="a reported clause behind a day",
        ),
        pytest.param(
            "en",
            "Olsen said late on Monday the pier was shut.",
            "Olsen",
            "the pier was shut",
            id="late on a day",
        ),
        pytest.param(
            "sv",
            "Enligt Brodin kostar hamnen pengar.",
            "Brodin",
            "kostar hamnen pengar",
            id="a verb behind a source",
        ),
        pytest.param(
            "pt",
            "Brandvold disse aos jornalistas que o porto fecha.",
            "Brandvold",
            "o porto fecha",
            id="whom one tells",
        ),
    ],
)
def test_whose_and_what(lang: str, text: str, speaker: str, content: str) -> None:
    sentence = a_sentence(text, lang)
    saying = next(s for s in sentence.sayings if s.subject is not None)
    (part,) = saying.contents

    assert said(sentence, saying.subject.phrase if saying.subject else None) == speaker
    assert words(sentence, part.start, part.end) == content


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“I do not know,” she replied when asked if she would run.", id="when asked"),
        pytest.param("“It is shut,” Ada said late on Monday.", id="late on Monday"),
    ],
)
def test_when_something_was_said_is_not_what(text: str) -> None:
    behind = (p for s in a_sentence(text).sayings if s.subject for p in s.contents)
    assert [part for part in behind if part.how != "ahead"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Ada, who said so on Monday, left.", [], id="it says something"),
        pytest.param("The man who left on Monday laughed.", [], id="no comma"),
        pytest.param("Ada, who left on Monday, laughed.", ["who left on Monday"], id="it adds"),
    ],
)
def test_relative_clauses(text: str, found: list[str]) -> None:
    sentence = a_sentence(text)

    assert [said(sentence, clause) for clause in relative_clauses(sentence)] == found
