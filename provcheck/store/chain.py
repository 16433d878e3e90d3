"""How records hang together: each is linked by hash to the one before."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import ConfigDict

from provcheck.errors import StoreError
from provcheck.model.value import Value
from provcheck.store.record import RECORD, Chained, Record

START = "0" * 64  # what the first record names as the link before it
_HALF = "\\ud"  # how a half of a letter begins in JSON, alone or before the other half


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


BEGINNING = Written(seq=0, body="", prev="", link=START)  # what the first record follows


def link_of(seq: int, body: str, prev: str) -> str:
    """Return the link of a record: SHA-256 over the JSON of number, text and link before."""
    return sha256(_json([seq, body, prev]).encode("ascii")).hexdigest()


def written(record: Record, seq: int, prev: str) -> Written:
    """Return `record` as it is written at number `seq` after the record with link `prev`.

    Halves of letters, as names of files may hold, become question marks.
    """
    body = _whole(_json(record.model_dump(mode="json")))
    return Written(seq=seq, body=body, prev=prev, link=link_of(seq, body, prev))


def said(root: Path, held: Written) -> Chained:
    """Return what `held`, of the store below `root`, says.

    Raises StoreError when its link does not belong to it, or its text is no known record.
    """
    found = meaning(held) if held.is_sound else None
    if found is None:
        how = "of a kind that is not known here" if held.is_sound else "damaged"
        message = f"{root}: record {held.seq} is {how}; `provcheck store verify` tells more"
        raise StoreError(message)
    return Chained(seq=held.seq, record=found, prev=held.prev, link=held.link)


def meaning(held: Written) -> Record | None:
    """Return the record that the text of `held` is, None when it is none that is known here.

    Earlier versions wrote halves of letters, which are read as they are written now.
    """
    try:
        return RECORD.validate_json(_whole(held.body))
    except (ValueError, RecursionError):
        return None


def line(held: Written) -> bytes:
    """Return `held` as one line of `ledger.jsonl`; the same record is always the same bytes."""
    shown = {"seq": held.seq, "prev": held.prev, "link": held.link}
    return f'{_json(shown)[:-1]},"record":{held.body}}}\n'.encode("utf-8", "surrogatepass")


def unline(text: bytes) -> Written | None:
    """Return the record of one line without its end, or None when it is no such line."""
    try:
        fields = json.loads(text)
        body = _json(fields.pop("record"))
        return Written.model_validate({**fields, "body": body})
    except (ValueError, RecursionError, AttributeError, LookupError, TypeError):
        return None


def lines(data: bytes) -> Iterator[tuple[Written | None, bytes]]:
    """Return each ended line of `data`, without its end, and the record that it is, if it is one.

    What stands after the last line feed was not written to its end, and is left out.
    """
    for text in data.split(b"\n")[:-1]:
        yield unline(text), text


def _whole(body: str) -> str:
    """Return JSON with question marks for halves of letters, which no other program reads."""
    if _HALF not in body:
        return body
    shown = json.dumps(json.loads(body), ensure_ascii=False)
    return _json(json.loads(shown.encode("utf-8", "replace")))


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
