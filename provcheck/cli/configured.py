"""Options that say which configuration file holds, and what a file says to the command at hand."""

import os
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from provcheck.cli.options import store_of
from provcheck.cli.origin import FILE, Origin, key_at, located, origin_of, where
from provcheck.cli.output import complain
from provcheck.config.keys import PREFIX, VARIABLES
from provcheck.errors import ProvcheckError, SettingsError

if TYPE_CHECKING:
    from typer._click.core import Context

    from provcheck.config.file import Configuration

# Variables that are no options: keys of services, and what the tests and benchmarks read.
OTHER_VARIABLES = ("PROVCHECK_BRAVE_KEY", "PROVCHECK_FACTCHECK_KEY")
_YES = ("1", "true", "t", "yes", "y", "on")  # as the switches take it
_ALIKE = 0.8  # of two names: what is further apart is somebody's own variable


def _declined(ctx: typer.Context, value: bool) -> bool:  # noqa: FBT001  (the shape Typer asks for)
    """Settle `--no-config`; it is asked before `--config`, unless that one was given first."""
    if not value or ctx.resilient_parsing or ctx.params.get("config") is None:
        return value
    _refuse_both(ctx)
    return False  # --config was given on the command line, which outweighs a variable


def _in_force(ctx: typer.Context, value: Path | None) -> Path | None:
    """Return the file that holds, and make what it says the defaults of the command."""
    if ctx.resilient_parsing:
        return None
    _misspelt()
    if ctx.params.get("no_config"):
        if value:
            _refuse_both(ctx)
        return None
    try:
        found = configuration(value)
    except ProvcheckError as problem:
        raise located(ctx, problem) from None
    if found is None:
        return None
    ctx.meta[FILE] = str(found.path)
    ctx.default_map = _defaults(ctx, found)
    return found.path


NoConfig = Annotated[
    bool,
    typer.Option(
        "--no-config", is_eager=True, callback=_declined, help="Use no configuration file."
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        is_eager=True,
        callback=_in_force,
        help="Configuration file.  [default: the closest provcheck.toml]",
    ),
]


class Configuring(NamedTuple):
    """The options of a command that a file may set; `config` becomes the file in force."""

    no_config: NoConfig = False
    config: Config = None


def kept_in(ctx: typer.Context, value: Path) -> Path:
    """Return the store that a command looks after: without `--store`, the one `check` would use.

    Raises SettingsError for a configuration file that is missing or wrong.
    """
    if ctx.resilient_parsing or origin_of(ctx, "folder") is not Origin.DEFAULT:
        return value
    if os.environ.get("PROVCHECK_NO_CONFIG", "").casefold() in _YES:
        return value
    named = os.environ.get("PROVCHECK_CONFIG")
    found = configuration(Path(named) if named else None)
    if found is None:
        return value
    store = found.values.get("store")
    return store_of(Path(str(store)) if store else None, none=False, beside=found.path) or value


Folder = Annotated[
    Path,
    typer.Option(
        "--store",
        metavar="DIR",
        help="The evidence store.",
        envvar="PROVCHECK_STORE",
        show_envvar=False,
        callback=kept_in,
    ),
]


def configuration(named: Path | None) -> "Configuration | None":
    """Return the configuration in the file `named`, else in the closest one, else None.

    Raises SettingsError for a file that is missing or wrong.
    """
    from provcheck.config.discover import discover  # noqa: PLC0415  (not for --help)

    try:
        file = named or discover(Path.cwd())
    except FileNotFoundError:  # the current folder was removed
        return None
    if file is None:
        return None
    from provcheck.config.file import read_configuration  # noqa: PLC0415  (heavy, as below)
    from provcheck.rulebook.house_files import house_names  # noqa: PLC0415

    found = read_configuration(file, house_names(), named=named is not None)
    house = found.values.get("house")
    if isinstance(house, str):
        _keep_bases_inside(file, house)
    return found


def _keep_bases_inside(file: Path, house: str) -> None:
    """Refuse a house style of a configuration that extends a file outside its folder."""
    from provcheck.config.faults import ConfigFile  # noqa: PLC0415  (as above)
    from provcheck.config.inside import inside  # noqa: PLC0415
    from provcheck.rulebook.house_files import house_names  # noqa: PLC0415
    from provcheck.rulebook.load import parsed  # noqa: PLC0415

    seen: set[str] = set()
    while house not in seen and house not in house_names() and Path(house).is_file():
        seen.add(house)
        base = parsed(Path(house)).get("extends")
        if not isinstance(base, str) or base in house_names():
            return
        given = os.path.relpath(Path(house).parent / base, file.parent)
        house = inside(ConfigFile(file), "house", given)


def _defaults(ctx: "Context", found: "Configuration") -> dict[str, Any]:
    """Return what the file says by the names of the command's parameters."""
    keys = ((parameter.name, key_at(ctx, parameter)) for parameter in ctx.command.params)
    return {name: found.values[key.name] for name, key in keys if key and key.name in found.values}


def _refuse_both(ctx: "Context") -> None:
    """Refuse `--config` beside `--no-config` where neither outweighs the other."""
    if origin_of(ctx, "config") == origin_of(ctx, "no_config"):
        by_name = {parameter.name: parameter for parameter in ctx.command.params}
        one, other = where(ctx, by_name["no_config"]), where(ctx, by_name["config"])
        message = f"{one}: a file is named beside it by {other}; leave one of the two out"
        raise SettingsError(message)


def _misspelt() -> None:
    """Tell of a variable that looks like one of the program's and is none: it sets nothing."""
    known = {name.removeprefix(PREFIX): name for name in (*VARIABLES, *OTHER_VARIABLES)}
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known.values():
            near = get_close_matches(name.removeprefix(PREFIX), known, 1, _ALIKE)
            if near:
                meant = known[near[0]]
                complain(f"{name}: no such variable, nothing is set by it; did you mean {meant}?")
