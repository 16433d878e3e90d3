import pytest

from provcheck.language.agreement import agreement
from provcheck.language.figures import figures
from provcheck.rulebook.figures import figure_rules


def stands(ours: str, theirs: str) -> str:
    one, two = (figures(text, figure_rules(), "en")[0] for text in (ours, theirs))
    return str(agreement(one, two))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("4.3 million", "4,312,877", id="rounded"),
        pytest.param("4,312,877", "4.3 million", id="the source is rounded"),
        pytest.param("nearly 500", "497", id="nearly"),
        pytest.param("about 500", "540", id="about"),
        pytest.param("more than 500", "512", id="more than"),
        pytest.param("more than 300", "more than 500", id="a claim that says less"),
        pytest.param("at least 500", "more than 500", id="two that are near"),
        pytest.param("80 km", "50 miles", id="converted"),
        pytest.param("five weeks", "4 to 6 weeks", id="within a range"),
        pytest.param("half of", "50 per cent", id="a half"),
        pytest.param("500", "up to 500", id="an upper end"),
        pytest.param("2,000 trees", "1,974 trees", id="a round figure"),
        pytest.param("six weeks", "42 days", id="weeks and days"),
    ],
)
def test_agree(ours: str, theirs: str) -> None:
    assert stands(ours, theirs) == "agrees"


@pytest.mark.parametrize(
    ("ours", "theirs", "how"),
    [
        pytest.param("40 euros", "40 metres", "apart", id="of different measures"),
        pytest.param("10 million euros", "11 million dollars", "open", id="money is not converted"),
        pytest.param("2,000", "1,940", "open", id="nearly a round figure"),
        pytest.param("700", "more than 500", "open", id="more exact than its source"),
        pytest.param("4 per cent", "6 percentage points", "open", id="other points"),
    ],
)
def test_nothing_is_told(ours: str, theirs: str, how: str) -> None:
    assert stands(ours, theirs) == how


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("4.3 million", "3.4 million", id="digits turned"),
        pytest.param("4.3", "43", id="a point lost"),
        pytest.param("40 million", "41 million", id="as exact as its source"),
        pytest.param("nearly 500", "512", id="nearly, from above"),
        pytest.param("more than 500", "497", id="more than, from below"),
        pytest.param("more than 500", "more than 300", id="a claim that says more"),
        pytest.param("fewer than 50", "64", id="fewer than"),
        pytest.param("50 km", "50 miles", id="another unit"),
        pytest.param("40 million dollars", "40 million euros", id="another currency"),
        pytest.param("four per cent", "four percentage points", id="points for per cent"),
        pytest.param("dozens", "three", id="dozens"),
        pytest.param("nine weeks", "4 to 6 weeks", id="outside a range"),
        pytest.param("-0.4 degrees", "0.4 degrees", id="a sign lost"),
    ],
)
def test_conflict(ours: str, theirs: str) -> None:
    assert stands(f"at {ours}", f"at {theirs}") == "conflicts"
