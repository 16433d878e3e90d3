"""How records hang together: each is linked by hash to the one before."""

import json
from collections.abc import Iterator
from hashlib import sha256

from pydantic import ConfigDict, ValidationError

from provcheck.model.value import Value
from provcheck.store.record import RECORD, Chained, Record

START = "0" * 64  # what the first record names as the link before it


class Written(Value):
    """A record as it lies in the store: `body` is the text that `link` was made of."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    seq: int
    body: str
    prev: str
    link: str

    @property
    def is_sound(self) -> bool:
        """Tell whether the link is the one that belongs to number, text and link before."""
        return self.link == link_of(self.seq, self.body, self.prev)

    def follows(self, seq: int, link: str) -> bool:
        """Tell whether this is the sound record after number `seq` with `link`."""
        return self.seq == seq + 1 and self.prev == link and self.is_sound


def link_of(seq: int, body: str, prev: str) -> str:
    """Return the link of a record: SHA-256 over the JSON of number, text and link before."""
    return sha256(_json([seq, body, prev]).encode("ascii")).hexdigest()


def written(record: Record, seq: int, prev: str) -> Written:
    """Return `record` as it is written at number `seq` after the record with link `prev`."""
    body = _json(record.model_dump(mode="json"))
    return Written(seq=seq, body=body, prev=prev, link=link_of(seq, body, prev))


def chained(held: Written) -> Chained | None:
    """Return what `held` says, or None when its text is no record that is known here."""
    try:
        record = RECORD.validate_json(held.body)
    except ValidationError:
        return None
    return Chained(seq=held.seq, record=record, prev=held.prev, link=held.link)


def line(held: Written) -> bytes:
    """Return `held` as one line of `ledger.jsonl`; the same record is always the same bytes."""
    shown = {"seq": held.seq, "prev": held.prev, "link": held.link}
    return f'{_json(shown)[:-1]},"record":{held.body}}}\n'.encode("ascii")


def unline(text: bytes) -> Written | None:
    """Return the record of one line without its end, or None when it is no such line."""
    try:
        fields = json.loads(text)
        body = _json(fields.pop("record"))
        return Written.model_validate({**fields, "body": body})
    except (ValueError, RecursionError, AttributeError, LookupError, TypeError):
        return None


def lines(data: bytes) -> Iterator[tuple[Written | None, bytes]]:
    """Return each line of `data` with its end, and the record that it is, if it is one."""
    for text in data.splitlines(keepends=True):
        yield (unline(text[:-1]) if text.endswith(b"\n") else None), text


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
