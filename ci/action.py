"""The step of action.yml: installs provcheck, runs it, and tells the runner what came of it.

Inputs come as INPUT_* and reach the program as arguments; no shell reads them. Of what is written
to the runner's files only the summary has words of articles in it, made harmless by the program.
Uses the standard library alone, and no module from the folder it runs in: that is not trusted.
"""

import contextlib
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
MOST = 900_000  # bytes of a summary; the runner drops one of more than 1 MiB whole
CUT = "\n\n*The summary is cut here; the report has all of it.*\n"
NOTHING = "**provcheck** checked nothing; the log of the step says why.\n"
FAILED = {  # for a red check that no annotation explains
    2: "nothing could be checked, or not all of it; see the log of this step",
    3: "internal error; see the log of this step",
    4: "a source could not be read; see the summary",
    130: "interrupted; what was read by then is reported",
}
PASSED_ON = {0, 1, *FAILED}  # any other code is no word of the program's


class RefusedError(Exception):
    """What the caller must fix, in one line."""


def main() -> int:
    """Return the exit code, after the runner was told of it and of what was written."""
    files = {name: raw(name) for name in ("sarif", "html")}
    before = {name: stamp(file) for name, file in files.items()}
    with tempfile.TemporaryDirectory(prefix="provcheck-") as folder:
        summary = Path(folder, "summary.md")
        code, why = attempt(summary)
        if why:
            sys.stdout.write(f"::error title=provcheck::{escaped(why)}\n")
        append("GITHUB_STEP_SUMMARY", summarised(summary))
    written = [name for name in files if stamp(files[name]) not in (None, before[name])]
    lines = [f"exit-code={code}", *(f"{name}={files[name]}" for name in written)]
    append("GITHUB_OUTPUT", "".join(f"{line}\n" for line in lines).encode())
    return code


def attempt(summary: Path) -> "tuple[int, str | None]":
    """Return the exit code, and what to say of it where no annotation does."""
    try:
        options = arguments(summary)
        code = subprocess.run(
            [program(summary.parent), "check", *options],
            stdin=subprocess.DEVNULL,
            env=safe(),
            check=False,
        ).returncode
    except RefusedError as problem:
        return 2, str(problem)
    except KeyboardInterrupt:
        code = 130
    except Exception as problem:  # noqa: BLE001  (Python would exit 1, which means findings)
        return 3, f"internal error: {type(problem).__name__}: {problem}"
    code = code if code in PASSED_ON else 3
    return code, FAILED.get(code)


def arguments(summary: Path) -> "list[str]":
    """Return options and articles as the inputs have them; raises RefusedError."""
    options = ["--format=github", f"--format=markdown={summary}"]
    if given("sarif"):
        options.append(f"--format=sarif={given('sarif')}")
    options.append(f"--report={given('html')}" if given("html") else "--no-report")
    options += [f"--{name}={given(name)}" for name in ("fail-on", "changed-since") if given(name)]
    options += [f"--{name}" for name in ("require-sources", "offline") if is_true(name)]
    options += further()
    articles = (line.strip() for line in raw("files").splitlines())
    return [*options, "--", *filter(None, articles)]


def further() -> "list[str]":
    """Return the options in `args`; raises RefusedError for what is none, or checks nothing."""
    try:
        options = shlex.split(raw("args"))
    except ValueError as problem:
        message = f"args: {problem}; quote it as for a shell"
        raise RefusedError(message) from None
    for option in options:
        if option in {"-h", "--help"}:
            message = f"args: {option} checks nothing; leave it out"
            raise RefusedError(message)
    return options


def raw(name: str) -> str:
    """Return an input as it is."""
    return os.environ.get(f"INPUT_{name.upper().replace('-', '_')}", "").strip()


def given(name: str) -> str:
    """Return an input of one line; raises RefusedError for more."""
    value = raw(name)
    if not value.isprintable():
        message = f"{name}: has a line break or a control character in it; give one plain line"
        raise RefusedError(message)
    return value


def is_true(name: str) -> bool:
    """Tell whether an input is "true"; raises RefusedError for what is neither that nor "false"."""
    value = given(name).casefold()
    if value not in {"true", "false", ""}:
        message = f"{name}: is {value}; give true or false"
        raise RefusedError(message)
    return value == "true"


def program(apart: Path) -> str:
    """Return the program, installed once a job; raises RefusedError where it cannot be.

    Nothing is run in the checked folder while it is installed, but in `apart`.
    """
    if sys.version_info < OLDEST:
        message = "Python 3.11 or newer is needed; set python-version"
        raise RefusedError(message)
    version = given("version")
    if not version.isascii() or not all(sign.isalnum() or sign in ".+!" for sign in version):
        message = f"version: {version} is none; give one such as 1.2.0"
        raise RefusedError(message)
    what = f"provcheck[all]=={version}" if version else f"{CHECKOUT}[all]"
    home = Path(os.environ.get("RUNNER_TEMP") or apart, "provcheck")
    folder = home / ("Scripts" if os.name == "nt" else "bin")
    mark = home / "installed"
    if not mark.is_file() or mark.read_text() != what:
        quietly([sys.executable, "-I", "-m", "venv", "--clear", str(home)], apart)
        pip = [str(folder / "python"), "-I", "-m", "pip", "install", "--disable-pip-version-check"]
        quietly([*pip, what], apart)
        mark.write_text(what)
    return str(folder / "provcheck")


def quietly(command: "list[str]", apart: Path) -> None:
    """Run a command that says something only when it fails; raises RefusedError then."""
    done = subprocess.run(
        command,
        cwd=apart,
        env=safe(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        sys.stderr.buffer.write(done.stdout)
        sys.stderr.flush()
        message = "provcheck could not be installed; see the log of this step"
        raise RefusedError(message)


def safe() -> "dict[str, str]":
    """Return the environment, in which no Python takes modules from the current folder."""
    return {**os.environ, "PYTHONSAFEPATH": "1"}


def summarised(summary: Path) -> bytes:
    """Return the summary of the step, cut after a line where it would be too long."""
    text = summary.read_bytes() if summary.is_file() else NOTHING.encode()
    if len(text) <= MOST:
        return text
    return text[:MOST].rpartition(b"\n")[0] + CUT.encode()


def stamp(file: str) -> "tuple[int, int] | None":
    """Return what tells a file from one that is written in its place; None where there is none."""
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return (found.st_ino, found.st_mtime_ns) if file else None


def append(variable: str, content: bytes) -> None:
    """Write to a file of the runner's, where it names one."""
    if os.environ.get(variable):
        with Path(os.environ[variable]).open("ab") as file:
            file.write(content)


def escaped(text: str) -> str:
    """Return `text` as the message of a command to the runner."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def guarded() -> int:
    """Return the exit code of `main`, 3 where it breaks: Python would exit 1, which is findings."""
    try:
        return main()
    except Exception as problem:  # noqa: BLE001  (as above)
        told = escaped(f"internal error: {type(problem).__name__}: {problem}")
        with contextlib.suppress(OSError):
            append("GITHUB_OUTPUT", b"exit-code=3\n")
        with contextlib.suppress(OSError):
            os.write(2, f"::error title=provcheck::{told}\n".encode(errors="backslashreplace"))
        return 3


if __name__ == "__main__":
    sys.exit(guarded())
