"""Options as they are written on the command line, shared by the commands."""

from __future__ import annotations

import os
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provcheck.cli import complete
from provcheck.errors import SettingsError
from provcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from provcheck.model.verdict import Level

STDIN = "-"


class RobotsChoice(StrEnum):
    """The values of settings.Robots, whose module is too heavy for --help."""

    RESPECT = "respect"
    WARN = "warn"
    IGNORE = "ignore"


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
        autocompletion=complete.formats,
    ),
]
ClaimFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FMT[=PATH]",
        help="terminal or json; to standard output or to a file. Repeatable.",
        autocompletion=complete.claim_formats,
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
    typer.Option(
        "--sources",
        metavar="PATH",
        help="Sources by hand: file, folder, WARC or exported evidence. Repeatable.",
    ),
]
Offline = Annotated[bool, typer.Option("--offline", help="Open no connection at all.")]
House = Annotated[
    str,
    typer.Option(
        "--house",
        metavar="NAME|FILE",
        help="House style to judge by.",
        autocompletion=complete.houses,
    ),
]
OwnOutlets = Annotated[
    list[Path] | None,
    typer.Option("--agencies", metavar="FILE", help="Outlets beside the shipped ones. Repeatable."),
]
StoreDir = Annotated[
    Path | None,
    typer.Option("--store", metavar="DIR", help="Evidence store.  [default: .provcheck]"),
]
NoStore = Annotated[bool, typer.Option("--no-store", help="Keep nothing of what is fetched.")]
NoArchives = Annotated[
    bool, typer.Option("--no-archives", help="Ask no web archive for copies of pages.")
]
MaxAge = Annotated[
    int,
    typer.Option(
        "--max-age", metavar="DAYS", min=0, max=100_000, help="Fetch again what is kept for longer."
    ),
]
Refresh = Annotated[
    bool, typer.Option("--refresh", help="Ask for every page again, however young a copy is kept.")
]
RobotsPolicy = Annotated[
    RobotsChoice, typer.Option("--robots", help="What a site's robots.txt means to this run.")
]
Private = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-private",
        metavar="HOST[:PORT]",
        help="A host that may be reached though its address is not public. Repeatable.",
    ),
]
Proxy = Annotated[
    str | None,
    typer.Option(
        "--proxy", metavar="URL", help="HTTP proxy; those in the environment are not used."
    ),
]
Authorities = Annotated[
    Path | None,
    typer.Option("--cacert", metavar="FILE", help="PEM file of authorities to trust as well."),
]
SEARCH_NAMES = "gdelt-context, gdelt-doc, brave, site, sitemap, factcheck"
Search = Annotated[
    list[str] | None,
    typer.Option(
        "--search",
        metavar="NAME",
        help=f"Look for unlinked quotations online, which sends their words out: {SEARCH_NAMES}, "
        "or all. Repeatable.",
        autocompletion=complete.searches,
    ),
]
DEFAULT_STORE = Path(".provcheck")


def asked_again(*, refresh: bool, offline: bool) -> bool:
    """Return `refresh`; raises SettingsError where nothing may be asked."""
    if refresh and offline:
        message = "--refresh: asks for every page again, and --offline forbids it; leave one out"
        raise SettingsError(message)
    return refresh


def store_of(named: Path | None, *, none: bool, beside: Path | None = None) -> Path | None:
    """Return where evidence is kept: by default beside the configuration file, if there is one.

    Raises SettingsError when a store is named and refused.
    """
    if none and named:
        message = "--no-store: a store is named beside it; give one of the two"
        raise SettingsError(message)
    if none:
        return None
    if named or beside is None:
        return named or DEFAULT_STORE
    return Path(os.path.relpath(beside.parent / DEFAULT_STORE))


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


def day(text: str | None, option: str = "--published") -> date | None:
    """Return the day that `text` names in ISO 8601; raises SettingsError for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{option} {text}: no date; write it as 2025-01-23"
        raise SettingsError(message) from None


def distinct(files: list[str], stdin_name: str | None) -> list[str]:
    """Return `files` without repetitions.

    Raises SettingsError for a name of standard input that nothing bears, or another file does.
    """
    if stdin_name and STDIN not in files:
        message = "--stdin-filename: names standard input, which is read only for `-`; add it"
        raise SettingsError(message)
    if stdin_name in files:
        message = f"--stdin-filename {stdin_name}: is a file of this run as well; give another name"
        raise SettingsError(message)
    return list(dict.fromkeys(files))
