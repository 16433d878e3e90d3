"""One run of `check`: settle the outputs, check each article, write, and find the exit code."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from provcheck.cli.colour import wants_colour
from provcheck.cli.exits import Exit
from provcheck.cli.options import STDIN, FailOn
from provcheck.cli.output import complain, emit, say
from provcheck.cli.outputs import Output, outputs, pages, settle
from provcheck.cli.progress import watched
from provcheck.errors import ArticleError
from provcheck.files import write_whole
from provcheck.model.evidence import Unavailable
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.verdict import Level
from provcheck.pipeline import check
from provcheck.read.article import is_address
from provcheck.report import terminal
from provcheck.report.formats import FORMATS
from provcheck.report.visible import one_line
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.settings import Settings

COMMANDS = ("check", "claims", "config", "explain", "init", "library", "schema", "store")
TERMINAL = "terminal"


@dataclass(frozen=True)
class Order:
    """What the command line asks for beside the settings."""

    files: list[str]
    stdin_name: str | None
    formats: list[str]
    report: Path | None
    no_report: bool
    fail_on: FailOn
    require_sources: bool


def run(order: Order, settings: Settings) -> Exit:
    """Return the exit code after everything was checked and written.

    Raises SettingsError, RuleError or StoreError, before any article is read, for what the caller
    must fix; an article that cannot be read is told of and the others are checked all the same.
    """
    wanted = outputs(order.formats, tuple(FORMATS))
    named = {file: order.stdin_name or "stdin" if file == STDIN else file for file in order.files}
    shown = {} if order.no_report else pages(list(named.values()), order.report)
    files = [output.path for output in wanted if output.path]
    read = [file for file in order.files if file != STDIN and not is_address(file)]
    settle([*files, *shown], read)
    rules = load_rulebook(settings.house, settings.agencies)
    reports = _checked(named, settings, rules)
    if reports:
        _write(wanted, tuple(reports.values()), rules)
        written = _write_pages(shown, reports, rules)
        _summary(wanted, tuple(reports.values()), rules, written)
    if any(report.interrupted for report in reports.values()):
        return Exit.INTERRUPTED
    if len(reports) < len(order.files):
        return Exit.USAGE
    return verdict(order, tuple(reports.values()))


def _checked(named: dict[str, str], settings: Settings, rules: Rulebook) -> dict[str, Report]:
    """Return the reports by name; tell of each article that could not be checked."""
    reports: dict[str, Report] = {}
    for file, name in named.items():
        try:
            with watched(name) as watch:
                report = check(file, settings, rules, watch)
        except ArticleError as problem:
            complain(f"{problem}{_meant(file)}")
            continue
        if not report.findings:
            complain(f"{name}: no claims found; nothing was checked")
            continue
        article = report.article.model_copy(update={"path": name})
        reports[name] = report.model_copy(update={"article": article})
        if report.interrupted:
            break
    return reports


def _meant(file: str) -> str:
    """Return a hint for a mistyped command, which is taken for a file."""
    if Path(file).exists():
        return ""
    near = get_close_matches(file, COMMANDS, 1)
    return f"; did you mean the command `provcheck {near[0]}`?" if near else ""


def _write(wanted: Iterable[Output], reports: tuple[Report, ...], rules: Rulebook) -> None:
    for output in wanted:
        if output.path:
            write_whole(output.path, FORMATS[output.form](reports, rules))
        elif output.form != TERMINAL:
            emit(FORMATS[output.form](reports, rules), utf8=True)


def _write_pages(
    shown: dict[Path, tuple[str, ...]], reports: dict[str, Report], rules: Rulebook
) -> list[Path]:
    """Write the HTML pages that have something to show, and return where they are."""
    written: list[Path] = []
    for path, names in shown.items():
        on_page = tuple(reports[name] for name in names if name in reports)
        if on_page:
            write_whole(path, FORMATS["html"](on_page, rules))
            written.append(path)
    return written


def _summary(
    wanted: Iterable[Output], reports: tuple[Report, ...], rules: Rulebook, written: list[Path]
) -> None:
    """Print the summary, to standard error when standard output carries data."""
    data = any(output.path is None and output.form != TERMINAL for output in wanted)
    colour = wants_colour("stderr" if data else "stdout")
    text = terminal.coloured(reports, rules) if colour else FORMATS[TERMINAL](reports, rules)
    text += "".join(f"report: {one_line(str(path))}\n" for path in written)
    (say if data else emit)(text)


def verdict(order: Order, reports: tuple[Report, ...]) -> Exit:
    """Return the exit code that `reports` deserve; findings weigh more than unread sources."""
    findings = [finding for report in reports for finding in report.findings]
    notices = [notice for report in reports for notice in report.notices]
    levels = [*(f.outstanding for f in findings), *(n.level for n in notices)]
    if any(map(order.fail_on.met_by, levels)):
        return Exit.FINDINGS
    if order.require_sources and any(map(_unread, findings)):
        return Exit.UNREAD
    return Exit.OK


def _unread(finding: Finding) -> bool:
    """Tell whether a cited source could not be read and nobody settled the claim all the same."""
    further = any(remark.rule == "source-unread" for remark in finding.remarks)
    missing = isinstance(finding.evidence, Unavailable) or further
    return missing and finding.outstanding is not Level.OK
