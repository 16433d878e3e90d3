import pytest
from storing import NOON, a_fetch, a_reading, name_of

from provcheck.store.entry import Entry
from provcheck.store.needs import Needs, needs
from provcheck.store.record import (
    Added,
    Chained,
    Gap,
    GivenFile,
    Loss,
    Record,
    Redaction,
    Removed,
    Run,
)

A, B = name_of(b"a"), name_of(b"b")
FETCH = a_fetch(sha256=A, size=1)
REDACTION = Redaction(sha256=A, reason="private", at=NOON)
LOSS = Loss(sha256=A, reason="damaged", at=NOON)
ADDED = Added(key=A, entry=Entry(), name="a", at=NOON)
REMOVED = Removed(key=A, at=NOON)
GAP = Gap(first=1, last=2, after="0" * 64, before="1" * 64, reason="r", at=NOON)


def needed(*records: Record) -> Needs:
    return needs(
        Chained(seq=number, record=record, prev="", link="")
        for number, record in enumerate(records, 1)
    )


@pytest.mark.parametrize(
    ("records", "present"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param([FETCH], {A: 1}, id="a fetch"),
        pytest.param([FETCH, FETCH], {A: 2}, id="the last that names it"),
        pytest.param([a_fetch(failure="no answer")], {}, id="a failure"),
        pytest.param([a_reading(b"a", b"b")], {A: 1, B: 1}, id="a reading and its text"),
        pytest.param([ADDED], {A: 1}, id="added by hand"),
        pytest.param([ADDED, REMOVED], {A: 1}, id="taken out of the library alone"),
        pytest.param([FETCH, LOSS, ADDED], {A: 3}, id="lost, and added again"),
        pytest.param([FETCH, REDACTION], {}, id="redacted"),
        pytest.param([FETCH, REDACTION, FETCH], {}, id="redacted for good"),
        pytest.param([FETCH, LOSS], {}, id="lost"),
        pytest.param([FETCH, LOSS, FETCH], {A: 3}, id="lost, and brought back"),
        pytest.param([FETCH, LOSS, a_fetch()], {}, id="lost, and another fetch"),
    ],
)
def test_what_must_be_there(records: list[Record], present: dict[str, int]) -> None:
    assert needed(*records).present == present


def test_what_must_not_be_there_and_why() -> None:
    assert needed(FETCH, REDACTION).redacted == {A: "private"}
    assert needed(FETCH, LOSS).lost == {A: "damaged"}
    assert needed(FETCH, LOSS, FETCH).lost == {}


def test_a_run_mentions_what_need_not_be_there() -> None:
    given = (GivenFile(key="k", entry={}, sha256=B), GivenFile(key="l", entry={}))  # type: ignore[arg-type]
    found = needed(Run(article="a", article_sha256=A, tool="t", given=given))

    assert found.present == {}
    assert found.mentioned == {A, B}


def test_what_any_record_names_is_named() -> None:
    for records in ([FETCH], [REDACTION], [LOSS], [Run(article="a", article_sha256=A, tool="t")]):
        assert needed(*records).names(A)
        assert not needed(*records).names(B)


def test_gaps_are_told() -> None:
    assert needed(FETCH, GAP).gaps == (GAP,)
