"""What `provcheck sign` does: find the article, check it, write what the editor decided."""

from pathlib import Path

from provcheck.cli.exits import Exit
from provcheck.cli.holding import files_below, holding, the_one
from provcheck.cli.output import complain, emit
from provcheck.cli.progress import watched
from provcheck.errors import ArticleError
from provcheck.pipeline import check
from provcheck.report.visible import one_line
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings
from provcheck.signoff.book import read_signoffs
from provcheck.signoff.draft import Decision, drafted, sound
from provcheck.signoff.place import ENDING, beside
from provcheck.signoff.write import sign, unsign


def signed(claim: str, article: Path | None, decision: Decision, settings: Settings) -> Exit:
    """Check the article that holds `claim`, and write `decision` beside it.

    What was found now is what is signed. An interrupted check signs nothing. Raises SettingsError
    for what is missing in the decision and for a file of sign-offs that is broken, before anything
    is fetched, and else what `holding` and `check` do.
    """
    decision = sound(decision)
    rules = load_rulebook(settings.house, settings.agencies)
    path, whole = holding(claim, article, settings, rules)
    file = beside(path)
    read_signoffs(file)
    with watched(str(path)) as watch:
        report = check(str(path), settings, rules, watch)
    if report.interrupted:
        complain(f"{path}: interrupted; nothing was signed")
        return Exit.INTERRUPTED
    finding = next((each for each in report.findings if each.claim.id == whole), None)
    if finding is None:
        message = f"{path}: was changed while it was checked; sign the claim that is there now"
        raise ArticleError(message)
    signoff = drafted(finding, decision)
    sign(file, signoff)
    told = f"signed {whole} ({signoff.verdict}): {signoff.status} by {signoff.by}, in {file}"
    emit(f"{one_line(told)}\n")
    return Exit.OK


def removed(claim: str, article: Path | None) -> Exit:
    """Remove the sign-off of `claim`, whether or not the article still holds it, or is there.

    Raises SettingsError as `the_one` does, here for the ids that are signed beside `article`, or in
    the files of sign-offs in the current folder and below it.
    """
    files = [beside(article)] if article else files_below(Path(), (ENDING,))
    known = {file: [each.claim for each in read_signoffs(file)] for file in files}
    file, whole = the_one(claim, known)
    gone = unsign(file, whole)
    told = f"removed from {file}: {whole}, {gone.status} by {gone.by} on {gone.day}"
    emit(f"{one_line(told)}\n")
    return Exit.OK
