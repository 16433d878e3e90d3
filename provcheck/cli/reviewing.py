"""What `provcheck review` does: check the articles, serve the page, and tell what is left."""

import threading
import webbrowser
from dataclasses import dataclass

from provcheck.cli.colour import wants_colour
from provcheck.cli.exits import Exit
from provcheck.cli.options import STDIN, FailOn
from provcheck.cli.output import complain, emit, say
from provcheck.cli.run import Order, checked, verdict
from provcheck.cli.settling import decided, laid_over
from provcheck.cli.today import today
from provcheck.errors import SettingsError
from provcheck.model.report import Report
from provcheck.read.article import is_address
from provcheck.report import terminal
from provcheck.review.routes import routes
from provcheck.review.server import Server
from provcheck.review.session import Session, Ways
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.settings import Settings
from provcheck.signoff.draft import Decision, sound


@dataclass(frozen=True)
class Wanted:
    """What the command line asks for beside the settings; `port` 0 is any free one."""

    files: list[str]
    by: str
    port: int
    browser: bool
    fail_on: FailOn


def reviewed(wanted: Wanted, settings: Settings) -> Exit:
    """Return the exit code after the review has ended, which nobody but the editor brings about.

    An interrupted check starts no review, nor does an article that cannot be read, nor one without
    claims alone. Raises SettingsError
    for what is no file, initials that cannot be signed with, a file of sign-offs that is broken and
    a port that cannot be had; RuleError and StoreError as a check does.
    """
    _signable(wanted)
    rules = load_rulebook(settings.house, settings.agencies)
    decided(wanted.files, None, rules)
    reports = checked({file: file for file in wanted.files}, settings, rules, None)
    if any(report.interrupted for report in reports.values()):
        complain("interrupted; there is no review of what was not read")
        return Exit.INTERRUPTED
    found = tuple(report for report in reports.values() if report.findings)
    if len(reports) < len(wanted.files) or not found:
        return Exit.USAGE

    def lay(report: Report) -> Report:
        return laid_over(report, decided([report.article.path], None, rules), rules)

    session = Session(found, Ways(lay, today), wanted.by.strip())
    ended = _served(wanted, session, rules)
    left = session.reports
    colour = wants_colour("stdout")
    emit(terminal.coloured(left, rules) if colour else terminal.render(left, rules))
    return verdict(_order(wanted), left) if ended else Exit.INTERRUPTED


def _signable(wanted: Wanted) -> None:
    for file in wanted.files:
        if file == STDIN or is_address(file):
            message = f"review {file}: sign-offs stand beside a file; save the article and name it"
            raise SettingsError(message)
    if wanted.by:
        sound(Decision(by=wanted.by, day=today()))


def _served(wanted: Wanted, session: Session, rules: Rulebook) -> bool:
    """Serve until the editor is done; tell whether it ended by the page, not by Ctrl-C."""
    server = Server(routes(session, rules), complain, wanted.port)
    address = server.access.opening
    say(f"review: {address}\nThe address works once. Done on the page ends the review.\n")
    if wanted.browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        server.run()
    except KeyboardInterrupt:
        say("review: ended; what was signed is kept\n")
        return False
    return True


def _order(wanted: Wanted) -> Order:
    return Order(
        files=wanted.files,
        stdin_name=None,
        formats=[],
        report=None,
        no_report=True,
        fail_on=wanted.fail_on,
        require_sources=False,
    )
