"""The shape of rules/platforms.yaml: where posts live and how an embed of one looks."""

from provcheck.model.value import Value


class Platform(Value):
    """One post platform: its hosts, its short links and media codes, the shape of its embeds.

    `embeds` are CSS selectors of the elements that hold an embedded post; `address` names the
    attributes that may carry the post's own address; `post_path` is a pattern of a post's path.
    """

    id: str
    name: str
    hosts: tuple[str, ...]
    short_hosts: tuple[str, ...] = ()
    media_hosts: tuple[str, ...] = ()
    embeds: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    post_path: str


class Platforms(Value):
    """All platforms."""

    platforms: tuple[Platform, ...]
