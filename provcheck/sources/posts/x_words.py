"""The words of a post on X as a reader sees them, out of its text and the places marked in it."""

from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

from provcheck.model.prose import Link
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.sources.posts.x_json import at, listed, text_at

Entities = tuple[dict[str, object], ...]

_WEB = ("http://", "https://")


class Words(Value):
    """A post's words, and the links in them with the addresses that they lead to in the end."""

    text: str = ""
    links: tuple[Link, ...] = ()


class _Mark(NamedTuple):
    """A stretch of the text that is an address: where it leads, "" for one that is not shown."""

    start: int
    end: int
    leads_to: str


def words_of(tweet: Mapping[str, object], unseen: frozenset[str] = frozenset()) -> Words:
    """Return the words of a post, and its links.

    What is not shown is left out: the names that a reply begins with, links to its own pictures,
    links to the addresses in `unseen` (a quoted post's). Other links stay as the embeds of pages
    have them, t.co and all. Offsets count code points and are looked at before &amp; becomes &
    [vercel/react-tweet packages/react-tweet/src/utils.ts]; marks that do not fit are ignored.
    """
    raw = text_at(tweet, "text")
    start, end = _shown(tweet, len(raw))
    parts: list[str] = []
    links: list[Link] = []
    length = 0
    for mark in [*_marks(tweet, raw, unseen), _Mark(end, end, "")]:
        if not start <= mark.start <= end:
            continue
        parts.append(unescape(raw[start : mark.start]))
        length += len(parts[-1])
        if mark.leads_to:
            parts.append(raw[mark.start : min(mark.end, end)])
            span = Span(start=length, end=length + len(parts[-1]))
            links.append(Link(span=span, url=mark.leads_to))
            length = span.end
        start = min(mark.end, end)
    return _trimmed("".join(parts), links)


def _shown(tweet: Mapping[str, object], length: int) -> tuple[int, int]:
    """Return the stretch of a text that is shown, all of it where nobody says or it cannot be."""
    told = listed(at(tweet, "display_text_range"), int)
    fits = len(told) == 2 and 0 <= told[0] <= told[1] <= length  # noqa: PLR2004  (from, to)
    return (told[0], told[1]) if fits else (0, length)


def _marks(tweet: Mapping[str, object], raw: str, unseen: frozenset[str]) -> list[_Mark]:
    """Return the addresses that stand in a text, in order, none across another."""
    found = [
        *_placed(listed(at(tweet, "entities", "media"), dict), raw, shown=False),
        *_placed(listed(at(tweet, "mediaDetails"), dict), raw, shown=False),
    ]
    for mark in _placed(listed(at(tweet, "entities", "urls"), dict), raw, shown=True):
        hidden = mark.leads_to in unseen
        found.append(mark._replace(leads_to="") if hidden else mark)
    return sorted(found)


def _placed(entities: Entities, raw: str, *, shown: bool) -> Iterator[_Mark]:
    """Yield where the addresses of entities stand in a text."""
    for entity in entities:
        url, expanded = text_at(entity, "url"), text_at(entity, "expanded_url")
        told = listed(at(entity, "indices"), int)[:1]
        fits = told and told[0] >= 0 and raw.startswith(url, told[0])
        start = told[0] if fits else raw.find(url)
        if url.startswith(_WEB) and start >= 0:
            leads_to = expanded if expanded.startswith(_WEB) else url
            yield _Mark(start, start + len(url), leads_to if shown else "")


def _trimmed(text: str, links: list[Link]) -> Words:
    """Return words without the white space round them, and links at their new places."""
    by = len(text) - len(text.lstrip())
    moved = (
        link.model_copy(update={"span": Span(start=link.span.start - by, end=link.span.end - by)})
        for link in links
    )
    return Words(text=text.strip(), links=tuple(moved))
