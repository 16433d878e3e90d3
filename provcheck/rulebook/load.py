"""Reads one YAML file of rules into its frozen value, or says which field is wrong."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import yaml
from pydantic import ValidationError

from provcheck.errors import RuleError
from provcheck.model.value import Value

MAX_BYTES = 1 << 20
# What an editor is told of a wrong field, by pydantic's type of error.
_SAYS = {
    "missing": "it is missing; add it",
    "extra_forbidden": "there is no such field; remove it",
    "model_type": "fields of its own are expected here, in braces or indented below it",
    "dict_type": "a mapping of names is expected here",
    "tuple_type": "a list is expected here, as in [one, another]",
    "string_type": "words are expected here; set quotation marks round them",
    "int_parsing": "a whole number is expected here",
    "int_type": "a whole number is expected here",
}
_TWICE = " stands twice; remove one"
Rules = TypeVar("Rules", bound=Value)


def shipped() -> Traversable:
    """Return the rules folder: inside an installed wheel, or beside the package in a checkout."""
    inside = resources.files("provcheck") / "rules"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "rules"


def load(file: Traversable, shape: type[Rules]) -> Rules:
    """Return the rules in `file`; raises RuleError naming the file and the field that is wrong.

    Refuses files over 1 MiB, YAML aliases (a few lines of them can unfold to gigabytes), unknown
    keys, keys that stand twice, and anything but plain data.
    """
    return shaped(file, parsed(file), shape)


def shaped(
    file: Traversable, given: object, shape: type[Rules], place: tuple[str, ...] = ()
) -> Rules:
    """Return `given`, which stands at `place` in `file`, as the value that it must be.

    Raises RuleError naming the file and the field that is wrong.
    """
    try:
        return shape.model_validate(given)
    except ValidationError as problem:
        first = problem.errors()[0]
        field = ".".join((*place, *map(str, first["loc"]))) or "the whole file"
        why = first["msg"].removeprefix("Value error, ")
        told = _SAYS.get(first["type"], f"{why}; correct the field or remove it")
        message = f"{file}: field {field}: {told}"
        raise RuleError(message) from None


def parsed(file: Traversable) -> dict[str, Any]:
    """Return the mapping in `file`; raises RuleError when there is none."""
    try:
        source = file.read_bytes()
    except OSError as problem:
        message = f"{file}: cannot be read ({problem.strerror}); check the path and its permissions"
        raise RuleError(message) from None
    if len(source) > MAX_BYTES:
        message = f"{file}: larger than {MAX_BYTES} bytes; rules files are small"
        raise RuleError(message)
    try:
        _refuse_aliases(source)
        rules = yaml.load(source, Loader=_Loader)  # noqa: S506  (a safe loader)
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        message = f"{file}: {_place(problem)}{_why(problem)}"
        raise RuleError(message) from None
    if not isinstance(rules, dict):
        message = f"{file}: the whole file: a mapping of rules is expected"
        raise RuleError(message)
    return rules


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader (libyaml's where there is one), to which `no`, `on` and `yes` are words."""

    yaml_implicit_resolvers: ClassVar = {
        first: [pair for pair in pairs if first in "tTfF" or not pair[0].endswith(":bool")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002  (yaml's own)
        """Return the mapping; of a key that stands twice YAML would keep the last one silently."""
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                told = f"{key.value}{_TWICE}"
                raise yaml.constructor.ConstructorError(None, None, told, key.start_mark)
            seen.add(str(key.value))
        return dict(super().construct_mapping(node, deep))


def _refuse_aliases(source: bytes) -> None:
    if b"*" not in source:  # an alias is written with one; looking for it takes as long as reading
        return
    for event in yaml.parse(source, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark else 1
            message = f"aliases are not taken (line {line})"
            raise yaml.YAMLError(message)


def _place(problem: Exception) -> str:
    mark = getattr(problem, "problem_mark", None)
    return f"line {mark.line + 1}: " if mark else ""


def _why(problem: Exception) -> str:
    why = str(getattr(problem, "problem", None) or problem).splitlines()[0]
    return why if why.endswith(_TWICE) else f"not valid YAML: {why}"
