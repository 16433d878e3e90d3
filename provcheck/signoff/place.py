"""Where the sign-offs of an article are: in a file beside it that bears its name."""

from pathlib import Path

from provcheck.errors import SettingsError

ENDING = ".provcheck.toml"
ARTICLES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx")


def beside(article: Path) -> Path:
    """Return the file for the sign-offs of `article`: `a.txt` has `a.provcheck.toml`.

    Where `a.md` stands beside it, each has a file by its full name, `a.txt.provcheck.toml`. Raises
    SettingsError where `a.provcheck.toml` may belong to either, or stands beside the full name.
    """
    own = _full(article)
    if article.suffix.casefold() not in ARTICLES:
        return own
    short = article.with_name(f"{article.stem}{ENDING}")
    others = _namesakes(article)
    if any(other.name == article.stem for other in others):
        return own  # the short name is the full one of the other
    if not _is_there(short):
        return own if others or _is_there(own) else short
    rivals = [other for other in others if not _is_there(_full(other))]
    if _is_there(own):
        if rivals:
            return own
        message = f"{short}: {own.name} is there as well; move all entries into one of them"
        raise SettingsError(message)
    if rivals:
        rival = rivals[0]
        message = (
            f"{short}: may belong to {article.name} or to {rival.name}; "
            f"rename it to {own.name} or to {_full(rival).name}"
        )
        raise SettingsError(message)
    return short


def _full(article: Path) -> Path:
    return article.with_name(f"{article.name}{ENDING}")


def _namesakes(article: Path) -> list[Path]:
    """Return the other articles in the folder that differ from this one in their ending alone."""
    endings = ("", *ARTICLES, *(ending.upper() for ending in ARTICLES))
    named = [article.with_name(article.stem + ending) for ending in endings]
    return [each for each in named if _is_there(each) and not _is_same(each, article)]


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # the name is too long for a file
        return False


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether both name one file, as names of other case may."""
    try:
        return one.samefile(other)
    except OSError:
        return False
