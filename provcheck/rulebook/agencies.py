"""The shape of rules/agencies.yaml: agencies, outlets and institutes that articles cite by name."""

import re
from functools import cached_property

from pydantic import field_validator

from provcheck.model.value import Value


class Agency(Value):
    """One outlet: the names and handles it goes by, and the hosts that publish it.

    `kind` is agency, broadcaster, newspaper, magazine, institute, government or body. `search` is
    the address of its own search page, with {words} where the words go; "" where none is known.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    kind: str
    search: str = ""

    @field_validator("search")
    @classmethod
    def _takes_words(cls, search: str) -> str:
        if search and not (search.startswith("https://") and search.count("{words}") == 1):
            message = f"{search!r} is no https address with {{words}} in it"
            raise ValueError(message)
        return search

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names, the full one first."""
        return (self.name, *self.aliases)


class Agencies(Value):
    """All of them, and the words that make a name one of an outlet's: Wire, Gazette, Radio."""

    outlet_words: tuple[str, ...]
    agencies: tuple[Agency, ...]

    @cached_property
    def _by_name(self) -> dict[str, Agency]:
        return {_key(name): agency for agency in self.agencies for name in agency.names}

    @cached_property
    def _marks(self) -> re.Pattern[str]:
        return re.compile(r"\b(?:" + "|".join(map(re.escape, self.outlet_words)) + r")\b")

    def named(self, name: str) -> Agency | None:
        """Return the outlet that goes by `name`, articles left aside, or None."""
        return self._by_name.get(_key(name))

    def is_outlet(self, name: str) -> bool:
        """Tell whether `name` is an outlet's: a known one, or one that calls itself a Wire."""
        known = self.named(name)
        if known is not None:
            return known.kind not in {"government", "body"}
        capitals = [word for word in name.split() if word[:1].isupper()]
        return len(capitals) > 1 and bool(self._marks.search(name))


def _key(name: str) -> str:
    return re.sub(r"^(?:the|der|die|das|le|la|el)\s+", "", name.strip().casefold())
