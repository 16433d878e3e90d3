from datetime import date

from provcheck.model.value import Value


class Query(Value):
    """What a search service was asked, and how that ended.

    `sent` are the very words that left the house, or may have: "" where none did. They are the
    quotation's own; nothing else of the article goes out. `outcome` is one plain clause.
    """

    provider: str
    sent: str
    host: str
    outcome: str


class Result(Value):
    """One page that a search service told of, in the service's words; `published` may be its guess.

    `rating` and `reviewer` are those of a fact check, None for other pages.
    """

    url: str
    provider: str
    title: str = ""
    publisher: str = ""
    published: date | None = None
    excerpt: str = ""
    rating: str | None = None
    reviewer: str | None = None
