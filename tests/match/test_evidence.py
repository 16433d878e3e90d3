import pytest

from provcheck.match.evidence import chance, needed, weights
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.frequencies import Frequencies


@pytest.mark.parametrize(("words", "bits"), [(0, 20.0), (1, 20.0), (1024, 30.0), (1 << 20, 40.0)])
def test_bits_needed_grow_with_the_haystack(words: int, bits: float) -> None:
    assert needed(words) == bits


def test_chance_falls_by_half_a_bit_at_a_time() -> None:
    assert chance(10.0, 1024) == 1.0
    assert chance(11.0, 1024) == 0.5
    assert chance(0.0, 1024) == 1024.0


def test_common_words_are_little_evidence(rules: Rulebook) -> None:
    scale = weights(rules.frequencies, "en-GB")

    assert scale.bits("the") < scale.bits("council") < scale.bits("halberdier")
    assert scale.total(["the", "the"]) == 2 * scale.bits("the")
    assert scale.bits("x") < scale.bits("xenolith")


def test_four_rare_words_are_evidence_in_an_article_and_four_common_ones_are_not(
    rules: Rulebook,
) -> None:
    scale = weights(rules.frequencies, "en")

    assert scale.total(["dredgers", "moored", "beneath", "lanterns"]) > needed(1000)
    assert scale.total(["it", "is", "in", "the"]) < needed(1000)


def test_a_language_without_a_list_has_even_weights() -> None:
    scale = weights(Frequencies(languages={}), "xx")

    assert scale.bits("abcd") == scale.bits("wxyz")
