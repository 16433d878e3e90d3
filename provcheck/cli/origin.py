"""Where the value of an option was said: on the command line, in a variable, in a file, nowhere."""

import re
from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from typer._click.core import Context, Parameter, ParameterSource

from provcheck.config.keys import Key, among
from provcheck.errors import ProvcheckError

FILE = "provcheck.configuration"  # in a context's meta: the path of the file in force
_OPTION = re.compile(r"--([a-z][a-z-]*)")


class Origin(IntEnum):
    """Who said a value; the greater one outweighs the smaller."""

    DEFAULT = 0
    FILE = 1
    ENVIRONMENT = 2
    COMMAND_LINE = 3

    @property
    def word(self) -> str:
        """Return it as it is written in JSON."""
        return self.name.lower().replace("_", "-")


_ORIGINS = {
    ParameterSource.COMMANDLINE: Origin.COMMAND_LINE,
    ParameterSource.ENVIRONMENT: Origin.ENVIRONMENT,
    ParameterSource.DEFAULT_MAP: Origin.FILE,
}


def origin_of(ctx: Context, name: str) -> Origin:
    """Return where the value of the parameter `name` was said."""
    source = ctx.get_parameter_source(name)
    return _ORIGINS.get(source, Origin.DEFAULT) if source else Origin.DEFAULT


def key_at(ctx: Context, parameter: Parameter) -> Key | None:
    """Return the key that sets `parameter` of the command at hand."""
    return among((*parameter.opts, *parameter.secondary_opts), ctx.command.name)


def where(ctx: Context, parameter: Parameter) -> str:
    """Return the place in which the value of `parameter` stands, in the user's words."""
    key = key_at(ctx, parameter)
    match origin_of(ctx, parameter.name), key:
        case Origin.ENVIRONMENT, _ if isinstance(parameter.envvar, str):
            return parameter.envvar
        case Origin.FILE, Key(name=name):
            return f"{name} in {ctx.meta.get(FILE)}"
        case _:
            return parameter.opts[0] if parameter.opts else parameter.name


def located(ctx: Context, problem: ProvcheckError) -> ProvcheckError:
    """Return `problem`, and beside each option that it names where else that was said.

    What was said on the command line needs no telling.
    """
    told = str(problem)
    notes = []
    for name in dict.fromkeys(_OPTION.findall(told)):
        parameter = _named(ctx, f"--{name}")
        if parameter and Origin.DEFAULT < origin_of(ctx, parameter.name) < Origin.COMMAND_LINE:
            notes.append(f"--{name} is set by {where(ctx, parameter)}")
    return type(problem)("; ".join((told, *notes))) if notes else problem


def weighed(ctx: Context, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values `given`, without those whose opposite was said in a stronger place.

    `--no-store` on the command line outweighs the store of a file, and the other way round.
    """
    left = dict(given)
    for parameter in ctx.command.params:
        key = key_at(ctx, parameter)
        opposite = _named(ctx, f"--{key.against}") if key and key.against else None
        if opposite and given.get(parameter.name) and given.get(opposite.name):
            here, there = origin_of(ctx, parameter.name), origin_of(ctx, opposite.name)
            if here != there:
                weaker = parameter if here < there else opposite
                left[weaker.name] = weaker.default
    return left


def _named(ctx: Context, option: str) -> Parameter | None:
    return next((each for each in ctx.command.params if option in each.opts), None)
