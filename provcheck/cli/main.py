"""The entry point. Nothing heavy is imported here: `provcheck --help` must answer at once."""

import sys
from typing import Annotated, cast

import typer

from provcheck import __version__
from provcheck.cli import (
    baseline,
    check,
    claims,
    config,
    explain,
    init,
    library,
    review,
    schema,
    sign,
    store,
)
from provcheck.cli.exits import Exit
from provcheck.cli.group import Root
from provcheck.cli.output import complain, emit

app = typer.Typer(
    cls=Root,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001  (the shape Typer asks for)
    if wanted:
        emit(f"provcheck {__version__}\n")
        raise typer.Exit(Exit.OK)


@app.callback()
def root(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Check every quotation in an article against the source it cites.

    `provcheck article.txt` is short for `provcheck check article.txt`.
    """


_ALONE = (check, claims, explain, init, review, schema, sign)
for part in _ALONE:
    app.add_typer(part.app)
app.add_typer(config.app, name="config")
app.add_typer(store.app, name="store")
app.add_typer(library.app, name="library")
app.add_typer(baseline.app, name="baseline")


def tree() -> Root:
    """Return the commands and options of the program, for what is written about them."""
    return cast("Root", typer.main.get_command(app))


def main() -> None:
    """Run the program; whatever escapes is an internal error, never `findings`."""
    try:
        app()
    except Exception as problem:  # noqa: BLE001  (Python would exit 1, which means findings)
        complain(f"internal error: {type(problem).__name__}: {problem}; please report it")
        sys.exit(Exit.INTERNAL)


if __name__ == "__main__":
    main()
