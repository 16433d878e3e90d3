"""`provcheck config`: which values hold, and where each was said."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from provcheck.cli.told import Holding, Told

app = typer.Typer(no_args_is_help=True, help="Show which options hold, and where from.")


class Form(StrEnum):
    """How the values are written."""

    TERMINAL = "terminal"
    JSON = "json"


@app.command(
    "show",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    options_metavar="[OPTIONS] [OPTIONS OF check]",
)
def show(
    ctx: typer.Context,
    form: Annotated[
        Form, typer.Option("--format", "-f", help="For people or for programs.")
    ] = Form.TERMINAL,
) -> None:
    """Show what `check` would use, and where from: command line, variable, file or default.

    Takes the options of `check`, --config and --no-config among them, but for --format. Keys of
    services are never shown. Exit codes: 0 shown, 2 something is wrong in what was said.
    """
    from provcheck.cli.output import emit  # noqa: PLC0415  (not for --help)
    from provcheck.cli.told import holding  # noqa: PLC0415

    root = ctx.find_root()
    held = holding(root.command.commands["check"], ctx.args, root)  # type: ignore[attr-defined]
    data = form is Form.JSON
    emit(as_json(held) if data else as_lines(held), utf8=data)


def as_lines(held: "Holding") -> str:
    """Return which file holds, and a line a value: key, value, where it was said."""
    rows = [(told.key.name, _shown(told), told.place) for told in held.told]
    width = max(len(name) for name, _, _ in rows)
    lines = [f"{name:<{width}}  {value}  ({place})" for name, value, place in rows]
    return "".join(f"{line}\n" for line in (_file(held), *map(_harmless, lines)))


def as_json(held: "Holding") -> str:
    """Return the same as one JSON object, for programs."""
    import json  # noqa: PLC0415  (not for --help)

    options = {
        told.key.name: {"value": told.value, "from": told.origin.word, "place": told.place}
        for told in held.told
    }
    return json.dumps({"file": held.file, "options": options}, indent=2) + "\n"


def _file(held: "Holding") -> str:
    if held.file:
        return f"configuration file: {_harmless(held.file)}"
    return (
        "configuration file: none (provcheck.toml, .provcheck.toml, or pyproject.toml with "
        "[tool.provcheck], here or in a folder above; `provcheck init` writes one)"
    )


def _shown(told: "Told") -> str:
    import json  # noqa: PLC0415  (as above)

    if told.value in (None, []) and told.key.unset:
        return told.key.unset
    return json.dumps(told.value, ensure_ascii=False)


def _harmless(line: str) -> str:
    from provcheck.report.visible import harmless, visible  # noqa: PLC0415  (as above)

    return harmless(visible(line.replace("\n", "¶")))
