"""`provcheck check`: parse, wire, print, exit code; all else is done elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from provcheck.cli.choosing import Articles, Choosing, chosen
from provcheck.cli.expand import expanded
from provcheck.cli.judging import Judging, settings_of
from provcheck.cli.options import FailOn, Formats, StdinName, distinct

app = typer.Typer()


@app.command("check")
@expanded
def check(  # noqa: PLR0913  (the parameters are the options)
    files: Articles,
    *,
    judging: Judging,
    choosing: Choosing,
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
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Findings that are known and pass."),
    ] = None,
    stdin_filename: StdinName = None,
) -> None:
    """Check articles, or all in a folder, against the sources they cite (the default command).

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage or unreadable input, 3
    internal error, 4 a source could not be read (with --require-sources), 130 interrupted.
    """
    from provcheck.cli.outputs import page_of, places  # noqa: PLC0415
    from provcheck.cli.run import Order, run  # noqa: PLC0415  (heavy; not for --help)

    settings = settings_of(judging)
    apart = [*settings.sources, *places(formats or [], report)]
    order = Order(
        files=chosen(distinct(files, stdin_filename), choosing, apart),
        stdin_name=stdin_filename,
        formats=formats or [],
        report=page_of(report, none=no_report),
        no_report=no_report,
        fail_on=fail_on,
        require_sources=require_sources,
        baseline=baseline,
        allow_empty=choosing.allows_empty,
        config=judging.config,
    )
    raise typer.Exit(run(order, settings))
