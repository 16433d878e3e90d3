"""Annotations of GitHub Actions: workflow commands, to be printed in the step's log."""

from collections.abc import Iterable

from provcheck.model.report import Report
from provcheck.model.verdict import Level
from provcheck.report.matters import Matter, by_claim, gravest
from provcheck.report.places import Place
from provcheck.report.sarif.rules import rule_of
from provcheck.report.sums import count
from provcheck.report.terminal import spoken
from provcheck.report.visible import harmless, one_line, visible
from provcheck.rulebook.book import Rulebook

MOST = 10  # annotations of one kind that GitHub shows of a step
_KINDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}

Group = tuple[Matter, ...]


def render(reports: tuple[Report, ...], rules: Rulebook) -> str:
    """Return one command a line, for every finding that is outstanding and for every notice.

    The gravest come first. GitHub shows ten of each kind; what is beyond is counted in a last one,
    by kind. Nothing outstanding gives an empty line, which commands nothing.
    """
    groups = sorted(
        (group for report in reports for group in _groups(report)),
        key=lambda group: -gravest(group).level.rank,  # stable: in the articles' order
    )
    shown, left = _within_limits(groups)
    lines = [_annotation(group, rules) for group in shown]
    if left:
        lines.append(f"::notice title=provcheck::{_data(_counted(left))}")
    return "\n".join(lines) + "\n"


def _groups(report: Report) -> list[Group]:
    """Return what is outstanding, that of one claim together."""
    groups = (tuple(m for m in group if m.outstanding) for group in by_claim(report))
    return [group for group in groups if group]


def _within_limits(groups: list[Group]) -> tuple[list[Group], list[Group]]:
    """Return those that GitHub shows and those that it would drop, with room to count these."""
    by_kind = {level: [g for g in groups if gravest(g).level is level] for level in _KINDS}
    over = any(len(its) > MOST for its in by_kind.values())
    room = {level: MOST - (over and level is Level.NOTE) for level in _KINDS}
    shown = [group for level, its in by_kind.items() for group in its[: room[level]]]
    left = [group for level, its in by_kind.items() for group in its[room[level] :]]
    return shown, left


def _counted(left: Iterable[Group]) -> str:
    kinds = [_KINDS[gravest(group).level] for group in left]
    told = ", ".join(count(kinds.count(kind), kind) for kind in _KINDS.values() if kind in kinds)
    return f"{told} more; GitHub shows {MOST} of each kind a step, the report has all."


def _annotation(group: Group, rules: Rulebook) -> str:
    worst, first = gravest(group), group[0]
    properties = {
        "file": harmless(visible(first.file)).replace("\t", " "),
        **_where(first.place),
        "title": f"{one_line(worst.rule)}: {rule_of(worst.rule, rules).title}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_KINDS[worst.level]} {listed}::{_data(_told(group))}"


def _where(place: Place) -> dict[str, str]:
    """Return the place; columns only within one line, since GitHub takes them for no others."""
    if place.line != place.end_line:
        return {"line": str(place.line), "endLine": str(place.end_line)}
    return {
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
    }


def _told(group: Group) -> str:
    first = group[0]
    lines = [f"{one_line(each.rule)}: {one_line(each.message)}" for each in group]
    if first.finding:
        lines.append(spoken(first.finding.claim))
    where = f"{one_line(first.file)}:{first.place.line}:{first.place.column}"
    return f"{where}: " + "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
