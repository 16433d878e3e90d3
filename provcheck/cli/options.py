"""Options as they are written on the command line, shared by the commands."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provcheck.errors import SettingsError
from provcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from provcheck.model.verdict import Level

STDIN = "-"

Files = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Articles; - reads standard input.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FMT[=PATH]",
        help=f"{', '.join(FORMATS)}; to standard output or to a file. Repeatable.",
    ),
]
ClaimFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FMT[=PATH]",
        help="terminal or json; to standard output or to a file. Repeatable.",
    ),
]
Lang = Annotated[
    str | None, typer.Option("--lang", metavar="CODE", help="Language of the article.")
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="Day of publication, 2025-01-23, where it is not said."
    ),
]
StdinName = Annotated[
    str | None,
    typer.Option("--stdin-filename", metavar="NAME", help="What to call standard input."),
]
Sources = Annotated[
    list[Path] | None,
    typer.Option("--sources", metavar="PATH", help="Sources by hand: file or folder. Repeatable."),
]


class FailOn(StrEnum):
    """The mildest level that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"

    def met_by(self, level: Level) -> bool:
        """Tell whether a finding of `level` counts."""
        from provcheck.model.verdict import Level  # noqa: PLC0415  (keeps --help light)

        return self is not FailOn.NEVER and level.rank >= Level(self.value).rank


def day(text: str | None) -> date | None:
    """Return the day that `text` names in ISO 8601; raises SettingsError for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"--published {text}: no date; write it as 2025-01-23"
        raise SettingsError(message) from None


def distinct(files: list[str], stdin_name: str | None) -> list[str]:
    """Return `files` without repetitions; raises SettingsError for a name nothing bears."""
    if stdin_name and STDIN not in files:
        message = "--stdin-filename: names standard input, which is read only for `-`; add it"
        raise SettingsError(message)
    return list(dict.fromkeys(files))
