"""The one table of options that a file or the environment may set; light, for `--help` reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

PREFIX = "PROVCHECK_"


class Shape(StrEnum):
    """What stands after the equals sign in a configuration file."""

    SWITCH = "switch"  # true or false; false is what holds without the line
    WORD = "word"
    NUMBER = "number"  # whole, 0 to 100,000
    PATH = "path"
    PATHS = "paths"
    OUTPUTS = "outputs"  # FMT or FMT=PATH
    HOUSE = "house"  # the name of a shipped house, or a path


@dataclass(frozen=True)
class Key:
    """An option by its name without dashes, which is its key in a configuration file.

    `unset` tells what holds where nobody says it and the option has no default; `example` is what a
    new file shows in the place of such a default. `words` are the only values. `refused` says why
    no file may set it, `unbound` why no environment variable does; both are empty where one may.
    `only` names the command whose option it is, where another command has one of that name.
    `against` is the switch that rules it out: of the two, the one said in the stronger place holds.
    """

    name: str
    shape: Shape
    unset: str = ""
    example: str = ""
    words: tuple[str, ...] = ()
    refused: str = ""
    unbound: str = ""
    only: str = ""
    against: str = ""

    @property
    def variable(self) -> str | None:
        """Return the environment variable that sets the option, None where none does."""
        return None if self.unbound else PREFIX + self.name.upper().replace("-", "_")

    def meant_by(self, command: str | None) -> bool:
        """Tell whether an option of this name at `command` is this one."""
        return not self.only or self.only == command


_NETWORK = "no file may say where connections go, or whether any are made"
_ONE_RUN = "it belongs to one run"
_ONE_ARTICLE = "it belongs to one article"
_ITSELF = "a configuration file does not choose configuration files"

KEYS: tuple[Key, ...] = (
    Key("sources", Shape.PATHS),
    Key("offline", Shape.SWITCH),
    Key("house", Shape.HOUSE),
    Key("agencies", Shape.PATHS),
    Key(
        "store",
        Shape.PATH,
        unset=".provcheck beside the configuration file, else in the current folder",
        example=".provcheck",
        against="no-store",
    ),
    Key("no-store", Shape.SWITCH),
    Key("no-archives", Shape.SWITCH),
    Key("max-age", Shape.NUMBER),
    Key("refresh", Shape.SWITCH, refused=_NETWORK),
    Key("robots", Shape.WORD, refused="no file may say how other people's sites are treated"),
    Key("allow-private", Shape.WORD, refused=_NETWORK),
    Key("proxy", Shape.WORD, unset="none", refused=_NETWORK),
    Key("cacert", Shape.PATH, unset="none", refused="no file may say whom to trust"),
    Key("search", Shape.WORD, refused="no file may send the words of an article out"),
    Key("lang", Shape.WORD, unset="what the article says", example="en"),
    Key(
        "published",
        Shape.WORD,
        unset="what the article says",
        refused=_ONE_ARTICLE,
        unbound=_ONE_ARTICLE,
    ),
    Key("format", Shape.OUTPUTS, unset="terminal", only="check"),
    Key(
        "report",
        Shape.PATH,
        unset="STEM.provenance.html",
        example="provenance.html",
        only="check",
        against="no-report",
    ),
    Key("no-report", Shape.SWITCH, only="check"),
    Key("fail-on", Shape.WORD, words=("error", "warning", "note", "never")),
    Key("require-sources", Shape.SWITCH),
    Key(
        "fail-if-empty",
        Shape.SWITCH,
        unset="true, but for --changed-since",
        refused="no file may let a run pass that checked nothing",
    ),
    Key("changed-since", Shape.WORD, unset="all articles", refused=_ONE_RUN),
    Key(
        "baseline",
        Shape.PATH,
        unset="none",
        example="provcheck-baseline.json",
        only="check",
    ),
    Key("stdin-filename", Shape.WORD, unset="stdin", refused=_ONE_RUN, unbound=_ONE_RUN),
    Key("config", Shape.PATH, unset="the closest one", refused=_ITSELF, against="no-config"),
    Key("no-config", Shape.SWITCH, refused=_ITSELF),
)
IN_FILES = tuple(key for key in KEYS if not key.refused)
VARIABLES = tuple(key.variable for key in KEYS if key.variable)
_NAMED = {key.name: key for key in KEYS}


def key_of(name: str) -> Key | None:
    """Return the key of an option by its name, with or without dashes before it."""
    return _NAMED.get(name.lstrip("-"))


def among(names: Iterable[str], command: str | None = None) -> Key | None:
    """Return the key of an option that is written as any of `names` at `command`."""
    keys = (key_of(name) for name in names if name.startswith("--"))
    return next((key for key in keys if key and key.meant_by(command)), None)
