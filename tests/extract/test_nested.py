import pytest
from building import a_prose
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.anaphora import Story
from provcheck.extract.claims import claims
from provcheck.extract.nested import nested_quotations, nested_speaker
from provcheck.extract.passages import passages
from provcheck.model.claim import Claim


def the_claim(text: str, lang: str = "en") -> Claim:
    """The first quotation of a text."""
    return claims(a_prose(text, lang=lang), RULES)[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is shut for good,” she said.", id="nobody within"),
        pytest.param("“He said it is shut for good,” she said.", id="a pronoun within"),
        pytest.param("“Ada Holm said so herself,” Ada Holm said.", id="the speaker herself"),
        pytest.param(
            "“Brandvold said that it is shut,” Ada Brandvold said.", id="her by her surname"
        ),
        pytest.param("“Corvin Lathe thinks that it is shut,” Ada Brandvold said.", id="no speech"),
        pytest.param("“Corvin Lathe mended it last year,” Ada Holm said.", id="a name, no cue"),
        pytest.param("“A diver said that it is shut,” Ada Brandvold said.", id="an unnamed diver"),
        pytest.param("“Corvin Lathe spoke for an hour,” Ada Brandvold said.", id="no clause"),
        pytest.param("“It is shut,” Ada said. According to Corvin Lathe, it rained.", id="outside"),
    ],
)
def test_quotes_nobody(text: str) -> None:
    assert the_claim(text).nested_speaker is None


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        pytest.param(
            "“According to the Institute for Harbour Studies, it is shut,” the report adds.",
            "en",
            "Institute for Harbour Studies",
            id="according to",
        ),
        pytest.param(
            "“The pilot master, Corvin Lathe, said that it is shut,” a port report reads.",
            "en",
            "Corvin Lathe",
            id="said within",
        ),
        pytest.param(
            "“It is shut, Odalys Kestrane said on Monday,” the report reads.",
            "en",
            "Odalys Kestrane",
            id="said behind",
        ),
        pytest.param(
            "“He said it is shut, but Corvin Lathe claims that it is open,” she said.",
            "en",
            "Corvin Lathe",
            id="the first that has a name",
        ),
        pytest.param(
            "“It rained. Corvin Lathe says that it is shut,” she said.",
            "en",
            "Corvin Lathe",
            id="its second sentence",
        ),
        pytest.param(
            "“‘It is shut,’ Corvin Lathe told me,” Per Olsen said.",
            "en",
            "Corvin Lathe",
            id="in marks",
        ),
        pytest.param(
            "„Corvin Lathe sagte, dass der Hafen zu bleibt“, sagte Ada Brandvold.",
            "de",
            "Corvin Lathe",
            id="German",
        ),
        pytest.param(
            "„Laut Corvin Lathe bleibt der Hafen zu“, sagte Ada Brandvold.",
            "de",
            "Corvin Lathe",
            id="German, according to",
        ),
    ],
)
def test_quotes_somebody(text: str, lang: str, name: str) -> None:
    assert the_claim(text, lang).nested_speaker == name


def test_quotes_anybody_named_where_its_own_speaker_is_unknown() -> None:
    discourse = a_discourse("“Corvin Lathe said that it is shut for good.”")
    passage = passages(discourse)[0]

    assert nested_speaker(passage, None, Story(discourse)) == "Corvin Lathe"


def quoted_within(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """The words in marks within the first quotation of a text, each with its speaker."""
    return [(nested.text, nested.speaker) for nested in the_claim(text, lang).nested]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is shut for good,” Per Olsen said.", id="no marks within"),
        pytest.param("“I saw ‘The Old Pier’ twice,” Per Olsen said.", id="a title"),
        pytest.param("“The so-called ‘old pier’ is shut,” Per Olsen said.", id="a term"),
        pytest.param("“It isn’t the Olsens’ pier,” Per Olsen said.", id="apostrophes"),
        pytest.param("“It was ‘shut for good’ in the 1990s,” Per Olsen said.", id="no cue"),
        pytest.param("“It is ‘shut’ or not,” Per Olsen said she said.", id="a cue outside"),
        pytest.param("“It is shut,” Ada said. “He said ‘no’ to me,” Per Olsen said.", id="later"),
    ],
)
def test_nothing_is_quoted_within(text: str) -> None:
    assert quoted_within(text) == []


@pytest.mark.parametrize(
    ("text", "lang", "within"),
    [
        pytest.param(
            "“She told me, ‘Go home,’ and I went,” Per Olsen said.",
            "en",
            [("Go home,", "She")],
            id="a cue before",
        ),
        pytest.param(
            "“‘It is shut,’ Corvin Lathe told me,” Per Olsen said.",
            "en",
            [("It is shut,", "Corvin Lathe")],
            id="a cue behind",
        ),
        pytest.param(
            "“Then Corvin Lathe asked: ‘Who shut it?’ Nobody knew,” Per Olsen said.",
            "en",
            [("Who shut it?", "Corvin Lathe")],
            id="a colon",
        ),
        pytest.param(
            "“Lathe: ‘It is shut.’ That was all,” Per Olsen said.",
            "en",
            [("It is shut.", "Lathe")],
            id="a label",
        ),
        pytest.param(
            "‘She told me, “Go home,” and I went,’ said Per Olsen.",
            "en",
            [("Go home,", "She")],
            id="British marks",
        ),
        pytest.param(
            "“First she said, ‘Go home,’ and then he told me, ‘Stay here,’” Per Olsen said.",
            "en",
            [("Go home,", "she"), ("Stay here,", "he")],
            id="two of them",
        ),
        pytest.param(
            "“She said, ‘He told me “go home” and I went,’ which was odd,” Per Olsen said.",
            "en",
            [("He told me “go home” and I went,", "She")],
            id="the outer one alone",
        ),
        pytest.param(
            "“It rained,” Per Olsen said. “She told me, ‘Go home,’ and I went.”",
            "en",
            [("Go home,", "She")],
            id="in the second part",
        ),
        pytest.param(
            "„Sie sagte mir: ‚Geh nach Hause‘, und ich ging“, sagte Per Olsen.",
            "de",
            [("Geh nach Hause", "Sie")],
            id="German",
        ),
    ],
)
def test_is_quoted_within(text: str, lang: str, within: list[tuple[str, str]]) -> None:
    assert quoted_within(text, lang) == within


PIECES = [
    "“",
    "”",
    "‘It is shut,’",
    "‘",
    "’",
    "She said",
    "Ada Brandvold said that",
    ":",
    ".",
    "\n",
]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=16), st.sampled_from(["en", "de", "ja"]))
def test_what_is_quoted_within_lies_in_the_words(pieces: list[str], lang: str) -> None:
    text = " ".join(pieces)
    discourse = a_discourse(text, lang)
    for passage in passages(discourse):
        found = list(nested_quotations(passage, discourse))
        starts = [each.span.start for each in found]
        assert starts == sorted(set(starts))
        for each in found:
            assert any(segment.holds(each.span) for segment in passage.segments)
            assert any(segment.holds(each.speaker_span) for segment in passage.segments)
            assert each.text == each.span.of(text)
            assert each.speaker == each.speaker_span.of(text)
