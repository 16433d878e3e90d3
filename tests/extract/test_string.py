import pytest
from building import span_in
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.marks import outermost
from provcheck.extract.passage import Passage
from provcheck.extract.string import QuotedString
from provcheck.model.claim import ClaimKind
from provcheck.model.span import Span


def a_string(text: str, lang: str = "en") -> QuotedString:
    """The first quoted stretch of a text and what stands round it."""
    discourse = a_discourse(text, lang)
    first = next(each for block in discourse.quoted for each in outermost(block))
    return QuotedString(a_passage(first.inner, first.outer), discourse)


def a_passage(inner: Span, outer: Span) -> Passage:
    return Passage(kind=ClaimKind.QUOTE, span=inner, outer=outer, segments=(inner,))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "The pier is “a sieve”.", id="no cue"),
        pytest.param("en", "She left. The pier is “a sieve”.", id="a sentence before"),
        pytest.param("en", "The boat called “the gull” sank.", id="nobody calls it"),
        pytest.param("en", "The pier is known as “the sieve”.", id="nobody knows it"),
        pytest.param("en", "As “a sieve” it leaks.", id="likened by no verb"),
        pytest.param("de", "Er ist „müde“.", id="German indicative"),
        pytest.param("de", "Er sei „Kapitän“.", id="German reported, but a noun"),
        pytest.param("de", "Der Hafen gilt als „sicher“.", id="German likened by nobody"),
        pytest.param("fr", "Le port est « fermé ».", id="French"),
    ],
)
def test_nobody_is_given_the_words(lang: str, text: str) -> None:
    assert not a_string(text, lang).attributed


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "“A sieve,” she said.", id="said behind"),
        pytest.param("en", "She said the pier was “a sieve”.", id="said before"),
        pytest.param("en", "She calls the pier “a sieve” now.", id="called"),
        pytest.param("en", "According to Per Olsen, it is “a sieve”.", id="according to"),
        pytest.param("en", "OLSEN: “A sieve.”", id="a label"),
        pytest.param("en", "Her answer: “A sieve.”", id="a noun and a colon"),
        pytest.param("en", "She was hailed as “a saint”.", id="likened, passive"),
        pytest.param("de", "Er sei „müde“.", id="German reported by mood"),
        pytest.param("de", "Er werde „nie“ gehen.", id="German reported future"),
        pytest.param("de", "Sie bezeichnete ihn als „müde“.", id="German described as"),
        pytest.param("sv", "Hon sade att den är ”stängd”.", id="Swedish"),
        pytest.param("fr", "Il juge le plan « absurde ».", id="French judged"),
        pytest.param("ja", "市長は「港は閉まった」と述べた。", id="Japanese"),
    ],
)
def test_somebody_is_given_the_words(lang: str, text: str) -> None:
    assert a_string(text, lang).attributed


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "The boat called “the gull” sank.", id="a participle"),
        pytest.param("en", "It is called “the sieve”.", id="passive, nobody named"),
        pytest.param("en", "She said “a sieve”.", id="said, not named"),
        pytest.param("en", "“A sieve” she called it.", id="the cue behind"),
        pytest.param("en", "The pier is “a sieve”.", id="no cue"),
        pytest.param("de", "Der Hafen gilt als „sicher“.", id="German passes for"),
    ],
)
def test_nobody_gives_the_name(lang: str, text: str) -> None:
    assert not a_string(text, lang).called


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "She called it “a sieve”.", id="called"),
        pytest.param("en", "They dubbed the boat “the old lady”.", id="dubbed"),
        pytest.param("en", "Critics nicknamed her “the gull”.", id="nicknamed"),
        pytest.param("en", "It was called “a sieve” by Per Olsen.", id="passive with its agent"),
        pytest.param("en", "He described the pier as “a sieve”.", id="described as"),
        pytest.param("de", "Sie nannte ihn „Träumer“.", id="German"),
    ],
)
def test_somebody_gives_the_name(lang: str, text: str) -> None:
    assert a_string(text, lang).called


@pytest.mark.parametrize(
    ("lang", "text", "likened"),
    [
        pytest.param("en", "“A sieve”, she said.", False, id="nothing before"),
        pytest.param("en", "As a rule “a sieve” leaks.", False, id="as, further before"),
        pytest.param("en", "Like “a sieve”, it leaks.", False, id="like"),
        pytest.param("de", "Wie „ein Sieb“ leckt er.", False, id="German wie"),
        pytest.param("en", "It is known as “the sieve”.", True, id="as"),
        pytest.param("en", "As “a sieve” it leaks.", True, id="as, with a capital"),
        pytest.param("de", "Er gilt als „Sieb“.", True, id="German"),
        pytest.param("fr", "On le voit comme « un fou ».", True, id="French"),
        pytest.param("es", "Lo ven como «un loco».", True, id="Spanish"),
    ],
)
def test_whether_as_stands_right_before(lang: str, text: str, likened: bool) -> None:  # noqa: FBT001
    assert a_string(text, lang).likened is likened


def test_what_stands_round_it() -> None:
    string = a_string("It rained. She said “a half-dry 2,000 tons”, and left. Then we slept.")

    assert string.inner == "a half-dry 2,000 tons"
    assert string.words == ["a", "half-dry", "2,000", "tons"]
    assert string.lead == "It rained. She said "
    assert string.sentence is not None
    assert string.sentence.span.of(string.text) == "She said “a half-dry 2,000 tons”, and left."
    assert [token.text for token in string.before] == ["She", "said"]
    assert string.at == 2
    assert [token.text for token in string.behind] == [",", "and", "left", "."]
    assert len(string.sayings) == 1


def test_the_lead_is_short() -> None:
    string = a_string(f"{'Gulls cried. ' * 20}She said “a sieve”.")

    assert len(string.lead) == 80
    assert string.lead.endswith("Gulls cried. She said ")


def test_a_string_in_no_block_stands_in_no_sentence() -> None:
    text = "The pier is shut.\n\nNobody answered."
    gap = span_in(text, "\n\n")
    string = QuotedString(a_passage(gap, gap), a_discourse(text))

    assert string.sentence is None
    assert string.words == []
    assert (string.at, string.before, string.behind, string.sayings) == (0, (), (), ())
    assert not string.attributed
    assert not string.called
    assert not string.likened


@settings(max_examples=100)
@given(st.text(alphabet="“”‘’ ab,.:\nsaidO", max_size=60), st.sampled_from(["en", "de", "sv"]))
def test_any_string_is_told_from_what_stands_round_it(text: str, lang: str) -> None:
    discourse = a_discourse(text, lang)
    for each in (quoted for block in discourse.quoted for quoted in outermost(block)):
        string = QuotedString(a_passage(each.inner, each.outer), discourse)

        assert text[: each.outer.start].endswith(string.lead)
        assert all(token.end <= each.outer.start for token in string.before)
        assert all(token.start >= each.outer.end for token in string.behind)
        assert not string.attributed or string.sentence is not None
