"""Which articles changed since a commit."""

from collections.abc import Sequence
from pathlib import Path

from provcheck.cli.history import OPTION, History
from provcheck.cli.options import STDIN
from provcheck.errors import SettingsError
from provcheck.read.article import is_address
from provcheck.signoff.place import ENDING


def changed(files: Sequence[str], rev: str) -> list[str]:
    """Return those of `files` that changed since HEAD left `rev`, or whose sign-off file did.

    What is not committed counts. A file is left out only where git knows it to be as it was: one
    that is not tracked, or not there, stays. Raises SettingsError for what can have no history,
    and where git cannot tell.
    """
    for name in files:
        if name == STDIN or is_address(name):
            message = f"{OPTION} {rev}: {name} is no file of a repository; leave one of them out"
            raise SettingsError(message)
    history = History(Path.cwd(), rev)
    return [name for name in files if not _as_it_was(Path(name), history)]


def _as_it_was(article: Path, history: History) -> bool:
    signed = (article.with_suffix(ENDING), article.with_name(article.name + ENDING))
    return history.unchanged(article) and all(_still(path, history) for path in signed)


def _still(path: Path, history: History) -> bool:
    """Tell whether a file is as it was, or is missing as it was."""
    there = path.exists() or path.is_symlink()
    return history.unchanged(path) if there else not history.touched(path)
