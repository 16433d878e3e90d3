"""The shape of rules/platforms.yaml: where posts live and how an embed of one looks."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from urllib.parse import urlsplit

from pydantic import Field, field_validator

from provcheck.model.post import Post
from provcheck.model.value import Value

_SHAPE = re.compile(
    r"(?P<element>[a-z][a-z0-9-]*)(?:\.(?P<css_class>[\w-]+))?"
    r"(?:\[(?P<attribute>[\w-]+)(?:\*='(?P<holds>[^']+)')?\])?"
)
_FIELD = re.compile(r"\\\{\w+\\\}")  # of a template, once it is escaped
_LONGEST = 1000  # characters of an endpoint's address


class EmbedShape(Value):
    """How an element that holds a post looks: its name, a class, an attribute, words in that."""

    element: str
    css_class: str = ""
    attribute: str = ""
    holds: str = ""


class Platform(Value):
    """One post platform: its hosts, its short links and media codes, the shape of its embeds.

    `embeds` are the elements that hold an embedded post, written as simple CSS selectors (name,
    name.class, name[attribute], name[attribute*='words']); `address` names the
    attributes that may carry the post's own address. `post_path` is a pattern of a post's path and
    query with groups `id` and, where the path tells it, `handle`; `any_host`: servers of
    others, on hosts that nobody lists, have such paths too. `canonical` is the usual address of a
    post, from id, handle and host; `no_handle` stands for a handle there when none is known.
    `endpoints` are the addresses, by name, where programs may ask for a post, in the same way;
    `unread` says why a post cannot be had where that is so; `titled`: its oEmbed gives a post's
    words as its title. `gone` are words, in small letters, in which its pages and notices say that
    there is no such post any more, and not merely that it is hidden.

    `named_by` are the attributes of an embed that name the post in another way than by its
    address, each with a pattern as `post_path` is one; `around` patterns of what an embed shows
    before and behind the post's words; `signed` what stands there before the author's name.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...]
    short_hosts: tuple[str, ...] = ()
    media_hosts: tuple[str, ...] = ()
    embeds: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    post_path: str
    any_host: bool = False
    canonical: str
    no_handle: str = ""
    endpoints: Mapping[str, str] = Field(default_factory=dict)
    unread: str = ""
    titled: bool = False
    gone: tuple[str, ...] = ()
    named_by: Mapping[str, str] = Field(default_factory=dict)
    around: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()

    @field_validator("embeds")
    @classmethod
    def _simple(cls, embeds: tuple[str, ...]) -> tuple[str, ...]:
        for css in embeds:
            if not _SHAPE.fullmatch(css):
                message = f"{css!r} is no simple selector"
                raise ValueError(message)
        return embeds

    @cached_property
    def shapes(self) -> tuple[EmbedShape, ...]:
        """Return `embeds` taken apart."""
        found = (match for css in self.embeds if (match := _SHAPE.fullmatch(css)))
        return tuple(EmbedShape(**match.groupdict("")) for match in found)

    def post_at(self, url: str) -> Post | None:
        """Return the post that `url` names, None where it names none of this platform."""
        parts = urlsplit(url)
        host = (parts.hostname or "").casefold()
        if parts.scheme not in {"http", "https"} or not (self.any_host or self._serves(host)):
            return None
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        return self._post(re.match(f"(?:{self.post_path})(?![A-Za-z0-9_-])", path), parts.netloc)

    def named(self, attribute: str, value: str) -> Post | None:
        """Return the post that an attribute of an embed, one of `named_by`, names."""
        return self._post(re.fullmatch(self.named_by[attribute], value), self.hosts[0])

    def _post(self, match: re.Match[str] | None, host: str) -> Post | None:
        if match is None:
            return None
        said = match.groupdict()
        handle = said.get("handle")
        post = Post(platform=self.id, id=said["id"], host=host.casefold(), handle=handle, url="")
        return post.model_copy(update={"url": self.address_of(post)})

    def address_of(self, post: Post) -> str:
        """Return the usual address of a post."""
        return self.filled(self.canonical, post)

    def filled(self, template: str, post: Post, **more: str) -> str:
        """Return the address that `template`, one of the rules, gives for a post."""
        handle = post.handle or self.no_handle
        return template.format(id=post.id, handle=handle, host=post.host, **more)

    def _serves(self, host: str) -> bool:
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)


class Platforms(Value):
    """All platforms."""

    platforms: tuple[Platform, ...]

    @cached_property
    def elements(self) -> frozenset[str]:
        """Return the names of the elements that may hold an embedded post."""
        return frozenset(shape.element for p in self.platforms for shape in p.shapes)

    def post_at(self, url: str) -> Post | None:
        """Return the post that `url` names, by the first platform that knows it; never raises."""
        try:
            found = (platform.post_at(url) for platform in self.platforms)
            return next(filter(None, found), None)
        except ValueError:  # no address at all
            return None

    def is_same(self, one: Post, other: Post) -> bool:
        """Tell whether two addresses name one post, whatever host and handle stand in them."""
        if one.platform == other.platform and self.with_id(one.platform).no_handle:
            return one.id == other.id  # the id alone leads to it
        return one.url == other.url

    def is_short(self, url: str) -> bool:
        """Tell whether `url` is a short link by which a platform's posts lead elsewhere."""
        try:
            return (urlsplit(url).hostname or "") in self._short_hosts
        except ValueError:
            return False

    def picture(self, code: str) -> str | None:
        """Return the short link of a picture, of which posts show "host/code", or None."""
        host, _, name = code.partition("/")
        short = (
            p.short_hosts[0] for p in self.platforms if host in p.media_hosts and p.short_hosts
        )
        fits = name.isascii() and name.isalnum()
        return next((f"https://{each}/{name}" for each in short if fits), None)

    def is_for_programs(self, url: str) -> bool:
        """Tell whether an address is one where programs ask for a post, and no reader looks."""
        post = self.post_at(url)
        for_readers = post is not None and post.url == url
        return not for_readers and bool(self._endpoint.fullmatch(url[:_LONGEST]))

    @cached_property
    def opaque(self) -> re.Pattern[str]:
        """Return the pattern of addresses that tell a reader nothing: short links and pictures."""
        short = _any_of(host for platform in self.platforms for host in platform.short_hosts)
        media = _any_of(host for platform in self.platforms for host in platform.media_hosts)
        return re.compile(rf"(?:https?://(?:{short})|(?<![\w.-])(?:{media}))/[A-Za-z0-9]+")

    def with_id(self, known: str) -> Platform:
        """Return the platform whose id is `known`; raises KeyError where there is none."""
        return self._by_id[known]

    @cached_property
    def _endpoint(self) -> re.Pattern[str]:
        """Return the pattern of all endpoints."""
        known = (each for p in self.platforms for each in p.endpoints.values())
        return re.compile("|".join(_FIELD.sub("[^&]*", re.escape(each)) for each in known))

    @cached_property
    def _by_id(self) -> dict[str, Platform]:
        return {platform.id: platform for platform in self.platforms}

    @cached_property
    def _short_hosts(self) -> frozenset[str]:
        return frozenset(host for platform in self.platforms for host in platform.short_hosts)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {name: p.name for p in self.platforms for name in (p.name, *p.aliases)}

    def named(self, name: str) -> str | None:
        """Return the platform that goes by `name`, or None."""
        return self._by_name.get(name)


def _any_of(hosts: Iterable[str]) -> str:
    return "|".join(map(re.escape, hosts)) or r"(?!)"
