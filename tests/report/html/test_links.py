import pytest

from provcheck.report.html.links import Link, language, link


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://wire.example/a?b=1&c=2#d", id="https"),
        pytest.param("http://wire.example:8080/", id="http-with-port"),
        pytest.param("https://wire.example/a%20b(c)", id="escaped-blank-and-brackets"),
        pytest.param("https://wire.example/søk", id="letters-in-the-path"),
    ],
)
def test_an_address_is_a_link(url: str) -> None:
    assert link(url) == Link(url, url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "/local",
        "minutes.html",
        "http://127.0.0.1\\@wire.example/",
        "https://wire.example@evil.example/",
        'https://wire.example/"onmouseover=alert(1) x="',
        "https://wire.example/'><script>",
        "https://wire.example/\u202ecod.exe",
        "https://wire.example/a b",
        "https://",
        "http://[::1",
    ],
    ids=repr,
)
def test_anything_else_is_shown_and_leads_nowhere(url: str) -> None:
    shown = link(url)
    assert shown.href is None
    assert shown.words == url


def test_words_stand_for_the_address() -> None:
    assert link("https://wire.example/a", "Wire") == Link("Wire", "https://wire.example/a")


def test_words_never_hide_an_address_that_is_refused() -> None:
    assert link("javascript:x", "Wire") == Link("Wire (javascript:x)", None)


def test_without_an_address_there_are_only_words() -> None:
    assert link(None, "the minutes") == Link("the minutes", None)
    assert link(None) == Link("", None)


def test_a_host_that_looks_like_another_is_shown_as_sent() -> None:
    assert link("https://wіre.example/").words == "https://wіre.example/ (xn--wre-jhd.example)"


@pytest.mark.parametrize("code", ["en", "de-AT", "zh-Hant-TW", "gsw"])
def test_language(code: str) -> None:
    assert language(code) == code


@pytest.mark.parametrize("code", ["", None, "e", "english!", "en_US", '" lang="', "en\n"])
def test_no_language(code: str | None) -> None:
    assert language(code) is None
