"""Answers of platforms, made for tests, and what is read of them; every name is invented."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from provcheck.model.post import Post
from provcheck.rulebook.book import load_rulebook
from provcheck.sources.posts.asking import asked
from provcheck.sources.posts.telling import Adapter, Answered, Telling, Told, Witness

RULES = load_rulebook()
WORDS = "The pier is shut until the spring."
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


def post_at(url: str) -> Post:
    post = RULES.platforms.post_at(url)
    assert post is not None
    return post


def coded(said: object) -> bytes:
    """Bytes as they are, text in UTF-8, anything else as JSON."""
    if isinstance(said, bytes):
        return said
    return said.encode() if isinstance(said, str) else json.dumps(said).encode()


def telling(adapter: Adapter, url: str, said: object, endpoint: str = "", **known: Any) -> Telling:
    """What an adapter tells of the post at `url` from an answer of its endpoint, or its first."""
    post = post_at(url)
    first = adapter.witnesses(post, RULES)[0]
    witness = asked(post, RULES, endpoint) if endpoint in first_endpoints(post) else first
    witness = witness.model_copy(update={"endpoint": endpoint or first.endpoint, **known})
    return adapter.read(Answered(witness=witness, data=coded(said)), post, RULES)


def told(adapter: Adapter, url: str, said: object, endpoint: str = "", **known: Any) -> Told:
    found = telling(adapter, url, said, endpoint, **known)
    assert isinstance(found, Told), found
    return found


def refused(adapter: Adapter, url: str, status: int, witness: Witness | None = None) -> object:
    post = post_at(url)
    return adapter.refused(witness or adapter.witnesses(post, RULES)[0], status, post, RULES)


def first_endpoints(post: Post) -> tuple[str, ...]:
    return tuple(RULES.platforms.with_id(post.platform).endpoints)


def _places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for key, each in inner:
        yield from _places(each, (*path, key))


@st.composite
def mangled(draw: st.DrawFn, sample: object) -> object:
    """A real answer in which any JSON stands in the place of something."""
    place = draw(st.sampled_from(list(_places(sample))))
    other = draw(JSON)
    if not place:
        return other
    copy = json.loads(json.dumps(sample))
    inner = copy
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = other
    return copy
