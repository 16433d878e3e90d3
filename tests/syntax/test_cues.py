from itertools import pairwise

import pytest
from discoursing import a_discourse, a_sentence, the_saying, words
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.cues import Cue, cues_in, possessor


def cues(text: str, lang: str = "en") -> list[str]:
    """The cues of the first sentence as plain words."""
    sentence = a_sentence(text, lang)
    found = cues_in(sentence.tokens, a_discourse(text, lang).cues)
    return [words(sentence, cue.start, cue.end) for cue in found]


def the_cue(text: str, cue: str, lang: str = "en") -> Cue:
    saying = the_saying(text, cue, lang)
    assert saying is not None
    return saying.cue


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("The pier was closed for good.", "en", id="no such verb"),
        pytest.param("“She said so” is the title.", "en", id="within a quotation"),
        pytest.param("The reports were late.", "en", id="a noun of one form"),
        pytest.param("Per Says left Velden.", "en", id="a surname"),
        pytest.param("Hope, who left, is old.", "en", id="a given name"),
        pytest.param("She pointed at the pier.", "en", id="another particle"),
        pytest.param("She went home.", "en", id="only the first word"),
        pytest.param("In the words", "en", id="a phrase that the text breaks off"),
        pytest.param("The pier’s owners left.", "en", id="an owner of no claim"),
        pytest.param("A claim that it shut failed.", "en", id="a noun without an owner"),
        pytest.param("His, claim or no claim, shut.", "en", id="a mark behind the owner"),
        pytest.param("So bleibt der Hafen zu.", "de", id="German so at the head"),
        pytest.param("Der Hafen bleibt so zu.", "de", id="German so behind a word"),
        pytest.param("Le port est fermé.", "fr", id="French"),
        pytest.param("Hamnen är stängd.", "sv", id="Swedish"),
    ],
)
def test_sentences_without_a_cue(text: str, lang: str) -> None:
    assert cues(text, lang) == []


@pytest.mark.parametrize(
    ("text", "found", "lang"),
    [
        pytest.param("Ada Brandvold said so.", ["said"], "en", id="past"),
        pytest.param("Ada Brandvold argues so.", ["argues"], "en", id="present"),
        pytest.param("Said Ada Brandvold: “No.”", ["Said"], "en", id="at the head"),
        pytest.param("Said Ada Brandvold", ["Said"], "en", id="at the head, no stop"),
        pytest.param("“No,” insisted Per Olsen.", ["insisted"], "en", id="behind a quotation"),
        pytest.param("Mark Says said so.", ["said"], "en", id="behind a name that is a verb"),
        pytest.param("Hope said so.", ["said"], "en", id="behind a given name"),
        pytest.param("She pointed out that it shut.", ["pointed out"], "en", id="with a particle"),
        pytest.param("She went on to say it shut.", ["went on to say"], "en", id="the longest"),
        pytest.param("She warned about rust.", ["warned about"], "en", id="with a preposition"),
        pytest.param("Per said it and Ada denied it.", ["said", "denied"], "en", id="two"),
        pytest.param("According to Per, it shut.", ["According to"], "en", id="a phrase"),
        pytest.param("It shut, according to Per.", ["according to"], "en", id="a phrase behind"),
        pytest.param("It allegedly shut.", ["allegedly"], "en", id="an adverb of hearsay"),
        pytest.param("It is said to be old.", ["is said to"], "en", id="a verb of hearsay"),
        pytest.param(
            "It is not now widely expected to shut.",
            ["is not now widely expected to"],
            "en",
            id="adverbs in hearsay",
        ),
        pytest.param("Her claim that it shut failed.", ["claim"], "en", id="a noun"),
        pytest.param("Sie sagte, es sei zu.", ["sagte"], "de", id="German"),
        pytest.param(
            "„Nein.“ Sagte Ada am Montag.", ["Sagte"], "de", id="a capital behind a quotation"
        ),
        pytest.param("Per räumte ein, es sei zu.", ["räumte ein"], "de", id="German, parted"),
        pytest.param("Laut Per ist es zu.", ["Laut"], "de", id="German phrase"),
        pytest.param("Der Hafen ist zu, so Per Olsen.", ["so"], "de", id="German so behind"),
        pytest.param("Selon Per, c’est fermé.", ["Selon"], "fr", id="French phrase"),
        pytest.param("« Oui », a déclaré Per.", ["déclaré"], "fr", id="French"),
        pytest.param("Han sade att den är stängd.", ["sade"], "sv", id="Swedish"),
        pytest.param("Ha detto che è chiuso.", ["detto"], "it", id="Italian"),
        pytest.param("Она сказала, что он закрыт.", ["сказала"], "ru", id="Russian"),
    ],
)
def test_cues_in_order(text: str, found: list[str], lang: str) -> None:
    assert cues(text, lang) == found


@pytest.mark.parametrize(
    ("text", "cue", "group", "lang"),
    [
        pytest.param("Ada Brandvold said so.", "said", "said", "en", id="the verb alone"),
        pytest.param("Ada on Monday said so.", "said", "said", "en", id="a day before it"),
        pytest.param("Ada late last week said so.", "said", "said", "en", id="a week before it"),
        pytest.param("In Velden she said so.", "said", "said", "en", id="a place before it"),
        pytest.param("According to Per, no.", "According to", "According to", "en", id="a phrase"),
        pytest.param("She had said so.", "said", "had said", "en", id="an auxiliary"),
        pytest.param("She has never said so.", "said", "has never said", "en", id="an adverb too"),
        pytest.param("She did not say that.", "say", "did not say", "en", id="denied"),
        pytest.param("She didn’t say that.", "say", "didn’t say", "en", id="denied in short"),
        pytest.param("I’d say that it shut.", "say", "’d say", "en", id="a clitic"),
        pytest.param("She’s said that it shut.", "said", "’s said", "en", id="a short has"),
        pytest.param("Ada quickly said so.", "said", "quickly said", "en", id="manner"),
        pytest.param("It has been called “old”.", "called", "has been called", "en", id="passive"),
        pytest.param(
            "He has in the past said so.", "said", "has in the past said", "en", id="past times"
        ),
        pytest.param(
            "He has on Monday said so.", "said", "has on Monday said", "en", id="a day in between"
        ),
        pytest.param("Ada hat gesagt, es sei zu.", "gesagt", "hat gesagt", "de", id="German"),
        pytest.param("Ada a déclaré qu’il part.", "déclaré", "a déclaré", "fr", id="French"),
        pytest.param("Ada ha detto che parte.", "detto", "ha detto", "it", id="Italian"),
    ],
)
def test_what_belongs_to_the_verb(text: str, cue: str, group: str, lang: str) -> None:
    found = the_cue(text, cue, lang)

    assert words(a_sentence(text, lang), found.group, found.end) == group


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("Ada called it “old”.", "called", id="a name before it"),
        pytest.param("She called it “old”.", "called", id="a pronoun before it"),
        pytest.param("She has called it “old”.", "called", id="perfect"),
        pytest.param("She was calling it “old”.", "calling", id="past progressive"),
        pytest.param("She is saying that it shut.", "saying", id="progressive"),
        pytest.param("She will say that it shut.", "say", id="future"),
        pytest.param("Ada called “Jetty” old.", "called", id="a quotation for its object"),
        pytest.param("She called “Jetty” old.", "called", id="a pronoun and a quotation"),
        pytest.param("The mayor calls “Jetty” old.", "calls", id="present"),
        pytest.param("The mayor has called “Jetty” old.", "called", id="perfect and a quotation"),
        pytest.param(
            "The mayor called it “old”.", "called", id="a noun before it, an object behind"
        ),
        pytest.param("The mayor added a hut.", "added", id="a noun before it"),
        pytest.param("Ada added by way of excuse: “No.”", "added", id="by behind a name"),
    ],
)
def test_who_stands_before_it_speaks(text: str, cue: str) -> None:
    assert not the_cue(text, cue).passive


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("Ada was told that it shut.", "told", id="past"),
        pytest.param("Ada has been told that it shut.", "told", id="perfect"),
        pytest.param("Ada is being told that it shut.", "told", id="progressive"),
        pytest.param("Ada got told that it shut.", "told", id="got"),
        pytest.param("It was often called “old”.", "called", id="an adverb between"),
        pytest.param("The words added by Per Olsen stood.", "added", id="by somebody"),
        pytest.param("A pier dubbed “Jetty” shut.", "dubbed", id="a name given"),
        pytest.param("A pier dubbed the “Jetty” shut.", "dubbed", id="a name and its article"),
    ],
)
def test_who_stands_before_it_does_not_speak(text: str, cue: str) -> None:
    assert the_cue(text, cue).passive


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        pytest.param("The claim failed.", "claim", id="an article"),
        pytest.param("Claim that it shut.", "Claim", id="nothing before it"),
        pytest.param("His, claim or not.", "claim", id="a mark between"),
        pytest.param("Her fears of a claim grew.", "claim", id="a preposition between"),
        pytest.param("Ada saw a claim fail.", "claim", id="a name that owns nothing"),
        pytest.param("It’s claim after claim.", "claim", id="it is"),
        pytest.param("The mayor’s rather odd, loud claim", "claim", id="a comma between"),
        pytest.param("Her odd grey tired worn claim", "claim", id="too far away"),
    ],
)
def test_nouns_that_nobody_owns(text: str, noun: str) -> None:
    assert owner(text, noun) is None


@pytest.mark.parametrize(
    ("text", "noun", "who"),
    [
        pytest.param("Her claim failed.", "claim", "Her", id="her"),
        pytest.param("Their loud claims failed.", "claims", "Their", id="an adjective between"),
        pytest.param("Whose claim is it?", "claim", "Whose", id="asked for"),
        pytest.param("Ada’s claim failed.", "claim", "’s", id="a name"),
        pytest.param("Ada's claim failed.", "claim", "'s", id="a straight mark"),
        pytest.param("The mayor’s odd loud claim failed.", "claim", "’s", id="two between"),
        pytest.param("Her odd grey tired claim failed.", "claim", "Her", id="three between"),
    ],
)
def test_nouns_with_an_owner(text: str, noun: str, who: str) -> None:
    assert owner(text, noun) == who


def owner(text: str, noun: str) -> str | None:
    tokens = a_sentence(text).tokens
    at = max(i for i, token in enumerate(tokens) if token.text == noun)
    found = possessor(tokens, at)
    return None if found is None else tokens[found].text


_KINDS = ("is_phrase", "is_hearsay", "is_noun", "hangs_on", "is_verb")


@pytest.mark.parametrize(
    ("text", "cue", "kinds"),
    [
        pytest.param("According to Per, no.", "According to", {"is_phrase"}, id="a phrase"),
        pytest.param("It reportedly shut.", "reportedly", {"is_hearsay"}, id="hearsay"),
        pytest.param("Her claim that it shut failed.", "claim", {"is_noun"}, id="a noun"),
        pytest.param("She left, adding: “No.”", "adding", {"hangs_on", "is_verb"}, id="participle"),
        pytest.param("She is adding: “No.”", "adding", {"is_verb"}, id="progressive"),
        pytest.param("She added: “No.”", "added", {"is_verb"}, id="a finite verb"),
    ],
)
def test_kinds_of_cues(text: str, cue: str, kinds: set[str]) -> None:
    found = the_cue(text, cue)

    assert {kind for kind in _KINDS if getattr(found, kind)} == kinds


def test_the_trailing_phrase_of_german_is_a_phrase() -> None:
    assert the_cue("Der Hafen ist zu, so Per Olsen.", "so", "de").is_phrase


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("Residents believed that it shut.", "believed", id="a thought"),
        pytest.param("The survey found that it shut.", "found", id="a finding"),
        pytest.param("They want it shut.", "want", id="a wish"),
        pytest.param("Her claim that it shut failed.", "claim", id="a noun"),
        pytest.param("It reportedly shut.", "reportedly", id="hearsay"),
    ],
)
def test_cues_by_which_nobody_utters_words(text: str, cue: str) -> None:
    found = the_cue(text, cue)

    assert not found.is_speech
    assert not found.utters


@pytest.mark.parametrize(
    ("text", "cue", "utters"),
    [
        pytest.param("According to Per, it shut.", "According to", False, id="a phrase"),
        pytest.param("Per called it “old”.", "called", False, id="a name given"),
        pytest.param("Per warned of rust.", "warned of", False, id="a preposition before it"),
        pytest.param("Per said: “No.”", "said", True, id="a verb of saying"),
        pytest.param("“No,” Per wrote.", "wrote", True, id="a verb of writing"),
        pytest.param("It rusts, adding: “No.”", "adding", True, id="a participle"),
    ],
)
def test_speech_and_whether_its_words_follow(text: str, cue: str, utters: bool) -> None:  # noqa: FBT001
    found = the_cue(text, cue)

    assert found.is_speech
    assert found.utters == utters


@pytest.mark.parametrize(
    ("text", "cue", "names"),
    [
        pytest.param("Per said it shut.", "said", False, id="saying"),
        pytest.param("Per praised the plan.", "praised", False, id="a judgement"),
        pytest.param("Per believed it shut.", "believed", False, id="a thought"),
        pytest.param("Per called it “old”.", "called", True, id="calling"),
        pytest.param("Per described it as “old”.", "described", True, id="describing"),
        pytest.param("Per branded it “old”.", "branded", True, id="branding"),
    ],
)
def test_cues_that_give_a_name(text: str, cue: str, names: bool) -> None:  # noqa: FBT001
    assert the_cue(text, cue).names == names


@pytest.mark.parametrize(
    ("text", "cue", "what", "takes"),
    [
        pytest.param("Per said it shut.", "said", "person", False, id="said him, never"),
        pytest.param("Per said it shut.", "said", "as", False, id="said as, never"),
        pytest.param("According to Per, no.", "According to", "clause", False, id="a phrase"),
        pytest.param("Per said it shut.", "said", "clause", True, id="said that"),
        pytest.param("Per told Ada it shut.", "told", "person", True, id="told somebody"),
        pytest.param("Per called it “old”.", "called", "as", True, id="called as"),
        pytest.param("Her answer was “no”.", "answer", "is", True, id="the answer is"),
    ],
)
def test_what_a_cue_takes(text: str, cue: str, what: str, takes: bool) -> None:  # noqa: FBT001
    assert the_cue(text, cue).takes(what) == takes


@pytest.mark.parametrize(
    ("text", "cue", "asserted"),
    [
        pytest.param("She would say that it shut.", "say", False, id="what might be said"),
        pytest.param("She did not say that it shut.", "say", False, id="what was not said"),
        pytest.param("She said that it shut.", "said", True, id="past"),
        pytest.param("She says that it shut.", "says", True, id="present"),
        pytest.param("She left, saying that it shut.", "saying", True, id="participle"),
        pytest.param("According to Per, it shut.", "According to", True, id="a phrase"),
    ],
)
def test_what_is_asserted(text: str, cue: str, asserted: bool) -> None:  # noqa: FBT001
    assert the_cue(text, cue).is_asserted == asserted


def test_prepositions_before_what_is_said() -> None:
    assert the_cue("Per said it shut.", "said").of == frozenset()
    assert "about" in the_cue("Per asked about the pier.", "asked").of


_WORDS = st.sampled_from(
    ["Ada", "the", "said", "claims", "’s", "has", "been", "not", "to", "was", "expected", "went",
     "on", "Monday", "according", "to", "by", "“No.”", ",", "her", "claim", "adding", "pier"]
)  # fmt: skip


@given(st.lists(_WORDS, min_size=1, max_size=25).map(" ".join) | st.text(min_size=1, max_size=60))
@settings(max_examples=100)
def test_cues_lie_in_order_and_in_the_sentence(text: str) -> None:
    discourse = a_discourse(text.replace("\n", " "))
    for sentence in discourse.sentences_of(0):
        found = list(cues_in(sentence.tokens, discourse.cues))

        assert all(0 <= c.group <= c.start < c.end <= len(sentence.tokens) for c in found)
        assert all(one.end <= two.start for one, two in pairwise(found))
