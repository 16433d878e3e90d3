"""SARIF for viewers and archives: settled and verified findings too."""

from provcheck.model.report import Report
from provcheck.report.sarif.log import Flavour, log
from provcheck.report.sarif.results import in_full
from provcheck.rulebook.book import Rulebook

FULL = Flavour(holds=lambda _matter: True, result=in_full, to_web=True)


def render(reports: tuple[Report, ...], rules: Rulebook) -> str:
    """Return SARIF 2.1.0 with every verdict and remark, and who settled what as suppressions."""
    return log(reports, rules, FULL)
