"""`provcheck claims`: what was extracted; no network, no judgement."""

from typing import TYPE_CHECKING

import typer

from provcheck.cli.configured import Configuring
from provcheck.cli.expand import expanded
from provcheck.cli.options import (
    STDIN,
    ClaimFormats,
    Files,
    Lang,
    OwnOutlets,
    Published,
    StdinName,
    day,
    distinct,
)

if TYPE_CHECKING:
    from provcheck.report.claims import Reading
    from provcheck.rulebook.book import Rulebook
    from provcheck.settings import Settings

app = typer.Typer()


@app.command("claims")
@expanded
def claims(  # noqa: PLR0913  (the parameters are the options)
    files: Files,
    *,
    configuring: Configuring,  # noqa: ARG001  (what it says has become the other options)
    formats: ClaimFormats = None,
    agencies: OwnOutlets = None,
    lang: Lang = None,
    published: Published = None,
    stdin_filename: StdinName = None,
) -> None:
    """Show what is quoted, and from whom; nothing is fetched or judged."""
    from provcheck.cli.articles import articles  # noqa: PLC0415  (heavy; not for --help)
    from provcheck.cli.exits import Exit  # noqa: PLC0415
    from provcheck.cli.output import emit  # noqa: PLC0415
    from provcheck.cli.outputs import outputs, settle  # noqa: PLC0415
    from provcheck.files import write_whole  # noqa: PLC0415
    from provcheck.report.claims import CLAIM_FORMATS  # noqa: PLC0415
    from provcheck.rulebook.book import load_rulebook  # noqa: PLC0415
    from provcheck.settings import Settings  # noqa: PLC0415

    files = articles(distinct(files, stdin_filename))
    wanted = outputs(formats or ["terminal"], tuple(CLAIM_FORMATS))
    settle([output.path for output in wanted if output.path], [f for f in files if f != STDIN])
    rules = load_rulebook(agencies=tuple(agencies or ()))
    settings = Settings(lang=lang, published=day(published))
    readings = tuple(_readings(files, stdin_filename, settings, rules))
    some = any(reading.claims for reading in readings)
    for output in wanted if some else ():
        text = CLAIM_FORMATS[output.form](readings, rules)
        if output.path:
            write_whole(output.path, text)
        else:
            emit(text, utf8=output.form != "terminal")
    raise typer.Exit(Exit.OK if some and len(readings) == len(files) else Exit.USAGE)


def _readings(
    files: list[str], stdin_name: str | None, settings: "Settings", rules: "Rulebook"
) -> "list[Reading]":
    """Return what the articles hold; tell of each that cannot be read, and that holds no claim."""
    from provcheck.cli.output import complain  # noqa: PLC0415
    from provcheck.errors import ArticleError  # noqa: PLC0415
    from provcheck.extract.claims import claims as extracted  # noqa: PLC0415
    from provcheck.extract.facts import is_checkable  # noqa: PLC0415
    from provcheck.read.article import read_article  # noqa: PLC0415
    from provcheck.report.claims import Reading  # noqa: PLC0415

    readings = []
    for file in files:
        name = stdin_name or "stdin" if file == STDIN else file
        try:
            article = read_article(file, settings, rules)
        except ArticleError as problem:
            complain(str(problem))
            continue
        found = tuple(claim for claim in extracted(article, rules) if is_checkable(claim))
        if not found:
            complain(f"{name}: no claims found")
        article = article.model_copy(update={"path": name})
        readings.append(Reading(article=article, claims=found))
    return readings
