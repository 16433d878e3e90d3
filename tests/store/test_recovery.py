from collections.abc import Sequence
from itertools import combinations

import pytest
from storing import NOON, a_fetch, page

from provcheck.store.chain import BEGINNING, Written, line, written
from provcheck.store.copies import Copies, Row
from provcheck.store.record import Gap
from provcheck.store.recovery import jumps, recovered, stretch, told_in_full
from provcheck.store.table import Columns


def chain(count: int, path: str = "") -> list[Written]:
    held = [BEGINNING]
    for number in range(1, count + 1):
        held.append(written(a_fetch(page(number) + path), number, held[-1].link))
    return held[1:]


FIVE = chain(5)


def spoilt(held: Written) -> Written:
    return held.model_copy(update={"body": held.body.replace("wire", "wore")})


def both(
    table: Sequence[Written], journal: Sequence[Written] | None, complaints: tuple[str, ...] = ()
) -> Copies:
    """Copies whose rows know where the lines of FIVE would end."""
    ends = {held.seq: sum(len(line(one)) for one in FIVE[: held.seq]) for held in table}
    rows = tuple(Row(held, ends[held.seq], Columns()) for held in table)
    lines = None if journal is None else b"".join(map(line, journal))
    return Copies(rows, lines, complaints)


def gaps(found: Copies, *, orphans: bool = False) -> list[tuple[int, int | None]]:
    """The stretches that are told of as lost; what comes out must hold together."""
    records = told_in_full(found, NOON, orphans=orphans)
    assert list(jumps(records)) == []
    said = [Gap.model_validate_json(one.body) for one in records if '"gap"' in one.body]
    return [(gap.first, gap.last) for gap in said]


@pytest.mark.parametrize("lost", range(1, 6))
@pytest.mark.parametrize("from_table", [True, False], ids=["table", "journal"])
def test_either_copy_mends_the_other(lost: int, *, from_table: bool) -> None:
    rest = [held if held.seq != lost else spoilt(held) for held in FIVE]
    found = both(rest, FIVE) if from_table else both(FIVE, rest)

    assert recovered(found) == FIVE
    assert gaps(found) == []


@pytest.mark.parametrize(
    ("table", "journal"),
    [
        pytest.param([], FIVE, id="no table"),
        pytest.param(FIVE, None, id="no journal"),
        pytest.param(FIVE, [], id="an emptied journal"),
        pytest.param(FIVE[:3], FIVE, id="the table behind"),
        pytest.param(FIVE, FIVE[:2], id="the journal cut"),
        pytest.param(FIVE[:3], [BEGINNING, *FIVE[2:]], id="a half of each"),
        pytest.param(FIVE, [*FIVE, *FIVE], id="everything twice"),
    ],
)
def test_nothing_sound_is_lost(table: list[Written], journal: list[Written] | None) -> None:
    assert told_in_full(both(table, journal), NOON, orphans=True) == FIVE


@pytest.mark.parametrize("lost", list(combinations(range(1, 5), 2)))
def test_what_both_lost_is_told_where_it_was(lost: tuple[int, int]) -> None:
    rest = [held if held.seq not in lost else spoilt(held) for held in FIVE]
    one, two = lost

    stretches = [(one, two)] if two == one + 1 else [(one, one), (two, two)]
    assert gaps(both(rest, rest)) == stretches
    assert [held.seq for held in recovered(both(rest, rest))] == [
        seq for seq in range(1, 6) if seq not in lost
    ]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(both([*FIVE[:4], spoilt(FIVE[4])], FIVE[:4]), id="in the table"),
        pytest.param(both(FIVE[:4], [*FIVE[:4], spoilt(FIVE[4])]), id="in the journal"),
        pytest.param(both(FIVE[:4], None, ("malformed",)), id="who knows, both are bad"),
        pytest.param(
            both(FIVE[:3], FIVE[:5], ("malformed",))._replace(
                journal=b"".join(map(line, FIVE[:4])) + line(FIVE[4])[:-1]
            ),
            id="who knows, one is bad and the other torn",
        ),
    ],
)
def test_loss_at_the_end_is_told_without_an_end(found: Copies) -> None:
    assert gaps(found) == [(5, None)]
    assert told_in_full(found, NOON, orphans=True)[:4] == FIVE[:4]


def test_a_spoilt_last_line_is_no_loss_when_the_table_has_the_record() -> None:
    broken = line(FIVE[4])[:50] + b"\n" + line(FIVE[4])[51:]
    found = both(FIVE, FIVE[:4])
    assert found.journal

    assert gaps(found._replace(journal=found.journal + broken)) == []


def test_a_repair_that_was_killed_before_it_made_the_table_anew_is_gone_on_with() -> None:
    """The journal is short of a line then, and the table knows of places far beyond its end."""
    rest = [held if held.seq != 2 else spoilt(held) for held in FIVE]
    once = told_in_full(both(rest, rest), NOON, orphans=True)

    halfway = both(rest, once, ("damaged",))

    assert told_in_full(halfway, NOON, orphans=True) == once


def test_a_ledger_gone_beside_objects_is_told() -> None:
    assert gaps(both([], None), orphans=True) == [(1, None)]
    assert told_in_full(both([], None), NOON, orphans=False) == []


def test_a_loss_told_once_is_not_told_again() -> None:
    rest = [FIVE[0], *FIVE[3:]]
    once = told_in_full(both(rest, rest), NOON, orphans=True)
    twice = told_in_full(Copies((), b"".join(map(line, once)), ()), NOON, orphans=True)

    assert twice == once
    assert len(once) == 4


def test_what_follows_is_taken_where_two_sound_ones_differ() -> None:
    forged = written(a_fetch("https://other.example/"), 3, "f" * 64)

    assert recovered(both([*FIVE[:2], forged, *FIVE[3:]], FIVE)) == FIVE


def test_a_forged_record_is_a_break_before_and_after() -> None:
    forged = written(a_fetch("https://other.example/"), 3, FIVE[1].link)
    table = [*FIVE[:2], forged, *FIVE[3:]]

    assert list(jumps(table)) == [(forged, FIVE[3])]
    assert gaps(both(table, table)) == [(4, 3)]


def test_a_gap_covers_its_own_jump_alone() -> None:
    told = told_in_full(both([FIVE[0], *FIVE[3:]], None), NOON, orphans=True)

    assert list(jumps([told[0], *told[2:]])) == [(told[0], told[2])]
    assert list(jumps(told[1:])) == [(BEGINNING, told[1])]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2, 2, "record 2"),
        (2, 4, "record 2 to 4"),
        (2, None, "whatever came after record 1"),
        (2, 1, "what joins record 2 to the one before"),
    ],
)
def test_a_stretch_in_words(first: int, last: int | None, words: str) -> None:
    gap = Gap(first=first, last=last, after="a", before="b", reason="r", at=NOON)
    assert stretch(gap) == words
