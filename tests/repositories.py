"""Git repositories for tests: made by git itself, apart from whatever its user configured."""

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@paper.example",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@paper.example",
}


def git(folder: Path, *command: str) -> str:
    """What git prints; raises CalledProcessError when it fails."""
    options = ("-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *options, *command],  # noqa: S607
        cwd=folder,
        env={**os.environ, **ENVIRONMENT},
        capture_output=True,
        check=True,
    )
    return os.fsdecode(done.stdout).strip()


def a_repository(folder: Path, *names: str) -> Path:
    """A repository on branch `main` with files of these names committed."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q")
    return committed(folder, dict.fromkeys(names, "words"))


def committed(folder: Path, files: dict[str, str]) -> Path:
    """The repository with `files` written and everything in it committed."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "work")
    return folder
