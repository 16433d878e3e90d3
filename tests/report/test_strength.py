import pytest
from building import an_alignment

from provcheck.report.strength import strength


@pytest.mark.parametrize(
    ("known", "words"),
    [
        pytest.param({"exact": True}, "Every word stands unbroken in the source; ", id="exact"),
        pytest.param({"coverage": 0.625}, "62% of the words stand there", id="strong"),
        pytest.param({"bits": 9.6, "exact": True}, "few or common", id="exact-but-few"),
        pytest.param({"bits": 9.6}, "prove little", id="weak"),
    ],
)
def test_strength_in_words(known: dict[str, float], words: str) -> None:
    assert words in strength(an_alignment("we go", "we go", ("we go", "we go"), **known))


def test_the_figures_stand_behind_the_words() -> None:
    said = strength(an_alignment("we go", "we go", ("we go", "we go"), bits=9.6, needed=27.2))
    assert said.endswith("(10 bits of evidence, 27 asked for).")


def test_nothing_aligned_is_weak() -> None:
    assert "prove little" in strength(an_alignment("", "", bits=0.0, coverage=0.0))
