import pytest
from discoursing import a_scope, a_sentence, the_saying, words
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.contents import contents

PIECES = (
    "Per Olsen", "said", "the ferry", "leaks", "according to", "who", "which", "while", "her claim",
    "is expected to", "reportedly", "was", "that", "“It leaks,”", *",.:—",
)  # fmt: skip


def told(text: str, cue: str, lang: str = "en") -> list[tuple[str, str]]:
    """How each part of what is said by a cue is taken, and the part itself."""
    sentence, saying = a_sentence(text, lang), the_saying(text, cue, lang)
    assert saying is not None
    found = contents(a_scope(sentence), saying.cue, saying.subject)
    return [(part.how, words(sentence, part.start, part.end)) for part in found]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("The ferry was called “a wreck” by Per Olsen.", "called", id="a passive"),
        pytest.param("Per Olsen said.", "said", id="a verb alone"),
        pytest.param("Her claim is old.", "claim", id="a noun alone"),
        pytest.param("Her belief is old.", "belief", id="one that takes no is"),
        pytest.param("Her claim failed; that ferries leak is known.", "claim", id="not behind it"),
        pytest.param("Her motto is old.", "motto", id="a noun that takes is, of no words"),
        pytest.param("Her motto, it is said, was short.", "motto", id="a mark before is"),
        pytest.param("Her answer came late: “Ferries float.”", "answer", id="a verb before"),
        pytest.param("The ferry is reportedly.", "reportedly", id="hearsay of nothing"),
        pytest.param("According to Per Olsen.", "According to", id="a source alone"),
        pytest.param("According to Per Olsen, …", "According to", id="a source and dots"),
        pytest.param("The ferry leaks, Per Olsen wants.", "wants", id="nothing ahead of wants"),
        pytest.param("The ferry leaks, which Per Olsen said.", "said", id="a relative clause"),
        pytest.param("The ferry leaks Per Olsen said.", "said", id="no mark before"),
        pytest.param("If it leaks, said Per Olsen.", "said", id="a condition alone"),
    ],
)
def test_nothing_is_said(text: str, cue: str) -> None:
    assert told(text, cue) == []


@pytest.mark.parametrize(
    ("text", "cue", "found"),
    [
        pytest.param(
            "Her claim that ferries leak.", "claim", ("clause", "ferries leak"), id="that"
        ),
        pytest.param("Nobody heard her vow to sail.", "vow", ("infinitive", "to sail"), id="to"),
        pytest.param("Nobody heard Per’s warning of ice.", "warning", ("of", "ice"), id="of"),
        pytest.param(
            "Her motto is “Ferries float”.", "motto", ("quote", "“Ferries float”"), id="is"
        ),
        pytest.param(
            "Her motto “Ferries float” is old.", "motto", ("quote", "“Ferries float”"), id="beside"
        ),
        pytest.param(
            "Her argument is that it leaks.", "argument", ("clause", "it leaks"), id="is that"
        ),
        pytest.param(
            "Her answer to us was: “Yes.”", "answer", ("clause", "“Yes.”"), id="was, colon"
        ),
        pytest.param(
            "The mayor’s advice in a dry year was that all wait.",
            "advice",
            ("clause", "all wait"),
            id="far",
        ),
    ],
)
def test_nouns(text: str, cue: str, found: tuple[str, str]) -> None:
    assert told(text, cue) == [found]


def test_a_noun_that_only_takes_a_clause_takes_no_words_between_marks() -> None:
    assert told("Her praise “for all” was short.", "praise") == []


@pytest.mark.parametrize(
    ("text", "cue", "parts"),
    [
        pytest.param("Reportedly lost.", "Reportedly", ["lost"], id="nobody before"),
        pytest.param(
            "The ferry reportedly leaks.", "reportedly", ["The ferry", "leaks"], id="an adverb"
        ),
        pytest.param(
            "The ferry has reportedly sunk.",
            "reportedly",
            ["The ferry has", "sunk"],
            id="its auxiliary",
        ),
        pytest.param(
            "The old ferry is expected to leak.",
            "is expected to",
            ["The old ferry", "to leak"],
            id="a verb",
        ),
        pytest.param(
            "The ferry is not widely believed to leak, an aside.",
            "is not widely believed to",
            ["The ferry", "to leak"],
            id="parted by adverbs",
        ),
    ],
)
def test_hearsay(text: str, cue: str, parts: list[str]) -> None:
    assert told(text, cue) == [("hearsay", part) for part in parts]


@pytest.mark.parametrize(
    ("text", "cue", "found"),
    [
        pytest.param(
            "According to Per Olsen, it leaks.",
            "According to",
            [("clause", "it leaks")],
            id="comma",
        ),
        pytest.param(
            "According to Per Olsen: “It leaks.”",
            "According to",
            [("clause", "“It leaks.”")],
            id="a colon",
        ),
        pytest.param(
            "According to Per Olsen “it leaks”.",
            "According to",
            [("quote", "“it leaks”")],
            id="words right behind",
        ),
        pytest.param(
            "In the words of Per Olsen, it leaks.",
            "In the words of",
            [("clause", "it leaks")],
            id="another phrase",
        ),
        pytest.param(
            "It leaks, according to Per Olsen.", "according to", [("ahead", "It leaks")], id="ahead"
        ),
        pytest.param(
            "It leaks according to Per Olsen.",
            "according to",
            [("ahead", "It leaks")],
            id="no comma",
        ),
        pytest.param(
            "“It leaks,” according to Per Olsen, the owner.",
            "according to",
            [("ahead", "“It leaks,”")],
            id="words ahead",
        ),
        pytest.param(
            "The ferry, according to Per Olsen, leaks.",
            "according to",
            [("ahead", "The ferry"), ("resumed", "leaks")],
            id="goes on",
        ),
        pytest.param(
            "It was lost, according to Per Olsen, a keeper.",
            "according to",
            [("ahead", "It was lost")],
            id="whole before",
        ),
        pytest.param(
            "The ferry, according to Per Olsen, which was old.",
            "according to",
            [("ahead", "The ferry")],
            id="a relative clause behind",
        ),
        pytest.param(
            "The ferry, according to Per Olsen, adding that it leaks.",
            "according to",
            [("ahead", "The ferry")],
            id="a participle behind",
        ),
        pytest.param(
            "The deal, which is dead, according to Per Olsen, was signed.",
            "according to",
            [("ahead", "which is dead")],
            id="only a relative clause",
        ),
        pytest.param(
            "The deal, dead and gone, according to Per Olsen.",
            "according to",
            [("ahead", "The deal , dead and gone")],
            id="an apposition belongs to it",
        ),
    ],
)
def test_phrases(text: str, cue: str, found: list[tuple[str, str]]) -> None:
    assert told(text, cue) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("“It leaks,” said Per Olsen.", [("ahead", "“It leaks,”")], id="words"),
        pytest.param("It leaks, said Per Olsen.", [("ahead", "It leaks")], id="a clause"),
        pytest.param("It leaks – said Per Olsen.", [("ahead", "It leaks")], id="a dash"),
        pytest.param(
            "One rule holds: “It leaks,” said Per Olsen.", [("ahead", "“It leaks,”")], id="a colon"
        ),
        pytest.param(
            "Half the fleet, said Per Olsen, was lost.",
            [("ahead", "Half the fleet"), ("resumed", "was lost")],
            id="broken off",
        ),
        pytest.param(
            "Half the fleet, said Per Olsen, a keeper.",
            [("ahead", "Half the fleet")],
            id="an apposition",
        ),
        pytest.param(
            "“It leaks,” said Per Olsen, adding that it sinks.",
            [("ahead", "“It leaks,”")],
            id="a participle behind",
        ),
        pytest.param(
            "If it leaks, it sinks, said Per Olsen.",
            [("ahead", "If it leaks , it sinks")],
            id="a condition and what follows",
        ),
        pytest.param(
            "“If it leaks,” said Per Olsen.", [("ahead", "“If it leaks,”")], id="if, between marks"
        ),
    ],
)
def test_said_with_its_subject_behind(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text, "said") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Per Olsen said it leaks.", [("bare", "it leaks")], id="behind"),
        pytest.param("It leaks, Per Olsen said.", [("ahead", "It leaks")], id="ahead"),
        pytest.param("“It leaks,” Per Olsen said.", [("ahead", "“It leaks,”")], id="words ahead"),
        pytest.param("“It leaks” Per Olsen said.", [("ahead", "“It leaks”")], id="no comma"),
        pytest.param("It leaks — Per Olsen said.", [("ahead", "It leaks")], id="a dash"),
        pytest.param(
            "It leaks, Per Olsen said on Monday in Halvik.", [("ahead", "It leaks")], id="adjuncts"
        ),
        pytest.param(
            "It leaks, Per Olsen, the owner, said.", [("ahead", "It leaks")], id="an apposition"
        ),
        pytest.param(
            "It leaks, the owner, Per Olsen, said.", [("ahead", "It leaks")], id="before the name"
        ),
        pytest.param(
            "One rule holds: “It leaks,” Per Olsen said.", [("ahead", "“It leaks,”")], id="a colon"
        ),
        pytest.param(
            "The ferry, Per Olsen said, leaks.",
            [("ahead", "The ferry"), ("resumed", "leaks")],
            id="on both sides",
        ),
        pytest.param(
            "It leaks, Per Olsen said, and it sinks.",
            [("ahead", "It leaks"), ("resumed", "and it sinks")],
            id="and it goes on",
        ),
        pytest.param(
            "It leaks — Per Olsen said — and it sinks.",
            [("ahead", "It leaks"), ("resumed", "and it sinks")],
            id="dashes",
        ),
        pytest.param(
            "It leaks, Per Olsen said, and “it sinks”.",
            [("ahead", "It leaks"), ("resumed", "and “it sinks”")],
            id="and words",
        ),
        pytest.param(
            "It leaks, Per Olsen said, and pulled his hood up.",
            [("ahead", "It leaks")],
            id="he did",
        ),
        pytest.param(
            "It leaks, Per Olsen said, pulling his hood up.", [("ahead", "It leaks")], id="doing"
        ),
        pytest.param(
            "It leaks, Per Olsen said, although we laughed.", [("ahead", "It leaks")], id="an aside"
        ),
        pytest.param(
            "It leaks, Per Olsen said, adding that it sinks.", [("ahead", "It leaks")], id="adding"
        ),
    ],
)
def test_said_with_its_subject_before(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text, "said") == found


def test_whom_one_tells_may_stand_behind_what_is_said() -> None:
    assert told("It leaks, Per Olsen told Northgate Wire on Monday.", "told") == [
        ("ahead", "It leaks")
    ]


@pytest.mark.parametrize(
    ("text", "cue", "found"),
    [
        pytest.param(
            "Noting that it leaked, the mayor left.", "Noting", ("clause", "it leaked"), id="noting"
        ),
        pytest.param(
            "Noting that it leaked, Ada Brandvold left.",
            "Noting",
            ("clause", "it leaked"),
            id="a name",
        ),
        pytest.param(
            "Noting that it leaked, a rare thing, the mayor left.",
            "Noting",
            ("clause", "it leaked , a rare thing"),
            id="an apposition",
        ),
        pytest.param(
            "Noting that it leaked, and badly.",
            "Noting",
            ("clause", "it leaked , and badly"),
            id="no main clause",
        ),
        pytest.param(
            "While Per Olsen said it leaked, we left.", "said", ("bare", "it leaked"), id="while"
        ),
        pytest.param("While Per Olsen said it leaked.", "said", ("bare", "it leaked"), id="alone"),
        pytest.param(
            "When Per Olsen shouted “It leaks,” we left.",
            "shouted",
            ("quote", "“It leaks,”"),
            id="a comma within the marks",
        ),
        pytest.param(
            "The mayor, who said it leaked, left.", "said", ("bare", "it leaked"), id="who"
        ),
        pytest.param(
            "The deal, which Per Olsen says is dead, was signed.",
            "says",
            ("bare", "is dead"),
            id="which",
        ),
        pytest.param(
            "Per Olsen said it leaked, and we left.",
            "said",
            ("bare", "it leaked , and we left"),
            id="a main clause is not cut",
        ),
    ],
)
def test_where_the_clause_of_the_cue_ends(text: str, cue: str, found: tuple[str, str]) -> None:
    assert told(text, cue) == [found]


@pytest.mark.parametrize(
    ("lang", "text", "cue", "found"),
    [
        pytest.param("de", "Am Montag sagte Per Olsen.", "sagte", [], id="German, nothing"),
        pytest.param(
            "de",
            "Am Montag sagte Per Olsen, der Hafen sei zu.",
            "sagte",
            [("bare", "der Hafen sei zu")],
            id="German, the subject behind",
        ),
        pytest.param(
            "de",
            "In Halvik sagte die Bürgermeisterin: „Der Hafen ist zu.“",
            "sagte",
            [("clause", "„Der Hafen ist zu.“")],
            id="German colon",
        ),
        pytest.param(
            "de",
            "„Der Hafen ist zu“, sagte Per Olsen.",
            "sagte",
            [("ahead", "„Der Hafen ist zu“")],
            id="German words ahead",
        ),
        pytest.param(
            "de",
            "Der Hafen ist zu, so Per Olsen.",
            "so",
            [("ahead", "Der Hafen ist zu")],
            id="German phrase behind",
        ),
        pytest.param(
            "nl",
            "Op maandag zei Per Olsen dat de haven dicht is.",
            "zei",
            [("clause", "de haven dicht is")],
            id="Dutch",
        ),
        pytest.param(
            "sv",
            "I Halvik sade Per Olsen att hamnen är stängd.",
            "sade",
            [("clause", "hamnen är stängd")],
            id="Swedish",
        ),
        pytest.param(
            "ru",
            "В понедельник сказал Пер Ольсен, что порт закрыт.",
            "сказал",
            [("clause", "порт закрыт")],
            id="Russian",
        ),
        pytest.param(
            "fr",
            "Le port, selon Per Olsen, est fermé.",
            "selon",
            [("ahead", "Le port"), ("resumed", "est fermé")],
            id="French, broken off",
        ),
        pytest.param(
            "pt",
            "O porto, disse Per Olsen, está fechado.",
            "disse",
            [("ahead", "O porto"), ("resumed", "está fechado")],
            id="Portuguese, broken off",
        ),
        pytest.param(
            "es",
            "El puerto está cerrado, según Per Olsen.",
            "según",
            [("ahead", "El puerto está cerrado")],
            id="Spanish",
        ),
    ],
)
def test_other_languages(lang: str, text: str, cue: str, found: list[tuple[str, str]]) -> None:
    assert told(text, cue, lang) == found


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
@settings(max_examples=100)
def test_parts_lie_in_the_sentence_and_in_order(pieces: list[str]) -> None:
    sentence = a_sentence(" ".join(pieces))
    scope = a_scope(sentence)
    for saying in sentence.sayings:
        parts = contents(scope, saying.cue, saying.subject)
        edges = [edge for part in parts for edge in (part.start, part.end)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(sentence.tokens) for edge in edges)
        assert tuple(parts) == saying.contents
