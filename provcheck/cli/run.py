"""One run of `check`: settle the outputs, check each article, write, and find the exit code."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from provcheck.cli.colour import wants_colour
from provcheck.cli.exits import Exit
from provcheck.cli.options import STDIN, FailOn
from provcheck.cli.output import complain, emit, say
from provcheck.cli.outputs import Output, index_of, outputs, pages, settle
from provcheck.cli.place import place
from provcheck.cli.progress import watched
from provcheck.cli.settling import Decided, decided, laid_over
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

COMMANDS = (
    "baseline",
    "check",
    "claims",
    "config",
    "explain",
    "init",
    "library",
    "review",
    "schema",
    "sign",
    "store",
)
TERMINAL = "terminal"
_NAMED = 12  # reports that are named one by one


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
    baseline: Path | None = None
    allow_empty: bool = False
    config: Path | None = None


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
    rules = load_rulebook(settings.house, settings.agencies)
    before = decided(read, order.baseline, rules)
    given = [*read, *before.files, *ruling(order.config, settings)]
    settle([*files, *shown, *index_of(shown)], given, settings.sources)
    reports = checked(named, settings, rules, before)
    told = {name: report for name, report in reports.items() if has_something(report)}
    if told or (order.allow_empty and len(reports) == len(named)):
        _write(wanted, tuple(reports.values()), rules)
        written = _write_pages(shown, reports if order.report else told, rules)
        _summary(wanted, tuple(told.values()), rules, written)
    if any(report.interrupted for report in reports.values()):
        return Exit.INTERRUPTED
    judged = any(report.findings for report in reports.values())
    if len(reports) < len(order.files) or not (judged or order.allow_empty):
        return Exit.USAGE
    return verdict(order, tuple(reports.values()))


def ruling(config: Path | None, settings: Settings) -> list[str]:
    """Return the files that say how a run judges, which no output may overwrite."""
    named = (config, Path(settings.house), *settings.agencies)
    return [str(path) for path in named if path and path.is_file()]


def checked(
    named: dict[str, str], settings: Settings, rules: Rulebook, before: Decided | None
) -> dict[str, Report]:
    """Return the reports by name, with what was decided before on their findings, if anything.

    Tells of each article that could not be checked. `named` gives the names by what is read.
    """
    reports: dict[str, Report] = {}
    for file, name in named.items():
        try:
            with watched(name) as watch:
                report = _named(check(file, settings, rules, watch), name)
            if not report.findings:
                complain(f"{name}: no claims found; nothing was checked")
            reports[name] = laid_over(report, before, rules) if before else report
        except ArticleError as problem:
            complain(f"{problem}{_meant(file)}")
            continue
        if report.interrupted:
            break
    return reports


def _named(report: Report, name: str) -> Report:
    """Return `report` with its article under the name that the user gave."""
    article = report.article.model_copy(update={"path": name})
    lies = None if is_address(name) else place(Path(name), Path.cwd())
    return report.model_copy(update={"article": article, "file": lies})


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
    """Write the HTML pages that have something to show, and return where they are.

    Several have one more that lists them, first.
    """
    written: list[Path] = []
    listed: list[tuple[str, Report]] = []
    for path, names in shown.items():
        on_page = tuple(reports[name] for name in names if name in reports)
        if on_page or not names:
            write_whole(path, FORMATS["html"](on_page, rules))
            written.append(path)
            listed.extend((path.as_posix(), report) for report in on_page)
    for path in index_of(shown) if len(written) > 1 else ():
        write_whole(path, _index(listed, rules))
        written.insert(0, path)
    return written


def _index(listed: list[tuple[str, Report]], rules: Rulebook) -> str:
    from provcheck.report.html.index import Entry, render_index  # noqa: PLC0415  (heavy)

    return render_index(tuple(Entry(page, report) for page, report in listed), rules)


def _summary(
    wanted: Iterable[Output], reports: tuple[Report, ...], rules: Rulebook, written: list[Path]
) -> None:
    """Print the summary, to standard error when standard output carries data; none of nothing."""
    if not reports:
        return
    data = any(output.path is None and output.form != TERMINAL for output in wanted)
    colour = wants_colour("stderr" if data else "stdout")
    text = terminal.coloured(reports, rules) if colour else FORMATS[TERMINAL](reports, rules)
    text += _places(written)
    (say if data else emit)(text)


def _places(written: list[Path]) -> str:
    """Return a line for each report; of many the first alone, which lists the others."""
    named = written if len(written) <= _NAMED else written[:1]
    more = len(written) - len(named)
    lines = [f"report: {one_line(str(path))}" for path in named]
    lines[:1] = [f"{lines[0]}, which lists {more} more"] if more else lines[:1]
    return "".join(f"{line}\n" for line in lines)


def has_something(report: Report) -> bool:
    """Tell whether a report has anything to tell: a claim, or a notice beside all claims."""
    return bool(report.findings or report.notices)


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
