"""Adds, replaces and removes entries of a sign-off file; what else stands there stays as it is."""

from collections.abc import Mapping
from pathlib import Path

from provcheck.errors import SettingsError
from provcheck.files import write_whole
from provcheck.model.signoff import Signoff
from provcheck.signoff.book import HEADER, MAX_BYTES, parsed, text_of
from provcheck.signoff.entry import EntryError, entry_of, signoff_of
from provcheck.signoff.lock import alone
from provcheck.signoff.wording import entry_text, reworded

HEAD = "# What editors decided of claims in the article; `provcheck sign` writes it.\n\n"


def sign(path: Path, signoff: Signoff) -> None:
    """Write `signoff` to the file at `path`, in the place of one of the same claim if any.

    New entries are sorted in by claim; comments and other entries stay byte for byte. Of several
    who sign at once each is heard. Raises SettingsError when `signoff` cannot stand in the file,
    and when the file is broken, which is left as it is then, or cannot be written.
    """
    try:
        entry = entry_of(signoff)
        kept = signoff_of(entry, 1)
    except EntryError as problem:
        message = f"{path}: cannot take the sign-off: {problem}"
        raise SettingsError(message) from None
    with alone(path.parent):
        text = text_of(path)
        known = {each.claim: each for each in parsed(text, path)}
        blocks = _blocks(text or HEAD)
        claims = list(known)
        if signoff.claim in known:
            at = claims.index(signoff.claim) + 1
            blocks[at] = reworded(blocks[at], entry)
        else:
            later = (i for i, claim in enumerate(claims, 1) if claim > signoff.claim)
            at = next(later, len(blocks))
            blocks[at - 1] = _ended(blocks[at - 1])
            blocks.insert(at, entry_text(entry) + ("\n" if at < len(blocks) else ""))
        _write(path, "".join(blocks), known | {signoff.claim: kept})


def unsign(path: Path, claim: str) -> Signoff:
    """Remove the entry of `claim`, and the comment right above it, and return what it said.

    A file with nothing left in it is removed. Raises SettingsError as `sign` does, and when the
    claim is not signed.
    """
    with alone(path.parent):
        text = text_of(path)
        known = {each.claim: each for each in parsed(text, path)}
        if claim not in known:
            message = f"{path}: {claim} is not signed there; nothing to remove"
            raise SettingsError(message)
        blocks = _blocks(text)
        del blocks[list(known).index(claim) + 1]
        rest = "".join(blocks)
        removed = known.pop(claim)
        if rest.strip() in {"", HEAD.strip()}:
            _remove(path)
        else:
            _write(path, rest.rstrip("\n") + "\n", known)
        return removed


def _blocks(text: str) -> list[str]:
    """Return what stands before the first entry, then each with the comment right above it."""
    starts = [_start(text, found.start()) for found in HEADER.finditer(text)]
    return [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]


def _start(text: str, header: int) -> int:
    """Return where the comment right above the header begins, or the header itself."""
    start = header
    while start:
        line = text.rfind("\n", 0, start - 1) + 1
        if not text[line:start].lstrip(" \t").startswith("#"):
            break
        start = line
    return start


def _ended(block: str) -> str:
    """Return `block` with a blank line after it."""
    if not block or block.endswith("\n\n"):
        return block
    return block + ("\n" if block.endswith("\n") else "\n\n")


def _write(path: Path, text: str, meant: Mapping[str, Signoff]) -> None:
    """Write `text` once it is sure that it says what is meant."""
    if len(text.encode()) > MAX_BYTES:
        message = f"{path}: would be larger than {MAX_BYTES} bytes; remove old entries"
        raise SettingsError(message)
    said = {each.claim: each.model_copy(update={"line": 1}) for each in parsed(text, path)}
    if said != {claim: each.model_copy(update={"line": 1}) for claim, each in meant.items()}:
        message = f"{path}: its layout cannot be kept; write the entry by hand"
        raise SettingsError(message)
    write_whole(path, text.replace("\n", "\r\n") if _has_crlf(path) else text)


def _has_crlf(path: Path) -> bool:
    return path.exists() and b"\r\n" in path.read_bytes()


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as problem:
        message = f"{path}: cannot be removed ({problem.strerror}); check its permissions"
        raise SettingsError(message) from None
