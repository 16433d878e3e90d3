"""A house style from its file: what it extends filled in, and every slip of the pen told."""

from collections.abc import Iterable
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from provcheck.errors import RuleError, SettingsError
from provcheck.model.edit import EditKind
from provcheck.rulebook.houses import House, HouseRule, Severity, Slip, Stance, StyleRule
from provcheck.rulebook.load import load, parsed, shipped
from provcheck.rulebook.verdicts import RemarkRule

_FIELDS = tuple(House.model_fields)
_EDITS = (*EditKind, *Slip)


def load_house(name: str, remarks: tuple[RemarkRule, ...]) -> tuple[House, tuple[Traversable, ...]]:
    """Return the house style `name`, what it inherits filled in, and the files it was read from.

    `name` is a shipped house or the path of a YAML file; `remarks` are the rules that it may set.
    Raises SettingsError when there is no such house, RuleError naming file and field when its
    file is broken, names what does not exist, or extends itself.
    """
    file = _named(name)
    if file is None:
        given = name if name.isprintable() else ascii(name)
        message = f"--house {given}: no such house and no such file; {_house_meant(name)}"
        raise SettingsError(message)
    chain: list[tuple[House, Traversable]] = []
    while file is not None:
        house = _read(file, remarks)
        if any(str(file) == str(seen) for _, seen in chain):
            raise _wrong(file, "extends", "the house extends itself; name another one")
        chain.append((house, file))
        file = _base(house, file)
    whole = chain[-1][0]
    for house, _ in reversed(chain[:-1]):
        whole = house.over(whole)
    return whole, tuple(file for _, file in chain)


def is_shipped(name: str) -> bool:
    """Tell whether `name` is that of a shipped house, and not a file's."""
    return name in _shipped()


def house_names() -> tuple[str, ...]:
    """Return the names of the shipped houses."""
    return tuple(sorted(_shipped()))


def _read(file: Traversable, remarks: tuple[RemarkRule, ...]) -> House:
    given = parsed(file)
    _known(file, "", given, _FIELDS)
    for field, names, value in (
        ("edits", _EDITS, ("stance", Stance, HouseRule)),
        ("rules", tuple(rule.id for rule in remarks), ("level", Severity, StyleRule)),
    ):
        entries = given.get(field, {})
        if isinstance(entries, dict):
            _known(file, f"{field}.", entries, names)
            for name, entry in entries.items():
                _entry(file, f"{field}.{name}.", entry, value)
    house = load(file, House)
    _limits(file, house, remarks)
    own = not any(file == each for each in _shipped().values())
    if own and house.id in _shipped():
        raise _wrong(file, "id", f"{house.id} is a shipped house; choose an id of your own")
    return house


def _entry(file: Traversable, place: str, entry: object, value: tuple[str, Any, Any]) -> None:
    """Refuse an unknown key of an entry, or a word that is no stance or level."""
    if not isinstance(entry, dict):
        return  # told by the shape
    key, words, shape = value
    _known(file, place, entry, tuple(shape.model_fields))
    if isinstance(entry.get(key), str):
        _known(file, f"{place}{key}: ", (entry[key],), tuple(words))


def _known(file: Traversable, place: str, given: Iterable[object], known: Iterable[str]) -> None:
    """Refuse the first of `given` that is not `known`, with what may have been meant."""
    known = tuple(known)
    for name in given:
        if name not in known:
            raise _wrong(file, f"{place}{name}", f"no such name; {_meant(str(name), known)}")


def _limits(file: Traversable, house: House, remarks: tuple[RemarkRule, ...]) -> None:
    counting = {rule.id for rule in remarks if rule.counts}
    for name, rule in house.rules.items():
        if rule.limit is not None and name not in counting:
            raise _wrong(file, f"rules.{name}.limit", "this rule counts nothing; remove the limit")


def _base(house: House, file: Traversable) -> Traversable | None:
    """Return the file of the house that `house` extends; a path counts from its own folder."""
    if house.extends is None:
        return None
    base = _named(house.extends, Path(str(file)).parent)
    if base is None:
        why = f"no such house and no such file: {house.extends}; {_house_meant(house.extends)}"
        raise _wrong(file, "extends", why)
    return base


def _named(name: str, folder: Path = Path()) -> Traversable | None:
    if name in _shipped():
        return _shipped()[name]
    try:
        path = (folder / name).resolve()
        return path if path.is_file() else None
    except (OSError, ValueError):  # too long for a path, or a null character
        return None


def _shipped() -> dict[str, Traversable]:
    files = (shipped() / "houses").iterdir()
    return {file.name.removesuffix(".yaml"): file for file in files}


def _house_meant(name: str) -> str:
    known = ", ".join(sorted(_shipped()))
    near = get_close_matches(name.casefold(), _shipped(), 1)
    return (f"did you mean {near[0]}? " if near else "") + f"shipped are {known}"


def _meant(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = get_close_matches(name.casefold(), names, 1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"


def _wrong(file: Traversable, field: str, why: str) -> RuleError:
    shown = field if field.isprintable() else ascii(field)
    return RuleError(f"{file}: field {shown}: {why}")
