"""The outlets of a user's own files, laid over the shipped ones."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from provcheck.errors import RuleError
from provcheck.model.value import Value
from provcheck.rulebook.agencies import Agencies, Agency
from provcheck.rulebook.load import load, parsed, shaped, shipped


class OwnAgencies(Value):
    """A user's own file: words that make a name an outlet's, and outlets."""

    outlet_words: tuple[str, ...] = ()
    agencies: tuple[dict[str, object], ...] = ()


def load_agencies(own: tuple[Path, ...] = ()) -> Agencies:
    """Return the shipped outlets with those of the files `own` laid over them, in their order.

    An entry with a known id replaces that entry; a name or host that it takes from another entry
    is its own from then on. Raises RuleError naming file, entry and field, and the remedy, when a
    file cannot be read or is broken, or has two entries with one id.
    """
    agencies = load(shipped() / "agencies.yaml", Agencies)
    for file in own:
        agencies = _over(agencies, file)
    return agencies


def _over(agencies: Agencies, file: Path) -> Agencies:
    given = shaped(file, parsed(file), OwnAgencies)
    entries = [_entry(file, number, entry) for number, entry in enumerate(given.agencies, 1)]
    _refuse_twice(file, (entry.id for entry in entries))
    ids = {entry.id for entry in entries}
    kept = [agency for agency in agencies.agencies if agency.id not in ids]
    return agencies.model_copy(
        update={
            "outlet_words": (*agencies.outlet_words, *given.outlet_words),
            "agencies": (*kept, *entries),
        }
    )


def _entry(file: Path, number: int, entry: dict[str, object]) -> Agency:
    """Return one entry; what is wrong in it is told by its id, or by its number from 1."""
    name = entry.get("id")
    place = name if isinstance(name, str) and name.isprintable() else f"entry {number}"
    return shaped(file, entry, Agency, ("agencies", place))


def _refuse_twice(file: Path, ids: Iterable[str]) -> None:
    for name, count in Counter(ids).items():
        if count > 1:
            shown = name if name.isprintable() else ascii(name)
            message = f"{file}: field agencies.{shown}: two entries have this id; rename one"
            raise RuleError(message)
