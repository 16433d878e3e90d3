"""`provcheck init`: a configuration file to begin with."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from typer._click.core import Command

app = typer.Typer()
IGNORED = (".provcheck/", "*.provenance.html", "provenance.index.html")


@app.command("init")
def init(
    ctx: typer.Context,
    *,
    gitignore: Annotated[
        bool, typer.Option("--gitignore", help="Have git ignore the evidence store and reports.")
    ] = False,
) -> None:
    """Write provcheck.toml here, with every option commented out; nothing is overwritten.

    Exit codes: 0 written, 2 there is a configuration already, or it cannot be written.
    """
    from provcheck.cli.output import emit  # noqa: PLC0415  (not for --help)

    ignore = Path(".gitignore")
    if gitignore:
        refuse_link(ignore)
    file = written(Path(), beginning(ctx.find_root().command.commands["check"]))  # type: ignore[attr-defined]
    emit(f"{file}: written; every option is in it, commented out\n")
    if gitignore:
        added = ", ".join(add_lines(ignore))
        emit(f"{ignore}: {f'added {added}' if added else 'has the lines already'}\n")
    emit("hint: take the # off what you change; `provcheck config show` tells what holds\n")


def beginning(check: "Command") -> str:
    """Return the text of a configuration file that changes nothing."""
    from provcheck.config.keys import IN_FILES  # noqa: PLC0415  (as above)
    from provcheck.config.starter import Entry, starter  # noqa: PLC0415

    options = {name: parameter for parameter in check.params for name in parameter.opts}
    return starter(
        Entry(key, _meaning(option), _default(option))
        for key in IN_FILES
        if (option := options.get(f"--{key.name}"))
    )


def written(folder: Path, text: str) -> Path:
    """Write `text` to provcheck.toml in `folder`, and return its path.

    Raises SettingsError when the folder has a configuration file already, or the disk refuses.
    """
    from provcheck.config.discover import found_in  # noqa: PLC0415  (as above)
    from provcheck.errors import SettingsError  # noqa: PLC0415

    there = found_in(folder)
    if there:
        message = f"{there}: there already, and is not overwritten; edit it, or remove it first"
        raise SettingsError(message)
    file = folder / "provcheck.toml"
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as problem:
        message = f"{file}: cannot be written ({problem.strerror}); check the folder"
        raise SettingsError(message) from None
    return file


def refuse_link(file: Path) -> None:
    """Refuse to add lines to what is no file of this folder; raises SettingsError."""
    from provcheck.errors import SettingsError  # noqa: PLC0415  (as above)

    if file.is_symlink() or (file.exists() and not file.is_file()):
        message = f"{file}: no plain file; add the lines {' and '.join(IGNORED)} by hand"
        raise SettingsError(message)


def add_lines(file: Path) -> list[str]:
    """Add to `file` those lines of IGNORED that it lacks, and return them; the rest stays as it is.

    Raises SettingsError when the disk refuses.
    """
    from provcheck.errors import SettingsError  # noqa: PLC0415  (as above)

    try:
        before = file.read_bytes() if file.exists() else b""
        present = {line.strip() for line in before.splitlines()}
        lacking = [line for line in IGNORED if line.encode() not in present]
        end = b"\r\n" if b"\r\n" in before else b"\n"
        gap = end if before and not before.endswith(b"\n") else b""
        if lacking:
            with file.open("ab") as opened:
                opened.write(gap + b"".join(line.encode() + end for line in lacking))
    except OSError as problem:
        message = f"{file}: cannot be written ({problem.strerror}); check its permissions"
        raise SettingsError(message) from None
    return lacking


def _meaning(option: object) -> str:
    """Return what the help says, without the default, which stands below."""
    return str(getattr(option, "help", "")).partition("  [default:")[0]


def _default(option: object) -> object:
    default = getattr(option, "default", None)
    if getattr(option, "multiple", False):
        return list(default or ())
    return os.fspath(default) if isinstance(default, Path) else default
