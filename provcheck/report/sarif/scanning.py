"""SARIF for GitHub code scanning, which takes settled findings for alerts: only open ones."""

from provcheck.model.report import Report
from provcheck.report.sarif.log import Flavour, log
from provcheck.report.sarif.results import for_scanning
from provcheck.rulebook.book import Rulebook

SCANNING = Flavour(holds=lambda matter: matter.outstanding, result=for_scanning, to_web=False)


def render(reports: tuple[Report, ...], rules: Rulebook) -> str:
    """Return SARIF 2.1.0 with what is outstanding, notes and graver; equal reports, equal text."""
    return log(reports, rules, SCANNING)
