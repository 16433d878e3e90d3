"""Where an article lies in its repository, for formats that are read there."""

import os
from pathlib import Path


def place(article: Path, here: Path) -> str | None:
    """Return the path of `article` from the root of its git repository, with slashes.

    The root is the nearest folder at or above that of the article with `.git` in it, file or
    folder. Outside a repository the path is from `here` when the article lies below it, else
    None. Links among the folders are followed, as git does; the article's own name stays.
    """
    path = located(here / article)
    root = next((folder for folder in path.parents if (folder / ".git").exists()), None)
    base = root or Path(os.path.realpath(here))
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else None


def located(path: Path) -> Path:
    """Return `path` with the links among its folders followed, and the name at its end kept."""
    return Path(os.path.realpath(path.parent)) / path.name
