"""The output formats: each a module with a function `render`, imported when first asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line lists the names without loading any value
    from provcheck.model.report import Report
    from provcheck.rulebook.book import Rulebook

    Render = Callable[[tuple[Report, ...], Rulebook], str]


def _from(module: str) -> "Render":
    def render(reports: "tuple[Report, ...]", rules: "Rulebook") -> str:
        write: Render = import_module(module).render
        return write(reports, rules)

    return render


FORMATS: "Mapping[str, Render]" = MappingProxyType(
    {
        "terminal": _from("provcheck.report.terminal"),
        "json": _from("provcheck.report.json"),
        "jsonl": _from("provcheck.report.jsonl"),
        "csv": _from("provcheck.report.csv"),
        "markdown": _from("provcheck.report.markdown"),
        "webannotation": _from("provcheck.report.webannotation"),
        "claimreview": _from("provcheck.report.claimreview"),
        "html": _from("provcheck.report.html.page"),
        "sarif": _from("provcheck.report.sarif.scanning"),
        "sarif-full": _from("provcheck.report.sarif.full"),
        "junit": _from("provcheck.report.junit"),
        "github": _from("provcheck.report.github"),
        "gitlab": _from("provcheck.report.gitlab"),
    }
)
