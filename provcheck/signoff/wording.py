"""An entry of a sign-off file as text: one key on a line, comments kept."""

import json
from collections.abc import Mapping
from datetime import date

import tomlkit
from tomlkit.items import AoT, Comment, Item, Key

from provcheck.signoff.book import HEADER

Entry = Mapping[str, str | date | list[str]]
_FOUR_DIGITS = 0xFFFF  # the last character that an escape of four digits can name


def entry_text(entry: Entry) -> str:
    """Return the table of an entry, its last line ended."""
    return "".join(["[[signoff]]\n", *(_line(key, value) for key, value in entry.items())])


def reworded(block: str, entry: Entry) -> str:
    """Return the text of one entry with the values of `entry` in the order they have there.

    `block` is the entry with all around it. Lines whose value is the same stay as they are, and so
    do comments: beside a value, and on lines of their own above the key that they stand above.
    """
    header = HEADER.search(block)
    assert header  # noqa: S101  (a block is cut out where one was found)
    above, lines = _parts(block[header.start() :], entry)
    told = [block[: header.end()], "\n"]
    for key, value in entry.items():
        told += [above.pop(key, ""), lines.get(key) or _line(key, value)]
    blanks = block[len(block.rstrip()) :]
    return "".join([*told, *above.values(), blanks.lstrip(" \t").removeprefix("\n")])


def _parts(table: str, entry: Entry) -> tuple[dict[str, str], dict[str, str]]:
    """Return the comments above each key that is left ("" at the end), and each of its lines."""
    above: dict[str, str] = {}
    lines: dict[str, str] = {}
    waiting = ""
    tables = tomlkit.parse(table)["signoff"]
    for key, item in tables[0].value.body if isinstance(tables, AoT) else ():
        if isinstance(item, Comment):
            waiting += f"{item.as_string().rstrip()}\n"
        elif key is not None and key.key in entry:
            above[key.key], waiting = waiting, ""
            lines[key.key] = _kept(key, item, entry[key.key])
    return {**above, "": waiting}, lines


def _kept(key: Key, item: Item, value: str | date | list[str]) -> str:
    """Return the line of a key with `value`: as it was where that is the same."""
    trivia = item.trivia
    if item.unwrap() == value:
        line = f"{trivia.indent}{key.as_string()}{key.sep}{item.as_string()}"
    else:
        line = _line(key.key, value).removesuffix("\n")
    return f"{line}{trivia.comment_ws}{trivia.comment}".rstrip() + "\n"


def _line(key: str, value: str | date | list[str]) -> str:
    return f"{key} = {_said(value)}\n"


def _said(value: str | date | list[str]) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_said, value))}]"
    return "".join(map(_shown, json.dumps(value, ensure_ascii=False)))


def _shown(character: str) -> str:
    """Return `character`, escaped where a reader of the file or of a diff would not see it."""
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code <= _FOUR_DIGITS else f"\\U{code:08X}"
