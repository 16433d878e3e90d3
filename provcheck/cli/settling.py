"""What people decided of findings, laid over a report: sign-offs, comments, a baseline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from provcheck.cli.today import today
from provcheck.model.report import Report
from provcheck.read.article import is_address
from provcheck.rulebook.book import Rulebook
from provcheck.signoff.apply import settled
from provcheck.signoff.baseline import Baseline, known, read_baseline
from provcheck.signoff.book import Sheet, sheet_of
from provcheck.signoff.ignores import ignored


@dataclass(frozen=True)
class Decided:
    """The sign-offs beside the articles of a run, by article; its baseline; the day it is made."""

    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    baseline: tuple[Path, Baseline] | None = None
    day: date = date.min

    @property
    def files(self) -> list[str]:
        """Return the files that were read, which no output may overwrite."""
        return [sheet.path for sheet in self.sheets.values()] + (
            [str(self.baseline[0])] if self.baseline else []
        )


def decided(articles: Iterable[str], baseline: Path | None, rules: Rulebook) -> Decided:
    """Return what was decided of `articles` before: beside those that are files, and in `baseline`.

    Raises SettingsError for a file of decisions that is broken, and a baseline that is not there.
    """
    files = (name for name in articles if not is_address(name) and Path(name).is_file())
    found = {name: sheet_of(Path(name), rules) for name in files}
    sheets = {name: sheet for name, sheet in found.items() if sheet.signoffs}
    return Decided(
        sheets=sheets,
        baseline=(baseline, read_baseline(baseline)) if baseline else None,
        day=today() if sheets else date.min,
    )


def laid_over(report: Report, decided: Decided, rules: Rulebook) -> Report:
    """Return `report` with what was decided on its findings; its article bears the path given.

    The baseline comes last: it knows what was open when it was written, remarks on sign-offs too.
    Raises ArticleError for a comment in the article that is addressed to the program and wrong.
    """
    path = report.article.path
    if path in decided.sheets:
        report = settled(report, decided.sheets[path], decided.day, rules)
    if not is_address(path):  # somebody else's page does not decide what is a fault
        report = ignored(report, rules)
    if decided.baseline:
        file, baseline = decided.baseline
        report = known(report, baseline, (path, file), rules)
    return report
