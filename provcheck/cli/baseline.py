"""`provcheck baseline`: what is found today is taken as known, so that only new findings count."""

from pathlib import Path
from typing import Annotated

import typer

from provcheck.cli.exits import Exit
from provcheck.cli.expand import expanded
from provcheck.cli.judging import Judging, settings_of
from provcheck.cli.options import STDIN

DEFAULT = Path("provcheck-baseline.json")
app = typer.Typer(no_args_is_help=True, help="List findings that are known, to see new ones.")


@app.callback()
def _group() -> None:
    """Keep `write` a word of its own."""


@app.command("write")
@expanded
def write(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Articles and folders of articles.")
    ],
    *,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="The baseline.")] = DEFAULT,
    judging: Judging,
) -> None:
    """Check articles, and write what is open in them to a file for `check --baseline`.

    Give the options that the articles are checked with. Exit codes: 0 written; 2 not, since an
    article could not be read; 130 interrupted.
    """
    from provcheck.cli.articles import articles  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.cli.output import emit  # noqa: PLC0415
    from provcheck.cli.outputs import settle  # noqa: PLC0415
    from provcheck.cli.run import checked, ruling  # noqa: PLC0415
    from provcheck.cli.settling import decided  # noqa: PLC0415
    from provcheck.errors import SettingsError  # noqa: PLC0415
    from provcheck.read.article import is_address  # noqa: PLC0415
    from provcheck.report.sums import count  # noqa: PLC0415
    from provcheck.report.visible import one_line  # noqa: PLC0415
    from provcheck.rulebook.book import load_rulebook  # noqa: PLC0415
    from provcheck.signoff.baseline import baseline_of, write_baseline  # noqa: PLC0415

    if STDIN in files:
        message = "baseline -: lists findings by the article's file; save the article and name it"
        raise SettingsError(message)
    settings = settings_of(judging)
    files = articles(files, settings.sources)
    rules = load_rulebook(settings.house, settings.agencies)
    read = [file for file in files if not is_address(file)]
    before = decided(read, None, rules)
    settle([to], [*read, *before.files, *ruling(judging.config, settings)], settings.sources)
    reports = checked({file: file for file in files}, settings, rules, before)
    if any(report.interrupted for report in reports.values()):
        raise typer.Exit(Exit.INTERRUPTED)
    if len(reports) < len(files):
        raise typer.Exit(Exit.USAGE)
    found = baseline_of(reports, to)
    write_baseline(found, to)
    listed = sum(map(len, found.articles.values()))
    emit(f"{one_line(str(to))}: {count(listed, 'finding')} in {count(len(reports), 'article')}\n")
