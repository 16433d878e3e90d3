"""The root of the command line: `provcheck FILE…` is `provcheck check FILE…`."""

from typing import Any, NoReturn

import typer
from typer._click.exceptions import BadParameter, NoArgsIsHelpError, UsageError
from typer.core import TyperGroup

from provcheck.cli.exits import Exit
from provcheck.cli.origin import Origin, origin_of, where
from provcheck.cli.output import complain
from provcheck.errors import ProvcheckError

DEFAULT = "check"
_SAID_PLAINLY = (Origin.COMMAND_LINE, Origin.DEFAULT)


class Root(TyperGroup):
    """Hands what is neither a command nor a root option to `check`; faults of use are one line."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Put `check` before the arguments when they begin with no command."""
        own = {name for param in self.params for name in (*param.opts, *param.secondary_opts)}
        own |= {"--help", "-h"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = [DEFAULT, *args]
        try:
            return super().parse_args(ctx, args)
        except NoArgsIsHelpError:
            raise
        except UsageError as problem:
            _misused(problem)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401
        """Run the command; what the caller must fix becomes one line and exit code 2."""
        try:
            return super().invoke(ctx)
        except NoArgsIsHelpError:
            raise
        except UsageError as problem:
            _misused(problem)
        except ProvcheckError as problem:
            complain(str(problem))
            raise typer.Exit(Exit.USAGE) from None

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:  # noqa: ANN401
        """Offer commands and files, or the root's options and those of `check`."""
        from provcheck.cli.complete import files, options_of  # noqa: PLC0415  (not for --help)

        found = super().shell_complete(ctx, incomplete)
        seen = {item.value for item in found}
        further = (
            options_of(ctx, DEFAULT, incomplete) if incomplete[:1] == "-" else files(incomplete)
        )
        return [*found, *(item for item in further if item.value not in seen)]

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002
        """Say that files come without a command."""
        return ["[OPTIONS] FILE...", "|", "COMMAND ..."]


def _misused(problem: UsageError) -> NoReturn:
    command = problem.ctx.command_path if problem.ctx else "provcheck"
    fault = _told(problem).replace("Value error, ", "").rstrip(".")
    complain(f"{fault}; see `{command} --help`")
    raise typer.Exit(Exit.USAGE)


def _told(problem: UsageError) -> str:
    """Return what is wrong; a variable or a key of a file is named where the fault stands there."""
    parameter = problem.param if isinstance(problem, BadParameter) else None
    ctx = problem.ctx
    if ctx is None or parameter is None or origin_of(ctx, parameter.name) in _SAID_PLAINLY:
        return problem.format_message()
    return f"{where(ctx, parameter)}: {problem.message}"
