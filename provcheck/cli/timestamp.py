"""`provcheck store timestamp`: the word of an authority that the ledger exists now."""

from typing import Annotated

import typer

from provcheck.cli.configured import Folder
from provcheck.cli.options import DEFAULT_STORE, Authorities, Private, Proxy

commands = typer.Typer()


def register(app: typer.Typer) -> None:
    """Add `timestamp` to the commands of `provcheck store`."""
    app.add_typer(commands)


@commands.command("timestamp")
def timestamp(  # noqa: PLR0913  (the parameters are the options)
    authority: Annotated[
        str, typer.Option("--authority", metavar="URL", help="Of a time-stamping service.")
    ],
    folder: Folder = DEFAULT_STORE,
    *,
    private: Private = None,
    proxy: Proxy = None,
    authorities: Authorities = None,
) -> None:
    """Have an authority (RFC 3161) sign that the ledger exists now; it gets one hash, no more.

    `provcheck store verify --certificates FILE` checks its word later, without a network.
    """
    from provcheck.cli.output import emit  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.fetch.authority import sender  # noqa: PLC0415
    from provcheck.report.visible import one_line  # noqa: PLC0415
    from provcheck.settings import Settings  # noqa: PLC0415
    from provcheck.store.evidence import Store  # noqa: PLC0415
    from provcheck.store.timestamp import stamp  # noqa: PLC0415

    settings = Settings(private=tuple(private or ()), proxy=proxy, authorities=authorities)
    store = Store(folder)
    made = stamp(store, sender(authority, settings), authority)
    store.seal()
    when = f"{made.time:%Y-%m-%d %H:%M:%S} UTC"
    emit(f"records up to {made.head} stamped at {when} by {one_line(authority)}\n")
