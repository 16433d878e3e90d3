"""Posts on X: whom to ask for them, and which reader takes whose answer."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from provcheck.model.post import Post
from provcheck.rulebook.book import Rulebook
from provcheck.sources.posts.telling import Adapter, Answered, Telling, Unclear, Witness
from provcheck.sources.posts.x_oembed import read_oembed
from provcheck.sources.posts.x_page import read_page_of_post
from provcheck.sources.posts.x_syndication import read_syndication
from provcheck.sources.posts.x_token import token

Reader = Callable[[Answered, Post, Rulebook], Telling]
PLATFORM = "x"
_SYNDICATION, _OEMBED = "X's embed service", "X's oEmbed service"
_READERS: Mapping[str, Reader] = MappingProxyType(
    {_SYNDICATION: read_syndication, _OEMBED: read_oembed}
)
_ENDPOINTS: Mapping[str, str] = MappingProxyType({"syndication": _SYNDICATION, "oembed": _OEMBED})


def witnesses(post: Post, rules: Rulebook) -> tuple[Witness, ...]:
    """Return X's own services that know posts without an account, the fuller one first."""
    platform = rules.platforms.with_id(PLATFORM)
    return tuple(
        Witness(name=name, url=platform.filled(template, post, token=token(post.id)))
        for endpoint, name in _ENDPOINTS.items()
        if (template := platform.endpoints.get(endpoint)) is not None
    )


def read(answered: Answered, post: Post, rules: Rulebook) -> Telling:
    """Return what one of them tells of `post`; never raises."""
    reader = _READERS.get(answered.witness.name)
    if reader is None:
        return Unclear(reason="nobody here knows how to read its answer")
    return reader(answered, post, rules)


X = Adapter(platform=PLATFORM, witnesses=witnesses, read=read, read_copy=read_page_of_post)
