"""Runs the step of action.yml as a runner would: by bash, with inputs in its environment."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
(CHECK,) = (step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
SHELL = ("bash", "--noprofile", "--norc", "-eo", "pipefail")  # what `shell: bash` means
_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")


# Installs what lies here without asking an index; what it needs is this environment's.
NO_INDEX = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}
PACKAGES = Path(yaml.__file__).parents[1]


def importing(path: Path = ROOT) -> str:
    """PYTHONPATH with `path` first, then the guard that keeps programs on this machine."""
    return os.pathsep.join(filter(None, (str(path), os.environ.get("PYTHONPATH"))))


@dataclass(frozen=True)
class Done:
    """What came of a step: its exit code, its log, what it left in the runner's files."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str

    @property
    def commands(self) -> list[str]:
        """The lines of the log that the runner obeys, whatever stream they came on."""
        return [line for line in self.log.splitlines() if is_command(line)]


def is_command(line: str) -> bool:
    """Tell whether a runner takes a line for a command; the older form counts anywhere in it."""
    return bool(re.match(r"\s*::[\w-]+", line) or re.search(r"##\[[A-Za-z]", line))


def a_runner(home: Path) -> Path:
    """A folder for the files of a runner in which the program is installed already."""
    programs = home / "temp" / "provcheck" / "bin"
    programs.mkdir(parents=True)
    program = programs / "provcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m provcheck.cli.main "$@"\n')
    program.chmod(0o755)
    (programs.parent / "installed").write_text(f"{ROOT}[all]")
    return home


def act(runner: Path, workspace: Path, inputs: dict[str, str], **further: str) -> Done:
    """Run the step in `workspace`; `further` are variables of its environment."""
    files = {name: runner / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV")}
    for file in files.values():
        file.write_bytes(b"")
    done = subprocess.run(
        [*SHELL, "-c", CHECK["run"]],
        cwd=workspace,
        env={
            **os.environ,
            "PYTHONPATH": importing(),
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "RUNNER_TEMP": str(runner / "temp"),
            **{name: str(file) for name, file in files.items()},
            **{name: filled(text, inputs) for name, text in CHECK["env"].items()},
            **further,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    assert files["GITHUB_ENV"].read_bytes() == b""
    lines = files["GITHUB_OUTPUT"].read_text().splitlines()
    return Done(
        code=done.returncode,
        log=done.stdout.decode(),
        outputs=dict(line.split("=", 1) for line in lines),
        summary=files["GITHUB_STEP_SUMMARY"].read_text(),
    )


def filled(text: str, inputs: dict[str, str]) -> str:
    """The text with each input as it is given, or by its default."""
    known = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
    assert inputs.keys() <= known.keys()
    return _INPUT.sub(lambda found: {**known, **inputs}[found.group(1)], text)
