from datetime import date

from reporting import altered, verbatim
from signing import HASH, a_signoff

from provcheck.model.article import Position
from provcheck.model.finding import STALE, Remark
from provcheck.model.notice import Notice
from provcheck.model.signoff import Ignore, Method
from provcheck.model.verdict import Level
from provcheck.report.settlement import ignored, notice, signoff

AT = Position(line=12, column=3)


def test_nobody_signed() -> None:
    assert signoff(verbatim()) is None


def test_a_signoff_with_all_that_it_says() -> None:
    signed = a_signoff(
        remarks=("date-conflict",), method=Method.PHONE, expires=date(2026, 1, 1), line=9
    )
    told = signoff(altered().model_copy(update={"signoff": signed}))
    assert told
    assert told.model_dump(mode="json") == {
        "claim": "q-ferry",
        "quote": "We will open the new ferry line in spring.",
        "status": "accepted",
        "verdict": "altered",
        "evidence": HASH,
        "remarks": ["date-conflict"],
        "by": "ab",
        "date": "2025-03-14",
        "method": "phone",
        "note": "she says so in the recording",
        "expires": "2026-01-01",
        "line": 9,
        "holds": True,
    }


def test_a_signoff_that_lapsed_does_not_hold() -> None:
    lapsed = Remark(rule=STALE, level=Level.WARNING, message="It expired.")
    found = altered().model_copy(update={"signoff": a_signoff(), "remarks": (lapsed,)})
    told = signoff(found)
    assert told
    assert not told.holds


def test_a_comment_and_a_notice_with_their_places() -> None:
    comment = ignored(Ignore(rule="altered", reason="a pun", position=AT))
    told = notice(Notice(rule="x", level=Level.NOTE, message="m", path="a.txt", position=AT))
    assert comment.model_dump() == {"rule": "altered", "reason": "a pun", "line": 12, "column": 3}
    assert (told.path, told.line, told.column, told.level) == ("a.txt", 12, 3, Level.NOTE)
