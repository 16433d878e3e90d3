"""What a bundle is made of: its files, and what `bundle.json` says."""

from collections.abc import Iterable
from typing import Literal

from provcheck.model.value import Value

CARD = "bundle.json"
LEDGER = "ledger.jsonl"
GIVEN = "given"
README = "README.txt"
VERSION = 1


class Stretch(Value):
    """Records `first` to `last` of the ledger, which the bundle leaves out."""

    first: int
    last: int


class Head(Value):
    """The last record of the ledger that the bundle was taken from."""

    seq: int
    link: str


class GivenPlace(Value):
    """Where the bundle holds the bytes of a source that was given by hand."""

    file: str
    sha256: str


class Card(Value):
    """`bundle.json`: what the folder is. `missing` are objects that the store had lost."""

    bundle: Literal["provcheck evidence"] = "provcheck evidence"
    version: int = VERSION
    head: Head
    records: int
    left_out: tuple[Stretch, ...] = ()
    given: tuple[GivenPlace, ...] = ()
    missing: tuple[str, ...] = ()


def left_out(numbers: Iterable[int], head: int) -> tuple[Stretch, ...]:
    """Return the stretches of records 1 to `head` that are not in the ascending `numbers`."""
    found: list[Stretch] = []
    after = 0
    for number in (*numbers, head + 1):
        if number > after + 1:
            found.append(Stretch(first=after + 1, last=number - 1))
        after = number
    return tuple(found)
