"""What a service that knows of a post may tell of it: its words, or why there are none."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from provcheck.model.evidence import Completeness
from provcheck.model.post import Post
from provcheck.model.source_text import SourceText
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook

LARGEST = 1 << 20  # bytes of an answer about one post


class About(Value):
    """What an earlier answer told of a post whose words are still to be asked for."""

    title: str | None = None
    author: str | None = None
    handle: str | None = None
    published: datetime | None = None
    lang: str | None = None
    automatic: bool = False


class Witness(Value):
    """One address that can be asked of a post; `name` is what an editor would call the service.

    `third_party`: it is not the platform's own, and alone it is no proof against the article.
    `endpoint` is the name in the rules of what is asked; `about` is what the answer that named
    this witness told already.
    """

    name: str
    url: str
    endpoint: str = ""
    third_party: bool = False
    about: About = About()


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


Wordless = Gone | Withheld | Unclear | Further
Telling = Told | Wordless


class Answered(Value):
    """A page that a witness answered with: its decoded bytes, and the media type it declares."""

    witness: Witness
    data: bytes
    media_type: str = ""
    charset: str | None = None


class Adapter(NamedTuple):
    """How the posts of one platform are asked for and read.

    `witnesses` gives the addresses to ask, the best first; `read` what an answer tells, and
    `refused` what the HTTP status of an answer without a page tells, None where it is what it is
    everywhere; `read_copy` what an archived copy of the post's page tells, where such pages are not
    read as others are. All are pure and raise nothing: an answer that they do not know is Unclear.
    An answer of more than `largest` bytes is not read.
    """

    platform: str
    witnesses: Callable[[Post, Rulebook], tuple[Witness, ...]]
    read: Callable[[Answered, Post, Rulebook], Telling]
    refused: Callable[[Witness, int, Post, Rulebook], Wordless | None] = lambda *_: None
    largest: int = LARGEST
    read_copy: Callable[[Answered, Post, Rulebook], Telling] | None = None
