"""`provcheck store export`: evidence out of a store, to be handed on."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provcheck.cli.configured import Folder
from provcheck.cli.exits import Exit
from provcheck.cli.options import DEFAULT_STORE

if TYPE_CHECKING:
    from provcheck.store.bundle.write import Exported
    from provcheck.store.evidence import Store

_WARC = (".warc", ".warc.gz")


class Shape(StrEnum):
    """What an export is written as."""

    BUNDLE = "bundle"
    WARC = "warc"


commands = typer.Typer()


def register(app: typer.Typer) -> None:
    """Add `export` to the commands of `provcheck store`."""
    app.add_typer(commands)


@commands.command("export")
def export(
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="A new folder or file.")],
    folder: Folder = DEFAULT_STORE,
    article: Annotated[
        str | None,
        typer.Option(
            "--article", metavar="FILE|ADDRESS", help="Only what the last run on it used."
        ),
    ] = None,
    shape: Annotated[
        Shape | None,
        typer.Option("--format", "-f", help="By default warc for .warc and .warc.gz, else bundle."),
    ] = None,
) -> None:
    """Write evidence to a folder that stands by itself, or to a WARC file for web archives.

    `provcheck ARTICLE --sources TARGET --offline` makes the same report from it. Exit codes: 0
    all written, 1 something is missing that the store had lost, 2 nothing could be written.
    """
    from provcheck.cli.output import emit  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.store.bundle.write import write_bundle  # noqa: PLC0415
    from provcheck.store.evidence import Store  # noqa: PLC0415
    from provcheck.store.warc.export import write_warc  # noqa: PLC0415

    shape = shape or (Shape.WARC if target.name.casefold().endswith(_WARC) else Shape.BUNDLE)
    store = Store(folder)
    runs = None if article is None else (_last_run(store, article),)
    write = write_warc if shape is Shape.WARC else write_bundle
    written = write(store, target, runs)
    emit("".join(f"{line}\n" for line in _lines(target, shape, written)))
    if written.missing:
        raise typer.Exit(Exit.FINDINGS)


def _last_run(store: "Store", article: str) -> int:
    """Return the number of the last run on `article`; raises StoreError when there is none."""
    from hashlib import sha256  # noqa: PLC0415  (as above)

    from provcheck.errors import StoreError  # noqa: PLC0415
    from provcheck.store.bundle.belonging import held_in, last_run  # noqa: PLC0415

    try:
        name = sha256(Path(article).read_bytes()).hexdigest()
    except (OSError, ValueError):  # an address, or a file that is gone: known by its name
        name = None
    found = last_run(held_in(store), article, name)
    if found is None:
        message = (
            f"{article}: no run on it is kept in {store.root}; check it with --store first, and "
            "with --sources where --offline is given"
        )
        raise StoreError(message)
    return found


def _lines(target: Path, shape: Shape, written: "Exported") -> list[str]:
    from provcheck.report.visible import one_line  # noqa: PLC0415  (as above)

    counts = [
        (written.records, "record"),
        (written.fetches, "of a fetch" if written.fetches == 1 else "of fetches"),
        (written.objects, "object"),
        (written.given, "given source"),
    ]
    (records, _), (fetches, of), *others = counts
    told = [f"{_count(records, 'record')} ({fetches} {of})"]
    told += [_count(number, noun) for number, noun in others if number or noun == "object"]
    lines = [f"{shape} {one_line(str(target))}: {', '.join(told)}"]
    if written.redacted:
        lines.append(f"left out: {_count(len(written.redacted), 'object')} removed on purpose")
    lines += [
        f"missing: object {name}, lost or damaged in the store; see `provcheck store verify`"
        for name in written.missing
    ]
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
