"""What the file beside an article says, in which editors sign its claims."""

import re
import tomllib
from pathlib import Path
from typing import Any

from provcheck.errors import SettingsError
from provcheck.model.signoff import Signoff
from provcheck.model.value import Value
from provcheck.model.verdict import Level
from provcheck.rulebook.book import Rulebook
from provcheck.signoff.entry import EntryError, signoff_of, unknown
from provcheck.signoff.place import beside

__all__ = ["Sheet", "beside", "parsed", "read_signoffs", "sheet_of", "text_of"]
MAX_BYTES = 1 << 20
HEADER = re.compile(r"^[ \t]*\[\[[ \t]*signoff[ \t]*\]\][ \t]*(?:#.*)?$", re.MULTILINE)
# tomllib takes minutes over a key of many parts; no sentence has so many words with a point each.
_DOTTED = re.compile(r"""(?<![\w.-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){200}""")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=\s|$)", re.MULTILINE)


class Sheet(Value):
    """The sign-offs beside an article; `path` is that of their file, which need not be there."""

    path: str
    signoffs: tuple[Signoff, ...] = ()


def sheet_of(article: Path, rules: Rulebook) -> Sheet:
    """Return the sign-offs beside `article`.

    Raises SettingsError as `beside` and `read_signoffs` do, and for an entry without a note, which
    only a verdict needs none for whose usual level is ok.
    """
    path = beside(article)
    signoffs = read_signoffs(path)
    for each in signoffs:
        if not each.note.strip() and rules.verdicts.verdict(each.verdict).level is not Level.OK:
            why = f"note: it is missing, and {each.claim} is {each.verdict}; say why it is decided"
            raise _wrong(path, f"line {each.line}: {why} so")
    return Sheet(path=str(path), signoffs=signoffs)


def read_signoffs(path: Path) -> tuple[Signoff, ...]:
    """Return the sign-offs in `path` in their order there; none where there is no such file.

    Raises SettingsError, naming line and key, for a file over 1 MiB, what is no TOML (a merge
    conflict, say), an unknown key, a wrong value and a claim that is signed twice.
    """
    return parsed(text_of(path), path)


def text_of(path: Path) -> str:
    """Return what stands in `path`, "" where there is no such file; line ends are line feeds.

    Raises SettingsError for what cannot be read, is over 1 MiB, or is not UTF-8.
    """
    try:
        if path.exists() and not path.is_file():
            raise _wrong(path, "is no file, and the decisions of editors belong there; move it")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or problem
        raise _wrong(path, f"cannot be read ({why}); check its permissions") from None
    if len(data) > MAX_BYTES:
        raise _wrong(path, f"larger than {MAX_BYTES} bytes; remove old entries")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise _wrong(path, f"line {line}: is not UTF-8; save the file as UTF-8") from None


def parsed(text: str, path: Path) -> tuple[Signoff, ...]:
    """Return the sign-offs that `text`, found in `path`, says; raises as read_signoffs does."""
    entries = _entries(_toml(text, path), path)
    lines = [text.count("\n", 0, found.start()) + 1 for found in HEADER.finditer(text)]
    if len(lines) != len(entries):
        why = "each entry is a table of its own, [[signoff]], with one key on a line; write them so"
        raise _wrong(path, why)
    signed: dict[str, Signoff] = {}
    for line, entry in zip(lines, entries, strict=True):
        try:
            signoff = signoff_of(entry, line)
        except EntryError as problem:
            raise _wrong(path, f"line {line}: {problem}") from None
        if signoff.claim in signed:
            first = signed[signoff.claim].line
            why = f"claim {signoff.claim} is signed twice, first on line {first}; keep one entry"
            raise _wrong(path, f"line {line}: {why}")
        signed[signoff.claim] = signoff
    return tuple(signed.values())


def _toml(text: str, path: Path) -> dict[str, Any]:
    dotted = _DOTTED.search(text)
    if dotted:
        line = text.count("\n", 0, dotted.start()) + 1
        raise _wrong(path, f"line {line}: a key of more than 200 parts; each key is one word")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as problem:  # ValueError: a number too long for Python, too
        conflict = _CONFLICT.search(text)
        if conflict:
            line = text.count("\n", 0, conflict.start()) + 1
            why = "a merge conflict stands here; keep the entries that hold and remove its marks"
            raise _wrong(path, f"line {line}: {why}") from None
        raise _wrong(path, f"no valid TOML: {problem}; correct it") from None


def _entries(given: dict[str, Any], path: Path) -> list[dict[str, Any]]:
    for key in given:
        if key != "signoff":
            raise _wrong(path, unknown(key, {"signoff": None}))
    entries = given.get("signoff", [])
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise _wrong(path, "signoff: entries are tables; write [[signoff]] above each")
    return entries


def _wrong(path: Path, why: str) -> SettingsError:
    return SettingsError(f"{path}: {why}")
