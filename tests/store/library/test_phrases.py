import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.store.library.phrases import rarest, stretches

RUN = tuple("the cranes go to the pier".split())  # noqa: SIM905  (words)
TIMES = {"the": 100, "cranes": 2, "go": 50, "to": 90, "pier": 5}


@pytest.mark.parametrize(
    ("segments", "parts"),
    [
        pytest.param(("a 4.5 b.",), ["a 4.5 b."], id="stops and figures break nothing"),
        pytest.param(("a [b]right c",), ["a bright c"], id="a letter in brackets is of its word"),
        pytest.param(("a b", "c d"), ["a b", "c d"], id="segments stand apart"),
        pytest.param(("a … b",), ["a ", " b"], id="an ellipsis"),
        pytest.param(("a ... b . . . c",), ["a ", " b ", " c"], id="one of dots"),
        pytest.param(("a [...] b",), ["a ", " b"], id="one in brackets"),
        pytest.param(("a [the mayor] b",), ["a ", " b"], id="what is put in"),
        pytest.param(("a [b c",), ["a ", "b c"], id="a bracket that nothing closes"),
        pytest.param(("", " ", "…"), [], id="nothing"),
    ],
)
def test_phrases_cross_no_gap(segments: tuple[str, ...], parts: list[str]) -> None:
    assert list(stretches(segments)) == parts


@given(st.lists(st.text("ab [].…")))
def test_whatever_stands_between_gaps_has_none(segments: list[str]) -> None:
    assert all("…" not in part and "..." not in part for part in stretches(segments))


def test_the_rarest_come_first_and_the_earlier_of_equals() -> None:
    assert rarest([RUN], 2, 2, TIMES) == (("cranes", "go"), ("the", "cranes"))
    assert rarest([("the", "to"), ("to", "the")], 2, 1, TIMES) == (("the", "to"),)


def test_a_word_that_no_document_has_is_in_no_phrase() -> None:
    assert rarest([("the", "lost", "pier")], 2, 9, TIMES) == ()
    assert rarest([("the", "lost", "pier")], 1, 9, TIMES) == (("pier",), ("the",))


def test_a_phrase_is_looked_up_once() -> None:
    assert rarest([RUN, RUN], 6, 9, TIMES) == (RUN,)
    assert rarest([RUN[:2]], 3, 9, TIMES) == ()
