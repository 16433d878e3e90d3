"""Posts as the program gets them: through their services on a small internet, faults and all."""

import asyncio
import json
from contextlib import aclosing
from pathlib import Path

import pytest
from internet import online, settings
from serving import answer, redirect
from sources.posts.x_posts import ID, WORDS, a_post, a_tweet, an_oembed

from provcheck.fetch.desk import Desk
from provcheck.model.evidence import Completeness, Found, Mode, Unavailable
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.rulebook.book import Rulebook
from provcheck.sources.posts.x_token import token
from provcheck.store.given import given

EMBED, OEMBED = "cdn.syndication.twimg.com", "publish.twitter.com"
POST = f"https://x.com/halvikport/status/{ID}"
GONE = answer(b"", status="404 Not Found")


def as_json(said: object) -> bytes:
    return answer(json.dumps(said).encode(), content_type="application/json")


def heard(
    folder: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch, **said: bytes
) -> tuple[Found | Unavailable, list[str]]:
    """How asking for the post ends when its services answer so, and which were asked."""
    hosts = {
        "t.co": {"/abc": redirect(f"https://twitter.com/x/status/{ID}/photo/1")},
        EMBED: {"*": said.get("embed", GONE), "/robots.txt": GONE},
        OEMBED: {"*": said.get("oembed", GONE), "/robots.txt": GONE},
    }
    with online(hosts, folder, monkeypatch) as world:
        end = looked_up(folder, rules, str(said.get("at", POST)))
        return end, [host for host in (EMBED, OEMBED) if world.asked(host)]


def looked_up(folder: Path, rules: Rulebook, url: str, **known: object) -> Found | Unavailable:
    lead = Lead(kind=LeadKind.URL, target=url, standing=Standing.CITED, reason="test")

    async def ask() -> Found | Unavailable:
        async with aclosing(Desk(given(()), settings(folder, **known), rules)) as desk:
            await desk.gather([lead])
            return desk.known(lead)

    return asyncio.run(ask())


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(({}, "the post is deleted, or never was"), id="neither knows it"),
        pytest.param(
            (
                {"oembed": answer(b"", status="403 Forbidden")},
                "the post could not be read (X's oEmbed service: does not show it (403)",
            ),
            id="protected: one knows of no such post, and one does not show it",
        ),
        pytest.param(
            (
                {"oembed": answer(b"<p>busy", status="503 Service Unavailable")},
                "the post could not be read (X's oEmbed service: answered 503",
            ),
            id="one alone is no proof of a deletion",
        ),
        pytest.param(
            (
                {"embed": answer(b"\x00\xff" * 99), "oembed": answer(b"[" * 9999)},
                "the post could not be read",
            ),
            id="garbage of both",
        ),
        pytest.param(
            ({"embed": answer(b"{" + b" " * (1 << 20) + b"}")}, "larger than a post may be"),
            id="an endless answer",
        ),
    ],
)
def test_a_post_that_cannot_be_read_says_why(
    tmp_path: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch, case: tuple
) -> None:
    said, reason = case
    end, asked = heard(tmp_path, rules, monkeypatch, **said)

    assert isinstance(end, Unavailable)
    assert reason in end.reason
    assert end.reason.startswith(f"{POST}: ")
    assert end.attempts
    assert asked == [EMBED, OEMBED]
    again = looked_up(tmp_path, rules, POST, offline=True)
    assert isinstance(again, Unavailable)
    assert again.reason == end.reason


def test_one_whole_answer_is_enough(
    tmp_path: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    end, asked = heard(tmp_path, rules, monkeypatch, embed=as_json(a_tweet()))

    assert isinstance(end, Found)
    assert asked == [EMBED]
    assert (end.text.text, end.completeness) == (WORDS, Completeness.WHOLE)
    assert end.text.post is not None
    assert end.text.post.signature == "Halvik Port (@halvikport)"
    assert (end.snapshot.url, end.snapshot.mode) == (POST, Mode.LIVE)
    assert end.snapshot.final_url.startswith(f"https://{EMBED}/tweet-result?id={ID}")
    assert looked_up(tmp_path, rules, POST, offline=True) == end


def test_a_part_is_what_is_left_when_nobody_has_more(
    tmp_path: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = a_tweet(note_tweet={"id": "1"})
    end, asked = heard(tmp_path, rules, monkeypatch, embed=as_json(long), oembed=GONE)

    assert isinstance(end, Found)
    assert end.completeness is Completeness.TRUNCATED
    assert asked == [EMBED, OEMBED]


def test_the_second_service_is_asked_when_the_first_knows_nothing(
    tmp_path: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    end, _ = heard(tmp_path, rules, monkeypatch, embed=as_json({}), oembed=as_json(an_oembed()))

    assert isinstance(end, Found)
    assert WORDS in end.text.text


def test_a_short_link_leads_to_the_post(
    tmp_path: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts = {
        "t.co": {"/abc": redirect(f"https://twitter.com/x/status/{ID}/photo/1")},
        EMBED: {"*": as_json(a_tweet())},
    }
    with online(hosts, tmp_path, monkeypatch) as world:
        end = looked_up(tmp_path, rules, "https://t.co/abc")

        assert world.asked("twitter.com") == []
    assert isinstance(end, Found)
    assert (end.snapshot.url, end.text.text) == ("https://t.co/abc", WORDS)
    assert looked_up(tmp_path, rules, "https://t.co/abc", offline=True) == end


def test_a_post_given_by_hand_is_read_as_it_is(tmp_path: Path, rules: Rulebook) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "post.json").write_text(json.dumps(a_tweet()))
    post = a_post()
    url = rules.platforms.with_id("x").filled(
        rules.platforms.with_id("x").endpoints["syndication"], post, token=token(ID)
    )
    (folder / "sources.json").write_text(json.dumps([{"file": "post.json", "url": url}]))
    lead = Lead(kind=LeadKind.URL, target=POST, standing=Standing.CITED, reason="test")

    async def ask() -> Found | Unavailable:
        async with aclosing(Desk(given((folder,)), settings(tmp_path, offline=True), rules)) as d:
            await d.gather([lead])
            return d.known(lead)

    end = asyncio.run(ask())
    assert isinstance(end, Found)
    assert (end.text.text, end.snapshot.mode) == (WORDS, Mode.REPLAY)


@pytest.mark.parametrize(
    ("case", "is_it"),
    [
        pytest.param((POST, f"https://x.com/halvikport/status/{ID}1"), False, id="another post"),
        pytest.param((POST, f"https://halvik.example/status/{ID}"), False, id="no post's address"),
        pytest.param(
            ("https://t.me/halvikport/71", "https://t.me/osmereport/71"),
            False,
            id="another channel",
        ),
        pytest.param(
            (f"https://sea.example/@oda/{ID}", f"https://bay.example/@oda/{ID}"),
            False,
            id="another server",
        ),
        pytest.param(
            ("https://t.me/halvikport/71", "https://t.me/halvikport/71?embed=1&single"),
            False,
            id="where the platform is asked: read as its answer",
        ),
        pytest.param((f"{POST}?s=20", POST), True, id="linked with what tracks readers"),
        pytest.param(
            (f"https://twitter.com/halvikport/status/{ID}", POST), True, id="the old host"
        ),
        pytest.param(
            (f"https://x.com/i/web/status/{ID}", POST), True, id="linked without a handle"
        ),
        pytest.param(
            ("https://t.me/s/halvikport/71", "https://t.me/halvikport/71"), True, id="its preview"
        ),
        pytest.param(
            ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
            True,
            id="a transcript, linked by the short host",
        ),
    ],
)
def test_words_given_by_hand_are_the_posts_under_any_form_of_its_address(
    tmp_path: Path, rules: Rulebook, case: tuple[str, str], *, is_it: bool
) -> None:
    linked, given_at = case
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "post.txt").write_text(WORDS)
    (folder / "sources.json").write_text(json.dumps([{"file": "post.txt", "url": given_at}]))
    lead = Lead(kind=LeadKind.URL, target=linked, standing=Standing.CITED, reason="test")

    async def ask() -> Found | Unavailable:
        async with aclosing(Desk(given((folder,)), settings(tmp_path, offline=True), rules)) as d:
            await d.gather([lead])
            return d.known(lead)

    assert isinstance(asyncio.run(ask()), Found) == is_it


def test_posts_that_nobody_can_ask_for_say_so(tmp_path: Path, rules: Rulebook) -> None:
    url = "https://www.facebook.com/harbour/posts/1"
    end = looked_up(tmp_path, rules, url, offline=True)

    assert isinstance(end, Unavailable)
    assert end.reason.startswith(f"{url}: ")


BAD = answer(b'{"error":"NotFound"}', status="400 Bad Request", content_type="application/json")


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            (as_json({"did": "did:plc:abc"}), BAD, "the post is deleted"), id="it has it no more"
        ),
        pytest.param((BAD, BAD, "nobody who goes by @tor.example today"), id="nobody's handle"),
        pytest.param(
            (as_json({"did": "did:plc:abc"}), as_json({}), "its answer is no post"), id="unclear"
        ),
    ],
)
def test_a_post_on_bluesky_is_gone_when_its_account_has_it_no_more(
    tmp_path: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch, case: tuple
) -> None:
    """The handle in an address may be another's by now: the account's identifier decides."""
    names, by_identifier, reason = case
    thread, handles = "app.bsky.feed.getPostThread", "com.atproto.identity.resolveHandle"
    asked = "at%3A%2F%2F{}%2Fapp.bsky.feed.post%2F3kx&depth=0&parentHeight=0"
    hosts = {
        "public.api.bsky.app": {
            f"/xrpc/{thread}?uri={asked.format('tor.example')}": BAD,
            f"/xrpc/{handles}?handle=tor.example": names,
            f"/xrpc/{thread}?uri={asked.format('did:plc:abc')}": by_identifier,
        },
        "embed.bsky.app": {"*": GONE},
    }
    with online(hosts, tmp_path, monkeypatch):
        end = looked_up(tmp_path, rules, "https://bsky.app/profile/tor.example/post/3kx")

    assert isinstance(end, Unavailable)
    assert reason in end.reason
