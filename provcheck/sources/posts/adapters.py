"""The platforms whose posts can be read, each by the module of its name."""

from collections.abc import Mapping
from types import MappingProxyType

from provcheck.rulebook.platforms import Platform
from provcheck.sources.posts import bluesky, mastodon, oembed, reddit, telegram, youtube
from provcheck.sources.posts.telling import Adapter
from provcheck.sources.posts.x import X

ADAPTERS: tuple[Adapter, ...] = (
    X,
    bluesky.ADAPTER,
    mastodon.ADAPTER,
    mastodon.TRUTH,
    telegram.ADAPTER,
    youtube.ADAPTER,
    reddit.ADAPTER,
)
BY_PLATFORM: Mapping[str, Adapter] = MappingProxyType({each.platform: each for each in ADAPTERS})


def adapter_of(platform: Platform) -> Adapter | None:
    """Return how posts of `platform` are read, None where there is no way.

    A platform without a module of its own is read by its oEmbed endpoint, where the rules have one.
    """
    own = BY_PLATFORM.get(platform.id)
    return own or (oembed.adapter(platform.id) if "oembed" in platform.endpoints else None)
