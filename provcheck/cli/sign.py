"""`provcheck sign`: an editor's decision on a claim, kept in a file beside the article."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provcheck.cli.expand import expanded
from provcheck.cli.judging import Judging, settings_of
from provcheck.cli.options import day

if TYPE_CHECKING:
    from provcheck.signoff.draft import Decision

app = typer.Typer()


class StatusChoice(StrEnum):
    """The values of model.signoff.Status, whose module is too heavy for --help."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    UNDER_REVIEW = "under-review"


class MethodChoice(StrEnum):
    """The values of model.signoff.Method."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    PHONE = "phone"
    RECORDING = "recording"


@app.command("sign")
@expanded
def sign(  # noqa: PLR0913  (the parameters are the options)
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="Its id in the report, or how that begins.")
    ],
    article: Annotated[
        str | None,
        typer.Argument(metavar="ARTICLE", help="Its file.  [default: that here which holds it]"),
    ] = None,
    *,
    by: Annotated[
        str | None, typer.Option("--by", metavar="INITIALS", help="Who signs. Required.")
    ] = None,
    note: Annotated[
        str | None,
        typer.Option("--note", metavar="TEXT", help="Why; required unless the verdict is ok."),
    ] = None,
    status: Annotated[
        StatusChoice | None, typer.Option("--status", help="The decision.  [default: accepted]")
    ] = None,
    method: Annotated[
        MethodChoice | None, typer.Option("--method", help="By what it was checked.")
    ] = None,
    expires: Annotated[
        str | None,
        typer.Option("--expires", metavar="DATE", help="The last day on which it holds."),
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Remove the sign-off of the claim instead.")
    ] = False,
    judging: Judging,
) -> None:
    """Sign a claim: the article is checked, and the decision written to a file beside it.

    Give the options that the article is checked with; a sign-off holds while verdict and source
    stay as they were. Exit codes: 0 written, 2 not, 130 interrupted.
    """
    from provcheck.cli.signing import removed, signed  # noqa: PLC0415  (heavy; not for --help)
    from provcheck.errors import SettingsError  # noqa: PLC0415
    from provcheck.read.article import is_address  # noqa: PLC0415

    if article is not None and (article == "-" or is_address(article)):
        message = f"sign {article}: sign-offs stand beside a file; save the article and name it"
        raise SettingsError(message)
    path = Path(article) if article is not None else None
    given = {"by": by, "note": note, "status": status, "method": method, "expires": expires}
    told = {name: value for name, value in given.items() if value is not None}
    if not remove:
        raise typer.Exit(signed(claim, path, _decision(told), settings_of(judging)))
    if told:
        named = ", ".join(f"--{name}" for name in told)
        message = f"--remove: takes a decision back and makes none; leave out {named}"
        raise SettingsError(message)
    raise typer.Exit(removed(claim, path))


def _decision(told: dict[str, str]) -> "Decision":
    """Return what the options decide; raises SettingsError for a day that is none."""
    from provcheck.cli.today import today  # noqa: PLC0415
    from provcheck.signoff.draft import Decision  # noqa: PLC0415

    words = {name: str(value) for name, value in told.items() if name != "expires"}
    expires = day(told.get("expires"), "--expires")
    return Decision.model_validate({**words, "expires": expires, "day": today()})
