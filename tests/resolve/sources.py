"""Given sources and claims for the resolvers, built from plain words."""

from pathlib import Path

from building import a_claim

from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Claim
from provcheck.store.given import Given, GivenSource

WORDS = "The harbour will open in May"


def a_given(*entries: dict[str, object]) -> Given:
    """Sources as a manifest gives them; each has a file unless it redirects."""
    made = []
    for number, entry in enumerate(entries):
        key = str(entry.get("key", f"s{number}.txt"))
        path = None if "redirect_to" in entry or entry.get("status", 200) != 200 else Path(key)
        made.append(GivenSource(**{"key": key, "path": path, **entry}))
    return Given(entries=tuple(made))


def citing(kind: CitationKind, name: str, url: str | None = None, **known: object) -> Claim:
    """A claim that cites one thing."""
    return a_claim(WORDS, WORDS, cites=(Citation(kind=kind, name=name, url=url),), **known)
