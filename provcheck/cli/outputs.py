"""Which output goes where: settled, and checked for writability, before any work is done."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from provcheck.errors import SettingsError
from provcheck.files import writable
from provcheck.read.article import is_address

STDOUT = "-"
INDEX = Path("provenance.index.html")
PAGES = (".provenance.html", INDEX.name)  # reports, which quote what they report on
_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST = 80  # characters of a name taken from an address
_STEM = 220  # bytes of an article's name: with what is put behind it, disks take no more


@dataclass(frozen=True)
class Output:
    """One format, and the file it goes to; None for standard output."""

    form: str
    path: Path | None


def outputs(wanted: list[str], known: tuple[str, ...]) -> tuple[Output, ...]:
    """Return what the `--format FMT[=PATH]` options ask for.

    Raises SettingsError for an unknown format and for two on standard output.
    """
    found = tuple(_output(text, known) for text in wanted)
    if sum(output.path is None for output in found) > 1:
        message = "--format: only one may go to standard output; give the others a file, FMT=PATH"
        raise SettingsError(message)
    return found


def _output(text: str, known: tuple[str, ...]) -> Output:
    form, _, target = text.partition("=")
    if form not in known:
        near = get_close_matches(form, known, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        message = f"--format {form}: no such format{hint or '.'} There are {', '.join(known)}"
        raise SettingsError(message)
    if "=" in text and not target:
        message = f"--format {text}: the file is missing after the equals sign"
        raise SettingsError(message)
    return Output(form, None if target in {"", STDOUT} else Path(target))


def places(wanted: list[str], report: Path | None) -> tuple[Path, ...]:
    """Return the files that the options name for output, whether or not they can be had."""
    named = (text.partition("=")[2] for text in wanted)
    return (*(Path(name) for name in named if name), *([report] if report else ()))


def page_of(named: Path | None, *, none: bool) -> Path | None:
    """Return the HTML page that was named; raises SettingsError where none is wanted beside it."""
    if none and named:
        message = f"--no-report: --report {named} names one beside it; give one of the two"
        raise SettingsError(message)
    return named


def pages(files: list[str], report: Path | None) -> dict[Path, tuple[str, ...]]:
    """Return which HTML page shows which articles: `report` all, else one page an article.

    Raises SettingsError when two articles would get the same page.
    """
    if report:
        return {report: tuple(files)}
    shown: dict[Path, tuple[str, ...]] = {}
    for file in files:
        page = Path(f"{_stem(file)}.provenance.html")
        if page in shown:
            message = (
                f"{file}: its report {page} would overwrite that of {shown[page][0]}; "
                "name one page for all with --report PATH, or use --no-report"
            )
            raise SettingsError(message)
        shown[page] = (file,)
    return shown


def index_of(shown: dict[Path, tuple[str, ...]]) -> list[Path]:
    """Return the page that lists the others where there are several, as a list of it or nothing."""
    return [INDEX] if len(shown) > 1 else []


def _stem(file: str) -> str:
    """Return what the page of an article is called after: its file, or the end of its address."""
    if not is_address(file):
        stem = Path(file).stem[:_STEM]
        while len(stem.encode("utf-8", "surrogatepass")) > _STEM:
            stem = stem[:-1]
        return stem or "article"
    parts = urlsplit(file)
    named = Path(parts.path).stem or parts.hostname or ""
    return _UNFIT.sub("-", named).strip("-.")[:_LONGEST] or "article"


def settle(paths: list[Path], inputs: list[str], sources: Sequence[Path] = ()) -> None:
    """Make sure that every file can be written, none twice, none over an input, none in `sources`.

    A report holds the article's words, which would bear themselves out in the next run; pages by
    the usual name are never read for sources. Raises SettingsError, and leaves nothing behind.
    """
    read = {_real(Path(name)): name for name in inputs}
    apart = {_real(path): path for path in sources}
    taken: set[Path] = set()
    for path in paths:
        real = _real(path)
        among = next((apart[each] for each in (real, *real.parents) if each in apart), None)
        if among and not real.name.endswith(PAGES):
            message = (
                f"{path}: lies in {among}, whose files are read for sources; name another place"
            )
            raise SettingsError(message)
        if real in read:
            message = f"{path}: would overwrite {read[real]}, which is read; name another file"
            raise SettingsError(message)
        if real in taken:
            message = f"{path}: two outputs would go to this file; name another one"
            raise SettingsError(message)
        taken.add(real)
        writable(path)


def _real(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path
