"""The verdicts and remarks as rules of SARIF."""

import re
from typing import Any

from provcheck.model.verdict import Level, Verdict
from provcheck.report.visible import shortened
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.verdicts import RemarkRule, VerdictRule

_WORD = re.compile(r"[A-Za-z0-9]+")
LONGEST = 1024  # characters of a description that GitHub takes
LEVELS = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.NOTE: "note",
    Level.OK: "none",
}
_SEVERITIES = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.NOTE: "recommendation",
    Level.OK: "recommendation",
}
# What rests on words compared with words alone; the others weigh sense, speakers or dates too.
_BY_WORDS = {
    Verdict.VERBATIM,
    Verdict.EDITED,
    Verdict.ALTERED,
    Verdict.SPLICED,
    Verdict.WRONG_SOURCE,
    Verdict.NOT_FOUND,
}


def descriptor(rule_id: str, rules: Rulebook) -> dict[str, Any]:
    """Return the SARIF rule of a verdict or remark."""
    rule = rule_of(rule_id, rules)
    verdict = rule if isinstance(rule, VerdictRule) else None
    said = verdict.said_when if verdict else rule.help
    help_text = f"{said} {rule.help}" if verdict else rule.help
    explain = f"provcheck explain {rule_id}"
    return {
        "id": rule_id,
        "name": "".join(part.capitalize() for part in _WORD.findall(rule.title.replace("'", ""))),
        "shortDescription": {"text": f"{rule.title[:1].upper()}{rule.title[1:]}."},
        "fullDescription": {"text": shortened(said, LONGEST)},
        "help": {
            "text": f"{help_text} More: {explain}.",
            "markdown": f"**{rule.title}** (`{rule_id}`)\n\n{help_text}\n\nMore: `{explain}`.",
        },
        "defaultConfiguration": {"level": LEVELS[rule.level]},
        "properties": {
            "tags": ["provenance", "verdict" if verdict else "remark"],
            "precision": "high" if verdict and verdict.id in _BY_WORDS else "medium",
            "problem.severity": _SEVERITIES[rule.level],
        },
    }


def rule_of(rule_id: str, rules: Rulebook) -> VerdictRule | RemarkRule:
    """Return the rule of a verdict or remark; one that tells its name alone where there is none."""
    if rule_id in set(Verdict):
        return rules.verdicts.verdict(Verdict(rule_id))
    return rules.verdicts.named(rule_id)
