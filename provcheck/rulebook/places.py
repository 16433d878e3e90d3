"""The shape of rules/places.yaml: countries with the adjectives made of them."""

from functools import cached_property

from provcheck.model.value import Value


class Places(Value):
    """Countries, with the adjectives that stand for their people and offices."""

    demonyms: dict[str, tuple[str, ...]]

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        return frozenset(word for words in self.demonyms.values() for word in words)

    def countries_of(self, adjective: str) -> frozenset[str]:
        """Return the countries of an adjective, both in small letters."""
        return frozenset(
            country.casefold()
            for country, words in self.demonyms.items()
            if adjective in map(str.casefold, words)
        )

    def is_place(self, name: str) -> bool:
        """Tell whether a name is a country's."""
        return name in self.demonyms

    def is_demonym(self, word: str) -> bool:
        """Tell whether a word is an adjective of a country: Ukrainian."""
        return word in self._adjectives
