"""Which articles a folder holds."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from provcheck.cli.outputs import PAGES
from provcheck.errors import ArticleError
from provcheck.read.article import READERS, is_address

_OPEN_IN_WORD = "~$"


def articles(given: Sequence[str], apart: Sequence[Path] = ()) -> list[str]:
    """Return `given` with each folder replaced by the articles below it, sorted, none twice.

    An article is a file with the suffix of a kind that can be read. Left out are hidden files
    and folders, reports of this program, and what is in or below a path of `apart` (sources,
    outputs of this run). Links to folders are not followed. What is given and is no folder stays
    as it is, there or not. Raises ArticleError for a folder without any article, for one that
    cannot be read, and for a link to a file that is hidden or outside the folder given.
    """
    others = {Path(os.path.realpath(path)) for path in apart}
    found: dict[str, None] = {}
    for name in given:
        if not name or is_address(name) or not Path(name).is_dir():  # Path("") is the folder here
            found[name] = None
            continue
        try:
            below = _below(Path(name), others)
        except OSError as problem:
            message = f"{name}: cannot be looked through ({problem.strerror}); name the articles"
            raise ArticleError(message) from None
        if not below:
            message = (
                f"{name}: holds no article ({', '.join(READERS)}) beside hidden files, reports and "
                "--sources; check the path"
            )
            raise ArticleError(message)
        found.update(dict.fromkeys(below))
    return list(found)


def _below(root: Path, others: set[Path]) -> list[str]:
    own = Path(os.path.realpath(root))
    kept = [path for path in _files(root, others) if _is_article(path)]
    for path in kept:
        real = Path(os.path.realpath(path))
        inside = real.is_relative_to(own) and not _hidden(*real.relative_to(own).parts)
        if path.is_symlink() and not inside:
            message = (
                f"{path}: is a link to a file outside {root} or to a hidden one; "
                "name the file itself, or remove the link"
            )
            raise ArticleError(message)
    return sorted(map(str, kept))


def _files(root: Path, others: set[Path]) -> Iterator[Path]:
    if not others.isdisjoint(_and_above(root)):
        return
    for folder, folders, names in os.walk(root, onerror=_unreadable):
        at = Path(folder)
        folders[:] = [
            name for name in folders if not _hidden(name) and _real(at / name) not in others
        ]
        yield from (at / name for name in names if _real(at / name) not in others)


def _and_above(path: Path) -> tuple[Path, ...]:
    real = _real(path)
    return (real, *real.parents)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _is_article(path: Path) -> bool:
    """Tell so by name; a link that leads nowhere is one, and will be told of when it is read."""
    name = path.name.casefold()
    told = not _hidden(name) and not name.startswith(_OPEN_IN_WORD) and not name.endswith(PAGES)
    return told and path.suffix.casefold() in READERS and (path.is_file() or path.is_symlink())


def _hidden(*names: str) -> bool:
    return any(name.startswith(".") for name in names)


def _unreadable(problem: OSError) -> NoReturn:
    message = f"{problem.filename}: cannot be read ({problem.strerror}); check its permissions"
    raise ArticleError(message)
