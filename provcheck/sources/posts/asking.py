"""The addresses at which programs may ask for a post."""

from urllib.parse import quote

from provcheck.model.post import Post
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.platforms import Platform
from provcheck.sources.posts.telling import Witness


def platform_of(post: Post, rules: Rulebook) -> Platform:
    """Return the platform of a post."""
    return rules.platforms.with_id(post.platform)


def asked(post: Post, rules: Rulebook, endpoint: str, name: str = "") -> Witness:
    """Return the witness at an endpoint of the post's platform, by the platform's name.

    What the post's address says is escaped, so that it stays one value within the endpoint's.
    """
    platform = platform_of(post, rules)
    safe = {"id": quote(post.id, safe="/"), "handle": quote(post.handle or "", safe=":@.") or None}
    url = platform.filled(platform.endpoints[endpoint], post.model_copy(update=safe))
    return Witness(name=f"{platform.name}{name}", url=url, endpoint=endpoint)
