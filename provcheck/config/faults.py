"""What is wrong in a configuration file, and where in it."""

import re
from pathlib import Path

from provcheck.errors import SettingsError

_HEADER = re.compile(
    r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?provcheck[\"']?[ \t]*\]", re.MULTILINE
)
_LONGEST = 60  # characters of a key or a path that are repeated to its writer


def brief(written: str) -> str:
    """Return the beginning of what somebody wrote, to repeat it to them."""
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"


class ConfigFile:
    """A configuration file that was read: says of a fault in which line it stands."""

    def __init__(self, path: Path, text: str = "") -> None:
        self.path = path
        self.text = text

    def wrong(self, key: str, why: str) -> SettingsError:
        """Return the error that `key` of this file is; `why` ends with the remedy."""
        line = self._line(key)
        place = f"{self.path}:{line}" if line else str(self.path)
        return SettingsError(f"{place}: {brief(key)}: {why}")

    def _line(self, key: str) -> int | None:
        """Return the line in which `key` is set first, None where it is not seen."""
        header = _HEADER.search(self.text) if self.path.name == "pyproject.toml" else None
        begin = header.end() if header else 0
        name = rf"[\"']?{re.escape(key)}[\"']?[ \t]*"
        written = re.compile(rf"^[ \t]*(?:{name}[=.]|\[+[ \t]*{name}[\].])", re.MULTILINE)
        found = written.search(self.text, begin)
        return self.text.count("\n", 0, found.start()) + 1 if found else None
