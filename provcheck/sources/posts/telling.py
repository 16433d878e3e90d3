"""What a service that knows of a post may tell of it: its words, or why there are none."""

from collections.abc import Callable
from typing import NamedTuple

from provcheck.model.evidence import Completeness
from provcheck.model.post import Post
from provcheck.model.source_text import SourceText
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook


class Witness(Value):
    """One address that can be asked of a post; `name` is what an editor would call the service.

    `third_party`: it is not the platform's own, and alone it is no proof against the article.
    """

    name: str
    url: str
    third_party: bool = False


class Told(Value):
    """The post, read: its words, and how much of them they are.

    `text.post` is set, and `text.own_voice` is its author; posts that it quotes are `embeds`.
    """

    text: SourceText
    completeness: Completeness = Completeness.WHOLE


class Gone(Value):
    """The service says that there is no such post; `reason` is a plain clause, after its name."""

    reason: str


class Withheld(Value):
    """The service says that there is such a post, and does not show it to everybody."""

    reason: str


class Unclear(Value):
    """The answer is none of those that the service is known to give."""

    reason: str


class Further(Value):
    """The answer tells where to ask on."""

    witnesses: tuple[Witness, ...]


Telling = Told | Gone | Withheld | Unclear | Further


class Answered(Value):
    """A page that a witness answered with: its decoded bytes, and the media type it declares."""

    witness: Witness
    data: bytes
    media_type: str = ""
    charset: str | None = None


class Adapter(NamedTuple):
    """How the posts of one platform are asked for and read.

    `witnesses` gives the addresses to ask, the best first; `read` what an answer tells. Both are
    pure, and `read` raises nothing: an answer that it does not know is Unclear.
    """

    platform: str
    witnesses: Callable[[Post, Rulebook], tuple[Witness, ...]]
    read: Callable[[Answered, Post, Rulebook], Telling]
