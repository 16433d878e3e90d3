"""The shape of rules/platforms.yaml: where posts live and how an embed of one looks."""

import re
from functools import cached_property

from pydantic import field_validator

from provcheck.model.value import Value

_SHAPE = re.compile(
    r"(?P<element>[a-z][a-z0-9-]*)(?:\.(?P<css_class>[\w-]+))?"
    r"(?:\[(?P<attribute>[\w-]+)\*='(?P<holds>[^']+)'\])?"
)


class EmbedShape(Value):
    """How an element that holds a post looks: its name, a class, an attribute that holds words."""

    element: str
    css_class: str = ""
    attribute: str = ""
    holds: str = ""


class Platform(Value):
    """One post platform: its hosts, its short links and media codes, the shape of its embeds.

    `embeds` are the elements that hold an embedded post, written as simple CSS selectors (name,
    name.class, name[attribute*='words']); `address` names the
    attributes that may carry the post's own address; `post_path` is a pattern of a post's path.
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


class Platforms(Value):
    """All platforms."""

    platforms: tuple[Platform, ...]

    @cached_property
    def elements(self) -> frozenset[str]:
        """Return the names of the elements that may hold an embedded post."""
        return frozenset(shape.element for p in self.platforms for shape in p.shapes)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {name: p.name for p in self.platforms for name in (p.name, *p.aliases)}

    def named(self, name: str) -> str | None:
        """Return the platform that goes by `name`, or None."""
        return self._by_name.get(name)
