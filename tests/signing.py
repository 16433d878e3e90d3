"""Sign-offs for tests: one of an invented claim, and files that hold some."""

from datetime import date
from pathlib import Path
from typing import Any

from provcheck.model.signoff import Signoff, Status
from provcheck.model.verdict import Verdict

HASH = "sha256:" + "1" * 64  # of the text that building.found gives
DAY = date(2025, 3, 14)


def a_signoff(claim: str = "q-ferry", **known: Any) -> Signoff:
    fields = {
        "quote": "We will open the new ferry line in spring.",
        "status": Status.ACCEPTED,
        "verdict": Verdict.ALTERED,
        "evidence": HASH,
        "by": "ab",
        "day": DAY,
        "note": "she says so in the recording",
    }
    return Signoff(claim=claim, **{**fields, **known})


def a_table(claim: str = "q-ferry", **known: str) -> str:
    """The text of an entry; values as they are written in TOML, "" for a key that is missing."""
    fields = {
        "claim": f'"{claim}"',
        "quote": '"We will open it."',
        "status": '"accepted"',
        "verdict": '"altered"',
        "by": '"ab"',
        "date": "2025-03-14",
        "note": '"heard it"',
    }
    lines = [f"{key} = {value}\n" for key, value in {**fields, **known}.items() if value]
    return "[[signoff]]\n" + "".join(lines)


def a_file(folder: Path, text: str | bytes, name: str = "a.provcheck.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
