import re

import pytest
from hostile import payloads
from reporting import altered, unavailable, unsourced, verbatim
from signing import a_signoff

from provcheck.model.article import Position
from provcheck.model.finding import Finding
from provcheck.model.signoff import Ignore, Method, Status
from provcheck.report.decided import decided

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
COMMENT = Ignore(rule="altered", reason="a pun of the column", position=Position(line=3, column=1))


def having(finding: Finding, **known: object) -> Finding:
    return finding.model_copy(update=known)


@pytest.mark.parametrize("finding", [verbatim(), unsourced()], ids=lambda f: str(f.verdict))
def test_nothing_is_told_where_nothing_is_asked(finding: Finding) -> None:
    assert decided(finding) == []


@pytest.mark.parametrize("finding", [altered(), unavailable()], ids=lambda f: str(f.verdict))
def test_what_is_open_can_be_signed_by_its_id(finding: Finding) -> None:
    assert decided(finding) == [f"claim    {finding.claim.id}"]


@pytest.mark.parametrize(
    ("known", "line"),
    [
        pytest.param({"note": ""}, "accepted", id="without a note"),
        pytest.param({"method": Method.PHONE}, "accepted, by phone, she says", id="method"),
        pytest.param({"status": Status.CORRECTED}, "to be corrected, she says", id="corrected"),
        pytest.param({"status": Status.REJECTED}, "rejected, she says", id="rejected"),
        pytest.param({"status": Status.UNDER_REVIEW}, "under review, she says", id="under review"),
    ],
)
def test_a_signoff_is_told_in_a_line(known: dict[str, object], line: str) -> None:
    told = decided(having(verbatim(), signoff=a_signoff(**known)))
    assert told[0].startswith(f"signed   ab, 14 March 2025: {line}")


def test_all_decisions_are_told() -> None:
    finding = having(altered(), signoff=a_signoff(), ignores=(COMMENT,), known=True)
    assert [line.split()[0] for line in decided(finding)] == ["signed", "ignored", "known"]
    assert "ignored  altered: a pun of the column" in decided(finding)


@pytest.mark.parametrize("words", payloads())
def test_hostile_words_stay_on_their_line(words: str) -> None:
    comment = COMMENT.model_copy(update={"reason": words})
    finding = having(altered(), signoff=a_signoff(note=words), ignores=(comment,))
    assert not any(CONTROL.search(line) for line in decided(finding))
