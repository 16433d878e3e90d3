"""The shape of rules/verdicts.yaml: what verdicts, edit kinds and remarks are called and mean."""

from collections.abc import Iterator
from typing import TypeVar

from provcheck.model.edit import EditKind
from provcheck.model.value import Value
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.houses import Slip

_WARNING = "!"


class VerdictRule(Value):
    """One verdict: `sign` is the mark shown before its word, `help` what `explain` prints."""

    id: Verdict
    title: str
    level: Level
    sign: str
    said_when: str
    help: str

    def sign_at(self, level: Level) -> str:
        """Return the mark at `level`: a verdict milder than its rule, a mere warning, bears “!”."""
        milder = level is Level.WARNING and self.level is Level.ERROR
        return _WARNING if milder else self.sign


class EditRule(Value):
    """One kind of edit, and whether it can change the meaning of a quotation."""

    id: EditKind
    title: str
    grave: bool
    help: str


class RemarkRule(Value):
    """One remark that can stand beside a verdict.

    `level` holds where the house does not say; `counts` is what a house's limit counts, if any.
    """

    id: str
    title: str
    level: Level
    help: str
    counts: str | None = None


class SlipRule(Value):
    """One thing that an edit may amount to and that a house may take otherwise than its kind."""

    id: Slip
    title: str
    help: str


_UNKNOWN = "This version of the program has no rule of that name."
Rule = TypeVar("Rule", VerdictRule, EditRule, RemarkRule, SlipRule)


class VerdictRules(Value):
    """All of them."""

    verdicts: tuple[VerdictRule, ...]
    edits: tuple[EditRule, ...]
    slips: tuple[SlipRule, ...] = ()
    remarks: tuple[RemarkRule, ...]

    def verdict(self, verdict: Verdict) -> VerdictRule:
        """Return the rule of `verdict`; a LookupError means that verdicts.yaml lost an entry."""
        return _one(rule for rule in self.verdicts if rule.id == verdict)

    def edit(self, kind: EditKind) -> EditRule:
        """Return the rule of `kind`; a LookupError means that verdicts.yaml lost an entry."""
        return _one(rule for rule in self.edits if rule.id == kind)

    def slip(self, slip: Slip) -> SlipRule:
        """Return the rule of `slip`; a LookupError means that verdicts.yaml lost an entry."""
        return _one(rule for rule in self.slips if rule.id == slip)

    def remark(self, name: str) -> RemarkRule:
        """Return the rule of the remark `name`; a LookupError means that it has no entry."""
        return _one(rule for rule in self.remarks if rule.id == name)

    def named(self, name: str) -> RemarkRule:
        """Return the rule of the remark `name`, or one that tells its name alone.

        A report may come from a version with other rules.
        """
        unknown = RemarkRule(id=name, title=name, level=Level.WARNING, help=_UNKNOWN)
        return next((rule for rule in self.remarks if rule.id == name), unknown)


def _one(rules: Iterator[Rule]) -> Rule:
    for rule in rules:
        return rule
    message = "no such entry in verdicts.yaml"
    raise LookupError(message)
