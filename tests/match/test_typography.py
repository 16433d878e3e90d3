import pytest
from building import a_claim, a_source, found

from provcheck.match.align import align
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def typographic(ours: str, theirs: str) -> bool:
    alignment = align(a_claim(ours, ours), found(a_source(theirs)), RULES)

    assert {e.kind for e in alignment.edits} <= {EditKind.TYPOGRAPHY}
    assert alignment.exact
    return bool(alignment.edits)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("the old pier is shut", "the old pier is shut", id="the same"),
        pytest.param(
            "the old  pier is shut", "the old\npier\u00a0is shut", id="white space of any kind"
        ),
        pytest.param("the old pier is shut.", "the old pier is shut", id="a stop at the end"),
    ],
)
def test_no_difference(ours: str, theirs: str) -> None:
    assert not typographic(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("it’s the old pier today", "it's the old pier today", id="apostrophes"),
        pytest.param("the old pier – it is shut", "the old pier — it is shut", id="dashes"),
        pytest.param("the “old” pier is shut", "the ‘old’ pier is shut", id="marks within"),
        pytest.param("the ﬁne old pier is shut", "the fine old pier is shut", id="ligatures"),
        pytest.param(
            "the old cafe\u0301 is shut now", "the old café is shut now", id="composition"
        ),
        pytest.param("the old, old pier is shut", "the old old pier is shut", id="a comma"),
    ],
)
def test_a_difference_of_looks_only(ours: str, theirs: str) -> None:
    assert typographic(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("the pier got an A today", "the pier got an A+ today", id="a plus"),
        pytest.param("the 5′ pier is shut", "the 5″ pier is shut", id="feet and inches"),
    ],
)
def test_a_sign_that_means_something(ours: str, theirs: str) -> None:
    alignment = align(a_claim(ours, ours), found(a_source(theirs)), RULES)

    assert EditKind.SUBSTITUTION in {e.kind for e in alignment.edits}
