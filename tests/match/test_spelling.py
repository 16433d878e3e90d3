import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.side import Side
from provcheck.match.spelling import one_word, same_meaning, says_same, spelt_out
from provcheck.match.tokens import Tokens
from provcheck.rulebook.book import load_rulebook

LEXICON = load_rulebook().lexicon
NUMBERS = st.integers(0, 10**7)


def side(words: str, **known: object) -> Side:
    found = Tokens(words)
    written = tuple(found.span(i, i + 1).of(words) for i in range(len(found)))
    return Side(norms=tuple(found.norms), written=written, **known)


def same(ours: str, theirs: str) -> bool:
    return says_same(side(ours), side(theirs), LEXICON)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("may be", "maybe", id="a modal and an adverb"),
        pytest.param("no body", "nobody", id="a denial and a pronoun"),
        pytest.param("4 3", "43", id="two figures and one"),
        pytest.param("5 %", "5", id="a lost unit"),
        pytest.param("5", "-5", id="a lost sign"),
        pytest.param("4.3", "43", id="a lost point"),
        pytest.param("<", "=", id="another relation"),
        pytest.param("5 km", "5 miles", id="another unit"),
        pytest.param("8 km", "5 miles", id="a unit converted"),
        pytest.param("$5", "€5", id="another currency"),
        pytest.param("5m", "5bn", id="another magnitude"),
        pytest.param("percent", "percentage points", id="points"),
        pytest.param("county", "country", id="letters alike"),
        pytest.param("shot", "shit", id="no mask"),
        pytest.param("her", "", id="nothing there"),
        pytest.param("A$ 5", "$ 5", id="dollars of another country"),
        pytest.param("3.30", "3:30", id="a figure and a time"),
        pytest.param("1 000", "100 000", id="thousands apart, another figure"),
        pytest.param("no 5 ships", "number 5 ships", id="a denial before a figure"),
        pytest.param("the mayors", "the mayor is", id="a plural without apostrophe"),
        pytest.param("US", "us", id="a country and a pronoun"),
        pytest.param("Ada", "Ida", id="two names"),
    ],
)
def test_do_not_say_the_same(ours: str, theirs: str) -> None:
    assert not same(ours, theirs)
    assert not same(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("the mayor’s", "the mayor is", id="an apostrophe for is"),
        pytest.param("he's", "he has", id="an apostrophe for has"),
        pytest.param("she’d", "she would", id="an apostrophe for would"),
        pytest.param("we'll", "we will", id="an apostrophe for will"),
        pytest.param("it’s", "it is", id="it is"),
        pytest.param("wellbeing", "well being", id="in one word"),
        pytest.param("Müller", "Mueller", id="an umlaut"),
        pytest.param("5m", "5 million", id="m for million"),
        pytest.param("5m", "5 metres", id="m for metres"),
        pytest.param("$5m", "5 million dollars", id="a currency behind"),
        pytest.param("the U.S.", "the United States", id="an abbreviation"),
        pytest.param("US", "U.S.", id="an abbreviation in capitals"),
        pytest.param("Kyiv", "Kiev", id="a transliteration"),
        pytest.param("Dr.", "Doctor", id="a title"),
        pytest.param("have got to", "gotta", id="a spoken form"),
        pytest.param("a hundred", "100", id="a number"),
        pytest.param("1 000 000", "1,000,000", id="thousands apart"),
        pytest.param("US$ 5", "$ 5", id="whose dollars"),
        pytest.param("3.30pm", "3:30 p.m.", id="a time of day"),
        pytest.param("No. 5", "number 5", id="number, abbreviated"),
        pytest.param("rock 'n' roll", "rock and roll", id="and, clipped"),
    ],
)
def test_say_the_same(ours: str, theirs: str) -> None:
    assert same(ours, theirs)
    assert same(theirs, ours)


def test_only_the_quotation_may_mask() -> None:
    assert same("f***ing", "fucking")
    assert same("s---", "shit")
    assert not same("fucking", "f***ing")


def test_the_rest_of_a_figure_counts() -> None:
    quote = side("$", after=("5", "m"))
    source = Side(norms=(), written=(), after=("5", "million", "dollars"))

    assert says_same(quote, source, LEXICON)
    assert not says_same(quote, source.model_copy(update={"after": ("5", "million")}), LEXICON)


def test_words_beside_a_quotations_head_count() -> None:
    source = side("being", before=("the", "well"), after=("of", "all"))

    assert says_same(side("wellbeing", after=("of", "all")), source, LEXICON)
    assert not says_same(side("wellbeing", before=("the",), after=("of",)), source, LEXICON)


@pytest.mark.parametrize(
    ("ours", "theirs", "one"),
    [
        ("its", "it’s", True),
        ("The", "the", True),
        ("don’t", "dont", True),
        ("US", "us", False),
        ("were", "we’re", False),
        ("We'll", "well", False),
    ],
)
def test_words_alike_when_folded(ours: str, theirs: str, one: bool) -> None:  # noqa: FBT001
    assert one_word(ours, theirs, LEXICON) is one


def test_an_apostrophe_takes_the_word_of_the_other_side() -> None:
    assert spelt_out(side("he’s"), side("he has"), LEXICON) == ("he", "has")
    assert spelt_out(side("he’s"), side("he"), LEXICON) == ("he", "is")


def test_same_meaning_leaves_other_words_alone() -> None:
    assert same_meaning(("the", "harbour"), LEXICON) == ("the", "harbor")
    assert same_meaning(("21", "st"), LEXICON) == ("21st",)
    assert same_meaning(("st", "olaf"), LEXICON) == ("saint", "olaf")


@given(NUMBERS, NUMBERS)
def test_figures_are_the_same_only_when_equal(one: int, other: int) -> None:
    assert same(f"{one:,}", str(other)) == (one == other)
    assert same(f"{one + 1} million", f"{other + 1}000000") == (one == other)


@pytest.mark.parametrize(
    ("dash", "after", "same"),
    [
        pytest.param("–", "6", True, id="a dash for to"),
        pytest.param(" ", "6", False, id="no dash"),
        pytest.param("–", "ships", False, id="no figure"),
    ],
)
def test_a_dash_between_figures_is_read_as_to(dash: str, after: str, same: bool) -> None:  # noqa: FBT001
    ours = Side(norms=(), written=(), before=("takes", "4"), after=(after,), around=(dash, ""))

    assert says_same(ours, side("to", before=("takes", "4"), after=(after,)), LEXICON) is same
