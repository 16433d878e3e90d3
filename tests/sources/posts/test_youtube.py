import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.answers import RULES, coded, mangled, post_at, telling, told

from provcheck.sources.posts.telling import (
    About,
    Further,
    Gone,
    Told,
    Unclear,
    Withheld,
    Witness,
)
from provcheck.sources.posts.youtube import ADAPTER

URL = "https://youtu.be/AbCdEf12345"
VTT = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nTor Lind: The pier is shut\n\n"
    "00:00:03.000 --> 00:00:05.000\nuntil the spring.\n"
)
ABOUT = About(title="The pier", author="Harbour Board", handle="harbour", lang="en")


def a_track(lang: str = "en", kind: str = "", base: object = "") -> dict[str, Any]:
    url = base or f"https://www.youtube.com/api/timedtext?v=AbCdEf12345&lang={lang}&kind={kind}"
    return {"baseUrl": url, "languageCode": lang, **({"kind": kind} if kind else {})}


def a_player(*tracks: object, **known: Any) -> dict[str, Any]:
    shown = {
        "publishDate": "2025-01-22T11:00:00-07:00",
        "ownerProfileUrl": "http://www.youtube.com/@harbour",
    }
    return {
        "playabilityStatus": {"status": "OK"},
        "videoDetails": {"title": "The pier", "author": "Harbour Board"},
        "microformat": {"playerMicroformatRenderer": shown},
        "captions": {"playerCaptionsTracklistRenderer": {"captionTracks": list(tracks)}},
        **known,
    }


def a_page(player: object) -> str:
    said = player if isinstance(player, str) else json.dumps(player)
    return f"<html><script>var ytInitialPlayerResponse = {said};var x = {{}};</script></html>"


def state(status: str, reason: str = "Video unavailable") -> dict[str, Any]:
    return {"playabilityStatus": {"status": status, "reason": reason}}


def named(page: str) -> list[Witness]:
    found = telling(ADAPTER, URL, page)
    assert isinstance(found, Further), found
    return list(found.witnesses)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param("", Unclear, id="no bytes"),
        pytest.param("<html>Before you continue</html>", Unclear, id="consent is asked for"),
        pytest.param(a_page("{broken"), Unclear, id="a broken page"),
        pytest.param(a_page('{"a":' * 5000), Unclear, id="nested deep"),
        pytest.param(a_page(a_player()), Unclear, id="no captions"),
        pytest.param(a_page(state("ERROR")), Gone, id="gone"),
        pytest.param(a_page(state("LOGIN_REQUIRED")), Withheld, id="private, or a robot check"),
        pytest.param(a_page(state("UNPLAYABLE")), Withheld, id="shown in no country of ours"),
    ],
)
def test_no_captions(said: str, kind: type) -> None:
    assert isinstance(telling(ADAPTER, URL, said), kind)


@pytest.mark.parametrize(
    "base",
    [
        pytest.param("https://evil.example/api/timedtext?v=1", id="another host"),
        pytest.param("https://www.youtube.com.evil.example/x", id="a host that begins alike"),
        pytest.param("https://evilyoutube.com/x", id="a host that ends alike"),
        pytest.param("https://u:p@www.youtube.com/x", id="a user name"),
        pytest.param("https://www.youtube.com:8080/x", id="another port"),
        pytest.param("http://www.youtube.com/x", id="no TLS"),
        pytest.param("//[", id="no address"),
        pytest.param(7, id="a number"),
    ],
)
def test_captions_elsewhere_are_not_asked_for(base: object) -> None:
    assert isinstance(telling(ADAPTER, URL, a_page(a_player(a_track(base=base)))), Unclear)


@pytest.mark.parametrize(
    ("tracks", "kinds"),
    [
        pytest.param([a_track(kind="asr")], ["asr"], id="a machine's alone"),
        pytest.param([a_track(kind="asr"), a_track()], ["", "asr"], id="people's first"),
        pytest.param(
            [a_track("de"), a_track("en"), a_track("en", "asr")], ["", ""],
            id="those in the language that is spoken first",
        ),
    ],
)  # fmt: skip
def test_the_best_captions_are_asked_for(tracks: list[object], kinds: list[str]) -> None:
    found = named(a_page(a_player(*tracks)))

    assert [each.about.automatic for each in found] == [kind == "asr" for kind in kinds]
    assert found[0].about.lang == "en"
    assert all(each.url.endswith("&fmt=vtt") for each in found)


def test_a_relative_address_is_the_platforms() -> None:
    (found,) = named(a_page(a_player(a_track(base="/api/timedtext?v=1&fmt=srv3"))))
    assert found.url == "https://www.youtube.com/api/timedtext?v=1&fmt=vtt"


def test_what_the_page_tells_is_handed_on() -> None:
    (found,) = named(a_page(a_player(a_track())))
    zone = timezone(timedelta(hours=-7))

    assert found.about == About(
        title="The pier",
        author="Harbour Board",
        handle="harbour",
        published=datetime(2025, 1, 22, 11, tzinfo=zone),
        lang="en",
    )


def test_captions_are_a_transcript_in_nobodys_own_voice() -> None:
    text = told(ADAPTER, URL, VTT, "captions", about=ABOUT).text

    assert text.title == "The pier (captions)"
    assert (text.own_voice, text.byline, text.publisher) == (None, "Harbour Board", "YouTube")
    assert [turn.speaker for turn in text.turns] == ["Tor Lind"]
    assert "The pier is shut until the spring." in text.text
    assert text.post is not None
    assert (text.post.url, text.post.handle, text.post.automatic) == (
        "https://www.youtube.com/watch?v=AbCdEf12345",
        "harbour",
        False,
    )


def test_automatic_captions_are_called_so() -> None:
    about = ABOUT.model_copy(update={"automatic": True})
    text = told(ADAPTER, URL, VTT, "captions", about=about).text

    assert text.title == "The pier (automatic captions)"
    assert text.post is not None
    assert text.post.automatic


@pytest.mark.parametrize("said", [b"", b"WEBVTT\n", b"\0\1", b"<transcript/>", b"{}"])
def test_captions_that_are_none(said: bytes) -> None:
    assert isinstance(telling(ADAPTER, URL, said, "captions"), Unclear)


def test_oembed_tells_that_there_is_a_video() -> None:
    found = telling(ADAPTER, URL, {"title": "The pier", "author_name": "Harbour Board"}, "oembed")

    assert isinstance(found, Unclear)
    assert "“The pier” by Harbour Board" in found.reason
    assert isinstance(telling(ADAPTER, URL, b"no", "oembed"), Unclear)


def test_the_page_is_asked_for_under_an_address_of_its_own() -> None:
    watch, oembed = ADAPTER.witnesses(post_at(URL), RULES)

    assert watch.url == "https://www.youtube.com/watch?v=AbCdEf12345&hl=en"
    assert oembed.endpoint == "oembed"


PAGES = mangled(a_player(a_track(), a_track(kind="asr"))).map(a_page).map(coded)


@given(st.binary() | PAGES, st.sampled_from(["watch", "oembed", "captions"]))
def test_any_answer_is_told(said: bytes, endpoint: str) -> None:
    found = telling(ADAPTER, URL, said, endpoint)
    assert isinstance(found, Told | Gone | Withheld | Unclear | Further)
