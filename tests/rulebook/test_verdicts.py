import pytest

from provcheck.model.edit import EditKind
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.houses import Slip
from provcheck.rulebook.verdicts import VerdictRules


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_sign_word_and_help(rules: Rulebook, verdict: Verdict) -> None:
    rule = rules.verdicts.verdict(verdict)

    assert rule.sign
    assert rule.said_when.endswith(".")
    assert rule.help.endswith(".")


def test_verdicts_that_could_not_check_are_no_errors(rules: Rulebook) -> None:
    for verdict in (Verdict.UNAVAILABLE, Verdict.UNSOURCED, Verdict.TRANSLATED):
        assert rules.verdicts.verdict(verdict).level != Level.ERROR


def test_edits_and_remarks_are_found_by_name(rules: Rulebook) -> None:
    assert rules.verdicts.edit(EditKind.NEGATION).grave
    assert rules.verdicts.remark("second-hand").level == Level.NOTE
    assert rules.verdicts.slip(Slip.MASK).title == "an obscenity masked"


def test_every_slip_is_explained(rules: Rulebook) -> None:
    assert [rule.id for rule in rules.verdicts.slips] == list(Slip)


def test_a_lost_entry_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match=r"verdicts\.yaml"):
        VerdictRules(verdicts=(), edits=(), remarks=()).remark("second-hand")


def test_a_remark_of_another_version_is_told_by_its_name(rules: Rulebook) -> None:
    assert rules.verdicts.named("syndicated") == rules.verdicts.remark("syndicated")
    assert rules.verdicts.named("no-such-rule").title == "no-such-rule"
