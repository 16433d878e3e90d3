import pytest
from discoursing import a_scope, a_sentence, the_saying, words
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.content import Content, Scope
from provcheck.syntax.cues import Cue
from provcheck.syntax.sayings import Parsed
from provcheck.syntax.taken import OPENERS, opened, taken

PIECES = ("Per", "said", "told", "warned of", "that", "to", "as", "the mayor", "“A”", *",:.")


def read(text: str, cue: str, lang: str = "en") -> tuple[Parsed, Scope, Cue]:
    sentence, saying = a_sentence(text, lang), the_saying(text, cue, lang)
    assert saying is not None
    return sentence, a_scope(sentence), saying.cue


def behind(text: str, cue: str, lang: str = "en") -> tuple[str, str] | None:
    """How a cue takes what stands behind it, and what that is."""
    sentence, scope, found = read(text, cue, lang)
    return told(sentence, taken(scope, found))


def told(sentence: Parsed, content: Content | None) -> tuple[str, str] | None:
    return content and (content.how, words(sentence, content.start, content.end))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("Ada Brandvold said.", "said", id="nothing"),
        pytest.param("Ada Brandvold said", "said", id="the end of the text"),
        pytest.param("Ada Brandvold said on Monday.", "said", id="a day"),
        pytest.param("Ada Brandvold said so in Halvik.", "said", id="an adverb and a place"),
        pytest.param("Ada Brandvold wrote the council a letter.", "wrote", id="no verb shows"),
        pytest.param("Ada Brandvold hopes.", "hopes", id="a hope alone"),
        pytest.param("Ada Brandvold spoke for an hour.", "spoke", id="takes nothing"),
        pytest.param("Ada Brandvold put it on the table.", "put it", id="no words behind"),
        pytest.param("Ada Brandvold told reporters on Monday.", "told", id="whom one tells"),
        pytest.param("Ada Brandvold warned of.", "warned of", id="nothing behind of"),
        pytest.param("Ada Brandvold said to.", "said", id="nothing behind to"),
        pytest.param("Ada Brandvold asked not to be named.", "asked", id="a formula"),
        pytest.param("Ada Brandvold asked not to be openly quoted.", "asked", id="a long one"),
        pytest.param("Ada Brandvold said Monday evening.", "said", id="a day is no object"),
    ],
)
def test_nothing_is_taken(text: str, cue: str) -> None:
    assert behind(text, cue) is None


@pytest.mark.parametrize(
    ("text", "cue", "how", "what"),
    [
        pytest.param("Per said: it leaks.", "said", "clause", "it leaks", id="a colon"),
        pytest.param("Per said: “It leaks.”", "said", "clause", "“It leaks.”", id="colon, words"),
        pytest.param("Per said “it leaks”.", "said", "quote", "“it leaks”", id="words"),
        pytest.param("Per said, “It leaks.”", "said", "quote", "“It leaks.”", id="behind a comma"),
        pytest.param("Per said 'it leaks'.", "said", "quote", "'it leaks'", id="straight marks"),
        pytest.param("Per said that it leaks.", "said", "clause", "it leaks", id="that"),
        pytest.param("Per said, that it leaks.", "said", "clause", "it leaks", id="comma, that"),
        pytest.param(
            "Per asked who pays.", "asked", "clause", "who pays", id="a question keeps its word"
        ),
        pytest.param(
            "Per disputed whether it leaks.", "disputed", "clause", "whether it leaks", id="whether"
        ),
        pytest.param("Per hopes to sail.", "hopes", "infinitive", "to sail", id="to"),
        pytest.param("Per spoke of “rot”.", "spoke of", "quote", "“rot”", id="words behind of"),
        pytest.param("Per spoke of rot.", "spoke of", "of", "rot", id="of, within the cue"),
        pytest.param("Per asked about rot.", "asked", "of", "rot", id="about, behind it"),
        pytest.param(
            "Per described as rotten the old hull.",
            "described",
            "as",
            "rotten the old hull",
            id="as, right behind",
        ),
        pytest.param("Per is sure that it leaks.", "is sure", "clause", "it leaks", id="is sure"),
    ],
)
def test_right_behind_the_cue(text: str, cue: str, how: str, what: str) -> None:
    assert behind(text, cue) == (how, what)


@pytest.mark.parametrize(
    ("text", "cue", "how", "what"),
    [
        pytest.param("Per said quietly that it leaks.", "said", "clause", "it leaks", id="adverb"),
        pytest.param("Per said Monday it leaks.", "said", "bare", "it leaks", id="a day"),
        pytest.param("Per said this week it leaks.", "said", "bare", "it leaks", id="this week"),
        pytest.param("Per said on Monday that it leaks.", "said", "clause", "it leaks", id="on"),
        pytest.param(
            "Per said in a letter to the council: “It leaks.”",
            "said",
            "clause",
            "“It leaks.”",
            id="a letter",
        ),
        pytest.param(
            "Per said, after a pause, “It leaks.”", "said", "quote", "“It leaks.”", id="an aside"
        ),
        pytest.param("Per said (to cheers) that it leaks.", "said", "clause", "it leaks", id="( )"),
        pytest.param("Per hopes again to sail.", "hopes", "infinitive", "to sail", id="again"),
        pytest.param(
            "Per put it this way: “It leaks.”", "put it", "quote", "“It leaks.”", id="way"
        ),
    ],
)
def test_behind_adjuncts(text: str, cue: str, how: str, what: str) -> None:
    assert behind(text, cue) == (how, what)


@pytest.mark.parametrize(
    ("text", "cue", "how", "what"),
    [
        pytest.param("Per told Ada that it leaks.", "told", "clause", "it leaks", id="a name"),
        pytest.param("Per told us it leaks.", "told", "bare", "it leaks", id="a pronoun, no that"),
        pytest.param(
            "Per told the city council on Monday that it leaks.",
            "told",
            "clause",
            "it leaks",
            id="a council, on a day",
        ),
        pytest.param(
            "Per told Northgate Wire: “It leaks.”", "told", "clause", "“It leaks.”", id="an outlet"
        ),
        pytest.param(
            "Per told the network’s “Harbour Hour” that it leaks.",
            "told",
            "clause",
            "it leaks",
            id="a programme",
        ),
        pytest.param("Per asked Ada who pays.", "asked", "clause", "who pays", id="asked"),
        pytest.param(
            "Per begged the council to sail.",
            "begged",
            "infinitive",
            "the council to sail",
            id="what whom one begs shall do",
        ),
        pytest.param(
            "Per warned her not to sail.", "warned", "infinitive", "her not to sail", id="not to"
        ),
    ],
)
def test_behind_whom_one_tells(text: str, cue: str, how: str, what: str) -> None:
    assert behind(text, cue) == (how, what)


@pytest.mark.parametrize(
    ("text", "cue", "how", "what"),
    [
        pytest.param("Per said the hull leaks.", "said", "bare", "the hull leaks", id="say"),
        pytest.param("Per said it.", "said", "bare", "it", id="a pronoun"),
        pytest.param("Per said ferries leak.", "said", "bare", "ferries leak", id="a plain noun"),
        pytest.param("Per said two ferries leak.", "said", "bare", "two ferries leak", id="two"),
        pytest.param("Per said 40 ferries leak.", "said", "bare", "40 ferries leak", id="40"),
        pytest.param("Per wrote it had sunk.", "wrote", "bare", "it had sunk", id="a verb shows"),
        pytest.param("Per believes it sank.", "believes", "bare", "it sank", id="a thought"),
        pytest.param("Per wants a ferry.", "wants", "object", "a ferry", id="an object"),
        pytest.param("Per denied the claim.", "denied", "object", "the claim", id="no verb shows"),
        pytest.param(
            "Per called the hull “rotten” on Monday.",
            "called",
            "object",
            "the hull “rotten”",
            id="what one calls it",
        ),
        pytest.param(
            "Per described the hull as “rotten”.",
            "described",
            "object",
            "the hull as “rotten”",
            id="as, further on",
        ),
        pytest.param(
            "The hull, which Per says is rotten.", "says", "bare", "is rotten", id="a gap"
        ),
    ],
)
def test_without_a_word_that_opens_it(text: str, cue: str, how: str, what: str) -> None:
    assert behind(text, cue) == (how, what)


@pytest.mark.parametrize(
    ("lang", "text", "cue", "found"),
    [
        pytest.param("de", "Per Olsen ging und sagte.", "sagte", None, id="German, nothing"),
        pytest.param(
            "de",
            "Per Olsen hofft, dass der Hafen schließt.",
            "hofft",
            ("clause", "der Hafen schließt"),
            id="German",
        ),
        pytest.param(
            "de",
            "Per Olsen nannte den Plan „Unsinn“.",
            "nannte",
            ("object", "den Plan „Unsinn“"),
            id="German object",
        ),
        pytest.param(
            "fr",
            "Le maire a déclaré lundi que le port ferme.",
            "déclaré",
            ("clause", "le port ferme"),
            id="French day",
        ),
        pytest.param(
            "es",
            "El alcalde preguntó si el puerto cierra.",
            "preguntó",
            ("clause", "si el puerto cierra"),
            id="Spanish question",
        ),
        pytest.param(
            "it",
            "Il sindaco ha detto: «Il porto chiude».",
            "detto",
            ("clause", "«Il porto chiude»"),
            id="Italian colon",
        ),
        pytest.param(
            "sv",
            "Per Olsen säger att hamnen stänger.",
            "säger",
            ("clause", "hamnen stänger"),
            id="Swedish",
        ),
        pytest.param(
            "pl",
            "Per Olsen powiedział, że port jest zamknięty.",
            "powiedział",
            ("clause", "port jest zamknięty"),
            id="Polish comma",
        ),
        pytest.param(
            "ru", "Мэр сказал, что порт закрыт.", "сказал", ("clause", "порт закрыт"), id="Russian"
        ),
        pytest.param(
            "uk", "Мер сказав, що порт зачинено.", "сказав", ("clause", "порт зачинено"), id="Ukr."
        ),
    ],
)
def test_other_languages(lang: str, text: str, cue: str, found: tuple[str, str] | None) -> None:
    assert behind(text, cue, lang) == found


@pytest.mark.parametrize(
    ("text", "cue", "found"),
    [
        pytest.param("Per said the hull leaks.", "said", None, id="no word that opens"),
        pytest.param("Per said to leak.", "said", None, id="a verb that takes no infinitive"),
        pytest.param("Per wants as few as possible.", "wants", None, id="one that takes no as"),
        pytest.param("Per said of the hull.", "said", None, id="one that takes no of"),
        pytest.param("Per said, the hull leaks.", "said", None, id="a comma alone"),
        pytest.param("Per said: it leaks.", "said", ("clause", "it leaks"), id="a colon"),
        pytest.param("Per said “it leaks”.", "said", ("quote", "“it leaks”"), id="words"),
        pytest.param("Per vowed to sail.", "vowed", ("infinitive", "to sail"), id="to"),
        pytest.param("Per regards as old the hull.", "regards", ("as", "old the hull"), id="as"),
        pytest.param("Per heard of leaks.", "heard of", ("of", "leaks"), id="of"),
    ],
)
def test_what_a_word_opens(text: str, cue: str, found: tuple[str, str] | None) -> None:
    sentence, scope, by = read(text, cue)

    assert told(sentence, opened(scope, by.end, by)) == found


def test_nothing_opens_beyond_the_sentence() -> None:
    _, scope, cue = read("Per said so", "said")

    assert opened(scope, len(scope.tokens), cue) is None


def test_openers_part_what_is_said_in_one_way_each() -> None:
    _, scope, cue = read("Per said: “It leaks.”", "said")

    assert sum(opens(scope, cue.end, cue) is not None for opens in OPENERS) == 1


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=12))
@settings(max_examples=100)
def test_what_is_taken_lies_behind_its_cue(pieces: list[str]) -> None:
    sentence = a_sentence(" ".join(pieces))
    scope = a_scope(sentence)
    for saying in sentence.sayings:
        content = taken(scope, saying.cue)
        if content is not None:
            assert saying.cue.end <= content.start <= content.end <= len(sentence.tokens)
