"""All that `provcheck explain` knows, as one Markdown page: for a newsroom's own handbook."""

from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.houses import Severity
from provcheck.rulebook.verdicts import EditRule, RemarkRule, SlipRule, VerdictRule

_SAID = "House style"


def handbook(rules: Rulebook) -> str:
    """Return the page for the house of `rules`: every verdict, edit, slip and remark, a section."""
    words = rules.verdicts
    sections = [
        f"# Verdicts, edits and remarks\n\n{_about(rules)}",
        _part("Verdicts", "One is given to each claim.", [_verdict(v) for v in words.verdicts]),
        _part("Edits", "How words differ.", [_edit(e, rules) for e in words.edits]),
        _part("Slips", "What an edit may amount to.", [_slip(s, rules) for s in words.slips]),
        _part("Remarks", "What stands beside it.", [_remark(r, rules) for r in words.remarks]),
    ]
    return "\n\n".join(sections) + "\n"


def _about(rules: Rulebook) -> str:
    return (
        f"As the house style `{rules.house.id}` has them: {rules.house.title.rstrip('.')}. "
        f"Written by `provcheck explain --markdown --house {rules.house.id}`; "
        "`provcheck explain WORD` tells of one."
    )


def _part(title: str, about: str, entries: list[str]) -> str:
    return "\n\n".join((f"## {title}", about, *entries))


def _section(rule: VerdictRule | EditRule | SlipRule | RemarkRule, *told: str) -> str:
    paragraphs = (f"### `{rule.id}`", f"*{rule.title}*", *told, _flat(rule.help))
    return "\n\n".join(filter(None, paragraphs))


def _verdict(rule: VerdictRule) -> str:
    return _section(rule, f"Sign {rule.sign}, level {rule.level}. {_flat(rule.said_when)}")


def _edit(rule: EditRule, rules: Rulebook) -> str:
    weight = "Can change the meaning." if rule.grave else "Does not change the meaning as a rule."
    stated = rules.house.edits.get(rule.id)
    origin = f" ({_flat(stated.origin)})" if stated else ""
    return _section(rule, f"{weight} {_SAID}: {rules.house.stance(rule.id)}{origin}.")


def _slip(rule: SlipRule, rules: Rulebook) -> str:
    stated = rules.house.edits.get(rule.id)
    taken = (
        f"{stated.stance} ({_flat(stated.origin)})" if stated else "taken as the kind of edit is"
    )
    return _section(rule, f"{_SAID}: {taken}.")


def _remark(rule: RemarkRule, rules: Rulebook) -> str:
    stated = rules.house.rules.get(rule.id)
    if not stated:
        return _section(rule, f"Level {rule.level}.")
    level = stated.level
    limit = f", at {stated.limit} {rule.counts}" if rule.counts and level != Severity.OFF else ""
    return _section(rule, f"Level {level}{limit} ({_flat(stated.origin)}).")


def _flat(text: str) -> str:
    return " ".join(text.split())
