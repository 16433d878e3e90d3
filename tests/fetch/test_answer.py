from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.fetch.answer import Answer, Validators

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def an_answer(status: int = 200, **fields: str) -> Answer:
    headers = tuple((name.replace("_", "-"), value) for name, value in fields.items())
    return Answer(url="https://wire.example/a", status=status, headers=headers)


@pytest.mark.parametrize("status", [201, 204, 206, 300, 304, 404, 500])
def test_other_answers_are_no_page(status: int) -> None:
    assert not an_answer(status).is_page


@pytest.mark.parametrize("status", [200, 203])
def test_these_are_pages(status: int) -> None:
    assert an_answer(status).is_page


@pytest.mark.parametrize(
    ("status", "location", "leads_to"),
    [
        pytest.param(200, "/b", None, id="no redirect"),
        pytest.param(304, "/b", None, id="unchanged"),
        pytest.param(302, "", "", id="to itself"),
        pytest.param(302, " /b ", "/b", id="blanks around"),
        pytest.param(308, "/b c", "/b%20c", id="a blank within"),
    ],
)
def test_a_redirect_leads_somewhere(status: int, location: str, leads_to: str | None) -> None:
    assert an_answer(status, location=location).location == leads_to


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("soon", None, id="a word"),
        pytest.param("-5", None, id="a negative number"),
        pytest.param("١٢", None, id="digits of another script"),
        pytest.param("12", 12, id="seconds"),
        pytest.param("9" * 40, 999_999_999, id="for ever"),
        pytest.param(format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90, id="a date"),
        pytest.param(format_datetime(NOW - timedelta(days=1), usegmt=True), 0, id="in the past"),
        pytest.param("Mon, 99 Foo 2026 00:00:00 GMT", None, id="no date"),
    ],
)
def test_retry_after_is_seconds_or_a_date(said: str, seconds: float | None) -> None:
    assert an_answer(429, retry_after=said).retry_after(NOW) == seconds


@pytest.mark.parametrize(
    ("said", "charset"),
    [
        pytest.param("text/html", None, id="none"),
        pytest.param("text/html; charset=UTF-8", "utf-8", id="plain"),
        pytest.param('text/html; charset="windows-1251"', "windows-1251", id="in quotes"),
        pytest.param("text/html; charset*=us-ascii''latin1", "latin1", id="by RFC 2231"),
        pytest.param("text/html; charset*=us-ascii''a%0D%0AX:%20y", None, id="a header within"),
        pytest.param('text/html; charset="a; b"', None, id="no name"),
        pytest.param("text/html; charset*=\0''a", None, id="a NUL"),
    ],
)
def test_a_charset_is_a_name(said: str, charset: str | None) -> None:
    assert an_answer(content_type=said).charset == charset


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        pytest.param("", None, id="no archive"),
        pytest.param("20250123120000", None, id="another form"),
        pytest.param("Fri, 31 Dec 9999 23:59:59 -1000", None, id="beyond all time"),
        pytest.param(
            "Thu, 23 Jan 2025 12:00:00 GMT", datetime(2025, 1, 23, 12, tzinfo=UTC), id="date"
        ),
    ],
)
def test_a_copy_says_when_it_was_taken(said: str, moment: datetime | None) -> None:
    assert an_answer(memento_datetime=said).memento == moment


@given(st.text(max_size=60))
def test_no_header_breaks_the_reading_of_it(text: str) -> None:
    found = an_answer(302, retry_after=text, content_type=text, location=text, etag=text)

    assert an_answer(memento_datetime=text).memento is None or text
    wait = found.retry_after(NOW)
    assert wait is None or wait >= 0
    assert found.charset is None or isinstance(found.charset, str)
    assert found.location is None or " " not in found.location
    assert found.validator("etag") in {None, text}


@pytest.mark.parametrize(
    ("content_type", "media_type", "charset"),
    [
        ("", "", None),
        ("Text/HTML", "text/html", None),
        ("text/html; charset=ISO-8859-1", "text/html", "iso-8859-1"),
        ('text/html;charset="utf-8"', "text/html", "utf-8"),
        ("text/html; charset", "text/html", None),
    ],
)
def test_type_and_charset_are_told_apart(
    content_type: str, media_type: str, charset: str | None
) -> None:
    found = an_answer(content_type=content_type)

    assert (found.media_type, found.charset) == (media_type, charset)


@pytest.mark.parametrize("value", ['"a\r\nX: y"', "é", "x" * 600, ""], ids=ascii)
def test_what_could_smuggle_a_header_is_not_sent_back(value: str) -> None:
    assert an_answer(etag=value).validator("etag") is None


def test_validators_are_for_their_own_address() -> None:
    known = Validators(url="https://wire.example/a", etag='"1"', last_modified="Mon")

    assert known.headers("https://other.example/a") == {}
    assert known.headers("https://wire.example/a") == {
        "If-None-Match": '"1"',
        "If-Modified-Since": "Mon",
    }


@pytest.mark.parametrize("kept", ['"x\r\nX-Own: 1"', '"x\ny"', '"\u00e9"', '"' * 9000])
def test_a_validator_that_was_tampered_with_is_not_sent(kept: str) -> None:
    assert Validators(url="https://a.example/", etag=kept).headers("https://a.example/") == {}
