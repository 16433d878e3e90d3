"""Which articles a run is about: folders are looked through, and git may be asked for changes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from provcheck.cli.output import complain

Articles = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE", help="Articles and folders of articles; - reads standard input."
    ),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="REV",
        help="Only articles that changed since HEAD left REV, a commit of their git repository.",
    ),
]
FailIfEmpty = Annotated[
    bool | None,
    typer.Option(
        "--fail-if-empty/--allow-empty",
        help="Exit 2 when no claim was found at all.  [default: so, but for --changed-since]",
        show_default=False,
    ),
]


class Choosing(NamedTuple):
    """Options that choose articles, and say whether there may be none."""

    changed_since: ChangedSince = None
    fail_if_empty: FailIfEmpty = None

    @property
    def allows_empty(self) -> bool:
        """Tell whether a run that finds no claim is no fault."""
        if self.fail_if_empty is None:
            return self.changed_since is not None
        return not self.fail_if_empty


def chosen(files: Sequence[str], choosing: Choosing, apart: Sequence[Path]) -> list[str]:
    """Return the articles to check, in order, none twice; there may be none after `changed_since`.

    That nothing changed is told on standard error. `apart` are sources and outputs, which are no
    articles of a folder. Raises ArticleError and
    SettingsError as `articles` and `changed` do.
    """
    from provcheck.cli.articles import articles  # noqa: PLC0415  (heavy; not for --help)
    from provcheck.cli.changed import changed  # noqa: PLC0415

    found = articles(files, apart)
    if choosing.changed_since is None:
        return found
    left = changed(found, choosing.changed_since)
    if not left:
        complain(f"no article changed since {choosing.changed_since}; nothing was checked")
    return left
