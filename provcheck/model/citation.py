from enum import StrEnum

from provcheck.model.span import Span
from provcheck.model.value import Value


class CitationKind(StrEnum):
    """How an article names the source of a claim."""

    LINK = "link"
    POST = "post"
    OUTLET = "outlet"  # agency, newspaper, broadcaster, institute: who published it
    DOCUMENT = "document"  # "a war report", "the ruling", "his memoir"
    EVENT = "event"  # interview, speech, statement, press conference


class Citation(Value):
    """One thing that the article names as source: a name, an address, or both.

    `name` is the resolved name ("Reuters", "war report", "statement"); `span` the words in the
    article that say so, None only for a link or post whose markup shows no words. `media` are the
    pictures that a post shows: "pic.twitter.com/Xy9".
    """

    kind: CitationKind
    name: str
    url: str | None = None
    span: Span | None = None
    media: tuple[str, ...] = ()
