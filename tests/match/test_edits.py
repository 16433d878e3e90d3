import pytest

from provcheck.match.edits import Sides, side, within
from provcheck.match.tokens import Tokens
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import load_rulebook

LEXICON = load_rulebook().lexicon


def told(ours: str, theirs: str, *pairs: tuple[int, int]) -> list[tuple[EditKind, str, str]]:
    sides = Sides(Tokens(ours), 0, Tokens(theirs), LEXICON)
    return [(e.kind, e.claim.of(ours), e.source.of(theirs)) for e in within(pairs, sides)]


def test_equal_words_have_no_edits() -> None:
    assert told("the old pier", "the old pier", (0, 0), (1, 1), (2, 2)) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "pairs", "edits"),
    [
        pytest.param(
            "the old pier",
            "The old pier",
            ((0, 0), (1, 1), (2, 2)),
            [("case", "the", "The")],
            id="capitals",
        ),
        pytest.param(
            "the new pier",
            "the old pier",
            ((0, 0), (2, 2)),
            [("substitution", "new", "old")],
            id="a word",
        ),
        pytest.param(
            "we are ready",
            "we are um ready",
            ((0, 0), (1, 1), (2, 3)),
            [("filler", "", "um")],
            id="an um",
        ),
        pytest.param(
            "we are ready",
            "we are we are ready",
            ((0, 0), (1, 1), (2, 4)),
            [("filler", "", "we are")],
            id="doubled",
        ),
        pytest.param(
            "the pier slowly fell down",
            "the pier fell down slowly now",
            ((0, 0), (1, 1), (3, 2), (4, 3)),
            [("insertion", "slowly", "")],
            id="a word before the verb",
        ),
    ],
)
def test_edits_within_a_piece(ours: str, theirs: str, pairs, edits) -> None:
    assert told(ours, theirs, *pairs) == edits


def test_words_moved_within_a_piece_are_reordered() -> None:
    ours, theirs = "in May we open", "we open in May so"
    edits = told(
        "today in May we open so", "today we open in May so", (0, 0), (3, 1), (4, 2), (5, 5)
    )

    assert ours != theirs
    assert [kind for kind, _, _ in edits] == ["reorder"]


def test_words_of_two_kinds_are_told_one_by_one() -> None:
    edits = told("he will 5 pay", "she may 6 pay", (3, 3))

    assert edits == []
    edits = told("so he will pay", "so she may pay", (0, 0), (3, 3))
    assert [kind for kind, _, _ in edits] in (["pronoun", "modality"], ["modality"])


def test_offsets_count_from_the_articles_start() -> None:
    sides = Sides(Tokens("new pier"), 100, Tokens("old pier"), LEXICON)

    assert sides.edit((0, 1), (0, 1)).claim.start == 100


def test_the_first_word_opens_a_sentence() -> None:
    words = Tokens("Ships came. Cranes fell, Halvik sank")

    assert side(words, (0, 1)).opens
    assert side(words, (2, 3)).opens
    assert not side(words, (4, 5)).opens


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("we’ll open", "well open", id="an apostrophe that makes another word"),
        pytest.param("we ill open", "we I’ll open", id="the other way round"),
    ],
)
def test_words_that_an_apostrophe_tells_apart_are_not_the_same(ours: str, theirs: str) -> None:
    assert told(ours, theirs, *((i, i) for i in range(len(Tokens(ours)))))
