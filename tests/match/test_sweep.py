import pytest
from building import a_claim, a_source
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.evidence import weights
from provcheck.match.sweep import Place, Screen, Sweep
from provcheck.match.tokens import Tokens
from provcheck.model.claim import ClaimKind
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
SCALE = weights(RULES.frequencies, "en")
SOURCE = (
    "The dredgers lay beneath the lanterns all winter, and nobody had paid for the copper. "
    "In spring the council sold the copper, kept the lanterns and let the old pier fall. "
    "Whoever walked past at night heard the water knock against the planks."
)


def places(*quotes: str, source: str = SOURCE) -> tuple[Place | None, ...]:
    return Sweep(tuple(Tokens(quote) for quote in quotes), SCALE).places(Tokens(source))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("An entirely unrelated remark about cheese and its makers", id="other words"),
        pytest.param("", id="no words"),
    ],
)
def test_no_place_is_told(words: str) -> None:
    assert places(words) == (None,)


@pytest.mark.parametrize(
    ("words", "first", "length"),
    [
        pytest.param("In spring the council sold the copper", 15, 7, id="as it stands"),
        pytest.param("In spring the mayor sold the copper", 15, 7, id="a word changed"),
        pytest.param("Whoever walked by at night heard the water", 30, 8, id="another changed"),
        pytest.param("the lanternz all wintr, and nobody hed paid", 4, 8, id="letters wrong"),
    ],
)
def test_the_place_is_told(words: str, first: int, length: int) -> None:
    (place,) = places(words)

    assert place is not None
    assert abs(place.words[0] - first) <= 1
    assert place.words[1] - place.words[0] == length


def test_each_quotation_has_its_own_place_in_their_order() -> None:
    found = places(
        "nobody had paid for the copper", "no such thing was said", "let the old pier fall"
    )

    assert [place is not None for place in found] == [True, False, True]
    assert found[0] != found[2]


def test_the_longer_agreement_wins() -> None:
    twice = f"The council sold the boats in autumn. {SOURCE}"
    (place,) = places("In spring the council sold the copper", source=twice)

    assert place is not None
    assert place.words[0] == 15 + len(Tokens("The council sold the boats in autumn."))


WORDS = st.lists(
    st.sampled_from(["pier", "crane", "copper", "lantern", "dredger", "winter", "water"]),
    max_size=40,
)


@given(WORDS, st.integers(0, 40), st.integers(5, 12))
def test_what_stands_there_is_never_passed_by(text: list[str], start: int, length: int) -> None:
    quote = text[start : start + length]
    (place,) = places(" ".join(quote), source=" ".join(text))

    assert place is not None or len(quote) < 2


def test_any_two_texts_can_be_swept() -> None:
    assert places(source="") == ()
    assert places("", "a b", source="") == (None, None)


def screened(words: str, **known: object) -> bool:
    claim = a_claim(words, words, **known)
    return Screen((claim,), RULES).may_stand(claim, a_source(SOURCE))


def test_only_what_shares_too_little_is_screened_out() -> None:
    assert not screened("An entirely unrelated remark about cheese and its makers")
    assert screened("In spring the mayor sold the copper")
    assert screened("cheese and its makers"), "a few words are laid out"
    assert screened("An unrelated remark … about cheese and its many makers"), "so are parts"
    assert screened("Remarks on cheese and its many makers", kind=ClaimKind.PARAPHRASE)
