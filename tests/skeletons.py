"""Reads every output format with a parser of its own, and tells its shape from its words."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple
from xml.etree import ElementTree as ET

from lxml import html
from rendering import page, skeleton

COMMAND = re.compile(r"::(error|warning|notice)(?: ([^:]*))?::(.*)")


class Read(NamedTuple):
    """What a text is made of: `shape`, which no words may change, and the words in it."""

    shape: object
    words: tuple[str, ...]


def read(form: str, text: str) -> Read:
    """Return what a parser of the format `form` makes of `text`."""
    return PARSERS.get(form, _json)(text)


def _html(text: str) -> Read:
    tree = html.fromstring(text)
    elements = [each for each in tree.iter() if isinstance(each.tag, str)]
    shape = [(each.tag, tuple(sorted(each.attrib))) for each in elements]
    shape += [("comment", str(each)) for each in tree.iter(html.etree.Comment)]
    words = (
        part
        for each in elements
        for part in (each.text, each.tail, *map(str, each.attrib.values()))
        if part
    )
    return Read(shape, (*words, *_paragraphs(elements)))


def _paragraphs(elements: list) -> Iterator[str]:
    """Words of whole blocks, which differences and claims part."""
    return (each.text_content() for each in elements if each.tag in {"p", "blockquote", "li", "h4"})


def _json(text: str) -> Read:
    whole = json.loads(text, parse_constant=_refuse)
    return Read(_shape(whole), tuple(_leaves(whole)))


def _lines(text: str) -> Read:
    rows = [json.loads(line) for line in text.removesuffix("\n").split("\n")]
    return Read(_shape(rows), tuple(_leaves(rows)))


def _refuse(word: str) -> None:
    message = f"{word} is no JSON"
    raise ValueError(message)


def _shape(value: object) -> object:
    if isinstance(value, dict):
        return {key: _shape(inner) for key, inner in value.items()}
    return [_shape(inner) for inner in value] if isinstance(value, list) else type(value).__name__


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    elif isinstance(value, str):
        yield value


def _csv(text: str) -> Read:
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    return Read([len(row) for row in rows], tuple(cell for row in rows for cell in row))


def _xml(text: str) -> Read:
    elements = list(ET.fromstring(text).iter())  # noqa: S314  (it is our own)
    shape = [(each.tag, tuple(each.attrib)) for each in elements]
    words = (part for each in elements for part in (each.text, each.tail, *each.attrib.values()))
    return Read(shape, tuple(part for part in words if part))


def _markdown(text: str) -> Read:
    shown = page(text)
    blocks = shown.find_all(["p", "li", "h2", "h3", "td", "summary"])
    return Read(skeleton(shown), tuple(block.get_text() for block in blocks))


def _commands(text: str) -> Read:
    shape, words = [], []
    for line in text.removesuffix("\n").split("\n"):
        command = COMMAND.fullmatch(line)
        assert command, line
        kind, properties, message = command.groups()
        pairs = [each.partition("=")[::2] for each in (properties or "").split(",")]
        shape.append((kind, tuple(name for name, _ in pairs)))
        words += [_decoded(value) for _, value in pairs] + [_decoded(message)]
    return Read(shape, tuple(words))


def _decoded(text: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def _terminal(text: str) -> Read:
    lines = text.split("\n")
    return Read(len(lines), tuple(lines))


PARSERS = {
    "html": _html,
    "jsonl": _lines,
    "csv": _csv,
    "junit": _xml,
    "markdown": _markdown,
    "github": _commands,
    "terminal": _terminal,
}
