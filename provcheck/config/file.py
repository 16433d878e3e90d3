"""A configuration file from its bytes to values that can be trusted as far as a file is."""

import os
from collections.abc import Container
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict, ValidationError, create_model

from provcheck.config.discover import PYPROJECT
from provcheck.config.faults import ConfigFile
from provcheck.config.inside import inside
from provcheck.config.keys import IN_FILES, Key, Shape, key_of
from provcheck.config.toml import is_regular, own_table, parsed, text_of
from provcheck.errors import SettingsError
from provcheck.model.value import Value

_MOST = 100_000
_LIST = 1_000  # entries
_Text = Annotated[str, Strict(), Field(min_length=1, max_length=4096)]
_Texts = Annotated[tuple[_Text, ...], Strict(strict=False), Field(max_length=_LIST)]
_TYPES: dict[Shape, Any] = {
    Shape.SWITCH: bool,
    Shape.WORD: _Text,
    Shape.NUMBER: Annotated[int, Field(ge=0, le=_MOST)],
    Shape.PATH: _Text,
    Shape.PATHS: _Texts,
    Shape.OUTPUTS: _Texts,
    Shape.HOUSE: _Text,
}
_EXPECTED = {
    Shape.SWITCH: "true or false is expected, as in {} = true",
    Shape.WORD: 'words in quotation marks are expected, as in {} = "en"',
    Shape.NUMBER: "a whole number from 0 to 100000 is expected, as in {} = 7",
    Shape.PATH: 'a path in quotation marks is expected, as in {} = "desk/store"',
    Shape.PATHS: 'a list of paths is expected, as in {} = ["desk/sources"]',
    Shape.OUTPUTS: 'a list of formats is expected, as in {} = ["json=out/report.json"]',
    Shape.HOUSE: 'the name of a house, or a path, is expected, as in {} = "ap"',
}
_NAMED = {key.name: key for key in IN_FILES}
Setting = bool | int | str | tuple[str, ...]


class Configuration(Value):
    """A configuration file that holds: `values` are by key; paths count from the current folder."""

    path: Path
    values: dict[str, Setting] = Field(default_factory=dict)


def _type(key: Key) -> Any:  # noqa: ANN401  (a type)
    return Literal[key.words] if key.words else _TYPES[key.shape]


# The shape of a file, made from the table of keys so that the two cannot drift apart.
Contents: type[BaseModel] = create_model(
    "Contents",
    __config__=ConfigDict(frozen=True, extra="forbid", strict=True),
    **{  # type: ignore[call-overload]
        key.name.replace("-", "_"): (_type(key) | None, Field(default=None, alias=key.name))
        for key in IN_FILES
    },
)


def read_configuration(file: Path, houses: Container[str], *, named: bool) -> Configuration:
    """Return what stands in `file`, which the user named or which was found.

    `houses` are the names of the shipped houses. Raises SettingsError, naming file, line, key and
    remedy, for a file that is missing or no TOML; a key that is unknown or that no file may set; a
    value of the wrong kind; a path that leads out of the folder of the file; and for a file that
    was found and is a link to one outside its folder.
    """
    if not is_regular(file):
        why = "it is no file" if os.path.lexists(file) else "no such file"
        remedy = "check the path after --config" if named else "remove it, or use --no-config"
        message = f"{file}: {why}; {remedy}"
        raise SettingsError(message)
    _refuse_link(file, named=named)
    text = text_of(file)
    opened = ConfigFile(file, text)
    table = parsed(file, text)
    given = own_table(table) if file.name == PYPROJECT else table
    if not isinstance(given, dict):
        message = f"{file}: no table [tool.provcheck] in it; add one, or name another file"
        raise SettingsError(message)
    for name in given:
        _known(opened, name)
    values = _shaped(opened, given)
    resolved = {name: _resolved(opened, name, value, houses) for name, value in values.items()}
    return Configuration(path=file, values=resolved)


def _refuse_link(file: Path, *, named: bool) -> None:
    """Refuse a link that was found, not named: its folder may not say which file holds."""
    folder = file.parent.resolve()
    if not named and not file.resolve().is_relative_to(folder):
        message = (
            f"{file}: a link that leads out of its folder; put the file itself there, name it with "
            "--config, or use --no-config"
        )
        raise SettingsError(message)


def _known(file: ConfigFile, name: str) -> None:
    key = key_of(name) if not name.startswith("-") else None
    if key is None:
        names = [each.name for each in IN_FILES]
        near = get_close_matches(name.casefold().replace("_", "-").lstrip("-"), names, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
        raise file.wrong(name, f"no such key; {hint}")
    if key.refused:
        remedy = f"give --{name} on the command line"
        remedy += f", or set {key.variable}" if key.variable else ""
        raise file.wrong(name, f"not taken from a file: {key.refused}; {remedy}")


def _shaped(file: ConfigFile, given: dict[str, Any]) -> dict[str, Setting]:
    try:
        contents = Contents.model_validate(given)
    except ValidationError as problem:
        name = str(problem.errors()[0]["loc"][0])
        raise file.wrong(name, _expected(name)) from None
    return contents.model_dump(by_alias=True, exclude_unset=True)


def _expected(name: str) -> str:
    key = _NAMED[name]
    if key.words:
        return f'one of these is expected: "{", ".join(key.words)}"'.replace(", ", '", "')
    return _EXPECTED[key.shape].format(name)


def _resolved(file: ConfigFile, name: str, value: Setting, houses: Container[str]) -> Setting:
    """Return `value` with the paths in it counted from the current folder."""
    shape = _NAMED[name].shape
    if shape is Shape.HOUSE and value in houses:
        return value
    if shape in {Shape.PATH, Shape.HOUSE}:
        return inside(file, name, str(value))
    if isinstance(value, tuple):
        within = _output if shape is Shape.OUTPUTS else inside
        return tuple(within(file, name, entry) for entry in value)
    return value


def _output(file: ConfigFile, name: str, entry: str) -> str:
    form, sign, target = entry.partition("=")
    if not sign or target in {"", "-"}:
        return entry
    return f"{form}={inside(file, name, target)}"
