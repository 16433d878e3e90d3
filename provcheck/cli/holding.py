"""Finds the article that holds a claim, by the claim's id or the beginning of it."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from provcheck.cli.outputs import PAGES
from provcheck.errors import ArticleError, SettingsError
from provcheck.extract.claims import claims
from provcheck.extract.facts import is_checkable
from provcheck.read.article import read_article
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Settings
from provcheck.signoff.place import ARTICLES

MOST = 200  # articles that are looked through for a claim
_NEAR = 3  # ids told of where none fits


def holding(
    claim: str, article: Path | None, settings: Settings, rules: Rulebook
) -> tuple[Path, str]:
    """Return the article that holds `claim`, the beginning of an id, and the whole id.

    Without `article` it is looked for in the current folder and below it, in at most 200 articles
    by the endings of their names; hidden folders, reports and sources given by hand are left out.
    Raises ArticleError when `article` cannot be read, SettingsError when no claim or more than one
    begins so, or when there are more articles than are looked through.
    """
    if article:
        return the_one(claim, {article: ids(article, settings, rules)})
    files = files_below(Path(), ARTICLES, settings.sources)
    return the_one(claim, dict(_readable(files, settings, rules)))


def the_one(claim: str, known: Mapping[Path, Sequence[str]]) -> tuple[Path, str]:
    """Return the only file whose ids have `claim`, else one that begins so, and that id.

    Raises SettingsError, naming files and ids, for none and for several.
    """
    whole = {path: [claim] for path, ids in known.items() if claim in ids}
    begun = {path: [each for each in ids if each.startswith(claim)] for path, ids in known.items()}
    fitting = whole or {path: ids for path, ids in begun.items() if ids and claim}
    if not fitting:
        raise _unknown(claim, known)
    if len(fitting) > 1:
        message = f"{claim}: is in {_listed(fitting)}; name the article after the claim"
        raise SettingsError(message)
    path, found = next(iter(fitting.items()))
    if len(found) > 1:
        message = f"{claim}: {path} has {_listed(found)}; write more of the id"
        raise SettingsError(message)
    return path, found[0]


def ids(article: Path, settings: Settings, rules: Rulebook) -> list[str]:
    """Return the ids of the claims that a check of `article` judges; raises ArticleError."""
    prose = read_article(str(article), settings, rules)
    return [claim.id for claim in claims(prose, rules) if is_checkable(claim)]


def files_below(folder: Path, endings: Sequence[str], apart: Sequence[Path] = ()) -> list[Path]:
    """Return the files below `folder` with such names, in order, hidden folders left out.

    Left out is what is one of `apart`, or below it, too. Raises SettingsError where there are more
    than 200.
    """
    others = {path.resolve() for path in apart}
    found: list[Path] = []
    for path in _walk(folder):
        named = path.name.casefold().endswith(tuple(endings)) and not path.name.endswith(PAGES)
        if named and others.isdisjoint((path.resolve(), *path.resolve().parents)):
            found.append(path)
        if len(found) > MOST:
            message = f"more than {MOST} files to look through below here; name the article"
            raise SettingsError(message)
    return found


def _walk(folder: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(at) / name for name in sorted(names) if not name.startswith("."))


def _readable(
    files: Sequence[Path], settings: Settings, rules: Rulebook
) -> Iterator[tuple[Path, list[str]]]:
    for file in files:
        try:
            yield file, ids(file, settings, rules)
        except ArticleError:  # an article that cannot be read has no findings to sign, either
            continue


def _unknown(claim: str, known: Mapping[Path, Sequence[str]]) -> SettingsError:
    if not known:
        return SettingsError(
            f"{claim}: there is no file here or below to look in; name the article"
        )
    where = _listed(known) if len(known) <= _NEAR else f"the {len(known)} files looked through"
    found = dict.fromkeys(each for ids in known.values() for each in ids)
    near = get_close_matches(claim, found, _NEAR)
    hint = f"the nearest are {_listed(near)}" if near else "the report tells the ids of claims"
    return SettingsError(f"{claim}: no such claim in {where}; {hint}")


def _listed(words: Iterable[object]) -> str:
    *first, last = map(str, words)
    return f"{', '.join(first)} and {last}" if first else last
