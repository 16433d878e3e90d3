from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.rulebook.archives import (
    archive_rules,
    archived_original,
    digits_of,
    filled,
    moment_of,
    noon,
)

RULES = archive_rules()
WAYBACK = RULES.archives[0]
HOME, ROBOTS = "https://web.archive.org/", "RobotAccessControlException"
NOON = datetime(2025, 1, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://gone.example/web/20250123120000/https://a.example/", id="elsewhere"),
        pytest.param("https://web.archive.org/web/https://a.example/", id="no moment: the latest"),
        pytest.param("https://web.archive.org/web/2025*/https://a.example/", id="a calendar"),
        pytest.param("https://web.archive.org/web/20251323000000/https://a.example/", id="no day"),
        pytest.param("https://web.archive.org/cdx/search/cdx?url=a.example", id="the index"),
        pytest.param("https://web.archive.org.evil.example/web/2025/x", id="a host that looks so"),
        pytest.param("ftp://web.archive.org/web/20250123120000/https://a.example/", id="no web"),
        pytest.param("http://[::1", id="no address"),
    ],
)
def test_what_is_no_copy(url: str) -> None:
    assert archived_original(url) is None


@pytest.mark.parametrize(
    ("url", "original"),
    [
        pytest.param(
            "https://web.archive.org/web/20250123120000/https://a.example/x?y=1#z",
            "https://a.example/x?y=1",
            id="as readers see it",
        ),
        pytest.param(
            "http://web.archive.org/web/20250123120000id_/http://a.example/",
            "http://a.example/",
            id="its bytes",
        ),
        pytest.param(
            "https://web.archive.org/web/20250123120000if_/a.example/x", "http://a.example/x",
            id="no scheme",
        ),
        pytest.param(
            "https://web.archive.org/web/20250123120000/https:/a.example/x",
            "https://a.example/x",
            id="a slash was lost",
        ),
        pytest.param(
            "https://arquivo.pt/wayback/20250123120000/https://a.example/x",
            "https://a.example/x",
            id="another archive",
        ),
    ],
)  # fmt: skip
def test_a_copy_is_known_by_its_address(url: str, original: str) -> None:
    assert archived_original(url) == (original, NOON)


def test_a_moment_may_be_told_in_part() -> None:
    capture = RULES.capture_at("https://web.archive.org/web/202501/https://a.example/")

    assert capture is not None
    assert (capture.moment, capture.is_exact) == (datetime(2025, 1, 1, tzinfo=UTC), False)


@given(st.text() | st.from_regex(r"https://web\.archive\.org/web/.*", fullmatch=True))
def test_any_text_is_taken_for_an_address(url: str) -> None:
    archived_original(url)
    RULES.why_unread(url)
    RULES.refusal(url, url, url.encode("utf-8", "replace"))


@given(st.datetimes(datetime(1, 1, 1), datetime(9999, 1, 1)))  # noqa: DTZ001
def test_digits_and_moments_are_one(moment: datetime) -> None:
    exact = moment.replace(microsecond=0, tzinfo=UTC)

    assert moment_of(digits_of(exact)) == exact


@pytest.mark.parametrize("digits", ["", "202", "2025012312000000", "20251301", "２０２５", "2025x"])
def test_what_is_no_moment(digits: str) -> None:
    assert moment_of(digits) is None


def test_a_page_is_looked_for_under_all_its_addresses() -> None:
    post = "https://twitter.com/ada/status/1?s=20#top"

    assert RULES.spellings(post) == (
        "https://twitter.com/ada/status/1?s=20", "https://x.com/ada/status/1?s=20",
    )  # fmt: skip
    assert RULES.spellings("https://www.x.com/ada")[1] == "https://twitter.com/ada"
    assert RULES.spellings("https://netflix.com/ada#x") == ("https://netflix.com/ada",)


def test_an_address_may_hold_braces_and_is_quoted_within_a_query() -> None:
    url = "https://a.example/{moment}?b=c&d"

    assert filled(WAYBACK.replay, url, "2025").endswith(
        "/web/2025id_/https://a.example/{moment}?b=c&d"
    )
    assert "url=https%3A%2F%2Fa.example%2F%7Bmoment%7D%3Fb%3Dc%26d&" in WAYBACK.index(url, None)


def test_the_day_of_an_article_is_its_noon() -> None:
    assert digits_of(noon(date(2025, 1, 23))) == "20250123120000"


def test_archives_are_asked_no_more_than_they_bear() -> None:
    index, pages = (RULES.paces[f"web.archive.org/{part}/"] for part in ("cdx", "web"))

    assert 60 / index <= 24
    assert 1 / pages <= 8


def test_an_archive_for_people_is_known_by_all_its_hosts() -> None:
    assert RULES.why_unread("https://archive.is/abc") == (
        "archive.today is not asked: it shows its pages to people only"
    )
    assert RULES.why_unread("https://www.archive.ph/abc")
    assert RULES.why_unread("https://archive.example/abc") is None


@pytest.mark.parametrize(
    ("url", "header", "body", "why"),
    [
        pytest.param("https://a.example/", ROBOTS, b"", None, id="no archive"),
        pytest.param(HOME, "", b"gone", None, id="it says nothing"),
        pytest.param(HOME, f"{ROBOTS}: x", b"", "robots", id="header"),
        pytest.param(HOME, "", b"This URL has been excluded", "excluded", id="page"),
    ],
)
def test_what_an_archive_means_by_a_refusal(
    url: str, header: str, body: bytes, why: str | None
) -> None:
    told = RULES.refusal(url, header, body)

    assert (told is None) if why is None else why in (told or "")


def test_every_archive_plays_what_it_shows() -> None:
    for archive in RULES.archives:
        shown = filled(archive.shown, "https://a.example/x", "20250123120000")
        capture = RULES.capture_at(shown)
        assert capture
        assert (capture.archive, capture.shown) == (archive, shown)
        assert RULES.capture_at(capture.replay) == capture
        assert RULES.patience(archive.hosts[0])
