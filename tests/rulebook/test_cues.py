from collections.abc import Iterator
from itertools import chain

import pytest
from building import a_prose
from discoursing import RULES, a_discourse, said
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.discourse import Discourse
from provcheck.extract.passages import passages
from provcheck.extract.speakers import attribution
from provcheck.rulebook.cues import LanguageCues
from provcheck.rulebook.frames import Example, Frame, Hearsay, Phrases
from provcheck.syntax.sayings import Parsed, Saying

CUES = RULES.cues
LANGUAGES = sorted(CUES.languages)
ENGLISH = CUES.of("en")
MARKS = "“”„‘’«»" + "\u00a0 "


def groups(lang: str) -> Iterator[tuple[str, Example]]:
    """The groups of cues of a language by their ids; phrases and hearsay are numbered."""
    language = CUES.of(lang)
    yield from ((frame.id, frame) for frame in language.frames)
    yield from ((f"phrases {i}", each) for i, each in enumerate(language.phrases, start=1))
    yield from ((f"hearsay {i}", each) for i, each in enumerate(language.hearsay, start=1))


GROUPS = [
    pytest.param(lang, group, id=f"{lang} {name}")
    for lang in LANGUAGES
    for name, group in groups(lang)
]


def belongs(saying: Saying, group: Example, language: LanguageCues) -> bool:
    """Tell whether a saying is one by a cue of the group."""
    sense = saying.cue.sense
    match group:
        case Frame():
            return group.id in {frame.id for frame in sense.frames}
        case Phrases():
            return saying.cue.is_phrase and " ".join(sense.words) in group.words
        case Hearsay():
            forms = (form.words for verb in group.verbs for form in language.inflected(verb))
            return saying.cue.is_hearsay and sense.words in {
                *(tuple(words.split()) for words in group.words),
                *forms,
            }
    return False


def tells(saying: Saying, group: Example) -> bool:
    """Tell whether a saying tells what is said, or only who speaks by a cue that takes nothing."""
    return bool(saying.contents) or (isinstance(group, Frame) and not group.takes)


def firing(text: str, lang: str, group: Example) -> list[tuple[Parsed, Saying]]:
    """The sayings of a text that make a claim by a cue of the group."""
    discourse = a_discourse(text, lang)
    return [
        (sentence, saying)
        for sentence in discourse.sentences_of(0)
        for saying in sentence.sayings
        if belongs(saying, group, discourse.cues) and tells(saying, group)
    ]


def contents(text: str, sentence: Parsed, saying: Saying) -> set[str]:
    """All that is said, and each quotation in it, without marks."""
    if not saying.contents:
        return set()
    start, end = saying.contents[0].start, saying.contents[-1].end
    quoted = [token.text.strip(MARKS) for token in sentence.tokens[start:end] if not token.low]
    return {text[sentence.tokens[start].start : sentence.tokens[end - 1].end], *quoted}


def beside(text: str, lang: str) -> list[str]:
    """Whose words the quotations are in a language that is read by a pattern, without sayings."""
    discourse = Discourse(a_prose(text, lang=lang), RULES)
    found = (attribution(passage, discourse) for passage in passages(discourse))
    return [each.speaker.of(text) for each in found if each is not None]


@pytest.mark.parametrize(("lang", "group"), GROUPS)
def test_examples_of_every_group_of_cues(lang: str, group: Example) -> None:
    if CUES.of(lang).postposed:
        assert beside(group.silent, lang) == []
        assert beside(group.fires, lang) == [group.speaker]
        return
    assert firing(group.silent, lang, group) == []
    fires = firing(group.fires, lang, group)
    assert fires
    speakers = {said(s, saying.subject.phrase if saying.subject else None) for s, saying in fires}
    assert group.speaker in speakers
    if group.content is not None:
        assert group.content in set(chain(*(contents(group.fires, *each) for each in fires)))


@pytest.mark.parametrize(("lang", "group"), GROUPS)
def test_every_group_has_examples_of_both_kinds(lang: str, group: Example) -> None:
    assert group.fires.strip(), lang
    assert group.silent.strip(), lang
    assert group.silent != group.fires
    assert group.speaker or isinstance(group, Hearsay)
    assert group.speaker is None or group.speaker in group.fires
    assert group.content is None or group.content in group.fires


@pytest.mark.parametrize(("lang", "group"), GROUPS)
def test_no_lemma_stands_twice_in_a_group(lang: str, group: Example) -> None:
    listed = [*getattr(group, "verbs", ()), *getattr(group, "words", ())]

    assert [word for word in listed if listed.count(word) > 1] == [], lang
    assert [word for word in listed if word != word.lower()] == [], lang
    assert listed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_groups(lang: str) -> None:
    language = CUES.of(lang)

    assert language.frames
    assert len(language.examples) == len(list(groups(lang)))
    assert language.senses


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("xx", id="unknown"),
        pytest.param("xx-YY", id="unknown with a country"),
        pytest.param("", id="none"),
        pytest.param("eng", id="three letters"),
    ],
)
def test_an_unknown_language_is_read_with_english_cues(code: str) -> None:
    assert CUES.of(code) == ENGLISH


@pytest.mark.parametrize(
    ("code", "lang"),
    [
        pytest.param("de", "de", id="a language"),
        pytest.param("de-AT", "de", id="of a country"),
        pytest.param("DE", "de", id="in capitals"),
        pytest.param("pt-BR", "pt", id="overseas"),
        pytest.param("uk-Cyrl-UA", "uk", id="with its script"),
    ],
)
def test_a_language_is_found_by_its_code(code: str, lang: str) -> None:
    assert CUES.of(code).lang == lang


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("resaid", id="more letters before"),
        pytest.param("tolded", id="more letters behind"),
        pytest.param("reader", id="a noun of a cue"),
        pytest.param("Said", id="a capital"),
        pytest.param("according to", id="two words"),
    ],
)
def test_is_the_first_word_of_no_cue(word: str) -> None:
    assert word not in ENGLISH.senses


@pytest.mark.parametrize(
    ("lang", "word", "tense"),
    [
        pytest.param("en", "said", "past", id="an irregular past"),
        pytest.param("en", "replies", "present", id="a third person"),
        pytest.param("en", "adding", "participle", id="a participle"),
        pytest.param("en", "written", "perfect", id="a perfect"),
        pytest.param("en", "motto", "noun", id="a noun"),
        pytest.param("en", "according", "phrase", id="a phrase"),
        pytest.param("en", "reportedly", "hearsay", id="hearsay"),
        pytest.param("de", "so", "trailing phrase", id="German behind what is said"),
        pytest.param("de", "sagte", "past", id="German form"),
        pytest.param("fr", "selon", "phrase", id="French"),
        pytest.param("ru", "заявил", "past", id="Russian"),
    ],
)
def test_senses_by_their_first_word(lang: str, word: str, tense: str) -> None:
    assert tense in {sense.tense for sense in CUES.of(lang).senses[word]}


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("report", id="a noun as well"),
        pytest.param("is", id="a form of be"),
        pytest.param("claims", id="a noun in the plural"),
        pytest.param("say", id="no tense of its own"),
        pytest.param("adding", id="a participle"),
        pytest.param("pier", id="no cue"),
    ],
)
def test_is_no_verb_in_any_place(word: str) -> None:
    assert "cue" not in ENGLISH.classes.get(word, frozenset())


@pytest.mark.parametrize("word", ["said", "says", "told", "went", "insisted", "pointed"])
def test_is_a_verb_in_any_place(word: str) -> None:
    assert "cue" in ENGLISH.classes[word]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("she called it", id="a word between"),
        pytest.param("the recalled", id="part of a word"),
        pytest.param("so-called plan", id="not at the end"),
        pytest.param("", id="nothing"),
        pytest.param("Ada Brandvold said", id="a verb of speech"),
    ],
)
def test_names_nothing(words: str) -> None:
    assert ENGLISH.names is not None
    assert not ENGLISH.names.search(words)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        pytest.param("en", "the so-called ", id="a term"),
        pytest.param("en", "a film called, ", id="a comma"),
        pytest.param("en", "The Word: ", id="capitals and a colon"),
        pytest.param("de", "die sogenannte ", id="German"),
        pytest.param("fr", "un roman intitulé", id="French, no space"),
        pytest.param("pl", "tak zwany ", id="Polish"),
    ],
)
def test_names_what_follows(lang: str, words: str) -> None:
    pattern = CUES.of(lang).names

    assert pattern is not None
    assert pattern.search(words)


@pytest.mark.parametrize(
    ("words", "imagined"),
    [
        pytest.param("He shrugged and said, ", False, id="said"),
        pytest.param("as if to say that ", False, id="a word behind"),
        pytest.param("", False, id="nothing"),
        pytest.param("He shrugged, as if to say, ", True, id="as if to say"),
        pytest.param("Voters might say: ", True, id="might say"),
        pytest.param("AS THOUGH TO SAY ", True, id="capitals"),
    ],
)
def test_imagined_words(words: str, *, imagined: bool) -> None:
    assert ENGLISH.imagines is not None
    assert bool(ENGLISH.imagines.search(words)) is imagined


@pytest.mark.parametrize(
    ("lang", "words", "who"),
    [
        pytest.param("en", "she foretold Northgate Wire", None, id="part of a word"),
        pytest.param("en", "she told", None, id="nothing behind"),
        pytest.param("en", "she met Northgate Wire", None, id="no such phrase"),
        pytest.param("en", "", None, id="nothing"),
        pytest.param("en", "she told Northgate Wire", "Northgate Wire", id="an outlet"),
        pytest.param("en", "she told the Halden Post", "Halden Post", id="an article"),
        pytest.param("en", "in an interview with “Harbour”", "Harbour”", id="marks"),
        pytest.param("en", "reported by Northgate Wire", "Northgate Wire", id="the longer one"),
        pytest.param("de", "im Interview mit der Halden Post", "Halden Post", id="German"),
        pytest.param("es", "dijo a la Halden Post", "Halden Post", id="Spanish"),
    ],
)
def test_what_carries_words(lang: str, words: str, who: str | None) -> None:
    pattern = CUES.of(lang).carries
    assert pattern is not None
    match = pattern.search(words)

    assert (match and match["who"]) == who


@pytest.mark.parametrize(
    ("lang", "words", "itself"),
    [
        pytest.param("en", "she told Northgate Wire", False, id="another outlet"),
        pytest.param("en", "she told this newspaperman", False, id="part of a word"),
        pytest.param("en", "this newspaper was told", False, id="before it"),
        pytest.param("en", "she told this newspaper", True, id="the paper"),
        pytest.param("en", "spoke to our reporter.", True, id="its reporter"),
        pytest.param("de", "sagte dieser Zeitung", True, id="German"),
        pytest.param("fr", "a confié à notre journal", True, id="French"),
    ],
)
def test_what_a_paper_reports_itself(lang: str, words: str, *, itself: bool) -> None:
    pattern = CUES.of(lang).reports_itself

    assert pattern is not None
    assert bool(pattern.search(words)) is itself


@pytest.mark.parametrize(
    ("words", "event"),
    [
        pytest.param("The speech was long", None, id="no preposition"),
        pytest.param("in a speechless crowd", None, id="part of a word"),
        pytest.param("in the long and weary winter of the year, a speech", None, id="too far"),
        pytest.param("", None, id="nothing"),
        pytest.param("in a speech on Monday", "speech", id="a speech"),
        pytest.param("at Friday’s press conference", "press conference", id="the longer one"),
        pytest.param("during her first big radio interview", "interview", id="words between"),
        pytest.param("At a Rally", "Rally", id="capitals"),
    ],
)
def test_occasions(words: str, event: str | None) -> None:
    assert ENGLISH.occasion is not None
    match = ENGLISH.occasion.search(words)

    assert (match and match["event"]) == event


@pytest.mark.parametrize(
    ("lang", "words", "found"),
    [
        pytest.param("en", "the interviewer", False, id="part of a word"),
        pytest.param("en", "the storm", False, id="no event"),
        pytest.param("en", "The speech was long", True, id="anywhere"),
        pytest.param("de", "ihre Rede war lang", True, id="German"),
        pytest.param("es", "la rueda de prensa", True, id="Spanish, three words"),
    ],
)
def test_events(lang: str, words: str, *, found: bool) -> None:
    pattern = CUES.of(lang).event

    assert pattern is not None
    assert bool(pattern.search(words)) is found


def test_a_language_without_phrases_has_no_patterns() -> None:
    bare = LanguageCues(lang="xx", frames=(), pronouns={}, determiners=())

    patterns = [bare.names, bare.imagines, bare.carries, bare.reports_itself, bare.occasion]
    assert [*patterns, bare.event] == [None] * 6
    assert bare.senses == {}
    assert bare.examples == ()


def test_own_words_alone_tell_nothing_of_a_paper() -> None:
    bare = LanguageCues(lang="xx", frames=(), pronouns={}, determiners=(), own=("us",))

    assert bare.reports_itself is None


def test_events_are_found_without_prepositions() -> None:
    bare = LanguageCues(lang="xx", frames=(), pronouns={}, determiners=(), events=("rede",))

    assert bare.occasion is not None
    assert bare.occasion.search("eine Rede")


NAMING = [(lang, word) for lang in LANGUAGES for word in CUES.of(lang).naming]
EVENTS = [(lang, word) for lang in LANGUAGES for word in CUES.of(lang).events]


@given(st.sampled_from(NAMING), st.text(max_size=40))
@settings(max_examples=100)
def test_a_naming_word_is_found_behind_any_text(naming: tuple[str, str], text: str) -> None:
    lang, word = naming
    pattern = CUES.of(lang).names

    assert pattern is not None
    assert pattern.search(f"{text} {word} ")
    assert not pattern.search(f"{text} {word} x")


@given(st.sampled_from(EVENTS), st.text(max_size=40))
@settings(max_examples=100)
def test_an_event_is_found_within_any_text(event: tuple[str, str], text: str) -> None:
    lang, word = event
    pattern = CUES.of(lang).event

    assert pattern is not None
    assert word in {match.group() for match in pattern.finditer(f"x {word} {text}")}
