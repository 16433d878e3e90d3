"""`provcheck store`: what the evidence store holds, whether it is sound, and what to do if not."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provcheck.cli import export, timestamp
from provcheck.cli.bundle import verify_bundle
from provcheck.cli.configured import Folder
from provcheck.cli.exits import Exit

if TYPE_CHECKING:
    from provcheck.store.evidence import Store

DEFAULT = Path(".provcheck")
app = typer.Typer(no_args_is_help=True, help="Look after the evidence store.")


class Form(StrEnum):
    """How a list is written."""

    TERMINAL = "terminal"
    JSON = "json"


@app.command("verify")
def verify(
    bundle: Annotated[
        Path | None,
        typer.Argument(
            metavar="BUNDLE", help="A folder that `export` wrote, in place of the store."
        ),
    ] = None,
    folder: Folder = DEFAULT,
    certificates: Annotated[
        Path | None,
        typer.Option("--certificates", metavar="FILE", help="PEM roots to check timestamps by."),
    ] = None,
) -> None:
    """Check that every record and every object is as it was written; nothing is changed.

    Exit codes: 0 all sound, 1 something is damaged, lost or not proved, 2 no store or unreadable.
    """
    from provcheck.cli.output import emit  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.cli.records import of_faults, of_soundness  # noqa: PLC0415
    from provcheck.cli.stamps import of_proofs  # noqa: PLC0415
    from provcheck.store.verify import faults  # noqa: PLC0415

    if bundle:
        verify_bundle(bundle, certificates)
        return
    store = there(folder)
    found = faults(store)
    emit(of_faults(found))
    if any(fault.grave for fault in found):
        raise typer.Exit(Exit.FINDINGS)
    emit(of_soundness(store))
    told, proved = of_proofs(store.ledger.chained(), store.objects, certificates)
    emit(told)
    if not proved:
        raise typer.Exit(Exit.FINDINGS)


@app.command("repair")
def repair(folder: Folder = DEFAULT) -> None:
    """Mend what can be mended, and write down what is lost; nothing sound is given up.

    Exit codes: 0 the store is sound now, 1 something is left that needs a person.
    """
    from provcheck.cli.output import emit  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.report.visible import one_line  # noqa: PLC0415
    from provcheck.store.repair import repair as mend  # noqa: PLC0415

    done = mend(there(folder))
    emit("".join(f"{one_line(text)}\n" for text in done) or "nothing to mend\n")
    verify(folder=folder)


@app.command("gc")
def gc(folder: Folder = DEFAULT) -> None:
    """Remove what killed runs left behind an hour ago or longer; never what a record names."""
    from provcheck.cli.output import emit  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.cli.records import of_freed  # noqa: PLC0415
    from provcheck.store.gc import gc as collect  # noqa: PLC0415

    emit(of_freed(collect(there(folder))))


@app.command("list")
def list_(
    folder: Folder = DEFAULT,
    form: Annotated[
        Form, typer.Option("--format", "-f", help="For people or for programs.")
    ] = Form.TERMINAL,
) -> None:
    """List every fetch: when, how it ended, the bytes that are kept of it, the address."""
    from provcheck.cli.output import emit  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.cli.records import as_json, as_lines  # noqa: PLC0415

    store = there(folder)
    emit(as_json(store) if form == Form.JSON else as_lines(store), utf8=form == Form.JSON)


@app.command("show")
def show(
    what: Annotated[str, typer.Argument(metavar="ADDRESS|SHA256", help="Eight digits will do.")],
    folder: Folder = DEFAULT,
    *,
    raw: Annotated[bool, typer.Option("--bytes", help="The bytes as they came, alone.")] = False,
    text: Annotated[bool, typer.Option("--text", help="The text read from them, alone.")] = False,
) -> None:
    """Show the records of an address or an object in full, or what is kept under them."""
    from provcheck.cli.output import emit, emit_bytes  # noqa: PLC0415  (heavy; not for --help)
    from provcheck.cli.records import bytes_of, in_full, text_of  # noqa: PLC0415
    from provcheck.errors import SettingsError  # noqa: PLC0415

    if raw and text:
        message = "--bytes and --text: only one can go to standard output; leave one out"
        raise SettingsError(message)
    store = there(folder)
    if raw:
        emit_bytes(bytes_of(store, what))
    else:
        emit(text_of(store, what) if text else in_full(store, what))


@app.command("redact")
def redact(
    sha: Annotated[str, typer.Argument(metavar="SHA256", help="The object; see `store list`.")],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why; it stays in the ledger.")
    ],
    folder: Folder = DEFAULT,
) -> None:
    """Remove an object's bytes, and the texts read from them, for good; the record stays."""
    from provcheck.cli.output import emit  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.cli.records import named  # noqa: PLC0415
    from provcheck.store.redact import redact as take_out  # noqa: PLC0415

    store = there(folder)
    for name in take_out(store, named(store, sha), reason):
        emit(f"object {name}: removed; hash and reason stay in the ledger\n")
    store.seal()


for more in (export, timestamp):
    more.register(app)


def there(folder: Path) -> "Store":
    """Return the store in `folder`; raises StoreError when there is none."""
    from provcheck.errors import StoreError  # noqa: PLC0415
    from provcheck.store.evidence import Store  # noqa: PLC0415

    store = Store(folder)
    if not store.is_there:
        message = f"{folder}: no evidence store there; name its folder with --store"
        raise StoreError(message)
    return store
