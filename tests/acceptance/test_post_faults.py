"""Every fault at every service that is asked for posts: each ends in time, with a reason."""

import asyncio
import time
from contextlib import aclosing

import pytest
from dialling import PUBLIC, Network
from faults import FAULTS, Fault
from serving import Handler, Site

from provcheck.fetch.asking import Asker
from provcheck.fetch.client import Client
from provcheck.fetch.posts import Posts
from provcheck.fetch.shelf import Shelf
from provcheck.model.evidence import Found, Unavailable
from provcheck.rulebook.book import load_rulebook
from provcheck.rulebook.pages import page_rules
from provcheck.settings import Limits, Robots, Settings
from provcheck.sources.posts.adapters import adapter_of
from provcheck.store.given import Given

RULES = load_rulebook()
LIMITS = Limits(
    connect_seconds=1.0, read_seconds=0.3, total_seconds=1.2, host_interval=0.0,
    retry_wait=0.01, retry_after=0.1, attempts=2,
)  # fmt: skip
SETTINGS = Settings(robots=Robots.IGNORE, limits=LIMITS)
POSTS = {
    "x": "https://x.com/harbour_board/status/1899800000000000001",
    "bluesky": "https://bsky.app/profile/harbour.example/post/3kabcdefghi2a",
    "mastodon": "https://social.example/@harbour/113000000000000001",
    "truth": "https://truthsocial.com/@harbour/113000000000000001",
    "telegram": "https://t.me/harbourboard/17",
    "youtube": "https://www.youtube.com/watch?v=aaaaaaaaaaa",
    "tiktok": "https://www.tiktok.com/@harbour/video/7300000000000000001",
    "reddit": "https://www.reddit.com/r/harbours/comments/1abcde/the_pier/",
}
Outcome = tuple[Found | Unavailable, float]


class Everywhere(dict[str, bytes | Handler]):
    """Routes of a site all of whose paths fail."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self._sends = fault.sends

    def get(self, _path: str, _other: object = None) -> bytes | Handler:  # type: ignore[override]
        return self._sends


class Anybody(dict[str, list[str]]):
    """Names of which each has an address."""

    def get(self, _host: str, _other: object = None) -> list[str]:  # type: ignore[override]
        return [PUBLIC]


async def met(fault: Fault, platform: str) -> Outcome:
    post = RULES.platforms.post_at(POSTS[platform])
    assert post is not None
    assert post.platform == platform
    async with Site(Everywhere(fault)) as site:
        network = Network(site.port, plain=True)
        network._names = Anybody()
        async with aclosing(network.transport(SETTINGS)) as through:
            client = Client(Given(), Asker(through, SETTINGS), SETTINGS, RULES.platforms)
            posts = Posts(Shelf(Given(), client, SETTINGS), RULES)
            began = time.monotonic()
            end = await posts.read(post, POSTS[platform])
            assert site.seen or isinstance(end, Unavailable)
            return end, time.monotonic() - began


async def all_met(every: list[tuple[str, str]]) -> list[Outcome]:
    page_rules()  # read now, since it takes a while in which no loop would turn
    turns = asyncio.Semaphore(12)

    async def one(name: str, platform: str) -> Outcome:
        async with turns:
            return await met(FAULTS[name], platform)

    return await asyncio.gather(*(one(*each) for each in every))


@pytest.fixture(scope="module")
def ends() -> dict[tuple[str, str], Outcome]:
    every = [(name, platform) for name in FAULTS for platform in POSTS]
    return dict(zip(every, asyncio.run(all_met(every)), strict=True))


def test_every_platform_that_can_be_asked_is() -> None:
    asked = {each.id for each in RULES.platforms.platforms if adapter_of(each) is not None}
    assert asked == set(POSTS)


@pytest.mark.parametrize("platform", POSTS)
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_service_ends_in_time_and_with_its_reason(
    ends: dict[tuple[str, str], Outcome], name: str, platform: str
) -> None:
    end, seconds = ends[name, platform]

    assert seconds < LIMITS.total_seconds * 4 + 2  # up to four services are asked for a post
    assert isinstance(end, Unavailable), end
    assert end.reason.startswith(f"{POSTS[platform]}: the post ")
    assert end.reason.count("\n") == 0
    assert "Error(" not in end.reason
    assert "object at" not in end.reason
