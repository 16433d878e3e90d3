import pytest
from sources.posts.answers import RULES

from provcheck.rulebook.platforms import Platform
from provcheck.sources.posts.adapters import ADAPTERS, BY_PLATFORM, adapter_of
from provcheck.sources.posts.telling import Adapter

POSTS = {
    "x": "https://x.com/tor/status/1899800000000000001",
    "bluesky": "https://bsky.app/profile/tor.example/post/3kxyz",
    "truth": "https://truthsocial.com/@tor/114100000000000001",
    "telegram": "https://t.me/tor/17",
    "youtube": "https://youtu.be/AbCdEf12345",
    "tiktok": "https://www.tiktok.com/@tor/video/7000000000000000001",
    "reddit": "https://www.reddit.com/r/piers/comments/w2n556/",
    "mastodon": "https://kai.example/@tor/114100000000000001",
}
UNREAD = {"instagram", "threads", "facebook"}


def test_every_platform_is_read_or_says_why_not() -> None:
    known = {each.id: each for each in RULES.platforms.platforms}

    assert {*POSTS, *UNREAD} == set(known)
    assert all(len(known[each].unread.split()) > 5 for each in UNREAD)
    assert {each for each in known if adapter_of(known[each]) is None} == UNREAD


def test_every_adapter_is_of_a_platform_of_the_rules() -> None:
    assert len(BY_PLATFORM) == len(ADAPTERS)
    assert set(BY_PLATFORM) < set(POSTS)


@pytest.mark.parametrize("platform", POSTS)
def test_whom_an_adapter_names_can_be_asked(platform: str) -> None:
    post = RULES.platforms.post_at(POSTS[platform])
    assert post is not None
    adapter = adapter_of(RULES.platforms.with_id(platform))
    assert isinstance(adapter, Adapter)

    found = adapter.witnesses(post, RULES)

    assert post.platform == platform
    assert found
    assert all(each.url.startswith("https://") and "{" not in each.url for each in found)
    assert len({each.url for each in found}) == len(found)


def test_a_platform_with_an_oembed_endpoint_needs_no_adapter() -> None:
    platform = Platform(
        id="new",
        name="New",
        hosts=("new.example",),
        post_path="/(?P<id>[0-9]+)",
        canonical="https://new.example/{id}",
    )
    endpoints = {"oembed": "https://new.example/oembed?id={id}"}

    assert adapter_of(platform) is None
    assert adapter_of(platform.model_copy(update={"endpoints": endpoints})) is not None
