import pytest
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.beside import over_marks, right_before, right_behind, topic
from provcheck.extract.passage import Passage
from provcheck.extract.place import Attribution, Place, places
from provcheck.extract.quotes import quotes
from provcheck.model.claim import ClaimKind

Told = tuple[str, str] | None


def first_place(text: str, lang: str = "en") -> Place:
    """Where the first words in marks of a text stand, whether they are anybody's or not."""
    discourse = a_discourse(text, lang)
    quoted = discourse.quoted[0][0]
    words = quoted.inner
    passage = Passage(kind=ClaimKind.QUOTE, span=words, outer=quoted.outer, segments=(words,))
    return next(places(passage, discourse))


def in_words(found: Attribution | None, text: str) -> Told:
    return (found.speaker.of(text), found.cue) if found is not None else None


def behind(text: str, lang: str = "en") -> Told:
    return in_words(right_behind(first_place(text, lang)), text)


def before(text: str, lang: str = "en") -> Told:
    return in_words(right_before(first_place(text, lang)), text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut” Per Olsen said.", id="no mark ends it"),
        pytest.param("“The pier is shut.”", id="nothing behind"),
        pytest.param("“The pier is shut,” and then the rain came.", id="no cue"),
        pytest.param(
            "“The pier is shut,” which Per Olsen says is wrong, stood there.",
            id="a relative clause only adds",
        ),
        pytest.param(
            "“The pier is shut,” which says it all, stood there.", id="which is no speaker"
        ),
        pytest.param("“The pier is shut,” though Per Olsen denied it.", id="a concession"),
        pytest.param("“The pier is shut,” because the mayor said so.", id="a reason"),
        pytest.param("“The pier is shut,” a claim that Per Olsen denied.", id="a noun"),
        pytest.param("“The pier is shut,” and “it is shut,” Per Olsen said.", id="one between"),
        pytest.param("She wrote “the pier is shut,” adding a smile.", id="a participle"),
        pytest.param("“The pier is shut,” she smiled. Per Olsen agreed.", id="the next one"),
        pytest.param("Per Olsen said: “The pier is shut.”", id="before it"),
    ],
)
def test_nobody_stands_right_behind(text: str) -> None:
    assert behind(text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("“The pier is shut,” she said.", "she", "said", id="pronoun, cue"),
        pytest.param("“The pier is shut,” said Ada.", "Ada", "said", id="cue, name"),
        pytest.param("“The pier is shut”, he says.", "he", "says", id="British comma"),
        pytest.param("'The pier is shut,' said Ada.", "Ada", "said", id="straight single"),
        pytest.param('"The pier is shut," Ada says.', "Ada", "says", id="straight double"),
        pytest.param("“Is it closed for good?” Ada asked.", "Ada", "asked", id="a question"),
        pytest.param("“The pier is shut.” Ada said.", "Ada", "said", id="a stop before it"),
        pytest.param("“The pier is shut” – Ada said so.", "Ada", "said", id="a dash"),
        pytest.param(
            "“It is shut,” her claim that it rains, said Ada.", "Ada", "said", id="past a noun"
        ),
        pytest.param("“The pier is shut,” then said Ada.", "Ada", "said", id="an adverb"),
        pytest.param(
            "“The pier is shut,” Per Olsen, a warden, said.", "Per Olsen", "said", id="a title"
        ),
        pytest.param(
            "“The pier is shut,” Per Olsen, who had walked there in the rain, said.",
            "Per Olsen",
            "said",
            id="a relative clause between",
        ),
        pytest.param(
            "“The pier is shut,” the owner, Ada Brandvold, said.",
            "Ada Brandvold",
            "said",
            id="a description first",
        ),
        pytest.param(
            "“The pier is shut,” said the warden of the pier, Per Olsen.",
            "Per Olsen",
            "said",
            id="a description behind the cue",
        ),
        pytest.param(
            "“The pier is shut,” Per Olsen (R-Velden) said.",
            "Per Olsen",
            "said",
            id="brackets",
        ),
        pytest.param(
            "“The pier is shut,” Edric van der Pallaway told the court.",
            "Edric van der Pallaway",
            "told",
            id="particles in a name",
        ),
        pytest.param(
            "“The pier is shut,” Per Olsen and Ada Brandvold said.",
            "Per Olsen and Ada Brandvold",
            "said",
            id="two of them",
        ),
        pytest.param("“It is shut,” five sources said.", "five sources", "said", id="unnamed"),
        pytest.param(
            "“The pier is shut,” according to a report of the Halvik Harbour Board.",
            "a report of the Halvik Harbour Board",
            "according to",
            id="according to",
        ),
        pytest.param(
            "“The pier is shut,” said Ada; “never,” said Per Olsen.",
            "Ada",
            "said",
            id="the nearest of two",
        ),
    ],
)
def test_speaker_right_behind(text: str, speaker: str, cue: str) -> None:
    assert behind(text) == (speaker, cue)


@pytest.mark.parametrize(
    ("text", "lang", "speaker", "cue"),
    [
        pytest.param("„Der Hafen bleibt zu“, sagte sie.", "de", "sie", "sagte", id="German"),
        pytest.param("„Der Hafen bleibt zu“, so Ada Holm.", "de", "Ada Holm", "so", id="so"),
        pytest.param(
            "„Der Hafen bleibt zu“, freute sich Ada.", "de", "Ada", "freute", id="reflexive"
        ),
        pytest.param(
            "„Der Hafen bleibt zu“, heißt es in dem Bericht.",
            "de",
            "dem Bericht",
            "heißt es",
            id="where it says so",
        ),
        pytest.param(
            "« Le port restera fermé », a déclaré Ada Brandvold.",
            "fr",
            "Ada Brandvold",
            "déclaré",
            id="French",
        ),
    ],
)
def test_speaker_right_behind_in_other_languages(
    text: str, lang: str, speaker: str, cue: str
) -> None:
    assert behind(text, lang) == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The pier is “closed for good now”, alas.", id="no cue"),
        pytest.param("She said “the pier is shut.”", id="no comma behind"),
        pytest.param("She said “the pier is shut,” and left.", id="a comma of the quotation"),
        pytest.param("“The pier is shut,” she said.", id="the cue behind"),
        pytest.param("Ada called it “a waste of money”, Per Olsen said.", id="another says so"),
        pytest.param("Asked why, she said “the pier is shut.”", id="no clause that leads up"),
        pytest.param(
            "Ada told the court that what he calls “a waste of money” is one.",
            id="within what another says",
        ),
    ],
)
def test_nothing_right_before_takes_precedence(text: str) -> None:
    assert before(text) is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("She said “the pier is shut”, and left.", "She", "said", id="a verb"),
        pytest.param(
            "Ada Brandvold called it “a waste of money”, and she left.",
            "Ada Brandvold",
            "called",
            id="it before the comma of the sentence",
        ),
        pytest.param(
            "Per Olsen describes the pier as “a waste of good money”, a view of many.",
            "Per Olsen",
            "describes",
            id="as before it",
        ),
        pytest.param(
            "When a guest shouted “shut the old pier,” the mayor laughed.",
            "a guest",
            "shouted",
            id="a clause of time",
        ),
        pytest.param(
            "In what she calls “a very sad day,” the council shut the pier.",
            "she",
            "calls",
            id="a clause that is a noun",
        ),
        pytest.param(
            "The council debated what Ada calls “a waste of good money”.",
            "Ada",
            "calls",
            id="an object that is a clause",
        ),
    ],
)
def test_speaker_right_before(text: str, speaker: str, cue: str) -> None:
    assert before(text) == (speaker, cue)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("“The pier is shut,” she said.", "en", id="a language with spaces"),
        pytest.param("„Der Hafen bleibt zu“, sagte sie.", "de", id="German"),
        pytest.param("市長は言った。『港は閉まったままだ』", "ja", id="no verb behind"),
        pytest.param("市長は「港は閉まったままだ」を読んだ。", "ja", id="what was read"),
        pytest.param("市長は「港は閉まったままだ」という本を買った。", "ja", id="a title"),
        pytest.param("「港は閉まったままだ」と書いてある。", "ja", id="nobody is named"),
        pytest.param("大雨だ。「港は閉まったままだ」と述べた。", "ja", id="no topic at all"),
    ],
)
def test_no_topic(text: str, lang: str) -> None:
    assert topic(first_place(text, lang)) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("市長は「港は冬の間閉まったままだ」と述べた。", "市長", id="topic"),
        pytest.param("市長が「港は冬の間閉まったままだ」と話した。", "市長", id="subject"),
        pytest.param("彼女は「港は冬の間閉まったままだ」と言った。", "彼女", id="pronoun"),
        pytest.param("市長は、「港は冬の間閉まったままだ」と説明した。", "市長", id="a comma"),
        pytest.param("市長は『港は冬の間閉まったままだ』などと語った。", "市長", id="among others"),
        pytest.param("市長は会見で「港は冬の間閉まったままだ」とも述べた。", "市長", id="a place"),
        pytest.param("「港は冬の間閉まったままだ」と浜辺市長は述べた。", "浜辺市長", id="behind"),
        pytest.param("「港は冬の間閉まったままだ」と市長が強調した。", "市長", id="subject behind"),
        pytest.param("報告書は「港は冬の間閉まったままだ」と指摘した。", "報告書", id="a document"),
        pytest.param(
            "大雨だった。市長は「港は冬の間閉まったままだ」と述べた。", "市長", id="second sentence"
        ),
    ],
)
def test_topic(text: str, speaker: str) -> None:
    found = topic(first_place(text, "ja"))

    assert found is not None
    assert found.speaker.of(text) == speaker
    assert found.cue.startswith(("と", "など"))


@pytest.mark.parametrize(
    ("text", "following"),
    [
        pytest.param("“The pier is shut” stood there.", "stood", id="nothing to pass"),
        pytest.param("“The pier is shut”, she said.", "she", id="a comma"),
        pytest.param("“The pier is shut” — she said.", "she", id="a dash"),
        pytest.param("“The pier is shut”, – she said.", "she", id="both"),
        pytest.param("“The pier is shut” (she said).", "(", id="brackets stay"),
    ],
)
def test_passes_over_marks(text: str, following: str) -> None:
    place = first_place(text)

    assert place.tokens[over_marks(place)].text == following


PIECES = [
    "“",
    "”",
    "「",
    "」",
    "It is shut",
    ",",
    ".",
    "?",
    "—",
    "she",
    "said",
    "Ada",
    "とは述べた",
]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["en", "de", "ja", "xx"]))
def test_a_speaker_lies_in_the_sentence(pieces: list[str], lang: str) -> None:
    discourse = a_discourse(" ".join(pieces), lang)
    for passage in quotes(discourse):
        for place in places(passage, discourse):
            for found in (topic(place), right_before(place), right_behind(place)):
                assert found is None or place.sentence.span.holds(found.speaker)
                assert found is None or found.clause == place.sentence.span


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "西野弘美さん(62)は「港は不安だ」と話した。",
            "西野弘美さん",
            id="an age behind the name",
        ),
        pytest.param(
            "市長は「港の根拠が示されない」と指摘し、「改修なら済むはずだ」と話した。",
            "市長",
            id="the topic of both",
        ),
    ],
)
def test_topics_stand_outside_all_marks(text: str, speaker: str) -> None:
    last = list(quotes(a_discourse(text, "ja")))[-1]
    found = next(iter(map(topic, places(last, a_discourse(text, "ja")))), None)

    assert (found.speaker.of(text) if found else None) == speaker
