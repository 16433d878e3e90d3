"""JUnit XML: one test case for every claim, so that a CI system shows what was checked."""

from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from provcheck.model.report import Report
from provcheck.model.verdict import Level, Verdict
from provcheck.report.matters import Matter, by_claim, gravest
from provcheck.report.places import file_of
from provcheck.report.terminal import spoken
from provcheck.report.visible import one_line, shortened
from provcheck.rulebook.book import Rulebook

NAMED = 60  # characters of a claim in the name of its test case
_OUTCOMES = ("failure", "error", "skipped")


def render(reports: tuple[Report, ...], _rules: Rulebook) -> str:
    """Return the test suites as XML: an article each, with a case a claim and a case a notice.

    A case fails for what is outstanding at warning or error. It is skipped, with who and why, where
    somebody settled that; and where nothing could be compared, also if the source was not to be
    read: that is neither a fault nor a pass. All other cases pass.
    """
    root = Element("testsuites", name="provcheck")
    for report in reports:
        root.append(_suite(report))
    _sum_up(root)
    indent(root)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{tostring(root, encoding='unicode')}\n"


def _suite(report: Report) -> Element:
    file = one_line(file_of(report))
    suite = Element("testsuite", name=file)
    names: Counter[str] = Counter()
    for case in by_claim(report):
        first = case[0]
        name = _name(first)
        names[name] += 1
        name = f"{name} ({names[name]})" if names[name] > 1 else name
        case_file, line = one_line(first.file), str(first.place.line)
        element = SubElement(
            suite, "testcase", name=name, classname=file, file=case_file, line=line, time="0"
        )
        _say(element, case)
    if report.interrupted:
        element = SubElement(
            suite, "testcase", name="every source was read", classname=file, time="0"
        )
        told = "the run was stopped before every source was read; run the same command again"
        SubElement(element, "error", type="interrupted", message=told)
    _sum_up(suite)
    return suite


def _name(first: Matter) -> str:
    """Return a name that stays when the claim moves: its id and first words."""
    if not first.finding:
        return f"{one_line(first.rule)} {shortened(one_line(first.message), NAMED)}"
    claim = first.finding.claim
    return f"{one_line(claim.id)} {shortened(one_line(claim.words), NAMED)}"


def _say(case: Element, found: tuple[Matter, ...]) -> None:
    """Add to a test case how it ended and everything that was found."""
    faults = [each for each in found if _fails(each)]
    if faults:
        worst = gravest(faults)
        message = one_line(worst.message)
        failure = SubElement(case, "failure", type=one_line(worst.rule), message=message)
        failure.text = _told(found)
        return
    if why := _skipped(found):
        SubElement(case, "skipped", message=one_line(why))
    if any(each.level is not Level.OK for each in found):
        SubElement(case, "system-out").text = _told(found)


def _fails(matter: Matter) -> bool:
    unread = matter.is_verdict and matter.rule == Verdict.UNAVAILABLE
    return matter.outstanding and matter.level.rank >= Level.WARNING.rank and not unread


def _skipped(found: tuple[Matter, ...]) -> str:
    """Return why a case without a fault is no pass either; "" for one that is."""
    settled = [each for each in found if not each.is_open and each.level.rank > Level.NOTE.rank]
    if settled:
        worst = gravest(settled)
        return f"{worst.rule}: {worst.message} {worst.decisions[0].told}"
    first = found[0]
    return "" if first.level is Level.OK else f"{first.rule}: {first.message}"


def _told(found: tuple[Matter, ...]) -> str:
    """Return a line for the place and the words, and one for each matter."""
    first = found[0]
    where = f"{one_line(first.file)}:{first.place.line}:{first.place.column}"
    lines = [f"{where}: {spoken(first.finding.claim)}" if first.finding else where]
    for each in found:
        decided = "".join(f" ({one_line(decision.told)})" for decision in each.decisions)
        lines.append(f"{each.level}: {one_line(each.rule)}: {one_line(each.message)}{decided}")
    return "\n".join(lines)


def _sum_up(suites: Element) -> None:
    cases = list(suites.iter("testcase"))
    suites.set("tests", str(len(cases)))
    for outcome, total in zip(_OUTCOMES, ("failures", "errors", "skipped"), strict=True):
        suites.set(total, str(_ended(cases, outcome)))
    suites.set("time", "0")


def _ended(cases: Iterable[Element], outcome: str) -> int:
    return sum(case.find(outcome) is not None for case in cases)
