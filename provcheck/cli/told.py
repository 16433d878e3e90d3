"""What `check` would use: every option with its value, and where that was said."""

from typing import TYPE_CHECKING, Any, NamedTuple

from typer._click.core import Command, Context, Parameter

from provcheck.cli.options import store_of
from provcheck.cli.origin import FILE, Origin, key_at, origin_of, weighed, where
from provcheck.config.keys import KEYS, Key

if TYPE_CHECKING:
    from collections.abc import Iterator

STAND_IN = "-"  # the article of a check that is never made
_NOT_SHOWN = ("config", "no-config", "stdin-filename")


class Told(NamedTuple):
    """An option: `value` as JSON has it, None where nobody says; `place` in the user's words."""

    key: Key
    value: Any
    origin: Origin
    place: str


class Holding(NamedTuple):
    """The options of `check`, and the configuration file in force."""

    file: str | None
    told: tuple[Told, ...]


def holding(check: Command, arguments: list[str], parent: Context) -> Holding:
    """Return what `check` would use were it given the options `arguments`.

    Raises what `check` raises for options that are wrong, and typer's UsageError for articles.
    """
    with check.make_context("check", [*arguments, STAND_IN], parent=parent) as ctx:
        if list(ctx.params.get("files") or ()) != [STAND_IN]:
            ctx.fail("config show: takes the options of check, and no articles; leave them out")
        values = weighed(ctx, ctx.params)
        told = sorted(_each(ctx, values), key=lambda each: KEYS.index(each.key))
        return Holding(ctx.meta.get(FILE), tuple(told))


def _each(ctx: Context, values: dict[str, Any]) -> "Iterator[Told]":
    for parameter in ctx.command.params:
        key = key_at(ctx, parameter)
        if key and key.name not in _NOT_SHOWN:
            yield _told(ctx, parameter, key, values[parameter.name])


def _told(ctx: Context, parameter: Parameter, key: Key, value: Any) -> Told:  # noqa: ANN401  (any option's)
    outweighed = value != ctx.params[parameter.name]
    origin = Origin.DEFAULT if outweighed else origin_of(ctx, parameter.name)
    plain = _plain(key, value, multiple=bool(getattr(parameter, "multiple", False)))
    if key.name == "store" and plain is None and not ctx.params.get("no_store"):
        plain = str(store_of(None, none=False, beside=ctx.params.get("config")))
    return Told(key, plain, origin, _place(ctx, parameter, origin))


def _place(ctx: Context, parameter: Parameter, origin: Origin) -> str:
    match origin:
        case Origin.DEFAULT:
            return "default"
        case Origin.FILE:
            return str(ctx.meta[FILE])
        case _:
            return where(ctx, parameter)


def _plain(key: Key, value: Any, *, multiple: bool) -> Any:  # noqa: ANN401  (any option's)
    """Return `value` as JSON has it; what a proxy is told of its user is left out."""
    if multiple:
        return [str(each) for each in value or ()]
    if value is None or isinstance(value, bool | int):
        return value
    return _without_user(str(value)) if key.name == "proxy" else str(value)


def _without_user(address: str) -> str:
    head, at, host = address.rpartition("@")
    scheme, mark, _ = head.partition("://")
    return f"{scheme if mark else ''}{mark}(not shown)@{host}" if at else address
