"""The shape of rules/agencies.yaml: agencies, outlets and institutes that articles cite by name."""

import re
from enum import StrEnum
from functools import cached_property
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

from provcheck.model.value import Value

# As they are written in running text; in capitals two letters may be a name's own: LA Times.
_ARTICLE = re.compile(r"^(?:(?:[Tt]he|[Dd](?:er|ie|as|en|em)|[Ll][ea]|[Ee]l)\s+|[Ll][’'])")
_SMALL_ARTICLE = re.compile(r"^(?:(?:the|d(?:er|ie|as|en|em)|l[ea]|el)\s+|l[’'])")
_GENITIVE = re.compile(r"[’']s?$")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


class AgencyKind(StrEnum):
    """What an entry is; governments and bodies are cited, and are no outlets."""

    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    INSTITUTE = "institute"
    GOVERNMENT = "government"
    BODY = "body"


def _host(written: str) -> str:
    if not _HOST.fullmatch(written):
        message = (
            f"{written}: write a host in small letters without https:// and path: wire.example"
        )
        raise ValueError(message)
    return written


def _pattern(written: str) -> str:
    try:
        re.compile(written)
    except re.error as problem:
        message = f"no pattern that can be read ({problem})"
        raise ValueError(message) from None
    return written


def _search_page(written: str) -> str:
    if written and not (written.startswith("https://") and written.count("{words}") == 1):
        message = f"{written}: write an https address with {{words}} where the words go"
        raise ValueError(message)
    return written


class Agency(Value):
    """One outlet: the names and handles it goes by, and the hosts that publish it.

    `guarded` are those of its names that are common words or short: an outlet's only as written
    here. `tags` are what its stories carry at their head or end, "(Reuters)"; `signature` is a
    pattern of what only its stories end with; `langs` are their languages.
    `search` is the address of its own search page, {words} where words go; "" where none is known.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()
    hosts: tuple[Annotated[str, AfterValidator(_host)], ...] = ()
    handles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    signature: Annotated[str, AfterValidator(_pattern)] | None = None
    kind: AgencyKind
    langs: tuple[str, ...] = ()
    search: Annotated[str, AfterValidator(_search_page)] = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names, the full one first."""
        return (self.name, *self.aliases)


class Delay(Value):
    """How many days before and after the day of words a report of them appears."""

    days_before: int
    days_after: int


class Credits(Value):
    """How a page credits an agency for its text, beside the agency's own tags.

    `bylines` and `sources` stand before its name on a line of its own, `through` before the name of
    whom words came by, `rights` before its name at the end, `staff` behind it in a byline;
    `particles` are small words of datelines.
    """

    bylines: tuple[str, ...]
    sources: tuple[str, ...]
    through: tuple[str, ...]
    rights: tuple[str, ...]
    staff: tuple[str, ...]
    particles: tuple[str, ...]

    @cached_property
    def crediting(self) -> re.Pattern[str]:
        """Return what finds the beginning of a credit behind words: (via, h/t, Source:."""
        through = "|".join(map(re.escape, sorted(self.through, key=len, reverse=True)))
        sources = "|".join(map(re.escape, self.sources))
        return re.compile(
            rf"[\s(\[—–-]{{0,4}}\b(?:(?:{through})\b\s?:?|(?:{sources})\s?:)\s?", re.IGNORECASE
        )


class Agencies(Value):
    """All of them, and the words that make a name one of an outlet's: Wire, Gazette, Radio.

    `descriptions` stand beside an outlet's name and are no part of it: the Reuters news agency.
    """

    outlet_words: tuple[str, ...]
    descriptions: tuple[str, ...]
    reports: Delay
    credits: Credits
    agencies: tuple[Agency, ...]

    @cached_property
    def _by_name(self) -> dict[str, Agency]:
        return {
            _key(name): agency
            for agency in self.agencies
            for name in agency.names
            if name not in agency.guarded
        }

    @cached_property
    def _by_guarded_name(self) -> dict[str, Agency]:
        return {name: agency for agency in self.agencies for name in agency.guarded}

    @cached_property
    def _by_host(self) -> dict[str, Agency]:
        return {host: agency for agency in self.agencies for host in agency.hosts}

    @cached_property
    def _by_handle(self) -> dict[str, Agency]:
        return {name.casefold(): agency for agency in self.agencies for name in agency.handles}

    @cached_property
    def _by_id(self) -> dict[str, Agency]:
        return {agency.id: agency for agency in self.agencies}

    @cached_property
    def by_tag(self) -> dict[str, Agency]:
        """Return the agencies by the tags that their stories carry."""
        return {tag: agency for agency in self.agencies for tag in agency.tags}

    @cached_property
    def bare_tags(self) -> str:
        """Return a pattern of the tags that stand without brackets or strokes: РИА Новости."""
        bare = [tag for tag in self.by_tag if tag[:1] not in {"(", "/"}]
        return "|".join(map(re.escape, bare)) or r"(?!)"

    @cached_property
    def _marks(self) -> re.Pattern[str]:
        return re.compile(r"\b(?:" + "|".join(map(re.escape, self.outlet_words)) + r")\b")

    @cached_property
    def _described(self) -> re.Pattern[str]:
        longest = sorted(self.descriptions, key=len, reverse=True)
        words = "|".join(map(re.escape, longest))
        return re.compile(rf"^(?:{words})\s+|\s+(?:{words})$", re.IGNORECASE)

    def by_id(self, known: str) -> Agency | None:
        """Return the outlet with the id `known`, or None."""
        return self._by_id.get(known)

    def at_host(self, host: str) -> Agency | None:
        """Return the outlet that publishes at `host` or at a host above it, or None."""
        labels = host.casefold().rstrip(".").split(".")
        above = (".".join(labels[i:]) for i in range(len(labels)))
        return next((self._by_host[each] for each in above if each in self._by_host), None)

    def at_address(self, url: str) -> Agency | None:
        """Return the outlet that publishes at the host of an address, or None; never raises."""
        try:
            return self.at_host(urlsplit(url).hostname or "")
        except ValueError:
            return None

    def with_handle(self, handle: str) -> Agency | None:
        """Return the outlet that posts on X under `handle`, with or without its @, or None."""
        return self._by_handle.get(handle.strip().removeprefix("@").casefold())

    def named(self, name: str) -> Agency | None:
        """Return the outlet that goes by `name`, or None.

        Articles and what describes an outlet are left aside: the Reuters news agency. A guarded
        name is one only as it is written in the rules: AP, not ap.
        """
        name = name.strip()
        found = self._called(name)
        if found is not None:
            return found
        bare = self._described.sub("", _ARTICLE.sub("", name))
        return self._called(_GENITIVE.sub("", bare)) if bare else None

    def _called(self, name: str) -> Agency | None:
        found = self._by_name.get(_key(name))
        return found or self._by_guarded_name.get(_SMALL_ARTICLE.sub("", name))

    def is_guarded(self, name: str) -> bool:
        """Tell whether `name` is an outlet's only where words beside it make it one: told Time."""
        agency = self.named(name)
        return agency is not None and _key(name) not in self._by_name

    def is_outlet(self, name: str) -> bool:
        """Tell whether `name` is an outlet's: a known one, or one that calls itself a Wire."""
        known = self.named(name)
        if known is not None:
            return known.kind not in {AgencyKind.GOVERNMENT, AgencyKind.BODY}
        capitals = [word for word in name.split() if word[:1].isupper()]
        return len(capitals) > 1 and bool(self._marks.search(name))


def _key(name: str) -> str:
    return _ARTICLE.sub("", name.strip()).casefold()
