"""`provcheck library`: fetched and added sources, searchable by the words of a quotation."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provcheck.cli.configured import Folder
from provcheck.cli.exits import Exit
from provcheck.cli.options import day
from provcheck.cli.store import DEFAULT, Form, there

if TYPE_CHECKING:
    from datetime import date

    from provcheck.rulebook.book import Rulebook
    from provcheck.store.library.document import Within

app = typer.Typer(no_args_is_help=True, help="Look after the library of sources, and search it.")
Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Files, folders with or without sources.json.")
]
Shape = Annotated[Form, typer.Option("--format", "-f", help="For people or for programs.")]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]


@app.command("add")
def add(  # noqa: PLR0913  (the parameters are the options)
    paths: Paths,
    folder: Folder = DEFAULT,
    *,
    url: Annotated[str | None, typer.Option("--url", help="Its address, of a single file.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="Its title.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who published it.")] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When, as 2025-01-23.")
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Language.")] = None,
) -> None:
    """Add sources for good: transcripts, notes, PDF files, saved pages, WARC files.

    Exit codes: 0 all are in the library, 2 some could not be read or nothing was named.
    """
    from provcheck.cli.adding import add_all  # noqa: PLC0415  (heavy; not for --help)

    told = {
        "url": url,
        "title": title,
        "publisher": publisher,
        "published": day(published),
        "lang": lang,
    }
    raise typer.Exit(add_all(folder, tuple(paths), {k: v for k, v in told.items() if v}))


@app.command("import-warc")
def import_warc(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="web.warc or web.warc.gz")],
    folder: Folder = DEFAULT,
) -> None:
    """Add the pages of a web archive, older captures too (extra warc). Exit codes as of `add`."""
    from provcheck.cli.adding import add_all  # noqa: PLC0415  (heavy; not for --help)
    from provcheck.errors import StoreError  # noqa: PLC0415
    from provcheck.store.warc.captures import is_warc  # noqa: PLC0415

    if not is_warc(file):
        message = f"{file}: no WARC by its name; name a .warc or .warc.gz, or use `library add`"
        raise StoreError(message)
    raise typer.Exit(add_all(folder, (file,)))


@app.command("list")
def list_(folder: Folder = DEFAULT, form: Shape = Form.TERMINAL, *, as_json: Json = False) -> None:
    """List the documents: key, day, publisher, title, address."""
    from provcheck.cli import shelves  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.cli.output import emit  # noqa: PLC0415
    from provcheck.store.library.library import Library  # noqa: PLC0415

    documents = Library(there(folder).root).documents()
    data = as_json or form == Form.JSON
    emit(shelves.as_json(documents) if data else shelves.as_lines(documents), utf8=data)


@app.command("search")
def search(  # noqa: PLR0913  (the parameters are the options)
    quotation: Annotated[str, typer.Argument(metavar="WORDS", help="The words, in quotes.")],
    folder: Folder = DEFAULT,
    *,
    outlet: Annotated[
        list[str] | None,
        typer.Option("--outlet", metavar="NAME", help="Only what it published. Repeatable."),
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day of publication.")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many.")] = 10,
    form: Shape = Form.TERMINAL,
    as_json: Json = False,
) -> None:
    """Show where the words of a quotation stand, also when some were changed.

    Exit codes: 0 found, 1 they stand in no document, 2 usage.
    """
    from provcheck.cli import shelves  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.cli.output import emit, say  # noqa: PLC0415
    from provcheck.rulebook.book import load_rulebook  # noqa: PLC0415
    from provcheck.store.library.library import Library  # noqa: PLC0415
    from provcheck.store.library.passage import passages  # noqa: PLC0415

    days, rules, store = _days(first, last), load_rulebook(), there(folder)
    within = _published_by(outlet or [], rules).model_copy(update=days)
    hits = Library(store.root).search((quotation,), within, limit)
    shown = passages(store, quotation, hits, rules)
    if not shown:
        say(shelves.of_nothing(narrowed=bool(outlet or first or last)))
    data = as_json or form == Form.JSON
    emit(
        shelves.hits_as_json(quotation, shown) if data else shelves.hits_as_lines(shown), utf8=data
    )
    raise typer.Exit(Exit.OK if shown else Exit.FINDINGS)


@app.command("remove")
def remove(
    key: Annotated[str, typer.Argument(metavar="KEY", help="Eight digits of it will do.")],
    folder: Folder = DEFAULT,
) -> None:
    """Take a document out of the library; its bytes stay in the store (see `store redact`)."""
    from provcheck.cli import shelves  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.cli.output import emit  # noqa: PLC0415
    from provcheck.store.library.library import Library  # noqa: PLC0415
    from provcheck.store.library.removal import taken_out  # noqa: PLC0415

    store = there(folder)
    emit(f"taken out: {shelves.as_lines((taken_out(store, Library(store.root), key),))}")
    store.seal()


def _days(first: str | None, last: str | None) -> "dict[str, date | None]":
    """Return the days that a search is narrowed to; raises SettingsError where none are between."""
    from provcheck.errors import SettingsError  # noqa: PLC0415  (as above)

    begin, end = day(first, "--from"), day(last, "--to")
    if begin and end and end < begin:
        message = f"--to {last}: before --from {first}; turn them round"
        raise SettingsError(message)
    return {"first": begin, "last": end}


def _published_by(outlets: list[str], rules: "Rulebook") -> "Within":
    """Return what narrows a search to outlets, by any name or host that is known of them."""
    from provcheck.store.library.document import Within  # noqa: PLC0415  (as above)

    known = [agency for name in outlets if (agency := rules.agencies.named(name))]
    return Within(
        publishers=(*outlets, *(name for agency in known for name in agency.names)),
        hosts=(*outlets, *(host for agency in known for host in agency.hosts)),
        wires=tuple(agency.id for agency in known),
    )
