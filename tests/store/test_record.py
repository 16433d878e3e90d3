import pytest
from storing import NOON, a_fetch, a_reading

from provcheck.store.entry import Entry
from provcheck.store.record import (
    RECORD,
    Added,
    Gap,
    GivenFile,
    Loss,
    Record,
    Redaction,
    Removed,
    Run,
    Timestamp,
    given_of,
    objects_of,
)

NAME, OTHER = "a" * 64, "b" * 64
READING = a_reading(b"page", b"words")
RUN = Run(
    article="a.txt",
    article_sha256=NAME,
    tool="1",
    given=(
        GivenFile(key="note.txt", entry=Entry(file="note.txt"), sha256=OTHER),
        GivenFile(key="https://wire.example/gone", entry=Entry(status=404)),
    ),
)
STAMP = Timestamp(head=1, link=NAME, sha256=OTHER, authority="https://tsa.example/", time=NOON)
READ = a_reading(b"page", b"words").model_copy(update={"imprint_sha256": NAME})
ADDED = Added(key=NAME, entry=Entry(title="Pier"), name="a.txt", at=NOON)
RECORDS: list[tuple[Record, tuple[str, ...]]] = [
    (a_fetch(failure="gone"), ()),
    (a_fetch(sha256=NAME, size=1), (NAME,)),
    (READING, (READING.sha256, READING.text_sha256)),
    (READ, (READ.sha256, READ.text_sha256, NAME)),
    (RUN, ()),
    (ADDED, (NAME,)),
    (Removed(key=NAME, at=NOON), ()),
    (Redaction(sha256=NAME, reason="court order", at=NOON), ()),
    (Loss(sha256=NAME, reason="damaged", at=NOON), ()),
    (Gap(first=2, last=3, after=NAME, before=OTHER, reason="lost", at=NOON), ()),
    (STAMP, (OTHER,)),
]
KINDS = pytest.mark.parametrize(("record", "names"), RECORDS, ids=lambda r: getattr(r, "kind", ""))


@KINDS
def test_a_record_needs_the_objects_that_it_speaks_for(
    record: Record, names: tuple[str, ...]
) -> None:
    assert objects_of(record) == names


@KINDS
def test_a_record_comes_back_from_its_text(record: Record, names: tuple[str, ...]) -> None:
    assert names is not None
    assert RECORD.validate_json(RECORD.dump_json(record)) == record


def test_what_was_given_to_a_run_may_be_there() -> None:
    assert given_of(RUN) == (OTHER,)
    assert given_of(READING) == ()
