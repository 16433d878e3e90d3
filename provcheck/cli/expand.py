"""Options that several commands share, declared once as the fields of a NamedTuple."""

from collections.abc import Callable
from copy import copy
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

from typer._click.globals import get_current_context
from typer.models import OptionInfo

from provcheck.cli.origin import located, weighed
from provcheck.config.keys import among
from provcheck.errors import ProvcheckError

Result = TypeVar("Result")


def expanded(command: Callable[..., Result]) -> Callable[..., Result]:
    """Return `command` with each parameter that is a NamedTuple replaced by its fields.

    For Typer the fields are options like any others; the command gets them back as the tuple that
    it asks for. Each option is also set by its environment variable (provcheck.config.keys), gives
    way to an opposite said in a stronger place, and where it is at fault the error names the place.
    Raises TypeError when a field has the name of another parameter.
    """
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if hasattr(hint, "_fields")}
    own = [
        parameter.replace(annotation=hints[name])
        for name, parameter in signature(command).parameters.items()
        if name not in groups
    ]
    fields = [field for group in groups.values() for field in _parameters(group)]

    @wraps(command)
    def run(**given: object) -> Result:
        ctx = get_current_context(silent=True)
        given = weighed(ctx, given) if ctx else given
        grouped = {
            name: group(**{field: given.pop(field) for field in group._fields})
            for name, group in groups.items()
        }
        try:
            return command(**given, **grouped)
        except ProvcheckError as problem:
            raise located(ctx, problem) if ctx else problem from None

    del run.__wrapped__  # Typer would look through it
    parameters = [_bound(parameter, command.__name__) for parameter in (*own, *fields)]
    if len({parameter.name for parameter in parameters}) < len(parameters):
        message = f"{command.__name__}: two of its options have one name"
        raise TypeError(message)
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _parameters(group: Any) -> list[Parameter]:  # noqa: ANN401  (a class made by NamedTuple)
    hints = get_type_hints(group, include_extras=True)
    return [
        Parameter(
            field,
            Parameter.KEYWORD_ONLY,
            default=group._field_defaults.get(field, Parameter.empty),
            annotation=hints[field],
        )
        for field in group._fields
    ]


def _bound(parameter: Parameter, command: str) -> Parameter:
    """Return `parameter` with the environment variable that sets it, where one does."""
    kind, *told = get_args(parameter.annotation) or (parameter.annotation,)
    option = next((each for each in told if isinstance(each, OptionInfo)), None)
    key = among(_names(option), command) if option else None
    if option is None or key is None or key.variable is None:
        return parameter
    option = copy(option)
    option.envvar, option.show_envvar = key.variable, False
    return parameter.replace(annotation=Annotated[kind, option])


def _names(option: OptionInfo) -> list[str]:
    """Return how an option is written; inside Annotated, Typer holds the first name as default.

    A switch with two names has them as one, --this/--that.
    """
    written = (option.default, *(option.param_decls or ()))
    return [name for each in written if isinstance(each, str) for name in each.split("/")]
