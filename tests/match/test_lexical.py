import pytest

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
