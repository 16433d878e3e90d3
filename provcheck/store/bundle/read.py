"""A bundle read back: its records, each link checked, and what was given by hand to its runs."""

from collections.abc import Iterator
from functools import cached_property
from hashlib import file_digest
from pathlib import Path

from pydantic import ValidationError

from provcheck.errors import StoreError
from provcheck.model.value import Value
from provcheck.store.bundle.shape import CARD, GIVEN, LEDGER, VERSION, Card, left_out
from provcheck.store.chain import Written, meaning, unline
from provcheck.store.entry import Placed
from provcheck.store.files import open_regular
from provcheck.store.imprint import imprint_in
from provcheck.store.layout import OBJECTS
from provcheck.store.objects import Objects
from provcheck.store.record import Chained, Fetch, GivenFile, Reading, Record, Run

_REMEDY = "take the bundle anew from whoever made it"
_CARD_BYTES = 64 << 20
_LINE_BYTES = 64 << 20  # of one record; a run names all that was given to it


class Bundle(Value):
    """The bundle in the folder `root`: its records, in order, and where given sources lie."""

    root: Path
    card: Card
    records: tuple[Chained, ...]

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs, in order."""
        return tuple(s.record for s in self.records if isinstance(s.record, Run))

    def run_on(self, article: str | None) -> Run | None:
        """Return the last run on an article, by name or SHA-256, None when there is none."""
        found = (r for r in reversed(self.runs) if article in {r.article, r.article_sha256})
        return next(found, None)

    def given(self, run: Run | None) -> Iterator[Placed]:
        """Yield what was given to `run` by hand, or to all runs, in that order.

        What was removed on purpose is not there. Raises StoreError when a file is damaged.
        """
        runs = self.runs if run is None else (run,)
        for file in dict.fromkeys(file for each in runs for file in each.given):
            path = self._place(file)
            if path or not file.sha256:
                own = self._said_by(file) if file.shelved else (None, None)
                yield Placed(file.key, file.entry, path, file.shelved, *own)

    def _said_by(self, file: GivenFile) -> tuple[str | None, str | None]:
        """Return the title and publisher that a document of a library tells of itself."""
        title = publisher = None
        for said in reversed(self.records):
            reading = said.record
            if isinstance(reading, Reading) and reading.sha256 == file.sha256:
                data = Objects(self.root).look(reading.imprint_sha256 or "")
                card = imprint_in(data if isinstance(data, bytes) else b"", reading.text_sha256)
                title, publisher = title or card.title, publisher or card.publisher
        return title, publisher

    @cached_property
    def _names(self) -> dict[str, str]:
        return {place.sha256: place.file for place in self.card.given}

    def _place(self, file: GivenFile) -> Path | None:
        name = self._names.get(file.sha256 or "")
        if name is None:
            return None
        path = self.root / GIVEN / name
        if Path(name).name != name or name.startswith(".") or path.parent.is_symlink():
            raise _broken(self.root / CARD, f"given file {name!r} lies elsewhere")
        why = flaw_of(path, file.sha256 or "")
        if why:
            raise _broken(path, why)
        return path


def is_bundle(folder: Path) -> bool:
    """Tell whether `folder` is a bundle, be it a damaged one; raises StoreError for a store."""
    ledger = (folder / LEDGER).exists()
    if ledger and not (folder / CARD).exists() and (folder / OBJECTS).is_dir():
        message = (
            f"{folder}: holds a ledger and no {CARD}; name a store with --store, and {_REMEDY} "
            "if it was one"
        )
        raise StoreError(message)
    return (folder / CARD).is_file() and (ledger or _calls_itself_one(folder / CARD))


def read_bundle(folder: Path) -> Bundle:
    """Return the bundle in `folder`, every link of it checked; objects are read when asked for.

    Raises StoreError, naming file and line, for whatever is not as it was written.
    """
    card = _card(folder / CARD)
    records = tuple(_records(folder / LEDGER))
    numbers = [said.seq for said in records]
    if left_out(numbers, card.head.seq) != card.left_out or len(numbers) != card.records:
        why = f"records are missing, or more than {CARD} tells of"
        raise _broken(folder / LEDGER, why)
    if numbers[-1:] == [card.head.seq] and records[-1].link != card.head.link:
        raise _broken(folder / LEDGER, f"its last link is not the one that {CARD} names")
    return Bundle(root=folder, card=card, records=records)


def flaw_of(path: Path, sha256: str) -> str | None:
    """Return what is wrong with the file at `path`, None when its hash is the one that it has."""
    try:
        with open_regular(path) as file:
            return None if file_digest(file, "sha256").hexdigest() == sha256 else "damaged"
    except (OSError, ValueError) as problem:
        return f"cannot be read ({getattr(problem, 'strerror', None) or problem})"


def _calls_itself_one(path: Path) -> bool:
    try:
        with open_regular(path) as file:
            return b'"provcheck evidence"' in file.read(1 << 16)
    except OSError:
        return False


def _card(path: Path) -> Card:
    try:
        with open_regular(path) as file:
            card = Card.model_validate_json(file.read(_CARD_BYTES))
    except (OSError, ValidationError) as problem:
        raise _broken(path, _first(problem)) from None
    if card.version > VERSION:
        message = f"{path}: written by a newer provcheck (version {card.version}); update provcheck"
        raise StoreError(message)
    return card


def _records(path: Path) -> Iterator[Chained]:
    """Yield the records, each sound, in order, and linked to the one before where that is here."""
    before: Written | None = None
    for number, text in enumerate(_lines(path), start=1):
        held = unline(text[:-1]) if text.endswith(b"\n") else None
        if held is None or not held.is_sound:
            raise _broken(path, f"line {number} is damaged")
        if before and not _follows(held, before):
            raise _broken(path, f"line {number} does not follow the one before it")
        record = _record(held, path, number)
        before = held
        yield Chained(seq=held.seq, record=record, prev=held.prev, link=held.link)


def _follows(held: Written, before: Written) -> bool:
    return held.seq > before.seq and (held.seq > before.seq + 1 or held.prev == before.link)


def _record(held: Written, path: Path, number: int) -> Record:
    record = meaning(held)
    if record is None:
        message = f"{path}: line {number} is of a kind that is not known here; update provcheck"
        raise StoreError(message)
    if isinstance(record, Fetch) and record.fetched_at.tzinfo is None:
        raise _broken(path, f"line {number}, field fetched_at: a time without a zone")
    return record


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with open_regular(path) as file:
            while text := file.readline(_LINE_BYTES):
                yield text
    except OSError as problem:
        raise _broken(path, _first(problem)) from None


def _first(problem: OSError | ValidationError) -> str:
    if isinstance(problem, OSError):
        return f"cannot be read ({problem.strerror or problem})"
    fault = problem.errors()[0]
    field = ".".join(map(str, fault["loc"])) or "the whole file"
    return f"field {field}: {' '.join(fault['msg'].split())}"


def _broken(path: Path, why: str) -> StoreError:
    return StoreError(f"{path}: {why}; {_REMEDY}")
