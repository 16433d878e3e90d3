"""The platforms whose posts can be read, each by the module of its name."""

from collections.abc import Mapping
from types import MappingProxyType

from provcheck.sources.posts.telling import Adapter
from provcheck.sources.posts.x import X

ADAPTERS: tuple[Adapter, ...] = (X,)
BY_PLATFORM: Mapping[str, Adapter] = MappingProxyType({each.platform: each for each in ADAPTERS})
