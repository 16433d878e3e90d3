"""What git knows of a work tree: asked by fixed commands that run no program and fetch nothing."""

import os
import shutil
import subprocess
from pathlib import Path

from provcheck.cli.place import located
from provcheck.errors import SettingsError

OPTION = "--changed-since"
_PLAIN = "H"  # how `git ls-files -v` marks a file that git looks at for changes
_SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",  # a repository cloned in part would fetch the rest
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}
_COMPARED = (
    "diff",
    "--name-only",
    "-z",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=none",
)
_FETCH = "fetch it with its history; with actions/checkout, set fetch-depth: 0"


class _RefusedError(Exception):
    """Git could not answer; the message is what it said."""


class History:
    """The git work tree around `folder`, compared with the commit where HEAD left `rev`.

    Raises SettingsError, with what to do, where git cannot compare the two.
    """

    def __init__(self, folder: Path, rev: str) -> None:
        self._folder, self._rev, self._root = folder, rev, folder
        self._root = self._top()
        base = self._base()
        self._changed = frozenset(self._listed(*_COMPARED, base, "--"))
        marked = (line.partition(" ") for line in self._listed("ls-files", "-z", "-v"))
        self._tracked = frozenset(name for mark, _, name in marked if mark == _PLAIN)

    def unchanged(self, path: Path) -> bool:
        """Tell whether git tracks the file `path` and knows it to be what it was at that commit.

        Committed or not makes no difference. A link is unchanged when what it leads to is, too; a
        file of a submodule when nothing in the submodule changed.
        """
        named = located(self._folder / path)
        return all(self._is_kept(file) for file in (named, _real(named)))

    def touched(self, path: Path) -> bool:
        """Tell whether git knows `path` to be other than it was, or to be gone."""
        named = located(self._folder / path)
        inside = named.is_relative_to(self._root)
        return inside and named.relative_to(self._root).as_posix() in self._changed

    def _is_kept(self, file: Path) -> bool:
        if not file.is_relative_to(self._root):
            return False
        name = file.relative_to(self._root)
        known = {path.as_posix() for path in (name, *name.parents)} & self._tracked
        return bool(known) and known.isdisjoint(self._changed)

    def _top(self) -> Path:
        try:
            told = self._asked("rev-parse", "--show-toplevel")
        except _RefusedError as why:
            raise _fault(self._rev, f"there is no work tree here; git says: {why}") from None
        return _real(Path(os.fsdecode(told.removesuffix(b"\n"))))

    def _base(self) -> str:
        if not self._rev or self._rev.startswith("-") or "\0" in self._rev:
            raise _fault(self._rev, "no name of a commit; give a branch, a tag or a hash")
        commit = f"{self._rev}^{{commit}}"
        try:
            self._asked("rev-parse", "--verify", "--quiet", "--end-of-options", commit)
        except _RefusedError:
            raise _fault(self._rev, f"git knows no such commit; {_FETCH}") from None
        try:
            told = self._asked("merge-base", "--end-of-options", commit, "HEAD")
        except _RefusedError:
            raise _fault(
                self._rev, f"git finds no commit that HEAD shares with it; {_FETCH}"
            ) from None
        return told.decode().strip()

    def _listed(self, *command: str) -> list[str]:
        try:
            told = self._asked(*command)
        except _RefusedError as why:
            raise _fault(self._rev, f"git {command[0]} failed; it says: {why}") from None
        return [os.fsdecode(name) for name in told.split(b"\0") if name]

    def _asked(self, *command: str) -> bytes:
        program = shutil.which("git")
        if program is None:
            raise _fault(self._rev, "git is not installed; install it, or leave the option out")
        done = subprocess.run(  # noqa: S603  (no shell, and the commands are those above)
            [program, *_SAFE, *command],
            cwd=self._root,
            env={**os.environ, **_QUIET},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise _RefusedError(done.stderr.decode(errors="replace").strip())
        return done.stdout


def _fault(rev: str, what: str) -> SettingsError:
    return SettingsError(f"{OPTION} {rev}: {what}")


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
