"""The services that may be asked, each by the module of its name, and the choice among them."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import NamedTuple

from provcheck.errors import SettingsError
from provcheck.fetch.search import brave, factcheck, gdelt_context, gdelt_doc, site, sitemap
from provcheck.fetch.search.asked import Answered, Asked, Sent, Telling
from provcheck.rulebook.book import Rulebook


class Provider(NamedTuple):
    """How one service is asked and its answers are read.

    `query` gives the address to ask and the words in it, None where the service cannot be asked
    this; `results` what an answer tells. Both are pure, and `results` raises nothing: an answer
    that it does not know is a Problem, never an empty one.
    """

    id: str
    query: Callable[[Asked, Rulebook], Sent | None]
    results: Callable[[Answered, Asked, Rulebook], Telling]


# In the order in which results are taken: what finds quotations before what finds pages.
PROVIDERS: tuple[Provider, ...] = (
    Provider(gdelt_context.ID, gdelt_context.query, gdelt_context.results),
    Provider(gdelt_doc.ID, gdelt_doc.query, gdelt_doc.results),
    Provider(brave.ID, brave.query, brave.results),
    Provider(site.ID, site.query, site.results),
    Provider(sitemap.ID, sitemap.query, sitemap.results),
    Provider(factcheck.ID, factcheck.query, factcheck.results),
)


def named(names: Iterable[str]) -> tuple[Provider, ...]:
    """Return the providers with these names, in the order of PROVIDERS, each once.

    Raises SettingsError, with the name that was meant, for one that nothing bears.
    """
    wanted = tuple(names)
    known = tuple(provider.id for provider in PROVIDERS)
    for name in wanted:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}? " if near else ""
            names = ", ".join(known)
            message = f"--search {name}: no such service; {hint}name one of {names}, or all"
            raise SettingsError(message)
    return tuple(provider for provider in PROVIDERS if provider.id in wanted)
