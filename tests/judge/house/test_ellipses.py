import time

import pytest
from housing import a_look, in_house

from provcheck.judge.house.ellipses import across_paragraphs, at_end, long_omission, spacing
from provcheck.model.claim import ClaimKind
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import Rulebook

SAID = "We counted the geese at dawn with a clicker in each hand, and then we went home."


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("We counted the geese at dawn and then we went home", id="no points"),
        pytest.param("We counted the geese … and then we went home", id="one sign, spaced"),
        pytest.param("We counted the geese ... and then we went home", id="three, spaced"),
        pytest.param("We counted the geese . . . and then we went home", id="three, spaced out"),
        pytest.param("We counted the geese. ... Then we went home", id="behind a full stop"),
        pytest.param("We counted the geese . . . . Then we went home", id="full stop and three"),
        pytest.param("We counted the geese [...] and then we went home", id="in brackets"),
        pytest.param("We counted the geese […] and then we went home", id="a sign in brackets"),
        pytest.param("We counted the geese ..., and then we went home", id="a comma behind"),
        pytest.param("We counted the geese…", id="at the end, which another rule tells"),
        pytest.param("…we counted the geese", id="at the head, which another rule tells"),
    ],
)
def test_points_set_well(rules: Rulebook, words: str) -> None:
    assert list(spacing(a_look(rules, f"“{words},” she said.", words, SAID))) == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("We counted the geese…and then we went home", id="no space"),
        pytest.param("We counted the geese... and then we went home", id="none before"),
        pytest.param("We counted the geese ...and then we went home", id="none behind"),
        pytest.param("We counted the geese .... and then we went home", id="four"),
        pytest.param("We counted the geese .. and then we went home", id="two"),
    ],
)
def test_points_set_ill(rules: Rulebook, words: str) -> None:
    (told,) = spacing(a_look(rules, f"“{words},” she said.", words, SAID))

    assert "geese" in told


def test_a_few_whole_words_show_where(rules: Rulebook) -> None:
    words = "We counted all of the geese...and then we all went home"
    (told,) = spacing(a_look(rules, words, words, SAID))

    assert told.endswith("“of the geese...and then we”")


def test_points_that_the_writer_of_the_source_set_are_his_own(rules: Rulebook) -> None:
    words = "We counted the geese...and then we went home"

    assert list(spacing(a_look(rules, words, words, f"{words}."))) == []
    embed = a_look(rules, words, words, SAID, kind=ClaimKind.EMBED)
    assert list(spacing(embed)) == []


@pytest.mark.parametrize(
    ("words", "source"),
    [
        pytest.param("We counted the geese … and went home", SAID, id="within"),
        pytest.param("We counted the geese at dawn.", SAID, id="a full stop"),
        pytest.param("We counted the geese at dawn…", "We counted the geese at dawn…", id="own"),
        pytest.param("…and we counted the geese", "Well…and we counted the geese.", id="own head"),
    ],
)
def test_no_points_at_an_end(rules: Rulebook, words: str, source: str) -> None:
    assert list(at_end(a_look(rules, f"“{words}” she said.", words, source))) == []


@pytest.mark.parametrize(
    ("words", "side"),
    [
        pytest.param("We counted the geese at dawn ...", "ends", id="three"),
        pytest.param("We counted the geese at dawn […],", "ends", id="in brackets, a comma behind"),
        pytest.param("… and then we went home", "opens", id="head"),
    ],
)
def test_points_at_an_end(rules: Rulebook, words: str, side: str) -> None:
    look = a_look(rules, f"“{words}” she said.", words, SAID)

    assert [message.split()[2] for message in at_end(look)] == [side]


def test_points_at_both_ends_of_words_that_nobody_checked(rules: Rulebook) -> None:
    words = "… we counted the geese …"

    assert len(list(at_end(a_look(rules, words, words)))) == 2


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param("We counted them.\n\nThen we went home.", 0, id="no omission"),
        pytest.param("We counted them ...\n\n“... then we went home.", 0, id="on both sides"),
        pytest.param("We counted them ... then we went home.", 0, id="one paragraph"),
        pytest.param("We counted them ...\n\n“Then we went home.", 1, id="missing behind"),
        pytest.param("We counted them.\n\n“... then we went home.", 1, id="missing before"),
    ],
)
def test_points_across_paragraphs(rules: Rulebook, words: str, count: int) -> None:
    assert len(list(across_paragraphs(a_look(rules, words, words)))) == count


def left_out(rules: Rulebook, count: int, **known: object):
    middle = " ".join(["and we walked on along the dyke in the rain"] * (count // 10))
    source = f"We counted the geese at dawn {middle} until the boat came to fetch us home."
    words = "We counted the geese at dawn … until the boat came to fetch us home."
    return a_look(rules, words, words, source, **known)


def test_a_short_omission(rules: Rulebook) -> None:
    assert list(long_omission(left_out(rules, 60))) == []


def test_a_long_omission(rules: Rulebook) -> None:
    (told,) = long_omission(left_out(rules, 70))

    assert "70 words" in told


def test_a_house_sets_how_long_is_long(rules: Rulebook) -> None:
    assert len(list(long_omission(left_out(in_house(rules, "guardian"), 50)))) == 1


def test_a_spliced_quotation_is_told_by_its_verdict(rules: Rulebook) -> None:
    assert list(long_omission(left_out(rules, 90, verdict=Verdict.SPLICED))) == []
    words = "We counted … and went home"
    assert list(long_omission(a_look(rules, words, words))) == []


@pytest.mark.parametrize("words", ["a" + "." * 50_000 + "b", "a" + " . ." * 20_000, "…\n" * 9_000])
def test_any_number_of_points_takes_no_time(rules: Rulebook, words: str) -> None:
    look = a_look(rules, words, words)
    began = time.perf_counter()
    for rule in (spacing, at_end, across_paragraphs, long_omission):
        list(rule(look))

    assert time.perf_counter() - began < 2
