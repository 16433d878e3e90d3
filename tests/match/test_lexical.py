import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.lexical import Side, kind_of, same_meaning
from provcheck.match.tokens import Tokens
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import load_rulebook

LEXICON = load_rulebook().lexicon


def side(words: str, *, opens: bool = False) -> Side:
    found = Tokens(words)
    written = tuple(found.span(i, i + 1).of(words) for i in range(len(found)))
    return Side(norms=tuple(found.norms), written=written, opens=opens)


def kind(ours: str, theirs: str) -> EditKind:
    return kind_of(side(ours), side(theirs), LEXICON)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("harbor", "harbour", id="US and UK"),
        pytest.param("organize", "organise", id="ize and ise"),
        pytest.param("five", "5", id="a number word and its digits"),
        pytest.param("twenty-five", "25", id="a compound number"),
        pytest.param("%", "per cent", id="per cent"),
        pytest.param("percent", "%", id="percent"),
        pytest.param("do not", "don’t", id="a contraction"),
        pytest.param("going to", "gonna", id="spoken form"),
        pytest.param("Zelensky", "Zelenskiy", id="a transliteration"),
        pytest.param("1,520", "1520", id="thousands"),
    ],
)
def test_say_the_same(ours: str, theirs: str) -> None:
    assert kind(ours, theirs) == EditKind.SPELLING_VARIANT


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        pytest.param("", "not", EditKind.NEGATION, id="a lost not"),
        pytest.param("", "do not", EditKind.NEGATION, id="a lost do not"),
        pytest.param("never", "", EditKind.NEGATION, id="a never put in"),
        pytest.param("possible", "impossible", EditKind.NEGATION, id="a denying prefix"),
        pytest.param("14", "40", EditKind.NUMBER, id="another number"),
        pytest.param("4.3", "43", EditKind.NUMBER, id="a lost point"),
        pytest.param("million", "billion", EditKind.NUMBER, id="another magnitude"),
        pytest.param("$", "€", EditKind.NUMBER, id="another currency"),
        pytest.param("six", "five", EditKind.NUMBER, id="another number word"),
        pytest.param("will", "may", EditKind.MODALITY, id="another modal"),
        pytest.param("must", "should", EditKind.MODALITY, id="another duty"),
        pytest.param("", "almost", EditKind.QUALIFIER, id="a lost qualifier"),
        pytest.param("all", "most", EditKind.QUALIFIER, id="another quantity"),
        pytest.param("we", "they", EditKind.PRONOUN, id="another pronoun"),
        pytest.param("I", "he", EditKind.PRONOUN, id="I is no name"),
        pytest.param("Halvik", "Osmere", EditKind.NAME, id="another name"),
        pytest.param("was", "is", EditKind.TENSE, id="another tense of be"),
        pytest.param("opened", "opens", EditKind.TENSE, id="another tense"),
        pytest.param("went", "goes", EditKind.TENSE, id="an irregular verb"),
        pytest.param("shallow", "narrow", EditKind.SUBSTITUTION, id="another word"),
        pytest.param("county", "country", EditKind.SUBSTITUTION, id="letters alike, words not"),
        pytest.param("brave", "", EditKind.INSERTION, id="a word put in"),
        pytest.param("", "leather", EditKind.OMISSION, id="a word left out"),
        pytest.param("", "per cent", EditKind.NUMBER, id="a lost unit"),
        pytest.param("", "day", EditKind.OMISSION, id="a word of time without a figure"),
        pytest.param("significant", "non-significant", EditKind.NEGATION, id="non in front"),
        pytest.param("careful", "careless", EditKind.NEGATION, id="a denying ending"),
        pytest.param("tax", "income", EditKind.SUBSTITUTION, id="in that denies nothing"),
        pytest.param("the", "into", EditKind.SUBSTITUTION, id="into"),
        pytest.param("ist kein", "ist ein", EditKind.NEGATION, id="German denial"),
        pytest.param("n’avons pas", "avons", EditKind.NEGATION, id="French denial"),
        pytest.param("müssen", "können", EditKind.MODALITY, id="German duty"),
        pytest.param("plan to", "", EditKind.MODALITY, id="an intention"),
        pytest.param("plan", "scheme", EditKind.SUBSTITUTION, id="a plan is no modal"),
        pytest.param("planned", "plans", EditKind.TENSE, id="a verb of intention"),
        pytest.param("March", "May", EditKind.NAME, id="a month is no modal"),
        pytest.param("fewer", "less", EditKind.SUBSTITUTION, id="usage"),
        pytest.param("about", "of", EditKind.SUBSTITUTION, id="about as a preposition"),
        pytest.param("", "about", EditKind.QUALIFIER, id="about a figure"),
        pytest.param("", "like", EditKind.OMISSION, id="like may be a verb"),
        pytest.param("", "you know", EditKind.FILLER, id="you know"),
        pytest.param("quick", "quickly", EditKind.SUBSTITUTION, id="an adverb"),
        pytest.param("the old", "the", EditKind.INSERTION, id="words in common are no change"),
        pytest.param("Ada", "Ida", EditKind.NAME, id="one letter of a name"),
        pytest.param("US", "us", EditKind.PRONOUN, id="a country for a pronoun"),
        pytest.param("Prof.", "Dr.", EditKind.SUBSTITUTION, id="another title"),
        pytest.param("", "um", EditKind.FILLER, id="an um"),
        pytest.param("ships and cranes", "cranes and ships", EditKind.REORDER, id="turned round"),
    ],
)
def test_kinds(ours: str, theirs: str, expected: EditKind) -> None:
    assert kind(ours, theirs) == expected


def test_a_capital_at_a_sentences_head_proves_no_name() -> None:
    head = side("Ships", opens=True)

    assert kind_of(head, side("Boats", opens=True), LEXICON) == EditKind.SUBSTITUTION


def test_a_lost_phrase_with_a_number_in_it_is_an_omission() -> None:
    assert kind("", "in the winter of 2021") == EditKind.OMISSION


def test_same_meaning_leaves_other_words_alone() -> None:
    assert same_meaning(("the", "harbour"), LEXICON) == ("the", "harbor")


def test_boats_behind_an_article_are_a_noun() -> None:
    one = side("boat").model_copy(update={"before": ("the",)})

    assert kind_of(one, side("boats").model_copy(update={"before": ("the",)}), LEXICON) == (
        EditKind.SUBSTITUTION
    )


def test_at_a_quotations_head_the_source_begins_earlier() -> None:
    chair = side("leather").model_copy(update={"before": ("in", "the")})

    assert kind_of(side("the"), chair, LEXICON) == EditKind.OMISSION


@pytest.mark.parametrize("opens", [True, False])
def test_the_source_begins_no_earlier_than_its_sentence(*, opens: bool) -> None:
    known = {"before": ("the", "sails"), "opens": opens}
    harbour = side("the harbour").model_copy(update=known)

    assert kind_of(side("the harbor", opens=True), harbour, LEXICON) == EditKind.SPELLING_VARIANT


def test_a_citation_left_out_is_no_word_left_out() -> None:
    mark = side("38").model_copy(update={"around": (" [", "] ")})

    assert kind_of(side(""), mark, LEXICON) == EditKind.TYPOGRAPHY


WORDS = st.lists(
    st.sampled_from(["the", "Pier", "not", "5", "five", "m", "will", "um", "it’s", "$"])
)


@given(WORDS, WORDS, WORDS, WORDS)
def test_any_words_are_typed(
    ours: list[str], theirs: list[str], before: list[str], after: list[str]
) -> None:
    known = {"before": tuple(before), "after": tuple(after), "around": (", ", "] ")}
    if ours or theirs:
        source = side(" ".join(theirs)).model_copy(update=known)
        assert kind_of(side(" ".join(ours)), source, LEXICON) in EditKind
        assert kind(" ".join(ours), " ".join(theirs)) in EditKind


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_another_figure_is_always_told(one: int, other: int) -> None:
    expected = EditKind.SPELLING_VARIANT if one == other else EditKind.NUMBER

    assert kind(f"{one:,}", str(other)) == expected
