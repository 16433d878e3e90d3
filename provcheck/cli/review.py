"""`provcheck review`: a page on this machine in which an editor signs claim by claim."""

from typing import Annotated

import typer

from provcheck.cli.expand import expanded
from provcheck.cli.judging import Judging, settings_of
from provcheck.cli.options import FailOn

app = typer.Typer()
_LOWEST, _HIGHEST = 1024, 65535


@app.command("review")
@expanded
def review(  # noqa: PLR0913  (the parameters are the options)
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE...", help="Files to review, on one page.")
    ],
    *,
    by: Annotated[
        str, typer.Option("--by", metavar="INITIALS", help="Who signs; the page asks otherwise.")
    ] = "",
    port: Annotated[
        int | None,
        typer.Option(
            "--port", min=_LOWEST, max=_HIGHEST, help="Port of the page.  [default: a free one]"
        ),
    ] = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Show the address and open no browser.")
    ] = False,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Mildest open level that makes the exit code 1.")
    ] = FailOn.ERROR,
    judging: Judging,
) -> None:
    """Sign claims on a page in the browser, which only this machine and this user can open.

    Articles are checked as `check` does; each decision is at once in the file beside its article.
    The review ends by Done on the page. Exit codes: 0 nothing at or above --fail-on is left, 1
    something is, 2 usage or unreadable input, 130 ended by Ctrl-C.
    """
    from provcheck.cli.reviewing import Wanted, reviewed  # noqa: PLC0415  (heavy; not for --help)

    wanted = Wanted(
        files=list(dict.fromkeys(articles)),
        by=by,
        port=port or 0,
        browser=not no_browser,
        fail_on=fail_on,
    )
    raise typer.Exit(reviewed(wanted, settings_of(judging)))
