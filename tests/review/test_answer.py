import json
from http import HTTPStatus

import pytest

from provcheck.review.answer import Answer, page, refused, told

ALL = (page("<p>x"), told(open=1), refused(HTTPStatus.CONFLICT, "changed"))


@pytest.mark.parametrize("answer", ALL, ids=["page", "told", "refused"])
def test_no_other_origin_may_read_frame_or_keep_an_answer(answer: Answer) -> None:
    fields = dict(answer.fields())
    policy = fields["Content-Security-Policy"]
    for rule in ("default-src 'none'", "frame-ancestors 'none'", "form-action 'none'"):
        assert rule in policy
    assert "base-uri 'none'" in policy
    assert fields["X-Content-Type-Options"] == "nosniff"
    assert fields["Referrer-Policy"] == "no-referrer"
    assert fields["Cross-Origin-Resource-Policy"] == "same-origin"
    assert fields["Cross-Origin-Opener-Policy"] == "same-origin"
    assert fields["Cache-Control"] == "no-store"
    assert fields["Content-Length"] == str(len(answer.body))
    assert not [name for name in fields if name.lower().startswith("access-control")]


def test_values_are_told_as_json() -> None:
    assert json.loads(told(open=1, done="x").body) == {"open": 1, "done": "x"}


def test_hidden_characters_in_a_refusal_are_shown() -> None:
    assert json.loads(refused(HTTPStatus.CONFLICT, "a\u202eb").body) == {"error": "a⟦U+202E⟧b"}


def test_half_characters_break_no_page() -> None:
    assert page("a\ud800").body == b"a\\ud800"
