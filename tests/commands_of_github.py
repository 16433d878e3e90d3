"""What the runner of GitHub Actions makes of a step's log, as its documentation tells.

A line is a command when it begins, after blanks of any kind, with `::name`, properties and a second
`::`; or, as of old, when `##[name properties]` stands anywhere in it. Properties are parted by
commas and each at its first equals sign. In the first form `%25`, `%0D`, `%0A` stand for what a
command cannot hold, in properties `%3A` and `%2C` too.
"""

import re
from dataclasses import dataclass

KNOWN = {
    "error",
    "warning",
    "notice",
    "debug",
    "group",
    "endgroup",
    "add-mask",
    "set-output",
    "set-env",
    "add-path",
    "save-state",
    "stop-commands",
    "echo",
    "add-matcher",
}
_LINE = re.compile(r"::(?P<name>[^ :]+)(?: (?P<properties>.*?))?::(?P<data>.*)", re.DOTALL)
_OLD = re.compile(r"##\[(?P<name>[^ \]]*)(?: (?P<properties>[^\]]*))?\](?P<data>.*)")
_BREAKS = re.compile(r"\r\n|\r|\n")
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


@dataclass(frozen=True)
class Command:
    """One command that the runner obeys."""

    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """Return the commands in a log, in order."""
    found = (_command(line) for line in _BREAKS.split(log))
    return [command for command in found if command]


def _command(line: str) -> Command | None:
    new = _LINE.match(line.lstrip())
    if new and new["name"] in KNOWN:
        parts = [p.split("=", 1) for p in (new["properties"] or "").split(",") if "=" in p]
        properties = {name: _plain(value, _PROPERTY) for name, value in parts}
        return Command(new["name"], properties, _plain(new["data"], _DATA))
    old = _OLD.search(line)
    if old and old["name"] in KNOWN:
        return Command(old["name"], {}, old["data"])
    return None


def _plain(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for written, meant in escapes:
        text = text.replace(written, meant)
    return text
