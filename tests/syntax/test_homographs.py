import pytest
from discoursing import RULES, a_sentence
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.rulebook.senses import Sense
from provcheck.syntax.homographs import is_verb
from provcheck.syntax.tokens import Token

_TENSES = {"base", "present", "past", "perfect", "participle"}


def senses_of(token: Token, lang: str) -> list[Sense]:
    """The verbs that a word is in some place or other."""
    senses = RULES.cues.of(lang).senses.get(token.low, ())
    return [sense for sense in senses if sense.tense in _TENSES and len(sense.words) == 1]


def read_as_verb(text: str, word: str, lang: str = "en") -> bool:
    """Whether any verb that `word` may be is one where it first stands."""
    tokens = a_sentence(text, lang).tokens
    at = next(i for i, token in enumerate(tokens) if token.text == word)
    senses = senses_of(tokens[at], lang)
    assert senses, f"{word} is no verb anywhere"
    return any(is_verb(tokens, at, sense, RULES.cues.of(lang)) for sense in senses)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Reports came late.", "Reports", id="at the head"),
        pytest.param("Say that it shut.", "Say", id="an order"),
        pytest.param("Here reports came late.", "reports", id="behind an adverb at the head"),
        pytest.param("The reports came late.", "reports", id="an article"),
        pytest.param("His plans fell through.", "plans", id="an owner"),
        pytest.param("It is in demand.", "demand", id="a preposition"),
        pytest.param("The said pier shut.", "said", id="a participle behind an article"),
        pytest.param("The Monday report came late.", "report", id="a day"),
        pytest.param("The council’s report came late.", "report", id="an apostrophe"),
        pytest.param("The council's claims fell.", "claims", id="a straight apostrophe"),
        pytest.param("Some questions remain.", "questions", id="some, a noun"),
        pytest.param(
            "Some reports the council wrote burnt.", "reports", id="some, a noun and its clause"
        ),
        pytest.param("All claims were false.", "claims", id="all, a noun"),
        pytest.param("Many claim forms burnt.", "claim", id="many, before another noun"),
        pytest.param("The pension claims rose.", "claims", id="a noun before it"),
        pytest.param("The savings claim rose.", "claim", id="a plural before it"),
        pytest.param("The pension claims, once paid, rose.", "claims", id="a comma behind it"),
        pytest.param("The bus and ferry reports came late.", "reports", id="two nouns before it"),
        pytest.param("The fear of rust grew.", "fear", id="of behind it"),
        pytest.param("The glass claim that it shut failed.", "claim", id="a singular in -ss"),
        pytest.param("The “old” claim forms burnt.", "claim", id="behind a quotation"),
        pytest.param("Her saying was old.", "saying", id="an owner before -ing"),
        pytest.param("The warning was short.", "warning", id="an article before -ing"),
        pytest.param("The pair stood arguing loudly.", "arguing", id="-ing that governs nothing"),
        pytest.param("The pair stood arguing", "arguing", id="-ing at the end"),
        pytest.param("Talks regarding the pier stalled.", "regarding", id="-ing for about"),
        pytest.param("It was a plan.", "plan", id="a form of be and an article"),
    ],
)
def test_nouns_and_the_like(text: str, word: str) -> None:
    assert not read_as_verb(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Said Ada Brandvold: “No.”", "Said", id="past at the head"),
        pytest.param("Ada Brandvold said so.", "said", id="a name"),
        pytest.param("The council said twice.", "said", id="a form of no noun"),
        pytest.param("The council last week said so.", "said", id="a time before it"),
        pytest.param("“No,” argued Per Olsen.", "argued", id="behind a quotation"),
        pytest.param("“It shut,” they argue.", "argue", id="a pronoun behind a quotation"),
        pytest.param("She never claims it.", "claims", id="an adverb between"),
        pytest.param("Some said that it shut.", "said", id="some, and what they said"),
        pytest.param("Some said “no”.", "said", id="some, and a quotation"),
        pytest.param("Some said: shut it.", "said", id="some, and a colon"),
        pytest.param("Some said the pier shut.", "said", id="some, and an article"),
        pytest.param("Some said it shut.", "said", id="some, and a pronoun"),
        pytest.param("Some said Velden shut.", "said", id="some, and a name"),
        pytest.param("Many argue that it shut.", "argue", id="many, and what they say"),
        pytest.param("Others claim the pier shut.", "claim", id="others"),
        pytest.param("He’s said that it shut.", "said", id="a short has"),
        pytest.param("They would claim that it shut.", "claim", id="an auxiliary"),
        pytest.param("Those who claim it left.", "claim", id="a relative"),
        pytest.param("They report it.", "report", id="a pronoun"),
        pytest.param("The residents fear the ferry shut.", "fear", id="a plural and an article"),
        pytest.param("The residents fear that it shut.", "fear", id="a plural and that"),
        pytest.param("The residents fear it shut.", "fear", id="a plural and a pronoun"),
        pytest.param("The residents fear her plan.", "fear", id="a plural and an owner"),
        pytest.param("The residents fear Per Olsen.", "fear", id="a plural and a name"),
        pytest.param("The residents plan to leave.", "plan", id="a plural and to"),
        pytest.param("The ferry sank, residents fear.", "fear", id="a plural at the end"),
        pytest.param("The ferry sank, residents fear", "fear", id="a plural and no stop"),
        pytest.param("Residents say it shut.", "say", id="a verb that is no noun"),
        pytest.param("Police say it shut.", "say", id="a plural without -s"),
        pytest.param("Pallaway claims damages.", "claims", id="a name before a noun's form"),
        pytest.param("She claims damages.", "claims", id="a pronoun before a noun's form"),
        pytest.param("The mayor, once mayor, claims so.", "claims", id="behind a comma"),
        pytest.param("The mayor claims that it shut.", "claims", id="that behind it"),
        pytest.param("The mayor hopes to stay.", "hopes", id="to behind it"),
        pytest.param("The notice states: “No.”", "states", id="a colon behind it"),
        pytest.param("The notice states “No.”", "states", id="a quotation behind it"),
        pytest.param("The notice states, “No.”", "states", id="a comma and a quotation"),
        pytest.param("She left, arguing loudly.", "arguing", id="-ing behind a comma"),
        pytest.param("She is arguing loudly.", "arguing", id="-ing behind a form of be"),
        pytest.param("Shouting and arguing loudly, she left.", "arguing", id="-ing behind and"),
        pytest.param("She left after arguing loudly.", "arguing", id="-ing behind a preposition"),
        pytest.param("She left while arguing loudly.", "arguing", id="-ing behind while"),
        pytest.param("She left arguing that it shut.", "arguing", id="-ing that governs a clause"),
        pytest.param("She left insisting: “No.”", "insisting", id="-ing that governs a quotation"),
    ],
)
def test_verbs(text: str, word: str) -> None:
    assert read_as_verb(text, word)


@pytest.mark.parametrize(
    ("text", "word", "lang"),
    [
        pytest.param("Laut sprach er.", "sprach", "de", id="German"),
        pytest.param("Elle l’a dit.", "dit", "fr", id="French"),
        pytest.param("Han sade det.", "sade", "sv", id="Swedish"),
        pytest.param("Она сказала это.", "сказала", "ru", id="Russian"),
        pytest.param("Zij zei het.", "zei", "nl", id="Dutch"),
    ],
)
def test_forms_that_a_language_lists_are_verbs(text: str, word: str, lang: str) -> None:
    assert read_as_verb(text, word, lang)


_WORDS = st.lists(
    st.sampled_from(
        ["Ada", "the", "reports", "’s", "has", "some", "to", "was", "by", "Monday", "“No”", ",",
         ":", "her", "who", "arguing", "quickly", "and", "say"]
    ),
    max_size=8,
)  # fmt: skip


@given(_WORDS, st.sampled_from(["reports", "claim", "say", "said", "fears", "arguing"]), _WORDS)
@settings(max_examples=100)
def test_an_article_before_it_makes_any_word_a_noun(
    before: list[str], word: str, behind: list[str]
) -> None:
    tokens = a_sentence(" ".join([*before, "the", word, *behind])).tokens
    offset = len(" ".join([*before, "the"])) + 1
    at = next(i for i, token in enumerate(tokens) if token.start == offset)

    assert tokens[at].text == word
    assert not any(is_verb(tokens, at, s, RULES.cues.of("en")) for s in senses_of(tokens[at], "en"))
