from datetime import datetime

from provcheck.model.value import Value


class Post(Value):
    """Which post an address names: `id` on the platform `platform` (an id of rules/platforms.yaml).

    `handle` is whose post the address says it is, which may be another's or nobody's; `host` the
    host that it stands on, `url` its address in the platform's usual form.
    """

    platform: str
    id: str
    host: str
    handle: str | None = None
    url: str


class PostFacts(Value):
    """What a witness tells of a post beside its words.

    `url` is the post's own address, for readers; `platform` its name for readers; `author` and
    `handle` whose it truly is. `newer` is the address of a later version where it was edited.
    `edited`: its author changed it where it stands, `edited_at` when the platform tells when.
    `indexed_at` is when the platform took it in, where that is another day than it claims.
    `automatic`: a machine wrote down what was spoken. `witness` names who told it; `third_party`:
    somebody other than the platform.
    """

    platform: str
    url: str
    author: str | None = None
    handle: str | None = None
    newer: str | None = None
    edited: bool = False
    edited_at: datetime | None = None
    indexed_at: datetime | None = None
    automatic: bool = False
    witness: str
    third_party: bool = False

    @property
    def signature(self) -> str:
        """Return the author as an editor writes it: "Name (@handle)"."""
        handle = f"@{self.handle}" if self.handle else ""
        return f"{self.author} ({handle})" if self.author and handle else self.author or handle
