"""`provcheck check`: parse, wire, print, exit code; all else is done elsewhere."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from provcheck.cli.options import (
    Authorities,
    FailOn,
    Files,
    Formats,
    Lang,
    MaxAge,
    NoArchives,
    NoStore,
    OwnOutlets,
    Private,
    Proxy,
    Published,
    Refresh,
    RobotsChoice,
    RobotsPolicy,
    Search,
    Sources,
    StdinName,
    StoreDir,
    asked_again,
    day,
    distinct,
    store_of,
)

app = typer.Typer()


@app.command("check")
def check(  # noqa: PLR0913  (the parameters are the options)
    files: Files,
    *,
    sources: Sources = None,
    offline: Annotated[bool, typer.Option("--offline", help="Open no connection at all.")] = False,
    formats: Formats = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report", metavar="PATH", help="The HTML report.  [default: STEM.provenance.html]"
        ),
    ] = None,
    no_report: Annotated[bool, typer.Option("--no-report", help="Write no HTML report.")] = False,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Mildest level that makes the exit code 1.")
    ] = FailOn.ERROR,
    require_sources: Annotated[
        bool, typer.Option("--require-sources", help="Exit 4 when a source could not be read.")
    ] = False,
    house: Annotated[
        str, typer.Option("--house", metavar="NAME|FILE", help="House style to judge by.")
    ] = "default",
    agencies: OwnOutlets = None,
    store: StoreDir = None,
    no_store: NoStore = False,
    no_archives: NoArchives = False,
    max_age: MaxAge = 7,
    refresh: Refresh = False,
    robots: RobotsPolicy = RobotsChoice.RESPECT,
    private: Private = None,
    proxy: Proxy = None,
    authorities: Authorities = None,
    search: Search = None,
    lang: Lang = None,
    published: Published = None,
    stdin_filename: StdinName = None,
) -> None:
    """Check articles against the sources they cite (the default command).

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage or unreadable input, 3
    internal error, 4 a source could not be read (with --require-sources), 130 interrupted.
    """
    from provcheck.cli.run import Order, run  # noqa: PLC0415  (heavy; not for --help)
    from provcheck.cli.search import search_of  # noqa: PLC0415
    from provcheck.settings import Robots, Settings  # noqa: PLC0415

    services, keys = search_of(search or [], os.environ)
    settings = Settings(
        sources=tuple(sources or ()),
        offline=offline,
        house=house,
        agencies=tuple(agencies or ()),
        lang=lang,
        published=day(published),
        store=store_of(store, none=no_store),
        keep_given=store is not None,
        archives=not no_archives,
        max_age=timedelta(days=max_age),
        refresh=asked_again(refresh=refresh, offline=offline),
        robots=Robots(robots),
        private=tuple(private or ()),
        proxy=proxy,
        authorities=authorities,
        search=services,
        keys=keys,
    )
    order = Order(
        files=distinct(files, stdin_filename),
        stdin_name=stdin_filename,
        formats=formats or [],
        report=report,
        no_report=no_report,
        fail_on=fail_on,
        require_sources=require_sources,
    )
    raise typer.Exit(run(order, settings))
