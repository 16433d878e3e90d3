"""Options that several commands share, declared once as the fields of a NamedTuple."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, TypeVar, get_type_hints

Result = TypeVar("Result")


def expanded(command: Callable[..., Result]) -> Callable[..., Result]:
    """Return `command` with each parameter that is a NamedTuple replaced by its fields.

    For Typer the fields are options like any others; the command gets them back as the tuple that
    it asks for. Raises TypeError when a field has the name of another parameter.
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
        grouped = {
            name: group(**{field: given.pop(field) for field in group._fields})
            for name, group in groups.items()
        }
        return command(**given, **grouped)

    del run.__wrapped__  # Typer would look through it
    parameters = [*own, *fields]
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
